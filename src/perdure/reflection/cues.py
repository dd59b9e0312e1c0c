"""Which words show that a sentence gives a value of an attribute at all: "Rome" is a home after "live", and no employer."""

from collections.abc import Mapping, Sequence
from typing import Final

from perdure.reflection.tokens import COMMA, DETERMINERS, Token, content, tokens
from perdure.reflection.voices import RELATIONS

__all__ = ["BACKWARDS", "NAMES_A_RELATION", "fits", "is_cued", "joined_to_relation"]

BACKWARDS: Final[Mapping[str, tuple[str, ...]]] = {
    "allergy": ("allerg", "intoler"),
    "dislikes": ("dislike", "hate", "detest", "loathe"),
}
"""Attributes that a denial states: "I can't eat nuts" gives an allergy. With one of these words a denial denies, as elsewhere."""
NAMES_A_RELATION: Final = frozenset(("partner", "child", "sibling", "parent", "friend", "pet"))

# Beginnings of words (folded, so without accents), or characters of unspaced scripts.
_CUES: Final[Mapping[str, str]] = {
    "name": "name call heiss llam appel 叫 名",
    "nickname": "nick call name 叫",
    "age": "age old year turn am is jahr alt ano an 岁 歳",
    "birthday": "birthday born bday geburtstag geboren cumple nac anniversaire ne 生日 誕生日",
    "pronouns": "pronoun",
    "employer": "work job join employ hire start compan arbeit firma trabaj empresa travail boulot bosse business 工作 上班 働 勤 公司",
    "occupation": "work job am as become profession career arbeit bin beruf soy trabaj suis travail metier 工作 是 仕事",
    "home": "live living move based home reside apartment flat house rent wohn leb zieh zog umgezogen viv mud habit demenag 住 搬 引っ越",
    "origin": "from born grew grow raised native originally aus geboren aufgewachsen nac crec origin viens ne 来自 出身 生",
    "relationship": "single married divorced engaged relationship dating widow verheiratet ledig casad solter divorc celibataire 结婚 独身",
    "partner": "wife husband partner girlfriend boyfriend fiance spouse frau mann freund espos marid mujer novi femme mari dating 妻 夫",
    "child": "son daughter child kid baby boy girl sohn tochter kind hij ni fils fille enfant lad twin 儿子 女儿 子",
    "sibling": "sister brother sibling twin schwester bruder herman soeur frere 姐 妹 哥 弟 兄 姉",
    "parent": "mother father mom mum dad parent mutter vater madre padre mere pere 妈 爸 母 父",
    "friend": "friend buddy mate pal freund amig ami copain copine 朋友 友",
    "pet": "pet dog cat puppy kitten hamster rabbit bird parrot fish horse turtle hund katze perr gat chien chat 狗 猫 犬",
    "phone": "phone number mobile cell telefon nummer telefono numero telephone 电话 電話",
    "email": "mail correo email 邮箱 メール",
    "timezone": "time zone timezone zeitzone horari fuseau utc gmt",
    "language": "language speak english sprache sprech idioma habl langue parl answer reply respond 语 語 用 回答",
    "speaks": "speak fluent learn language sprech sprache habl idioma parl langue 说 会 話",
    "school": "school college university uni study student schule universit escuela colegio ecole lycee sophomore freshman 学校 大学",
    "studies": "study studi major degree course student estudi etudi master bachelor phd 学 専攻",
    "account": "account number konto cuenta compte github username login handle 账号",
    "diet": "vegan vegetarian diet eat gluten keto halal kosher ess ernahr com mang veggie pescatarian paleo 吃 食",
    "car": "car drive drove bought auto fahr coche carro voiture 车 車",
    "religion": "christian muslim jewish buddhist hindu catholic atheist religio church",
    "income": "earn income salary make paid verdien gehalt gan sueldo gagn salaire bring",
    "budget": "budget spend afford ausgeb gast presupuest depens max",
    "allergy": "allerg intoler anaphyla react can not epipen 过敏 アレルギー",
    "hobby": "hobby hobbies play into enjoy love like weekend spiel afici joue taken took doing practic club weekend 爱好 趣味",
    "likes": "like love enjoy fan favor favour prefer adore fond mag lieb gust encant ador aim 喜欢 爱 好き",
    "dislikes": "dislike hate detest loathe stand not can hass nicht odi no gust detest aime pas 讨厌 不 嫌い 苦手",
    "skill": "can good skill know experience expert able kann konn sabe sais 会 できる",
    "condition": "have diagnos suffer asthma diabet condition disease syndrome migraine hab leid teng sufr diagnostic j 病 患",
    "medication": "take taking medic pill prescri dose tablet nehm medikament tom prend medicament 药 薬",
    "owns": "own have got bought possess besitz hab teng compr possed achet 有 持",
    "goal": "want goal plan hope aim aspire dream train save saving will ziel mochte quier objetiv veux objectif 想 目标 目標",
    "membership": "member belong join club part mitglied miembro membre 会员",
}
_SHORTEST_BEGINNING: Final = 3
"""Characters of a cue that other words may begin with; a shorter one is a word."""
_NOT_AFTER: Final[Mapping[str, frozenset[str]]] = {
    attribute: frozenset("from near left leaving visiting visited aus desde depuis".split())
    for attribute in ("home", "employer", "occupation", "school")
}
"""Who moves from Oslo does not live there, and who works from home has no employer of that name."""
_TIMES: Final = frozenset(
    """today tomorrow yesterday tonight now week month year day morning evening weekend last next monday tuesday wednesday thursday friday
    saturday sunday january february march april june july august september october november december""".split()
)
_TELLS_TIME: Final = frozenset(("birthday", "goal", "timezone"))
_WANTED: Final = frozenset(
    """want wanna plan planning hope hoping might may could would wish dream dreaming thinking considering will should need looking mochte
    will werde plane quiero quisiera voy veux voudrais vais""".split()
)
_MAY_BE_WANTED: Final = frozenset(("goal", "likes", "dislikes", "hobby", "allergy", "budget", "diet", "name", "nickname"))
_IS: Final = frozenset(("am", "is", "are", "bin", "ist", "have", "tengo", "tiene", "ai", "a"))
_YEARS: Final = ("year", "month", "jahr", "monat", "ano", "mes", "an", "mois", "and")
_CALLED: Final = frozenset(("name", "nickname"))
_CALLED_WITHIN: Final = 4
"""Tokens before a name that "call" or "name" must be among: "my full name is", but not a name anywhere beside the word."""
_PAST: Final = frozenset(("was", "were", "war", "era", "etais"))
_NUMBERS: Final = frozenset(("phone", "account", "income", "budget", "medication"))
_BETWEEN: Final = frozenset(
    """is s are was named called name names my our a an the who heisst ist namens se llama es s appelle est and""".split()
) | {COMMA}


def is_cued(attribute: str, clause: Sequence[Token]) -> bool:
    """Whether a clause has a word that belongs to an attribute; one that is not listed must be named in the clause itself."""
    cues = _CUES.get(attribute)
    if cues is None:
        stems = {token.stem for token in clause}
        return all(token.stem in stems for token in tokens(attribute) if token.text != "setting")
    whole = "".join(token.text for token in clause)
    return any(_occurs(cue, clause, whole) for cue in cues.split())


def _occurs(cue: str, clause: Sequence[Token], whole: str) -> bool:
    if not cue.isascii():
        return cue in whole
    if len(cue) < _SHORTEST_BEGINNING:
        return any(token.text == cue for token in clause)
    return any(token.text.startswith(cue) for token in clause)


def fits(attribute: str, clause: Sequence[Token], begin: int, end: int) -> bool:
    """Whether words at a place can be the value of an attribute: no time, nothing wanted, past, or after a word that rules it out."""
    if attribute in _CALLED and not is_cued(attribute, clause[max(0, begin - _CALLED_WITHIN) : begin]):
        return False
    if attribute == "age":
        return _is_age(clause, begin, end)
    if attribute not in _TELLS_TIME and all(token.text in _TIMES or token.number for token in content(clause[begin:end])):
        return attribute in _NUMBERS and not any(token.text in _TIMES for token in clause[begin:end])
    words = [token.text for token in clause[:begin] if token.text not in DETERMINERS]
    if attribute not in _MAY_BE_WANTED and not _WANTED.isdisjoint(words):
        return False
    before = words[-1] if words else ""
    return before not in _PAST and before not in _NOT_AFTER.get(attribute, ())


def _is_age(clause: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a number is how old somebody is, and not how long something took or how many there are."""
    after = [token.text for token in clause[end : end + 2]]
    if not any(token.number for token in clause[begin:end]) or (begin and clause[begin - 1].text in _PAST):
        return False
    if "old" in after or "age" in after or any(token.text.startswith(("turn", "age", "alt")) for token in clause[:begin]):
        return True
    stated = begin > 0 and clause[begin - 1].text in _IS
    return stated and (not after or after[0] == COMMA or after[0].startswith(_YEARS))


def joined_to_relation(clause: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a name stands right beside a relation: "my sister Anna", "Anna is my sister", "a dog named Rex"."""
    related = [place for place, token in enumerate(clause) if _is_relation(token)]
    return any(_is_bare(clause[place + 1 : begin]) if place < begin else _is_bare(clause[end:place]) for place in related)


def _is_relation(token: Token) -> bool:
    return token.text in RELATIONS or any(token.text.startswith(cue) for cue in _CUES["pet"].split() if cue.isascii())


def _is_bare(between: Sequence[Token]) -> bool:
    return all(token.text in _BETWEEN for token in between)
