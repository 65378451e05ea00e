"""What the tests of export and import share: two computers, and what a file brought."""

from typing import Any

from tests.in_process import Imbang

SECRET = "atasan menyindir saya di rapat"
MONDAY, TUESDAY = "2026-11-23T08:00:00+07:00", "2026-11-24T08:00:00+07:00"
LATER = "2026-11-24T12:00:00+07:00"
FILE = "keseimbangan-2026-11-23.json"


class Home(Imbang):
    def __call__(self, *arguments: Any, **options: Any) -> Any:
        options["env"] = {"KESEIMBANGAN_HOME": str(self.home), **(options.get("env") or {})}
        return super().__call__(*arguments, **options)


def imported(imbang: Imbang, *words: Any, **options: Any) -> dict[str, Any]:
    return dict(imbang("data", "impor", *words, "--json", **options).ok().json["import"])


def counts(found: dict[str, Any], verdict: str) -> dict[str, int]:
    return {each["name"]: each[verdict] for each in found["tables"] if each[verdict]}
