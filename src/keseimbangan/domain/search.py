"""Finding words in what a person wrote, however they are capitalised or accented."""

import unicodedata


def search_key(text: str) -> str:
    """What a search compares: lower case, without accents and other marks on letters."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in letters if unicodedata.category(c) != "Mn").casefold()
    # Folding can bring out a letter that has a decomposition of its own.
    return unicodedata.normalize("NFKD", plain)
