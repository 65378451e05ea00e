"""One call of the program with its nets or without: `python safety_arm.py with|without WORD …`.

Without them no step of the change log is begun or ended (the store that is given has no triggers
either), and nobody looks whether the backup of the day is due. Both ways go through here.
"""

import sys
from types import ModuleType


def _nothing(*_arguments: object, **_options: object) -> None:
    """Do nothing, and say no."""


NETS = {
    "keseimbangan.store.log": {"set_apart": _nothing, "close": _nothing},
    "keseimbangan.store.daily": {"is_due": _nothing},
}


def _stub(name: str, functions: dict[str, object]) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(functions)
    return module


if __name__ == "__main__":
    stubs = {name: _stub(name, functions) for name, functions in NETS.items()}
    if sys.argv.pop(1) == "without":
        sys.modules.update(stubs)
    from keseimbangan.__main__ import main

    main()
