"""How the files of a home are called."""

STORE = "keseimbangan.db"
# A folder beside the store, so that a person who copies the directory has everything.
BACKUPS = "cadangan"
