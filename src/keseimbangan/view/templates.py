"""The list of day templates."""

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.times import parse_time_range
from keseimbangan.i18n import _
from keseimbangan.view.console import Screen


class TemplateList(Screen):
    """Every template with its items."""

    def __init__(self, templates: Mapping[str, Any], language: str) -> None:
        self.templates, self.language = templates, language

    def document(self) -> dict[str, Any]:
        return {
            "templates": [
                {
                    "name": name,
                    "title": template[self.language],
                    "blocks": [
                        {"range": i["range"], "title": i[self.language], "kind": i["kind"]}
                        for i in template["items"]
                    ],
                }
                for name, template in self.templates.items()
            ]
        }

    def render(self) -> RenderableType:
        lines: list[RenderableType] = []
        for name, template in self.templates.items():
            lines.append(Text.assemble((f"{name}  ", "bold"), template[self.language]))
            lines += [
                Text(f"   {_time(i['range'])}  {i[self.language]}") for i in template["items"]
            ]
        lines.append(Text(_("Pasang dengan: imbang blok templat A --hari besok"), style="dim"))
        return Group(*lines)


def _time(text: str) -> str:
    """A range of the data file as the active language writes it."""
    range_ = parse_time_range(text)
    return formats.clock_span(range_.start, range_.end)
