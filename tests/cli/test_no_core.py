"""A process that knows a passphrase leaves no image of itself when it is killed."""

from collections.abc import Callable, Iterator

import pytest

from tests.cli.lock_steps import PASSPHRASE, Opened, lock
from tests.in_process import Imbang

pytest.importorskip("sqlcipher3")
resource = pytest.importorskip("resource")

Limit = Callable[[], int]


@pytest.fixture
def limit() -> Iterator[Limit]:
    """How large such an image may be; as large as the system allows to begin with."""
    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
    yield lambda: resource.getrlimit(resource.RLIMIT_CORE)[0]
    resource.setrlimit(resource.RLIMIT_CORE, before)


def test_none_is_left_by_who_opens_a_locked_store(locked: Imbang, limit: Limit) -> None:
    Opened(locked)("tugas", "daftar").ok()
    assert limit() == 0


@pytest.mark.usefixtures("quick_keys")
def test_none_is_left_by_who_locks_one(imbang: Imbang, limit: Limit) -> None:
    imbang("tugas", "tambah", "x").ok()
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    assert limit() == hard, "where nothing is locked nothing is withheld"
    lock(imbang, PASSPHRASE)
    assert limit() == 0
