"""The seven values of conduct (perilaku kerja) by which civil servants describe their work."""

from enum import StrEnum


class Akhlak(StrEnum):
    """BerAKHLAK, in the order of its letters (PermenPANRB 6/2022)."""

    SERVICE_ORIENTED = "service_oriented"
    ACCOUNTABLE = "accountable"
    COMPETENT = "competent"
    HARMONIOUS = "harmonious"
    LOYAL = "loyal"
    ADAPTIVE = "adaptive"
    COLLABORATIVE = "collaborative"
