"""The list of day templates."""

from collections.abc import Iterator, Mapping
from datetime import time
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.i18n import _
from keseimbangan.view.console import Screen


class TemplateList(Screen):
    """Every template with its items, and those of its Friday where they differ."""

    def __init__(self, templates: Mapping[str, Any], language: str) -> None:
        self.templates, self.language = templates, language

    def document(self) -> dict[str, Any]:
        return {
            "templates": [
                {
                    "name": name,
                    "title": template[self.language],
                    "blocks": [self._item(item) for item in template["items"]],
                    "friday": [self._item(item) for item in _friday(template)],
                }
                for name, template in self.templates.items()
            ]
        }

    def render(self) -> RenderableType:
        lines: list[RenderableType] = []
        for name, template in self.templates.items():
            lines.append(Text.assemble((f"{name}  ", "bold"), template[self.language]))
            lines += self._lines(template["items"])
            lines.append(Text("   " + _("Pada hari Jumat:"), style="dim"))
            lines += [*self._lines(_friday(template)), ""]
        lines.append(Text(_("Pasang dengan: imbang blok templat A --hari besok"), style="dim"))
        return Group(*lines)

    def _item(self, item: Mapping[str, Any]) -> dict[str, Any]:
        start, end = (at.strftime("%H:%M") for at in _times(item))
        return {"start": start, "end": end, "title": item[self.language], "kind": item["kind"]}

    def _lines(self, items: list[Mapping[str, Any]]) -> Iterator[Text]:
        for item in items:
            yield Text(f"   {formats.clock_span(*_times(item))}  {item[self.language]}")


def _friday(template: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    items: list[Mapping[str, Any]] = template.get("friday", template["items"])
    return items


def _times(item: Mapping[str, Any]) -> tuple[time, time]:
    start, end = (time.fromisoformat(at.replace(".", ":")) for at in item["range"].split("-"))
    return start, end
