"""What may stand in a text a person writes."""

TITLE_LENGTH = 200
NOTE_LENGTH = 10_000

# They reorder what follows them and so make a line read otherwise than it is.
_DIRECTION_MARKS = frozenset(
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_LINE_SEPARATORS = frozenset("\u2028\u2029")


# They take no place or leave it empty. Between letters some have work to do, as in emoji.
_UNSEEN = "\u00ad\u115f\u1160\u180e\u200b\u200c\u200d\u2060\u2800\u3164\ufe0f\uffa0"


def is_blank(text: str) -> bool:
    """Whether there is nothing in a text that a person could see."""
    return all(character.isspace() or character in _UNSEEN for character in text)


def hidden_characters(text: str, *, lines: bool) -> tuple[str, ...]:
    """The control characters, direction marks and stray bytes in a text, named `U+001B`, once each.

    With them what is no character at all. `lines` lets line breaks and tabs pass. Letters of any
    script and emoji are no concern here.
    """
    allowed = "\n\t" if lines else ""
    found = dict.fromkeys(c for c in text if c not in allowed and _is_hidden(c))
    return tuple(f"U+{ord(character):04X}" for character in found)


def _is_hidden(character: str) -> bool:
    code = ord(character)
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000:
        return True
    # The last two of each plane are characters in no text; lines are broken with the help of one.
    if code & 0xFFFE == 0xFFFE:
        return True
    return character in _DIRECTION_MARKS or character in _LINE_SEPARATORS or code == 0xFEFF


def without_hidden(text: str, *, lines: bool) -> str:
    """A text of elsewhere without what `hidden_characters` finds; a lost line break is a blank."""
    if hidden := {int(name[2:], 16) for name in hidden_characters(text, lines=lines)}:
        breaks = hidden & {0x0A, 0x0D, 0x09, 0x2028, 0x2029}
        text = text.translate({code: " " if code in breaks else None for code in hidden})
    return text
