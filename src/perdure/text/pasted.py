"""Where a text holds what its speaker pasted: code, logs, mails, transcripts, quoted lines, material to work on."""

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["pasted_regions"]

_FENCE: Final = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)", re.DOTALL)
_QUOTED_LINE: Final = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_MACHINE_LINE: Final = re.compile(
    r"^[ \t]*(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?\d\d:\d\d:\d\d|(?:\[\w+\]\s*)?\[?(?:ERROR|WARN(?:ING)?|INFO|"
    r"DEBUG|FATAL|TRACE)\]?[ :\]]|Traceback \(|\w*(?:Error|Exception):|File \"|at [\w$.]+\(|"
    r"\$ |>>> |(?:def|class|import|from|const|let|var|function|return|public|private|if|for|"
    r"while) [^.?!]*[;:{(]\s*$|[}\])];?,?\s*$|<[/\w][^>]*>|[\"'][\w-]+[\"']\s*:).*$"
    r"|^.*[;{]\s*$",
    re.MULTILINE,
)
_MAIL: Final = re.compile(
    r"^[ \t]*(?:(?:From|To|Subject|Von|Betreff|De|Asunto|Objet)\s*:\s*\S.*$|-{3,}\s*(?:Original|Forwarded|"
    r"Weitergeleitet).*$|On .{5,80} wrote:\s*$|Dear (?:\w+\s?){1,3},\s*$|"
    r"Sehr geehrte.*,\s*$|Estimad[oa].*[,:]\s*$)",
    re.MULTILINE,
)
# "Please proofread this: ..." hands over material; what it says is said by whoever is to say it.
_MATERIAL: Final = re.compile(
    r"\b(?:translate|rewrite|rephrase|proofread|summari[sz]e|paraphrase|edit|polish|shorten|correct|improve|fix|"
    r"review|analy[sz]e|check|explain|read|debug|complete|reply to|respond to|"
    r"übersetze?|korrigiere?|traduce|corrige|resume|traduis|corrige[zr]?|résume|here(?:['’]?s| is| are)|this is|"
    r"below is|(?:the|an?) (?:following|email|article|passage|text|message|log|error))\b[^.?!\n:]{0,100}"
    r"\b(?:this|following|sentences?|text|e-?mail|paragraph|draft|essay|letter|article|messages?|note|cover letter|"
    r"bio|log|logs|error|code|passage|story|poem|lyrics|transcript|post|caption|speech|review|"
    r"satz|brief|frase|carta|texto|phrase|lettre|texte)\b[^.?!\n:]{0,80}:(?=\s)"
    r"|(?:翻译|修改|润色)[^。\n]{0,20}[:：]|(?:翻訳|添削)[^。\n]{0,20}[:：]",
    re.IGNORECASE,
)
_MATERIAL_HINT: Final = (":", "：")
_TRANSCRIPT: Final = re.compile(r"^[ \t]*[A-Z][\w .]{0,20}:[ \t]+\S.*$", re.MULTILINE)


def pasted_regions(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of what was pasted, possibly overlapping."""
    if "```" in text or "~~~" in text:
        yield from (match.span() for match in _FENCE.finditer(text))
    if ">" in text:
        yield from (match.span() for match in _QUOTED_LINE.finditer(text))
    if any(sign in text for sign in _MATERIAL_HINT) and (match := _MATERIAL.search(text)):
        yield match.end(), len(text)
    if "\n" not in text and not text.startswith(("[", "ERROR", "2", "Traceback")):
        return
    yield from (match.span() for match in _MACHINE_LINE.finditer(text))
    if match := _MAIL.search(text):
        yield match.start(), len(text)
    spoken = [match.span() for match in _TRANSCRIPT.finditer(text)]
    if len(spoken) > 2 or (len(spoken) == 2 and _is_talk(text, spoken)):
        yield from spoken


def _is_talk(text: str, spoken: list[tuple[int, int]]) -> bool:
    """Whether two lines that begin with a name and a colon are a talk, and not a form that somebody filled in ("Name: Ann")."""
    return all(len(text[begin:end].split()) > 4 for begin, end in spoken)
