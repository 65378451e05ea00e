"""One line that a person types, waited for so that no Ctrl-C is lost.

Python only notes a signal and acts on it between two of its own instructions. One that arrives
after the last of them and before the system waits for the terminal would be acted on after the
next Enter: the person presses Ctrl-C, sees `^C`, and nothing happens.
"""

import sys

if sys.platform == "win32":

    def typed_line() -> str:
        """The next line of stdin with its line end; nothing after the last one."""
        return sys.stdin.readline()

else:
    import io
    import os
    import select
    import signal
    from collections.abc import Iterator
    from contextlib import contextmanager

    def typed_line() -> str:
        """The next line of stdin with its line end; nothing after the last one.

        Raises KeyboardInterrupt after Ctrl-C, whenever it was pressed.
        """
        try:
            handle = sys.stdin.fileno()
        except io.UnsupportedOperation:
            # Not a real terminal: there is nobody who presses anything.
            return sys.stdin.readline()
        with wakened() as wake:
            # A terminal hands out whole lines: what is ready is read without waiting.
            while handle not in select.select([handle, wake], [], [])[0]:
                os.read(wake, 512)
        return sys.stdin.readline()

    @contextmanager
    def wakened() -> Iterator[int]:
        """A descriptor that is ready to be read as soon as a signal has come."""
        wake, woken = os.pipe()
        os.set_blocking(woken, False)
        before = signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
        try:
            yield wake
        finally:
            signal.set_wakeup_fd(before)
            os.close(wake)
            os.close(woken)
