"""What Chinese and Japanese write alike: numerals, and dates of year, month and day."""

from typing import Any, Final

from perdure.timex.grammar import Rule, head, link, phrase, tail

__all__ = ["DATES", "DAYS", "HALF", "MONTHS", "NUMERALS", "VAGUE", "numeral"]

_DIGITS: Final = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
NUMERALS: Final = "零〇一二三四五六七八九十两百"
HALF: Final = {"半": True}
VAGUE: Final = {"几": (2, 5), "数": (2, 5), "好几": (3, 6), "十几": (11, 19)}


def numeral(text: str) -> int | None:
    """二十三 is 23, 二〇二三 is 2023; None for what is no number."""
    if not all(character in _DIGITS for character in text):
        hundreds, _, rest = text.rpartition("百")
        tens, ten, ones = rest.rpartition("十")
        parts = (hundreds or ("一" if "百" in text else "零"), tens or ("一" if ten else "零"), ones.lstrip("零") or "零")
        if any(part not in _DIGITS for part in parts):
            return None
        return sum(_DIGITS[part] * weight for part, weight in zip(parts, (100, 10, 1), strict=True))
    return int("".join(str(_DIGITS[character]) for character in text))


def _written(last: int) -> dict[str, Any]:
    """1, 01 and 一 up to the last."""
    han = ["", *"一二三四五六七八九"]
    names = {number: ("十" if number < 20 else han[number // 10] + "十") + han[number % 10] for number in range(10, last + 1)}
    names |= {number: han[number] for number in range(1, 10)}
    return {form: number for number, name in names.items() for form in (str(number), f"{number:02d}", name)}


MONTHS: Final = _written(12)
DAYS: Final = _written(31)

DATES: Final[tuple[Rule, ...]] = (
    phrase("date", r"{year}年\s?{month}月\s?{day}[日号]"),
    phrase("date", r"{month}月\s?{day}[日号]"),
    phrase("date", r"{yearside}的?の?{month}月\s?{day}[日号]"),
    phrase("date", r"{month}月\s?{day}[日号]?\s?[-至到から]{1,2}\s?{day2}[日号]"),
    phrase("date", r"{year}年\s?{month}月\s?{day}[日号]?\s?[-至到から]{1,2}\s?{day2}[日号]"),
    phrase("month", r"{year}年\s?{month}月份?"),
    phrase("month", "{yearside}的?の?{month}月份?"),
    phrase("month", "{month}月份?"),
    phrase("year", "{year}年度?"),
    phrase("year", "{yearside}"),
    phrase("decade", "{decade}年代"),
    phrase("decade", "<上世纪|二十世纪|20世纪>{decade}年代"),
    phrase("season", "{yearside}的?の?{season}"),
    phrase("season", "{year}年的?の?{season}"),
    tail("edge", "{edge}"),
    link("<到|至|から>"),
    head("open", "从", strong=True),
)
