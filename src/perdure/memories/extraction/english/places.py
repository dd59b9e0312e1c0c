"""Well-known places, where a name alone must tell a town from a company."""

from typing import Final

__all__ = ["PLACES"]

PLACES: Final = frozenset(
    place.replace("_", " ")
    for place in """london paris berlin madrid rome lisbon porto vienna zurich geneva basel bern brussels amsterdam rotterdam utrecht
    copenhagen stockholm gothenburg malmö oslo bergen helsinki warsaw krakow prague brno budapest bucharest sofia athens istanbul ankara
    moscow kyiv kiev lviv dublin cork galway belfast edinburgh glasgow aberdeen leeds manchester liverpool bristol birmingham sheffield
    newcastle nottingham cardiff swansea oxford cambridge brighton bath york munich hamburg cologne frankfurt stuttgart leipzig
    dresden düsseldorf dusseldorf bonn bremen hanover nuremberg freiburg heidelberg graz salzburg linz innsbruck milan turin naples
    florence venice bologna palermo barcelona valencia seville malaga málaga bilbao granada lyon marseille toulouse nice bordeaux
    lille nantes strasbourg rennes montpellier new_york nyc new_york_city brooklyn queens manhattan the_bronx boston chicago
    los_angeles la san_francisco sf seattle portland denver austin dallas houston san_antonio atlanta miami orlando tampa
    philadelphia philly pittsburgh detroit cleveland columbus cincinnati minneapolis st._louis nashville memphis new_orleans phoenix
    tucson las_vegas salt_lake_city san_diego sacramento oakland san_jose washington baltimore charlotte raleigh durham boise omaha
    milwaukee madison honolulu anchorage toronto montreal vancouver ottawa calgary edmonton winnipeg halifax quebec mexico_city
    guadalajara bogotá bogota medellín medellin lima quito santiago buenos_aires montevideo são_paulo sao_paulo rio rio_de_janeiro
    brasilia caracas havana tokyo osaka kyoto nagoya sapporo fukuoka yokohama seoul busan beijing shanghai shenzhen guangzhou
    chengdu hangzhou wuhan hong_kong taipei singapore kuala_lumpur bangkok chiang_mai hanoi jakarta bali manila delhi new_delhi
    mumbai bangalore bengaluru chennai hyderabad kolkata pune karachi lahore dhaka colombo kathmandu dubai abu_dhabi doha riyadh
    tel_aviv jerusalem beirut amman cairo casablanca marrakech tunis algiers lagos accra nairobi addis_ababa kampala cape_town
    johannesburg sydney melbourne brisbane perth adelaide canberra auckland wellington christchurch england scotland wales ireland
    france germany spain portugal italy switzerland austria belgium netherlands holland denmark sweden norway finland iceland poland
    czechia hungary romania bulgaria greece turkey russia ukraine croatia serbia slovenia slovakia estonia latvia lithuania usa us
    america canada mexico brazil argentina chile peru colombia japan korea china taiwan india pakistan nepal thailand vietnam
    indonesia malaysia philippines australia new_zealand egypt morocco kenya nigeria ghana ethiopia south_africa uk england europe
    asia africa texas california florida oregon colorado ohio michigan arizona nevada utah montana vermont maine massachusetts
    connecticut pennsylvania virginia georgia tennessee kentucky minnesota wisconsin illinois indiana iowa kansas hawaii alaska
    bavaria tuscany sicily sardinia corsica crete provence brittany cornwall yorkshire patagonia iceland cuba jamaica costa_rica""".split()
)
