"""The entry of `imbang` and `keseimbangan`."""

import gc
import os
import sys

# Not `typing`: until `main` runs, Ctrl-C would be answered with a traceback.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

INTERRUPTED = 130


def main() -> "NoReturn":
    """Run the program on `sys.argv` and exit."""
    # The imports make a hundred thousand objects that live to the end. Looking through them for
    # garbage, again and again and once more at exit, would be a sixth of a short command.
    gc.disable()
    try:
        _settle_streams()
        from keseimbangan.cli.run import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    gc.freeze()
    sys.exit(code)


def _settle_streams() -> None:
    """Windows pipes and bare locales would otherwise break on the first arrow or dash."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Closed by the caller, as in `imbang hari >&-`.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if hasattr(sys.stdin, "reconfigure"):
        # Bytes that are no text come through as what is then refused, at the question again.
        sys.stdin.reconfigure(errors="surrogateescape")


if __name__ == "__main__":
    main()
