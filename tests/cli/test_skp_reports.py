"""`imbang skp bukti` and `imbang skp harian`: screens, files, JSON, and what stays out of them."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.skp_story import FRIDAY, SECRET, tell_week
from tests.harness import Result
from tests.in_process import Imbang

Golden = Callable[[str, str], None]
WEEK = ("--dari", "23/11", "--sampai", "27/11")
MONTH = ("--bulan", "2026-11")


@pytest.fixture
def week(imbang: Imbang) -> Imbang:
    """The program over a store in which a week of work stands."""
    tell_week(imbang)
    return imbang


def bukti(imbang: Imbang, *words: str | Path, columns: int = 60, lang: str | None = None) -> Result:
    return imbang("skp", "bukti", *MONTH, *words, now=FRIDAY, columns=columns, lang=lang).ok()


def harian(imbang: Imbang, *words: str | Path, lang: str | None = None) -> Result:
    return imbang("skp", "harian", *WEEK, *words, now=FRIDAY, columns=60, lang=lang).ok()


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


class TestGolden:
    @pytest.mark.parametrize("form", ["teks", "md", "csv"])
    def test_a_month_of_evidence(self, week: Imbang, golden: Golden, form: str) -> None:
        suffix = form.replace("teks", "txt")
        golden(f"skp_bukti.{suffix}", bukti(week, "--format", form).out.replace("\r\n", "\n"))

    @pytest.mark.parametrize("form", ["teks", "md", "csv"])
    def test_a_week_of_the_daily_log(self, week: Imbang, golden: Golden, form: str) -> None:
        suffix = form.replace("teks", "txt")
        golden(f"skp_harian.{suffix}", harian(week, "--format", form).out.replace("\r\n", "\n"))

    def test_screens_keep_to_sixty_columns_without_blanks_at_the_end(self, week: Imbang) -> None:
        for out in (bukti(week).out, harian(week).out):
            lines = out.splitlines()
            assert max(map(len, lines)) <= 60
            assert lines == [line.rstrip() for line in lines]


class TestPrivacy:
    @pytest.mark.parametrize("lang", ["id", "en"])
    @pytest.mark.parametrize(
        "words", [(), ("--format", "md"), ("--format", "csv"), ("--format", "teks"), ("--json",)]
    )
    def test_nothing_of_the_journal_or_of_private_life_reaches_it(
        self, week: Imbang, words: tuple[str, ...], lang: str
    ) -> None:
        for out in (bukti(week, *words, lang=lang).out, harian(week, *words, lang=lang).out):
            assert "Layanan data" in out
            assert SECRET not in out
            assert "stres" not in out.lower()

    def test_nor_into_a_file(self, week: Imbang, cwd: Path) -> None:
        for suffix in ("txt", "md", "csv"):
            bukti(week, "--ke", f"bukti.{suffix}")
            harian(week, "--ke", f"harian.{suffix}")
        texts = [path.read_text(encoding="utf-8") for path in cwd.iterdir()]
        assert len(texts) == 6
        assert all("Layanan data" in text and SECRET not in text for text in texts)


class TestEvidence:
    def test_the_document_has_its_keys(self, week: Imbang) -> None:
        document = bukti(week, "--json").json
        assert set(document) == {"from", "to", "targets", "unassigned", "minutes"}
        assert (document["from"], document["to"]) == ("2026-11-01", "2026-12-01")
        reports, answers, innovation = document["targets"]
        assert set(reports) == {"target", "entries", "with_evidence", "minutes"}
        assert set(reports["entries"][0]) == {
            *("date", "starts_at", "ends_at", "zone", "minutes", "title", "result", "target"),
            *("indicator", "realisation", "evidence", "akhlak", "task", "block"),
        }
        assert [each["entries"] for each in (innovation,)] == [[]]
        measures = {one["name"]: one for one in answers["target"]["indicators"]}
        assert measures["Permintaan dijawab"]["realised"] == 11
        assert measures["Permintaan dijawab"]["percent"] == 27.5
        assert measures["Puas atas jawaban"]["realised"] == 92
        assert measures["Puas atas jawaban"]["percent"] is None
        assert [each["title"] for each in document["unassigned"]] == [
            "=HYPERLINK(1)",
            "Rapat bidang",
        ]
        assert document["minutes"] == sum(each["minutes"] for each in document["targets"])

    def test_a_month_before_counts_only_what_was_done_by_then(self, week: Imbang) -> None:
        october = week("skp", "bukti", "--bulan", "oktober", "--json", now=FRIDAY).ok().json
        assert [each["target"]["number"] for each in october["targets"]] == [1, 2]
        assert october["targets"][0]["target"]["indicators"][0]["realised"] is None
        december = week("skp", "bukti", "--bulan", "2026-12", "--json", now=FRIDAY).ok().json
        (reports, _answers) = december["targets"]
        assert reports["target"]["indicators"][0]["realised"] == 1
        assert reports["target"]["indicators"][0]["realised_within"] is None

    def test_without_a_month_it_is_the_last_one_until_the_fifth(self, week: Imbang) -> None:
        early = week("skp", "bukti", "--json", now="2026-12-05T08:00:00+07:00").ok().json
        later = week("skp", "bukti", "--json", now="2026-12-06T08:00:00+07:00").ok().json
        assert (early["from"], later["from"]) == ("2026-11-01", "2026-12-01")

    def test_a_gap_says_how_evidence_can_follow(self, week: Imbang) -> None:
        out = bukti(week).out
        assert "tanpa bukti (blok 4)" in out
        assert 'imbang blok selesai 4 --bukti "…"' in out
        week("blok", "selesai", 4, "--bukti", "b.pdf", now=FRIDAY).ok()
        assert "tanpa bukti" not in bukti(week).out

    def test_an_archived_target_is_shown_while_something_was_done_for_it(
        self, week: Imbang
    ) -> None:
        for number in (1, 3):
            week("skp", "arsip", number).ok()
        found = bukti(week, "--json").json["targets"]
        assert [each["target"]["number"] for each in found] == [1, 2]

    def test_an_empty_store_has_its_words_and_stays_absent(self, imbang: Imbang) -> None:
        for form in ("teks", "md"):
            assert "Belum ada SKP pada bulan itu." in bukti(imbang, "--format", form).out
        assert len(table(bukti(imbang, "--format", "csv").out)) == 1
        assert not imbang.store.exists()


class TestDailyLog:
    def test_the_document_has_its_keys(self, week: Imbang) -> None:
        document = harian(week, "--json").json
        assert set(document) == {"from", "to", "entries", "minutes"}
        assert (document["from"], document["to"]) == ("2026-11-23", "2026-11-28")
        first = document["entries"][0]
        assert first["starts_at"] == "2026-11-23T07:40:00+07:00"
        assert first["minutes"] == 100
        assert document["minutes"] == sum(each["minutes"] for each in document["entries"])

    def test_the_week_is_the_sum_of_its_days(self, week: Imbang) -> None:
        whole = harian(week, "--json").json["entries"]
        days = [
            entry
            for day in ("23/11", "24/11", "25/11", "26/11", "27/11")
            for entry in week("skp", "harian", "--dari", day, "--sampai", day, "--json", now=FRIDAY)
            .ok()
            .json["entries"]
        ]
        assert days == whole

    def test_without_days_it_is_today(self, week: Imbang) -> None:
        today = week("skp", "harian", "--json", now=FRIDAY).ok().json
        assert (today["from"], today["to"]) == ("2026-11-27", "2026-11-28")

    @pytest.mark.parametrize(
        ("words", "first", "end"),
        [
            (("--dari", "senin", "--sampai", "jumat"), "2026-11-23", "2026-11-28"),
            (("--dari", "kamis"), "2026-11-26", "2026-11-28"),
            (("--sampai", "selasa"), "2026-11-24", "2026-11-25"),
        ],
    )
    def test_weekdays_are_those_that_were(
        self, week: Imbang, words: tuple[str, ...], first: str, end: str
    ) -> None:
        document = week("skp", "harian", *words, "--json", now=FRIDAY).ok().json
        assert (document["from"], document["to"]) == (first, end)

    def test_the_last_day_alone_is_that_day(self, week: Imbang) -> None:
        call = ("skp", "harian", "--sampai", "23/11", "--json")
        document = week(*call, now=FRIDAY).ok().json
        assert (document["from"], document["to"]) == ("2026-11-23", "2026-11-24")

    def test_days_in_the_wrong_order_are_refused(self, imbang: Imbang) -> None:
        words = ("skp", "harian", "--dari", "24/11", "--sampai", "23/11", "--json")
        assert imbang.refused(2, *words).error["code"] == "backward_dates"

    def test_a_day_without_work_says_so(self, imbang: Imbang) -> None:
        nothing = "Belum ada pekerjaan yang selesai pada 23–27 November 2026."
        assert nothing in harian(imbang).out
        assert nothing in harian(imbang, "--format", "md").out
        assert len(table(harian(imbang, "--format", "csv").out)) == 1
        assert not imbang.store.exists()

    def test_no_cell_is_a_formula_and_every_line_ends_as_the_standard_wants(
        self, week: Imbang
    ) -> None:
        for out in (harian(week, "--format", "csv").out, bukti(week, "--format", "csv").out):
            rows = table(out)
            assert len({len(row) for row in rows}) == 1
            assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]
            assert out.count("\r\n") == len(rows)
        cells = [cell for row in table(harian(week, "--format", "csv").out) for cell in row]
        assert "'=HYPERLINK(1)" in cells
        assert "Disposisi\nselesai" in cells

    def test_a_table_in_markdown_keeps_its_columns(self, week: Imbang) -> None:
        rows = [line for line in harian(week, "--format", "md").out.splitlines() if line[:1] == "|"]
        assert "Bab 1 \\| 2" in "".join(rows)
        assert {line.replace("\\|", "").count("|") for line in rows} == {8}

    def test_english_words_do_the_same(self, week: Imbang) -> None:
        out = week("target", "log", "--from", "23/11", "--to", "27/11", lang="en", now=FRIDAY)
        assert "Monday, 23 November 2026" in out.ok().out
        shown = week("target", "evidence", "--month", "2026-11", lang="en", now=FRIDAY).ok().out
        assert "without evidence (block 4)" in shown


class TestFiles:
    def test_a_file_for_excel_says_that_it_is_utf_8(self, week: Imbang, cwd: Path) -> None:
        result = harian(week, "--ke", "harian.csv")
        assert result.err == "Ditulis ke harian.csv.\n"
        assert not result.out
        written = (cwd / "harian.csv").read_bytes()
        assert written.startswith(b"\xef\xbb\xbftanggal,")
        assert written.decode("utf-8-sig") == harian(week, "--format", "csv").out
        assert not harian(week, "--format", "csv").out.startswith("\ufeff")

    def test_the_form_follows_the_name_unless_it_is_said(self, week: Imbang, cwd: Path) -> None:
        harian(week, "--ke", "a.md")
        harian(week, "--ke", "b.txt")
        harian(week, "--ke", "c.txt", "--format", "md")
        first, text, said = ((cwd / name).read_text("utf-8") for name in ("a.md", "b.txt", "c.txt"))
        assert first == said == harian(week, "--format", "md").out
        assert text.startswith("Senin, 23 November 2026\n")

    def test_a_file_is_not_replaced_unasked(self, week: Imbang, cwd: Path) -> None:
        (cwd / "a.md").write_text("lama", encoding="utf-8")
        for name in ("bukti", "harian"):
            refused = week.refused(1, "skp", name, "--ke", "a.md", "--json", now=FRIDAY)
            assert refused.error["code"] == "file_exists"
        assert (cwd / "a.md").read_text(encoding="utf-8") == "lama"
        assert harian(week, "--ke", "a.md", "--timpa", "--json").json["entries"]
        assert (cwd / "a.md").read_text(encoding="utf-8").startswith("# Laporan harian")


def test_a_home_of_nobody_is_a_name_like_any_other(imbang: Imbang) -> None:
    result = imbang("skp", "harian", "--ke", "~tidakadaorangnya/harian.csv")
    assert result.code == 1
    assert "~tidakadaorangnya" in result.err
