"""A passphrase from a descriptor: one line, whole however it arrives, and never shown."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from keseimbangan.cli.passphrases import from_descriptor
from keseimbangan.errors.locking import (
    MOST_BYTES,
    DescriptorIsTerminal,
    DescriptorUnreadable,
    PassphraseLong,
)


@contextmanager
def arriving(*pieces: bytes) -> Iterator[int]:
    """A descriptor that gives each piece by itself, and then ends."""
    reading, writing = os.pipe()

    def feed() -> None:
        with open(writing, "wb", buffering=0) as file:
            for piece in pieces:
                file.write(piece)

    feeder = threading.Thread(target=feed)
    feeder.start()
    try:
        yield reading
    finally:
        os.close(reading)
        feeder.join()


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"\nlain"])
def test_it_is_the_first_line_however_it_arrives(
    end: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.read
    monkeypatch.setattr(os, "read", lambda handle, _most: real(handle, 7))
    with arriving("kuda bätérai staples".encode() + end) as handle:
        assert from_descriptor(str(handle)) == "kuda bätérai staples"


def test_as_long_as_it_may_be_it_is_whole() -> None:
    words = "a" * MOST_BYTES
    with arriving(words[:1000].encode(), words[1000:].encode(), b"\n") as handle:
        assert from_descriptor(str(handle)) == words


def test_a_longer_one_is_refused_and_not_cut() -> None:
    with arriving(b"a" * MOST_BYTES, b"a") as handle, pytest.raises(PassphraseLong):
        from_descriptor(str(handle))


def test_a_terminal_is_refused_because_it_would_show_it() -> None:
    main, other = pytest.importorskip("pty").openpty()
    try:
        with pytest.raises(DescriptorIsTerminal):
            from_descriptor(str(other))
    finally:
        os.close(main)
        os.close(other)


def test_an_empty_line_is_no_passphrase() -> None:
    with arriving(b"\nsandi rahasia\n") as handle, pytest.raises(DescriptorUnreadable):
        from_descriptor(str(handle))
