"""What the tests of checking share: a home in which there is something of each kind to spoil."""

import sqlite3
from contextlib import closing

from tests.in_process import Imbang


def written(imbang: Imbang) -> Imbang:
    """A series with an exception, a block of a task, two hours of overtime."""
    imbang("tugas", "tambah", "Susun laporan").ok()
    imbang("blok", "tambah", "Apel", "07.00-07.15", "--ulang", "tiap hari kerja").ok()
    imbang("blok", "tambah", "Telaah", "13.00-14.00", "--tugas", "1").ok()
    imbang("blok", "hapus", "1", "--pada", "25/11", "--ya").ok()
    imbang("lembur", "tambah", "17.00-19.00").ok()
    imbang("lembur", "tambah", "20.00-21.00").ok()
    return imbang


def spoil(imbang: Imbang, *statements: str) -> None:
    """Write what the constraints of the tables would refuse."""
    with closing(sqlite3.connect(imbang.store)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)
