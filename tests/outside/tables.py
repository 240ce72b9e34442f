"""The tables of a finished folder, read as anyone would read them: from the documentation, not from the code."""
import os
import tomllib

import pandas as pd

LIFE = ["arm", "replicate", "world"]
# Working days; a month is a twelfth of a year of 260.
UNITS = {"day": 1, "week": 5, "month": 260 / 12, "year": 260}


def days(time):
    """A moment, as a scenario or resolved.toml writes it, in working days."""
    if not isinstance(time, str):
        return int(time)
    words = time.split()
    return int(words[1]) if words[0] == "day" else round(float(words[0]) * UNITS[words[1].rstrip("s")])


class Folder:
    """One finished run."""

    def __init__(self, path):
        self.path = path.rstrip("/")
        self.series, self.events = self.table("series"), self.table("events")
        with open(os.path.join(self.path, "resolved.toml"), "rb") as file:
            self.resolved = tomllib.load(file)
        self.organisation = self.series[self.series.scope == "organisation"]
        self.arms = list(self.series.arm.unique())

    def table(self, name):
        """A large table, in either format."""
        parquet = os.path.join(self.path, name + ".parquet")
        return pd.read_parquet(parquet) if os.path.exists(parquet) else self.csv(name)

    def csv(self, name):
        """A table that is always CSV."""
        return pd.read_csv(os.path.join(self.path, name + ".csv"), keep_default_na=False, na_values=[""])

    def twin(self, arm):
        """The arm's undisturbed counterpart: arms that differ only in what is broken and repaired share one, which bears the name
        of the first of them, or none where it is that of the scenario itself. None where there is none."""
        arms = self.resolved.get("arms", {})
        breaches = {event["id"] for event in self.resolved.get("event", []) if event["what"] == "breach"}

        def calm(name):
            told = arms.get(name, {})
            changes = {key: value for key, value in told.get("set", {}).items() if not key.startswith("repair.") and key.split(".")[1] not in breaches}
            kept = told.get("events")
            return changes, None if kept is None else [event for event in kept if event not in breaches]

        if arm.startswith("twin"):
            return None
        alike = [name for name in arms if calm(name) == calm(arm)] or [arm]
        named = [f"twin:{name}" for name in [arm, *alike] if f"twin:{name}" in self.arms]
        return (named + [name for name in ["twin"] if name in self.arms] + [None])[0]
