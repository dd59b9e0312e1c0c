"""Chinese, in simplified or traditional characters."""

from typing import Any, Final

from perdure.timex.grammar import Language, head, listed, phrase, tail
from perdure.timex.languages.han import DATES, DAYS, HALF, MONTHS, NUMERALS, VAGUE, numeral
from perdure.timex.spans import Granularity as U

__all__ = ["CHINESE"]

_YEARS: Final = {"大前年": -3, "前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2}
_WORDS: Final[dict[str, Any]] = {
    "count": VAGUE,
    "month": MONTHS,
    "day": DAYS,
    "yearside": _YEARS,
    "offset": {"大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3},
    "near": {"昨": -1, "今": 0, "明": 1},
    "side": {"上上个": -2, "上上": -2, "上个": -1, "上一个": -1, "上一": -1, "上": -1, "这个": 0, "本": 0, "这": 0}
    | {"下个": 1, "下一个": 1, "下一": 1, "下": 1, "下下个": 2, "下下": 2},
    "cycle": {"周末": U.WEEKEND, "周": U.WEEK, "星期": U.WEEK, "礼拜": U.WEEK, "月": U.MONTH, "季度": U.QUARTER, "年": U.YEAR},
    "week": dict.fromkeys(("周", "星期", "礼拜"), 7),
    "weekday": listed("一|二|三|四|五|六|日,天"),
    "unit": {"天": U.DAY, "日": U.DAY, "年": U.YEAR, "年多": U.YEAR, "分钟": U.MINUTE, "季度": U.QUARTER, "个季度": U.QUARTER}
    | dict.fromkeys(("周", "星期", "个星期", "礼拜", "个礼拜"), U.WEEK)
    | dict.fromkeys(("个月", "月"), U.MONTH)
    | dict.fromkeys(("小时", "个小时", "个钟头", "钟头"), U.HOUR),
    "part": dict.fromkeys(("早上", "上午", "早晨", "清晨", "一早"), "morning")
    | dict.fromkeys(("晚上", "傍晚", "晚间"), "evening")
    | dict.fromkeys(("夜里", "半夜", "深夜"), "night")
    | {"中午": "noon", "下午": "afternoon", "凌晨": "small hours"},
    "shortpart": {"晚": "evening", "早": "morning", "晨": "morning", "夜": "night"},
    "season": listed("春天,春季,春|夏天,夏季,夏|秋天,秋季,秋|冬天,冬季,冬"),
    "longseason": listed("春天,春季|夏天,夏季|秋天,秋季|冬天,冬季"),
    "edge": {"初": 0, "年初": 0, "上旬": 0, "中旬": 1, "中": 1, "底": 2, "末": 2, "下旬": 2},
    "calendar": {"年": U.YEAR, "月": U.MONTH},
    "ampm": {"上午": 0, "早上": 0, "凌晨": 0, "清晨": 0, "下午": 12, "晚上": 12, "傍晚": 12, "中午": 12},
    "half": HALF,
}
_CLOCK: Final = r"{hour}(?:点|时)(?:{minute:number}分?|{half}|钟|整)?"

CHINESE: Final = Language(
    name="zh",
    words=_WORDS,
    rules=(
        *DATES,
        phrase("deictic", "{offset}"),
        phrase("deictic", "{offset:near}{part:shortpart}"),
        phrase("day of month", r"{monthside:side}月的?{day}[日号]"),
        phrase("cycle", "{side}{unit:cycle}"),
        phrase("cycle", "{side:side}{unit:calendar}{edge}"),
        phrase("cycle", "{unit:calendar}{edge}", side=0),
        phrase("weekend", "周末"),
        phrase("weekday", "{weekside:side}{week}的?{weekday}"),
        phrase("weekday", "{week}{weekday}"),
        phrase("season", "{side}{season:longseason}"),
        phrase("quarter", "{year}年的?第?{quarter}季度"),
        phrase("quarter", "{yearside}的?第?{quarter}季度"),
        phrase("quarter", "第{quarter}季度"),
        phrase("shift", "<大约|约>?{count}多?{unit}<之前|以前|前>", sign=-1),
        phrase("shift", "{count}{unit}半<之前|以前|前>", sign=-1, half=True),
        phrase("shift", "{count}个半{unit}<之前|以前|前>", sign=-1, half=True),
        phrase("shift", "{count}{unit}<之后|以后|后>(?!来)", sign=1),
        phrase("shift", "半年<之前|以前|前>", sign=-1, count=(6, 6), unit=U.MONTH),
        phrase("shift", "半年<之后|以后|后>", sign=1, count=(6, 6), unit=U.MONTH),
        phrase("shift", "前<几|两>天", sign=-1, count=(2, 5), unit=U.DAY),
        phrase("shift", "过<几>天", sign=1, count=(2, 5), unit=U.DAY, plain=True),
        phrase("rolling", "<过去|最近|近|这>的?{count}{unit}", sign=-1),
        phrase("rolling", "<未来|接下来|今后>的?{count}{unit}", sign=1),
        phrase("clock", "{ampm}" + _CLOCK),
        phrase("blocked", "<每个|每>{week}{weekday}?"),
        phrase("blocked", "<每个|每>周末"),
        phrase("blocked", "年<前|后|中>"),
        tail("weekday", r"<星期|周|礼拜>{weekday}\)?"),
        tail("part", "{part}"),
        tail("part", "{part:shortpart}"),
        tail("clock", "{ampm}" + _CLOCK),
        tail("clock", "{ampm}?{hour}:{minute}"),
        tail("since", "<以来|至今>"),
        tail("since", "<开始|起>"),
        tail("blocked", "<以前|之前|以后|之后>"),
        head("since", "<自从|自>"),
        head("blocked", "<每个|每逢|每>"),
    ),
    past="了|过|曾|去过|那时",
    future="会|要|将|打算|计划|准备|想|再|截止",
    habit="每|经常|总是|常常|平时|通常|一般",
    numerals=NUMERALS,
    numeral=numeral,
    before="(?<![第])",
    behind="",
)
