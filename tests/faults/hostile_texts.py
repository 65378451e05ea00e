"""Texts that try to be something else: control sequences, markup, formulas, other formats."""

import random
from collections.abc import Iterator

_LETTERS = "abcdefghij KLMNOP0123456789.,;:-_/\\'\"`$&<>[]{}()|=+@#%*~^!?"
# By family; `{}` stands for a few ordinary words.
FAMILIES: dict[str, tuple[str, ...]] = {
    "terminal": (
        *("\x1b[2J{}", "\x1b]0;{}\x07", "\x1b]8;;http://x\x1b\\{}", "\x9b31m{}", "{}\x1b[6n"),
        *("\x1bP{}\x1b\\", "\x08\x08{}", "{}\r\x1b[K", "\x0e{}", "\x1b[?1049h", "{}\x7f"),
    ),
    "direction": (
        *("a\u202e{}", "\u2066{}\u2069", "{}\u200f", "\u202d{}", "\u061c{}", "اجتماع {} שלום"),
    ),
    "no characters": (
        *("a\x00{}", "\x00", "{}\udc80", "\udfff{}", "\ud800", "\ufeff{}", "\ufffe{}"),
    ),
    "lines": (
        *("{}\nBEGIN:VEVENT", "{}\r\n{}", "{}\u2028{}", "{}\u2029", "\n", "{}\x0b{}", "{}\x85{}"),
    ),
    "markup": (
        *("[red]{}[/]", "[bold", "[/]", "[link=http://x]{}[/link]", ":smile: {}", "{{{}}} %s"),
    ),
    "SQL": (
        *("'; DROP TABLE tasks; --{}", '" OR 1=1 --', "{}%_\\%", "') UNION SELECT {}", "x'00'"),
    ),
    "spreadsheet": (
        *("=SUM(A1:A9){}", "+{}", "-1+1{}", "@{}", "\t={}", '"{}",=1+1', "=HYPERLINK({})"),
    ),
    "calendar": (
        *("END:VEVENT\\nBEGIN:VEVENT {}", "{};VALUE=URI:x", "a\\,b\\;c {}", "ATTENDEE:{}", "{}\\n"),
        *("SUMMARY:{}\\r\\nDTSTART:1", "\\", "\\\\{}", "{};{},{}:{}"),
    ),
    "web": (
        *("<script>{}</script>", "<img src=x onerror={}>", "&lt;{}&amp;", "</title>{}", "<!--{}"),
        *("]]>{}", "<svg/onload={}>", "javascript:{}", "{}' onmouseover='x", "&#x3c;{}"),
    ),
    "Markdown": ("# {}", "| {} | b |", "[{}](javascript:x)", "```{}", "![x]({})", "* {}", "\\{}"),
    "JSON": ('{{"a": "{}"}}', "\\u0000{}", '"{}', "null", "[1, 2", "\\"),
    "shell": ("$({})", "`{}`", "; rm -rf {}", "| {}", "> {}", "--{}", "-{}", "--json", "-", "@{}"),
    "formats": ("%s%n{}", "{{0}}", "{{self.__class__}}", "${{{}}}", "%(x)s", "{{}}{}"),
    "letters": (
        *("e\u0301{}", "Z\u0351\u036b\u0343{}", "👨\u200d👩\u200d👧 {}", "🏳️\u200d🌈{}"),
        *("नी {}", "กำ{}", "会议 {}", "ﷺ{}", "ﬃ{}", "İı{}", "ß{}", "𝔘{}", "\u00a0{}\u3000"),
        *("\u200b", "\u2800\u3164"),
    ),
    "long": ("{}" + "x" * 190, "y" * 900 + "{}", "{}" + "kata " * 400, "z" * 9_000, "w" * 10_001),
    "blank": ("", " ", "   ", "\t", "\u200b\u200d", "\u3000"),
}


def texts(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """That many different texts, each with its family; the seed says with which they begin."""
    chance = random.Random(seed)
    seen: set[str] = set()
    families = list(FAMILIES)
    while len(seen) < count:
        family = families[(seed + len(seen)) % len(families)]
        text = _text(family, chance)
        if text not in seen:
            seen.add(text)
            yield family, text
        elif family == "blank" or chance.random() < 0.2:
            # There are only so many ways to write nothing.
            families = [each for each in families if each != "blank"] or list(FAMILIES)


def _text(family: str, chance: random.Random) -> str:
    pattern = chance.choice(FAMILIES[family])
    words = "".join(chance.choices(_LETTERS, k=chance.randrange(1, 9)))
    text = pattern.replace("{{", "\x01").replace("}}", "\x02").replace("{}", words)
    text = text.replace("\x01", "{").replace("\x02", "}")
    if chance.random() < 0.2 and family != "blank":
        other = chance.choice(FAMILIES[chance.choice(list(FAMILIES))])
        text += " " + other
    return text
