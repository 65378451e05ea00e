"""`imbang laporan`: the screens, the files, the JSON contract, and what stays out of them."""

import json
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from keseimbangan.store.database import Database
from tests.cli.report_story import HOSTILE, tell_november
from tests.harness import fingerprint
from tests.in_process import Imbang

FRIDAY = "2026-11-27T15:30:00+07:00"
ELEMENTS = ("work", "life", "recovery", "growth")


@pytest.fixture
def november(imbang: Imbang) -> Imbang:
    """The program over a store in which a November stands."""
    imbang.store.parent.mkdir(parents=True, exist_ok=True)
    tell_november(imbang.store)
    return imbang


def document(imbang: Imbang, *words: str, now: str = FRIDAY) -> dict[str, Any]:
    found: dict[str, Any] = imbang("laporan", *words, "--json", now=now).ok().json
    return found


class TestScreens:
    def test_the_report_of_a_month_in_sixty_columns(
        self, november: Imbang, golden: Callable[[str, str], None]
    ) -> None:
        shown = november("laporan", "november", now=FRIDAY, columns=60).ok()
        assert all(len(line) <= 60 for line in shown.out.splitlines())
        golden("laporan.txt", shown.out)

    def test_a_report_with_stress_in_eighty_columns(
        self, november: Imbang, golden: Callable[[str, str], None]
    ) -> None:
        shown = november("laporan", "2026-11", "--dengan-stres", now=FRIDAY, columns=80).ok()
        golden("laporan_stres.txt", shown.out)

    def test_an_empty_store_has_a_report_and_stays_absent(self, imbang: Imbang) -> None:
        shown = imbang("laporan", now=FRIDAY).ok()
        assert "Belum ada blok yang selesai pada rentang ini." in shown.out
        assert not imbang.store.exists()

    @pytest.mark.parametrize("form", ["teks", "md", "html", "json"])
    def test_every_form_of_an_empty_report_is_whole(self, imbang: Imbang, form: str) -> None:
        shown = imbang("laporan", "--format", form, "--dengan-stres", now=FRIDAY).ok().out
        assert "None" not in shown
        assert "nan" not in shown.replace("Singkirkan", "")

    def test_a_long_list_of_what_was_done_is_cut(self, imbang: Imbang) -> None:
        for number in range(1, 13):
            imbang("tugas", "tambah", f"Tugas {number}", now=FRIDAY).ok()
            imbang("tugas", "selesai", number, now=FRIDAY).ok()
        shown = imbang("laporan", now=FRIDAY).ok().out
        assert "dan 2 lagi: imbang laporan 2026-11 --format md" in shown
        assert imbang("laporan", "--format", "md", now=FRIDAY).out.count("| Tugas ") == 12

    def test_a_year_is_told_by_months(self, november: Imbang) -> None:
        shown = november("laporan", "--dari", "2026-01-01", "--sampai", "2026-12-31").ok().out
        assert "Tiap bulan" in shown
        assert "November 2026" in shown

    @pytest.mark.parametrize("lang", ["id", "en"])
    def test_a_year_fits_into_sixty_columns(self, november: Imbang, lang: str) -> None:
        year = ("laporan", "--dari", "2026-01-01", "--sampai", "2026-12-31")
        shown = november(*year, columns=60, lang=lang, now=FRIDAY).ok().out
        assert [line for line in shown.splitlines() if len(line.rstrip()) > 60] == []
        assert all(line.rstrip()[-1] == "j" for line in shown.splitlines() if "■ kerja" in line)

    def test_colour_carries_no_meaning(self, november: Imbang) -> None:
        shown = november("laporan", "november", now=FRIDAY).ok().out
        assert "\x1b" not in shown
        for symbol in "■♥○▲░│":
            assert symbol in shown


class TestReading:
    def test_a_longer_span_needs_no_more_queries(
        self, november: Imbang, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []
        read = Database.all

        def counted(self: Database, sql: str, **values: Any) -> Any:
            asked.append(sql)
            return read(self, sql, **values)

        monkeypatch.setattr(Database, "all", counted)
        document(november, "november")
        month = len(asked)
        document(november, "--dari", "2020-01-01", "--sampai", "2026-12-31")
        assert len(asked) - month <= month


class TestFiles:
    @pytest.mark.parametrize("form", ["md", "html", "json"])
    def test_a_report_as_a_file(
        self, november: Imbang, golden: Callable[[str, str], None], form: str
    ) -> None:
        name = f"laporan.{form}"
        said = november("laporan", "november", "--ke", name, now=FRIDAY).ok()
        assert said.out == ""
        assert "Laporan ditulis ke" in said.err
        golden(name, (november.cwd / name).read_text(encoding="utf-8"))

    @pytest.mark.parametrize("form", ["teks", "md", "html", "json"])
    def test_the_same_goes_to_standard_output(self, november: Imbang, form: str) -> None:
        november("laporan", "--format", form, "--ke", "x", now=FRIDAY).ok()
        shown = november("laporan", "--format", form, now=FRIDAY, columns=72).ok().out
        lines = [line.rstrip() for line in shown.splitlines()]
        assert lines == (november.cwd / "x").read_text(encoding="utf-8").splitlines()

    def test_a_file_is_never_written_over_unless_asked(self, november: Imbang) -> None:
        path = november.cwd / "laporan.md"
        path.write_text("milik saya", encoding="utf-8")
        refused = november.refused(1, "laporan", "--ke", "laporan.md")
        assert "sudah ada" in refused.err
        assert "--timpa" in refused.err
        assert path.read_text(encoding="utf-8") == "milik saya"
        november("laporan", "--ke", "laporan.md", "--timpa").ok()
        assert path.read_text(encoding="utf-8").startswith("# Laporan")

    def test_a_link_that_leads_nowhere_is_a_file_too(self, november: Imbang) -> None:
        (november.cwd / "x.md").symlink_to("elsewhere.md")
        november.refused(1, "laporan", "--ke", "x.md")
        assert not (november.cwd / "elsewhere.md").exists()

    @pytest.mark.parametrize("name", ["nowhere/x.md", ".", "x.md/y.md"])
    def test_a_place_that_cannot_be_written_is_said(self, november: Imbang, name: str) -> None:
        (november.cwd / "x.md").write_text("", encoding="utf-8")
        refused = november.refused(1, "laporan", "--ke", name, "--timpa", "--json")
        assert refused.error["code"] == "file_not_writable"
        assert refused.error["hint"]

    def test_nothing_is_left_beside_the_file(self, november: Imbang) -> None:
        november("laporan", "--ke", "x.html").ok()
        november.refused(1, "laporan", "--ke", "x.html")
        assert list(fingerprint(november.cwd)) == ["x.html"]

    def test_a_file_is_for_its_owner(self, november: Imbang) -> None:
        november("laporan", "--ke", "x.html").ok()
        assert (november.cwd / "x.html").stat().st_mode & 0o077 == 0

    def test_json_tells_the_report_and_writes_the_file(self, november: Imbang) -> None:
        told = november("laporan", "--ke", "x.json", "--json", now=FRIDAY).ok()
        assert told.json == json.loads((november.cwd / "x.json").read_text(encoding="utf-8"))


class Reader(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


class TestHostileText:
    def test_html_holds_it_as_text(self, november: Imbang) -> None:
        page = Reader(november("laporan", "--format", "html", "--dengan-stres", now=FRIDAY).out)
        assert HOSTILE in page.texts
        assert not {"script", "img", "link", "iframe", "object", "a"} & set(page.tags)
        assert not [name for name, _value in page.attributes if name.startswith("on")]

    def test_html_reaches_for_nothing(self, november: Imbang) -> None:
        page = Reader(november("laporan", "--format", "html", now=FRIDAY).out)
        names = {name for name, _value in page.attributes}
        assert not names & {"src", "href", "srcset", "action", "background", "xlink:href"}
        assert "default-src 'none'" in str(page.attributes)

    def test_a_reader_of_markdown_finds_the_same_text(self, november: Imbang) -> None:
        # Rich brings a parser of CommonMark along.
        from markdown_it import MarkdownIt

        text = november("laporan", "--format", "md", now=FRIDAY).ok().out
        page = Reader(MarkdownIt("commonmark").enable("table").render(text))
        assert HOSTILE in page.texts
        assert "a | b" in page.texts
        assert "# WA <b>malam</b>" in [part.strip() for part in page.texts]
        assert not {"script", "a", "img"} & set(page.tags)
        assert page.tags.count("h1") == 1

    def test_a_terminal_shows_it_as_it_was_typed(self, november: Imbang) -> None:
        shown = " ".join(november("laporan", now=FRIDAY, columns=100).ok().out.split())
        assert HOSTILE in shown


class TestPrivacy:
    @pytest.mark.parametrize("form", ["teks", "md", "html", "json"])
    def test_no_form_tells_of_stress_unless_asked(self, november: Imbang, form: str) -> None:
        plain = november("laporan", "--format", form, now=FRIDAY).ok().out
        for word in ("Stres", "atasan", "beban", "rahasia-hati"):
            assert word not in plain
        asked = november("laporan", "--format", form, "--dengan-stres", now=FRIDAY).ok().out
        assert "rahasia-hati" in asked

    def test_stress_is_null_where_it_was_not_asked_for(self, november: Imbang) -> None:
        assert document(november)["stress"] is None
        assert document(november, "--tanpa-stres")["stress"] is None

    def test_a_report_without_it_never_opens_the_journal(self, november: Imbang) -> None:
        import subprocess
        import sys

        code = (
            "import sys; from keseimbangan.__main__ import main\n"
            "sys.argv = ['imbang', 'laporan']\n"
            "try: main()\nexcept SystemExit: pass\n"
            "print([m for m in sys.modules if 'journal' in m or 'stress' in m], file=sys.stderr)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        assert done.stderr.decode().strip() == "[]"


class TestJson:
    def test_the_keys_are_those_of_the_contract(self, november: Imbang) -> None:
        told = document(november, "november", "--dengan-stres")
        assert set(told) == {
            *("from", "to", "zone", "elements", "parts", "blocks", "tasks", "quadrants"),
            *("focus", "after_hours", "stress", "reflection", "previous"),
        }
        assert (told["from"], told["to"]) == ("2026-11-01", "2026-12-01")
        assert tuple(told["elements"]) == ELEMENTS
        assert set(told["elements"]["work"]) == {
            "planned_minutes",
            "done_minutes",
            "intended_minutes",
        }
        assert set(told["stress"]) == {"entries", "mean", "by_week", "triggers"}
        assert set(told["previous"]) == {
            *("from", "to", "elements", "blocks", "tasks", "focus", "after_hours"),
        }

    def test_its_figures(self, november: Imbang) -> None:
        told = document(november, "november")
        # Seventeen days of four hours, of which the 30th is to come, and three hours of night.
        assert told["elements"]["work"] == {
            "planned_minutes": 17 * 240 + 180,
            "done_minutes": 16 * 240 + 180,
            "intended_minutes": 21 * 450,
        }
        assert told["elements"]["life"]["done_minutes"] == 3 * 150
        assert told["elements"]["growth"] == {
            "planned_minutes": 45,
            "done_minutes": 45,
            "intended_minutes": None,
        }
        assert told["focus"]["sessions"] == 4
        assert told["focus"]["minutes"] == 85
        assert told["focus"]["interruptions_per_session"] == 0.75
        assert told["after_hours"] == {
            "minutes": 180,
            "planned_minutes": 180,
            "days": 2,
            "latest": "2026-11-13T01:00:00+07:00",
        }
        assert told["tasks"]["done"] == 2
        assert (told["tasks"]["estimated_minutes"], told["tasks"]["spent_minutes"]) == (60, 85)
        assert told["quadrants"]["done"] == {"do": 1, "schedule": 0, "delegate": 0, "eliminate": 1}
        assert told["blocks"]["skipped"] == 1

    def test_occurrences_of_a_series_count(self, november: Imbang) -> None:
        assert document(november, "november")["elements"]["recovery"]["done_minutes"] == 4 * 60

    def test_the_month_before_stands_beside_it(self, november: Imbang) -> None:
        before = document(november, "november")["previous"]
        alone = document(november, "oktober")
        assert (before["from"], before["to"]) == ("2026-10-01", "2026-11-01")
        for element in ELEMENTS:
            now = dict(alone["elements"][element])
            now.pop("intended_minutes")
            assert before["elements"][element] == now
        for part in ("blocks", "focus", "after_hours"):
            assert before[part] == alone[part]

    def test_a_month_is_the_sum_of_its_days(self, november: Imbang) -> None:
        month = document(november, "november")
        done = dict.fromkeys(ELEMENTS, 0)
        for day in range(1, 31):
            text = f"2026-11-{day:02d}"
            one = document(november, "--dari", text, "--sampai", text)
            for element in ELEMENTS:
                done[element] += one["elements"][element]["done_minutes"]
        assert done == {name: month["elements"][name]["done_minutes"] for name in ELEMENTS}

    def test_the_reflection_of_the_month_belongs_to_it(self, november: Imbang) -> None:
        assert document(november, "november")["reflection"]["worked"] == "Blok pagi terjaga."
        week = document(november, "--dari", "2026-11-02", "--sampai", "2026-11-08")
        assert week["reflection"] is None

    def test_intentions_of_the_settings_are_held_against(self, november: Imbang) -> None:
        (november.home / "pengaturan.toml").write_text('[niat]\npulih = "7 jam"\n')
        week = document(november, "--dari", "2026-11-02", "--sampai", "2026-11-08")
        assert week["elements"]["recovery"]["intended_minutes"] == 420
        assert week["elements"]["work"]["intended_minutes"] == 2250


class TestWhichSpan:
    @pytest.mark.parametrize(
        ("words", "now", "first"),
        [
            ((), "2026-12-05T08:00:00+07:00", "2026-11-01"),
            ((), "2026-12-06T08:00:00+07:00", "2026-12-01"),
            (("bulan lalu",), FRIDAY, "2026-10-01"),
            (("november",), "2026-12-06T08:00:00+07:00", "2026-11-01"),
            (("--dari", "2026-11-20"), FRIDAY, "2026-11-20"),
        ],
    )
    def test_a_span_as_it_is_asked_for(
        self, imbang: Imbang, words: tuple[str, ...], now: str, first: str
    ) -> None:
        assert document(imbang, *words, now=now)["from"] == first

    def test_from_a_day_reaches_to_today(self, imbang: Imbang) -> None:
        assert document(imbang, "--dari", "2026-11-20")["to"] == "2026-11-28"

    @pytest.mark.parametrize(
        "words",
        [
            ("november", "--dari", "2026-11-01"),
            ("--dari", "2026-11-02", "--sampai", "2026-11-01"),
            ("bulan depan lusa",),
            ("--dari", "31-02"),
            ("--format", "pdf"),
            ("--ke", ""),
        ],
    )
    def test_what_cannot_be_understood_is_said(
        self, november: Imbang, words: tuple[str, ...]
    ) -> None:
        assert november.refused(2, "laporan", *words).err

    def test_the_words_of_english_work_as_well(self, november: Imbang) -> None:
        english = november(
            "report", "--from", "2026-11-01", "--to", "2026-11-30", "--with-stress", "--json"
        )
        assert english.ok().json == document(
            november, "--dengan-stres", "november", now="2026-11-23T07:30:00+07:00"
        )
