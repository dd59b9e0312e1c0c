"""What speakers of six languages mean, said on Wednesday 15 May 2024 at 14:30 in Berlin: text | start | stop | granularity.

Written before the code that reads it, from what a native speaker means.
"""

__all__ = ["ENGLISH", "EUROPEAN", "HAN", "NOTHING"]

ENGLISH = """
I saw her yesterday.                                  | 2024-05-14 | 2024-05-15 | day
What are you doing today?                             | 2024-05-15 | 2024-05-16 | day
We leave tomorrow!                                    | 2024-05-16 | 2024-05-17 | day
I called him the day before yesterday                 | 2024-05-13 | 2024-05-14 | day
It is due the day after tomorrow                      | 2024-05-17 | 2024-05-18 | day
tomorrow morning I fly to Rome                        | 2024-05-16 06:00 | 2024-05-16 12:00 | part_of_day
See you tonight                                       | 2024-05-15 18:00 | 2024-05-16 06:00 | part_of_day
I slept badly last night                              | 2024-05-14 18:00 | 2024-05-15 06:00 | part_of_day
This morning I ran 5 km                               | 2024-05-15 06:00 | 2024-05-15 12:00 | part_of_day
yesterday afternoon we met                            | 2024-05-14 12:00 | 2024-05-14 18:00 | part_of_day
We talked yesterday evening                           | 2024-05-14 18:00 | 2024-05-15 | part_of_day
We won last Friday                                    | 2024-05-10 | 2024-05-11 | day
She came last Tuesday                                 | 2024-05-14 | 2024-05-15 | day
He left last Wednesday                                | 2024-05-08 | 2024-05-09 | day
The review is next Tuesday                            | 2024-05-21 | 2024-05-22 | day
Party next Friday                                     | 2024-05-24 | 2024-05-25 | day
Are you free this Friday?                             | 2024-05-17 | 2024-05-18 | day
this coming Monday works                              | 2024-05-20 | 2024-05-21 | day
This past Saturday we hiked                           | 2024-05-11 | 2024-05-12 | day
I met him on Friday                                   | 2024-05-10 | 2024-05-11 | day
I will meet him on Friday                             | 2024-05-17 | 2024-05-18 | day
We are going to the zoo on Sunday                     | 2024-05-19 | 2024-05-20 | day
On Monday I went to the dentist                       | 2024-05-13 | 2024-05-14 | day
Friday evening we'll have dinner                      | 2024-05-17 18:00 | 2024-05-18 | part_of_day
last Saturday night was wild                          | 2024-05-11 18:00 | 2024-05-12 06:00 | part_of_day
The meeting is at 5 pm tomorrow                       | 2024-05-16 17:00 | 2024-05-16 18:00 | hour
tomorrow at 5:30pm please                             | 2024-05-16 17:30 | 2024-05-16 17:31 | minute
Call me at 17:45 today                                | 2024-05-15 17:45 | 2024-05-15 17:46 | minute
yesterday at 9 am it rained                           | 2024-05-14 09:00 | 2024-05-14 10:00 | hour
It was three days ago                                 | 2024-05-12 | 2024-05-13 | day
I moved here two weeks ago                            | 2024-04-28 | 2024-05-05 | week
We married 3 months ago                               | 2024-02-01 | 2024-03-01 | month
I graduated ten years ago                             | 2014-01-01 | 2015-01-01 | year
He called an hour ago                                 | 2024-05-15 13:00 | 2024-05-15 14:00 | hour
She left 10 minutes ago                               | 2024-05-15 14:20 | 2024-05-15 14:21 | minute
We return in two weeks                                | 2024-05-26 | 2024-06-02 | week
It ends in 3 days                                     | 2024-05-18 | 2024-05-19 | day
I retire in five years                                | 2029-01-01 | 2030-01-01 | year
the lease ends two months from now                    | 2024-07-01 | 2024-08-01 | month
a few days ago I fell                                 | 2024-05-10 | 2024-05-14 | day
a couple of months ago we moved                       | 2024-02-01 | 2024-04-01 | month
several weeks ago he quit                             | 2024-04-07 | 2024-05-05 | week
I was sick last week                                  | 2024-05-06 | 2024-05-13 | week
We move next week                                     | 2024-05-20 | 2024-05-27 | week
This week is busy                                     | 2024-05-13 | 2024-05-20 | week
I started last month                                  | 2024-04-01 | 2024-05-01 | month
next month we travel                                  | 2024-06-01 | 2024-07-01 | month
Last year was hard                                    | 2023-01-01 | 2024-01-01 | year
next year will be better                              | 2025-01-01 | 2026-01-01 | year
The week before last I was in Oslo                    | 2024-04-29 | 2024-05-06 | week
the year before last                                  | 2022-01-01 | 2023-01-01 | year
the month after next                                  | 2024-07-01 | 2024-08-01 | month
Last weekend we camped                                | 2024-05-11 | 2024-05-13 | weekend
Any plans this weekend?                               | 2024-05-18 | 2024-05-20 | weekend
next weekend is the race                              | 2024-05-25 | 2024-05-27 | weekend
We camped over the weekend                            | 2024-05-11 | 2024-05-13 | weekend
The week of May 6 is full                             | 2024-05-06 | 2024-05-13 | week
the week before 9 June 2023                           | 2023-06-02 | 2023-06-09 | week
the Sunday before 25 May 2023                         | 2023-05-21 | 2023-05-22 | day
the Friday after 15 July 2023                         | 2023-07-21 | 2023-07-22 | day
the weekend before 17 July 2023                       | 2023-07-15 | 2023-07-17 | weekend
two weeks before 9 June 2023                          | 2023-05-23 | 2023-05-30 | week
two days after 5 May 2023                             | 2023-05-07 | 2023-05-08 | day
the day before 1 March 2024                           | 2024-02-29 | 2024-03-01 | day
for the past three months I have been ill             | 2024-02-15 | 2024-05-15 14:30 | month
in the last two weeks it rained                       | 2024-05-01 | 2024-05-15 14:30 | week
over the next 10 days                                 | 2024-05-15 14:30 | 2024-05-26 | day
I have lived here since March                         | 2024-03-01 | 2024-05-15 14:30 | month
since 2019 I work there                               | 2019-01-01 | 2024-05-15 14:30 | year
she has been away since last Friday                   | 2024-05-10 | 2024-05-15 14:30 | day
between May and July 2023                             | 2023-05-01 | 2023-08-01 | month
from 3 to 7 May                                       | 2024-05-03 | 2024-05-08 | day
May 3-7, 2023                                         | 2023-05-03 | 2023-05-08 | day
between 3 May and 7 June 2023                         | 2023-05-03 | 2023-06-08 | day
from 2015 to 2019 I studied                           | 2015-01-01 | 2020-01-01 | year
early June 2023                                       | 2023-06-01 | 2023-06-11 | month
mid-June 2023                                         | 2023-06-11 | 2023-06-21 | month
in late June 2023 we met                              | 2023-06-21 | 2023-07-01 | month
at the end of the month                               | 2024-05-21 | 2024-06-01 | month
at the beginning of next month                        | 2024-06-01 | 2024-06-11 | month
late last year                                        | 2023-09-01 | 2024-01-01 | year
the end of 2023                                       | 2023-09-01 | 2024-01-01 | year
the first week of June 2023                           | 2023-06-01 | 2023-06-08 | week
the last week of June 2023                            | 2023-06-24 | 2023-07-01 | week
earlier this week                                     | 2024-05-13 | 2024-05-15 14:30 | week
later this year                                       | 2024-05-15 14:30 | 2025-01-01 | year
We met on 3 May 2024                                  | 2024-05-03 | 2024-05-04 | day
Paid on May 3rd, 2024.                                | 2024-05-03 | 2024-05-04 | day
the 4th of July 2022                                  | 2022-07-04 | 2022-07-05 | day
7 May, 2023 was sunny                                 | 2023-05-07 | 2023-05-08 | day
Friday, May 10 we met                                 | 2024-05-10 | 2024-05-11 | day
See you on May 20                                     | 2024-05-20 | 2024-05-21 | day
We'll have a party on Dec 31                          | 2024-12-31 | 2025-01-01 | day
We met in December                                    | 2023-12-01 | 2024-01-01 | month
We'll meet in December                                | 2024-12-01 | 2025-01-01 | month
In May 2023 I quit                                    | 2023-05-01 | 2023-06-01 | month
last December it snowed                               | 2023-12-01 | 2024-01-01 | month
next March we marry                                   | 2025-03-01 | 2025-04-01 | month
in March of last year                                 | 2023-03-01 | 2023-04-01 | month
back in 2019 I lived in Lyon                          | 2019-01-01 | 2020-01-01 | year
music of the 1990s                                    | 1990-01-01 | 2000-01-01 | decade
He was born in the 80s                                | 1980-01-01 | 1990-01-01 | decade
in the early nineties                                 | 1990-01-01 | 1994-01-01 | decade
last summer we sailed                                 | 2023-06-01 | 2023-09-01 | season
this summer I'll rest                                 | 2024-06-01 | 2024-09-01 | season
next winter we ski                                    | 2024-12-01 | 2025-03-01 | season
the summer of 2019                                    | 2019-06-01 | 2019-09-01 | season
fall 2022                                             | 2022-09-01 | 2022-12-01 | season
Sales rose in Q3 2023                                 | 2023-07-01 | 2023-10-01 | quarter
the second quarter of 2022                            | 2022-04-01 | 2022-07-01 | quarter
last quarter we lost money                            | 2024-01-01 | 2024-04-01 | quarter
Log of 2024-05-03                                     | 2024-05-03 | 2024-05-04 | day
at 2024-05-03T10:15 it failed                         | 2024-05-03 10:15 | 2024-05-03 10:16 | minute
on 25/12/2023                                         | 2023-12-25 | 2023-12-26 | day
on 12/25/2023                                         | 2023-12-25 | 2023-12-26 | day
03/05/2024                                            | 2024-05-03 | 2024-05-04 | day
2024/05/03                                            | 2024-05-03 | 2024-05-04 | day
Monday of next week                                   | 2024-05-20 | 2024-05-21 | day
a week from tomorrow                                  | 2024-05-23 | 2024-05-24 | day
I woke up late in the morning                         | 2024-05-15 06:00 | 2024-05-15 12:00 | part_of_day
the morning of May 10                                 | 2024-05-10 06:00 | 2024-05-10 12:00 | part_of_day
"""

EUROPEAN = """
Ich habe sie gestern gesehen                          | 2024-05-14 | 2024-05-15 | day
Heute ist es warm                                     | 2024-05-15 | 2024-05-16 | day
Morgen fahren wir los                                 | 2024-05-16 | 2024-05-17 | day
Wir treffen uns übermorgen                            | 2024-05-17 | 2024-05-18 | day
Vorgestern war ich krank                              | 2024-05-13 | 2024-05-14 | day
Morgen früh gehe ich laufen                           | 2024-05-16 06:00 | 2024-05-16 12:00 | part_of_day
gestern Abend waren wir im Kino                       | 2024-05-14 18:00 | 2024-05-15 | part_of_day
letzten Freitag war Markt                             | 2024-05-10 | 2024-05-11 | day
Am Montag war ich beim Arzt                           | 2024-05-13 | 2024-05-14 | day
Am Freitag werde ich kommen                           | 2024-05-17 | 2024-05-18 | day
nächsten Montag fliege ich                            | 2024-05-20 | 2024-05-21 | day
vor zwei Wochen zog ich um                            | 2024-04-28 | 2024-05-05 | week
vor 3 Tagen                                           | 2024-05-12 | 2024-05-13 | day
vor einem Jahr                                        | 2023-01-01 | 2024-01-01 | year
in zwei Monaten ziehe ich um                          | 2024-07-01 | 2024-08-01 | month
heute in drei Tagen                                   | 2024-05-18 | 2024-05-19 | day
vor ein paar Tagen                                    | 2024-05-10 | 2024-05-14 | day
letzte Woche                                          | 2024-05-06 | 2024-05-13 | week
nächsten Monat                                        | 2024-06-01 | 2024-07-01 | month
Letztes Jahr war schwer                               | 2023-01-01 | 2024-01-01 | year
vorletzte Woche                                       | 2024-04-29 | 2024-05-06 | week
am letzten Wochenende                                 | 2024-05-11 | 2024-05-13 | weekend
letzten Sommer                                        | 2023-06-01 | 2023-09-01 | season
im Sommer 2019                                        | 2019-06-01 | 2019-09-01 | season
am 3. Mai 2024                                        | 2024-05-03 | 2024-05-04 | day
am 3.5.2024                                           | 2024-05-03 | 2024-05-04 | day
im März 2023                                          | 2023-03-01 | 2023-04-01 | month
Anfang Juni 2023                                      | 2023-06-01 | 2023-06-11 | month
Ende letzten Jahres                                   | 2023-09-01 | 2024-01-01 | year
seit März wohne ich hier                              | 2024-03-01 | 2024-05-15 14:30 | month
in den letzten drei Monaten                           | 2024-02-15 | 2024-05-15 14:30 | month
im Jahr 2019                                          | 2019-01-01 | 2020-01-01 | year
in den 90er Jahren                                    | 1990-01-01 | 2000-01-01 | decade
morgen um 17 Uhr                                      | 2024-05-16 17:00 | 2024-05-16 18:00 | hour
vom 3. bis 7. Mai 2023                                | 2023-05-03 | 2023-05-08 | day
Freitag nächster Woche                                | 2024-05-24 | 2024-05-25 | day
La vi ayer                                            | 2024-05-14 | 2024-05-15 | day
Hoy llueve                                            | 2024-05-15 | 2024-05-16 | day
Mañana viajamos                                       | 2024-05-16 | 2024-05-17 | day
pasado mañana tengo examen                            | 2024-05-17 | 2024-05-18 | day
anteayer comimos juntos                               | 2024-05-13 | 2024-05-14 | day
mañana por la mañana                                  | 2024-05-16 06:00 | 2024-05-16 12:00 | part_of_day
anoche no dormí                                       | 2024-05-14 18:00 | 2024-05-15 06:00 | part_of_day
el viernes pasado fuimos al cine                      | 2024-05-10 | 2024-05-11 | day
el próximo lunes                                      | 2024-05-20 | 2024-05-21 | day
hace dos semanas                                      | 2024-04-28 | 2024-05-05 | week
hace tres días                                        | 2024-05-12 | 2024-05-13 | day
hace unos días                                        | 2024-05-10 | 2024-05-14 | day
dentro de dos meses                                   | 2024-07-01 | 2024-08-01 | month
la semana que viene                                   | 2024-05-20 | 2024-05-27 | week
la semana pasada                                      | 2024-05-06 | 2024-05-13 | week
el mes pasado                                         | 2024-04-01 | 2024-05-01 | month
el año pasado                                         | 2023-01-01 | 2024-01-01 | year
el próximo año                                        | 2025-01-01 | 2026-01-01 | year
el verano pasado                                      | 2023-06-01 | 2023-09-01 | season
el 3 de mayo de 2024                                  | 2024-05-03 | 2024-05-04 | day
en marzo de 2023                                      | 2023-03-01 | 2023-04-01 | month
en 2019 vivía en Madrid                               | 2019-01-01 | 2020-01-01 | year
desde marzo vivo aquí                                 | 2024-03-01 | 2024-05-15 14:30 | month
los últimos tres meses                                | 2024-02-15 | 2024-05-15 14:30 | month
a finales de junio de 2023                            | 2023-06-21 | 2023-07-01 | month
el fin de semana pasado                               | 2024-05-11 | 2024-05-13 | weekend
los años 90                                           | 1990-01-01 | 2000-01-01 | decade
mañana a las 5 de la tarde                            | 2024-05-16 17:00 | 2024-05-16 18:00 | hour
del 3 al 7 de mayo de 2023                            | 2023-05-03 | 2023-05-08 | day
esta noche cenamos fuera                              | 2024-05-15 18:00 | 2024-05-16 06:00 | part_of_day
Je l'ai vue hier                                      | 2024-05-14 | 2024-05-15 | day
Aujourd'hui il pleut                                  | 2024-05-15 | 2024-05-16 | day
Demain nous partons                                   | 2024-05-16 | 2024-05-17 | day
Rendez-vous après-demain                              | 2024-05-17 | 2024-05-18 | day
avant-hier j'étais malade                             | 2024-05-13 | 2024-05-14 | day
hier soir on a dansé                                  | 2024-05-14 18:00 | 2024-05-15 | part_of_day
demain matin je cours                                 | 2024-05-16 06:00 | 2024-05-16 12:00 | part_of_day
vendredi dernier                                      | 2024-05-10 | 2024-05-11 | day
lundi prochain                                        | 2024-05-20 | 2024-05-21 | day
il y a deux semaines                                  | 2024-04-28 | 2024-05-05 | week
il y a trois jours                                    | 2024-05-12 | 2024-05-13 | day
il y a quelques jours                                 | 2024-05-10 | 2024-05-14 | day
dans deux mois                                        | 2024-07-01 | 2024-08-01 | month
la semaine prochaine                                  | 2024-05-20 | 2024-05-27 | week
la semaine dernière                                   | 2024-05-06 | 2024-05-13 | week
le mois dernier                                       | 2024-04-01 | 2024-05-01 | month
l'année dernière                                      | 2023-01-01 | 2024-01-01 | year
l'été dernier                                         | 2023-06-01 | 2023-09-01 | season
le 3 mai 2024                                         | 2024-05-03 | 2024-05-04 | day
le 1er mai 2024                                       | 2024-05-01 | 2024-05-02 | day
en mars 2023                                          | 2023-03-01 | 2023-04-01 | month
en 2019 j'habitais à Lyon                             | 2019-01-01 | 2020-01-01 | year
depuis mars je suis ici                               | 2024-03-01 | 2024-05-15 14:30 | month
les trois derniers mois                               | 2024-02-15 | 2024-05-15 14:30 | month
fin juin 2023                                         | 2023-06-21 | 2023-07-01 | month
le week-end dernier                                   | 2024-05-11 | 2024-05-13 | weekend
les années 90                                         | 1990-01-01 | 2000-01-01 | decade
demain à 17h30                                        | 2024-05-16 17:30 | 2024-05-16 17:31 | minute
du 3 au 7 mai 2023                                    | 2023-05-03 | 2023-05-08 | day
ce soir on sort                                       | 2024-05-15 18:00 | 2024-05-16 | part_of_day
"""

HAN = """
我昨天看到她了                                         | 2024-05-14 | 2024-05-15 | day
今天很热                                               | 2024-05-15 | 2024-05-16 | day
我们明天出发                                           | 2024-05-16 | 2024-05-17 | day
前天我去了北京                                         | 2024-05-13 | 2024-05-14 | day
后天考试                                               | 2024-05-17 | 2024-05-18 | day
上周五我们去看了电影                                   | 2024-05-10 | 2024-05-11 | day
下周五开会                                             | 2024-05-24 | 2024-05-25 | day
这周五有空吗                                           | 2024-05-17 | 2024-05-18 | day
上星期天我在家                                         | 2024-05-12 | 2024-05-13 | day
下个月我要搬家                                         | 2024-06-01 | 2024-07-01 | month
上个月我辞职了                                         | 2024-04-01 | 2024-05-01 | month
两周前我搬家了                                         | 2024-04-28 | 2024-05-05 | week
三天后回来                                             | 2024-05-18 | 2024-05-19 | day
三个月前                                               | 2024-02-01 | 2024-03-01 | month
几天前他来过                                           | 2024-05-10 | 2024-05-14 | day
去年夏天我们去了日本                                   | 2023-06-01 | 2023-09-01 | season
去年我毕业了                                           | 2023-01-01 | 2024-01-01 | year
明年我想学画画                                         | 2025-01-01 | 2026-01-01 | year
2024年5月3日                                           | 2024-05-03 | 2024-05-04 | day
5月3日我在上海                                         | 2024-05-03 | 2024-05-04 | day
二〇二三年六月                                         | 2023-06-01 | 2023-07-01 | month
2019年我在北京                                         | 2019-01-01 | 2020-01-01 | year
昨晚没睡好                                             | 2024-05-14 18:00 | 2024-05-15 | part_of_day
明天下午三点见                                         | 2024-05-16 15:00 | 2024-05-16 16:00 | hour
上周末我们爬山了                                       | 2024-05-11 | 2024-05-13 | weekend
过去三个月我很忙                                       | 2024-02-15 | 2024-05-15 14:30 | month
90年代的音乐                                           | 1990-01-01 | 2000-01-01 | decade
去年五月                                               | 2023-05-01 | 2023-06-01 | month
上周我生病了                                           | 2024-05-06 | 2024-05-13 | week
下周                                                   | 2024-05-20 | 2024-05-27 | week
2023年6月底                                            | 2023-06-21 | 2023-07-01 | month
三月以来                                               | 2024-03-01 | 2024-05-15 14:30 | month
2023年第三季度                                         | 2023-07-01 | 2023-10-01 | quarter
从2023年3月到5月                                       | 2023-03-01 | 2023-06-01 | month
先週の金曜日に映画を見た                               | 2024-05-10 | 2024-05-11 | day
来月引っ越します                                       | 2024-06-01 | 2024-07-01 | month
一昨日会いました                                       | 2024-05-13 | 2024-05-14 | day
二週間前に始めた                                       | 2024-04-28 | 2024-05-05 | week
再来週テストがある                                     | 2024-05-27 | 2024-06-03 | week
昨日は暑かった                                         | 2024-05-14 | 2024-05-15 | day
明日出発します                                         | 2024-05-16 | 2024-05-17 | day
今日は休みです                                         | 2024-05-15 | 2024-05-16 | day
明後日会議です                                         | 2024-05-17 | 2024-05-18 | day
おととい電話した                                       | 2024-05-13 | 2024-05-14 | day
先月辞めました                                         | 2024-04-01 | 2024-05-01 | month
去年の夏に京都へ行った                                 | 2023-06-01 | 2023-09-01 | season
来年結婚します                                         | 2025-01-01 | 2026-01-01 | year
三日前に届いた                                         | 2024-05-12 | 2024-05-13 | day
3ヶ月前に買った                                        | 2024-02-01 | 2024-03-01 | month
五年前                                                 | 2019-01-01 | 2020-01-01 | year
来週の月曜日に会いましょう                             | 2024-05-20 | 2024-05-21 | day
昨夜は眠れなかった                                     | 2024-05-14 18:00 | 2024-05-15 06:00 | part_of_day
今朝走った                                             | 2024-05-15 06:00 | 2024-05-15 12:00 | part_of_day
明日の午後3時に                                        | 2024-05-16 15:00 | 2024-05-16 16:00 | hour
先週末は山に行った                                     | 2024-05-11 | 2024-05-13 | weekend
数日前に会った                                         | 2024-05-10 | 2024-05-14 | day
2023年6月下旬                                          | 2023-06-21 | 2023-07-01 | month
令和5年5月3日                                          | 2023-05-03 | 2023-05-04 | day
過去3ヶ月                                              | 2024-02-15 | 2024-05-15 14:30 | month
三日後に帰る                                           | 2024-05-18 | 2024-05-19 | day
"""

NOTHING = """
I may go if I can
They march through the city
Give me a second, I need a minute
The Sun rose over Mars
I go there every Friday
We meet on Fridays
We train three times a week
I studied for two weeks
Three days later he came back
When I was ten I had a dog
I ran 2019 metres
There were 1500 people
It costs 2000 dollars
Room 2024 is upstairs
I am here
He sat down and wed her
Mayo and ketchup, please
Each morning I drink tea
every other week
one day at a time
Spring forward, fall back
the second time I won
He had the last word
the next day he left
The next time we meet
version 3.5.2
ratio 3/5, open 24/7
call 555-2024-11
On February 30, 2023 nothing happened
Ich bin hier
jeden Freitag gehe ich schwimmen
Guten Morgen!
zwei Wochen lang
drei Tage später
todos los viernes
durante dos semanas
tres días después
Tengo dos gatos y un perro
à la fin de mes études
chaque vendredi
pendant deux semaines
trois jours plus tard
J'ai été malade
每周五我去游泳
学了两个星期
毎週金曜日に泳ぐ
二週間勉強した
日本に行きたい
星星很亮
April is my sister and June is my aunt
The 2024 model is red
Martes is a genus
2024-13-45
5 out of 10
"""
