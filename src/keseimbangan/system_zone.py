"""The zone of the machine, for whoever has not chosen one."""

import os
from collections.abc import Mapping

from keseimbangan.setting_values import zone

DEFAULT_ZONE = "Asia/Jakarta"

# Windows has its own names for the three Indonesian zones.
_WINDOWS_ZONES = {
    "SE Asia Standard Time": "Asia/Jakarta",
    "Singapore Standard Time": "Asia/Makassar",
    "Tokyo Standard Time": "Asia/Jayapura",
}


def system_zone(environment: Mapping[str, str] = os.environ) -> str:
    """The zone of the machine where it has one of its own, else that of Jakarta.

    Servers and containers stand on UTC, which is nobody's home in Indonesia.
    """
    name = environment.get("TZ", "").lstrip(":") or _linked_zone()
    if "/" not in name or name.startswith(("/", "Etc/")):
        return DEFAULT_ZONE
    try:
        return zone(name)
    except ValueError:
        return DEFAULT_ZONE


def _linked_zone() -> str:
    if os.name == "nt":
        import time

        return _WINDOWS_ZONES.get(time.tzname[0], "")
    try:
        return os.readlink("/etc/localtime").rpartition("zoneinfo/")[2]
    except OSError:
        return ""
