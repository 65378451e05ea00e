"""What tasks are shown against: today, the rule of urgency, the zone."""

from keseimbangan.cli.context import Env
from keseimbangan.view.tasks import Surroundings


def surroundings(env: Env) -> Surroundings:
    """The surroundings now."""
    return Surroundings(env.today(), env.settings.urgent_days, env.zone)
