"""Keep the office side of the demo's sample."""

from keseimbangan.domain.sample_office import Office
from keseimbangan.store.database import Database
from keseimbangan.store.dialogues import Dialogues
from keseimbangan.store.leaves import Leaves
from keseimbangan.store.locations import LocationDays
from keseimbangan.store.overtimes import Overtimes
from keseimbangan.store.plans import Plans
from keseimbangan.store.shifts import Shifts


def keep_office(db: Database, office: Office) -> None:
    """Write all but the indicators, which tasks need before."""
    Dialogues(db).add(office.dialogue)
    Leaves(db).add(office.leave)
    Shifts(db).keep(office.shift)
    for place in office.places:
        LocationDays(db).save(place)
    for overtime in office.overtimes:
        Overtimes(db).add(overtime)
    Plans(db).add(*office.plan)
