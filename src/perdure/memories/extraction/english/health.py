"""Illnesses and drugs, by name or by how their names end."""

from typing import Final

from perdure.memories.extraction.english.words import CONDITIONS
from perdure.memories.extraction.found import alternatives

__all__ = ["CONDITION", "MEDICINE"]

MEDICINE: Final = (
    r"(?P<v>(?:\d+\s*(?:mg|mcg|µg|ml|iu)\s+(?:of\s+)?)?(?:insulin|warfarin|lithium|ritalin|adderall|prozac|zoloft|"
    r"lexapro|xanax|ozempic|wegovy|ventolin|aspirin|methotrexate|antidepressants?|blood\s+thinners?|"
    r"beta[\s-]?blockers?|statins?|vyvanse|concerta|wellbutrin|humira|synthroid|"
    r"(?:vitamin\s+\w+|iron|magnesium|b12|melatonin|creatine|omega-?3)(?:\s+(?:supplements?|tablets?|pills?))?|"
    r"antihistamines?|birth\s+control|the\s+pill|steroids?|inhaler|"
    r"[a-z-]{3,}(?:pril|sartan|statin|olol|azole|oxetine|opram|traline|formin|thyroxine|phylline|sonide|terol|"
    r"tamol|profen|cillin|mycin|azepam|zolam|idone|apine|lamide|triptan|gliptin|glutide|xaban|parin|phenidate|"
    r"amphetamine|cortisone|nisone|semide|thiazide|dipine|zosin|tinib|vir|caine|barbital|gabalin|gabapentin|"
    r"trigine|coxib|rizine|ratadine|fenadine|irtazapine|bupropion|faxine|zepam|caftor|lukast))(?:\s+\d+\s*(?:mg|"
    r"mcg|µg|ml))?)(?![\w-])"
)
CONDITION: Final = (
    r"(?P<v>(?:(?:type[\s-](?:1|2|one|two|i|ii)|severe|mild|chronic|really\s+bad|bad|early-onset|seasonal|clinical|"
    rf"generali[sz]ed|recurring)\s+)*(?:{alternatives(CONDITIONS)}|[a-z-]{{3,}}(?:itis|osis|emia|aemia|algia|"
    r"plegia)|[\w'-]+(?:\s+[\w'-]+)?\s+(?:syndrome|disorder|disease|anxiety|phobia|intolerance|arthritis|"
    r"deficiency)))(?![\w-])(?!\s+(?:attack\s+of|about))"
)
