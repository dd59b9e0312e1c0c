"""Japanese."""

from typing import Any, Final

from perdure.timex.grammar import Language, head, listed, phrase, tail
from perdure.timex.languages.han import DATES, DAYS, HALF, MONTHS, NUMERALS, VAGUE, numeral
from perdure.timex.spans import Granularity as U

__all__ = ["JAPANESE"]

_MONTH_COUNTERS: Final = ("ヶ月", "か月", "カ月", "ヵ月", "ケ月", "箇月", "ヶ月間", "か月間")
_WORDS: Final[dict[str, Any]] = {
    "count": VAGUE,
    "month": MONTHS,
    "day": DAYS,
    "eranumber": {"元": 1},
    "era": {"令和": 2018, "平成": 1988, "昭和": 1925},
    "yearside": {"一昨年": -2, "おととし": -2, "去年": -1, "昨年": -1, "今年": 0, "本年": 0, "来年": 1, "再来年": 2},
    "offset": {"一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "今日": 0, "きょう": 0, "本日": 0}
    | {"明日": 1, "あした": 1, "あす": 1, "明後日": 2, "あさって": 2, "明々後日": 3, "しあさって": 3},
    "side": {"先々": -2, "先": -1, "今": 0, "来": 1, "再来": 2},
    "cycle": {"週末": U.WEEKEND, "週": U.WEEK, "月": U.MONTH},
    "weekday": listed("月|火|水|木|金|土|日"),
    "unit": {"日": U.DAY, "日間": U.DAY, "年": U.YEAR, "年間": U.YEAR, "分": U.MINUTE, "時間": U.HOUR}
    | dict.fromkeys(("週間", "週"), U.WEEK)
    | dict.fromkeys(_MONTH_COUNTERS, U.MONTH),
    "part": dict.fromkeys(("朝", "午前中", "午前"), "morning")
    | {"昼": "noon", "お昼": "noon", "午後": "afternoon", "夕方": "evening", "晩": "evening", "夜": "night"},
    "season": listed("春|夏|秋|冬"),
    "edge": dict.fromkeys(("上旬", "初め", "始め", "初旬", "頭", "初頭"), 0)
    | dict.fromkeys(("中旬", "半ば"), 1)
    | dict.fromkeys(("下旬", "末", "終わり"), 2),
    "calendar": {"年": U.YEAR, "月": U.MONTH},
    "calendaredge": {"初": 0, "末": 2},
    "ampm": {"午前": 0, "朝の": 0, "朝": 0, "午後": 12, "夜の": 12, "夜": 12, "夕方": 12},
    "half": HALF,
}
_CLOCK: Final = r"{hour}時(?:{minute:number}分|{half})?(?!間)"

JAPANESE: Final = Language(
    name="ja",
    words=_WORDS,
    rules=(
        *DATES,
        phrase("date", r"{era}{year:eranumber}年{month}月{day}日"),
        phrase("month", r"{era}{year:eranumber}年{month}月"),
        phrase("year", r"{era}{year:eranumber}年"),
        phrase("deictic", "{offset}"),
        phrase("deictic", "今朝", offset=0, part="morning"),
        phrase("deictic", "<今夜>", offset=0, part="night"),
        phrase("deictic", "<今晩>", offset=0, part="evening"),
        phrase("deictic", "<昨夜|ゆうべ|夕べ>", offset=-1, part="night"),
        phrase("deictic", "昨晩", offset=-1, part="evening"),
        phrase("deictic", "<明朝|翌朝>", offset=1, part="morning"),
        phrase("day of month", r"{monthside:side}月の?{day}日"),
        phrase("cycle", "{side}{unit:cycle}"),
        phrase("cycle", "{unit:calendar}{edge:calendaredge}", side=0),
        phrase("weekend", "週末"),
        phrase("weekday", "{weekside:side}週の?{weekday}曜日?"),
        phrase("weekday", "{weekday}曜日?"),
        phrase("quarter", "{year}年の?第{quarter}四半期"),
        phrase("quarter", "第{quarter}四半期"),
        phrase("shift", "{count}{unit}ほど?前(?!後)", sign=-1),
        phrase("shift", "{count}{unit}前(?!後)", sign=-1),
        phrase("shift", "{count}{unit}<後|あと>", sign=1),
        phrase("shift", "半年前", sign=-1, count=(6, 6), unit=U.MONTH),
        phrase("shift", "半年後", sign=1, count=(6, 6), unit=U.MONTH),
        phrase("shift", "<先日|この間|この前>", sign=-1, count=(2, 7), unit=U.DAY),
        phrase("rolling", "<過去|ここ|この|最近>の?{count}{unit}", sign=-1),
        phrase("rolling", "<今後|これから>の?{count}{unit}", sign=1),
        phrase("clock", "{ampm}" + _CLOCK),
        phrase("blocked", "毎<週|月|年|日|朝|晩|週末><の>?{weekday}?曜?日?"),
        tail("weekday", r"{weekday}(?:曜日?\)?|\))"),
        tail("part", "{part}"),
        tail("clock", "{ampm}?" + _CLOCK),
        tail("clock", "{ampm}?{hour}:{minute}"),
        tail("since", "<以来|から|以降>"),
        tail("blocked", "<以前|より前>"),
        head("blocked", "毎"),
    ),
    past="た(?=[ 。、!?]|$)|ました|だった",
    future="ます|ましょう|つもり|予定|たい|だろう|までに",
    habit="毎|いつも|よく|普段|たいてい|時々",
    numerals=NUMERALS,
    numeral=numeral,
    before="(?<![第])",
    behind="",
)
