"""The language in which a person reads: Indonesian source texts, an English catalogue.

Help texts are translated while the command modules are imported, so `activate` runs before them.
"""

import gettext as _gettext
from pathlib import Path

DEFAULT_LANGUAGE = "id"
LANGUAGES = ("id", "en")

_LOCALE_DIR = Path(__file__).parent / "locale"
_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_language = DEFAULT_LANGUAGE


def activate(language: str) -> None:
    """Make every later `_` answer in `language`; an unknown language is read as Indonesian."""
    global _catalogue, _language
    _language = language if language in LANGUAGES else DEFAULT_LANGUAGE
    if _language == DEFAULT_LANGUAGE:
        _catalogue = _gettext.NullTranslations()
    else:
        _catalogue = _gettext.translation("keseimbangan", _LOCALE_DIR, [_language])


def language() -> str:
    """The active language, `id` or `en`."""
    return _language


def _(message: str) -> str:
    """The text in the active language."""
    return _catalogue.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The text for `n` things in the active language; Indonesian has one form for both."""
    return _catalogue.ngettext(singular, plural, n)
