#!/usr/bin/env python3
"""rec.py FOLDER...: recompute recovery.csv from the daily series and the events, and print what differs.

For runs with record = "daily". Written from the documentation, not from the code: means and sums are taken over the days that exist, so
a leader who is away for a while takes no life out of the table. Exit code 1 if anything differs.
"""
import math
import sys

import numpy as np

from tables import LIFE, Folder

# Days of a steady mean, of the lowest mean, and of the search for it; what counts as a fall; the share of it that is the fall's time.
STEADY, BOTTOM, SEARCH, VISIBLE, FALLEN = 20, 5, 60, 0.02, 0.9
BANDS = (("", 0.5), ("_lo", 0.1), ("_hi", 0.9))


def mean(values, day, n):
    """Over those of the n days that end on `day` that exist."""
    values = values[max(0, day + 1 - n) : day + 1]
    values = values[values == values]
    return values.mean() if len(values) else math.nan


def steady(first, last, holds):
    """The first day of STEADY in a row on which it holds."""
    run = 0
    for day in range(first, last + 1):
        run = run + 1 if holds(day) else 0
        if run == STEADY:
            return day - STEADY + 1
    return None


def waited(since, day, last):
    return ((last if day is None else day) - since, day is not None)


def survival(waits, share):
    """Days after which so large a share is done (Kaplan-Meier); None if so many never are."""
    alive = 1.0
    for day in sorted({days for days, ended in waits if ended}):
        at_risk = sum(days >= day for days, _ in waits)
        alive *= 1 - sum(days == day and ended for days, ended in waits) / at_risk
        if alive <= 1 - share + 1e-12:
            return day
    return None


def course(trust, calm, day, people, more_leavers):
    """One breach in one life; None where it cannot be measured."""
    last = len(trust) - 1
    if day == 0 or day + BOTTOM - 1 > last:
        return None
    before = mean(trust, day - 1, STEADY)
    lows = [(mean(trust, end, BOTTOM), end) for end in range(day + BOTTOM - 1, min(last, day + SEARCH) + 1)]
    lows = [low for low in lows if low[0] == low[0]]
    if not lows or before != before:
        return None
    lowest, bottom = min(lows)
    fall = before - lowest
    own = {"left_out": np.isnan(trust[max(0, day - STEADY) :]).mean(), "level_before": before, "lowest": lowest, "fall": fall, "lasting_scar": before - mean(trust, last, STEADY) if last >= day + STEADY else math.nan}
    if fall >= VISIBLE:
        fallen = next((d for d in range(day, last + 1) if trust[d] <= before - FALLEN * fall), bottom)
        low = [d for d in range(day) if trust[d] <= lowest]
        home = steady(bottom + 1, last, lambda d: mean(trust, d, STEADY) >= before - VISIBLE)
        own |= {"fell": max(1, fallen - day), "build_days": (day - low[-1], True) if low else (day, False)}
        own |= {"return_days": waited(day, home, last), "climb": waited(bottom, home, last)}
    if calm is not None:
        if fall >= VISIBLE:
            level = steady(bottom + 1, last, lambda d: abs(mean(trust, d, STEADY) - mean(calm, d, STEADY)) <= VISIBLE)
            own["twin_return_days"] = waited(day, level, last)
        apart = calm[day:] - trust[day:]
        own["trust_days_lost"] = people * np.nansum(apart) if (apart == apart).any() else math.nan
        own["twin_fall"] = mean(calm, day - 1, STEADY) - mean(calm, bottom, BOTTOM)
        own["more_leavers"] = more_leavers
    return own


class Recovery:
    """The rows of one folder."""

    def __init__(self, path):
        self.folder = folder = Folder(path)
        self.rows = folder.csv("recovery")
        trust = folder.organisation[folder.organisation.measure == "trust"]
        self.trust = {key: rows.sort_values("day").value.values.astype(float) for key, rows in trust.groupby(LIFE + ["referent"])}
        heads = folder.organisation[(folder.organisation.measure == "headcount") & (folder.organisation.day == 0)]
        self.heads = heads.set_index(LIFE).value.to_dict()
        left = folder.events[folder.events.event.isin(["quit", "involuntary_exit"])]
        self.left = {key: rows.day.values for key, rows in left.groupby(LIFE)}
        self.bad = 0

    def differs(self, row, what, told, own):
        own = math.nan if own is None else own
        if not ((told != told and own != own) or abs(told - own) < 1e-4 * max(1, abs(own))):
            print(f"   - {row.arm} {row.breach} {row.referent} {what}: {told} instead of {own}")
            self.bad += 1

    def courses(self, row):
        day, twin = int(row.day), self.folder.twin(row.arm)
        for life in [life for life in self.heads if life[0] == row.arm]:
            calm = None if twin is None else self.trust[(twin, *life[1:], row.referent)]
            gone = lambda arm: (self.left.get((arm, *life[1:]), np.array([])) >= day).sum()
            more = gone(row.arm) - gone(twin) if twin else math.nan
            found = course(self.trust[(*life, row.referent)], calm, day, self.heads[life], more)
            if found:
                yield found

    def judge(self, row):
        courses = list(self.courses(row))
        self.differs(row, "n", row.n, len(courses))
        if not courses:
            return
        for name in ("level_before", "lowest", "fall", "lasting_scar", "trust_days_lost", "twin_fall", "more_leavers"):
            values = [own[name] for own in courses if own.get(name, math.nan) == own.get(name, math.nan)]
            for end, share in BANDS:
                self.differs(row, name + end, row[name + end], np.quantile(values, share) if values else math.nan)
        visible = [own for own in courses if "fell" in own]
        self.differs(row, "n_visible", row.n_visible, len(visible))
        self.differs(row, "share_days_left_out", row.share_days_left_out, np.mean([own["left_out"] for own in courses]))
        self.differs(row, "fall_days", row.fall_days, np.median([own["fell"] for own in visible]) if visible else math.nan)
        for name in ("build_days", "return_days", "twin_return_days"):
            waits = [own[name] for own in visible if name in own]
            for end, share in BANDS:
                self.differs(row, name + end, row[name + end], survival(waits, share))
            self.differs(row, name + "_censored", row[name + "_censored"], sum(not ended for _, ended in waits))
        for name, wait in (("horse_ratio", "return_days"), ("climb_ratio", "climb")):
            self.differs(row, name, row[name], survival([(own[wait][0] / own["fell"], own[wait][1]) for own in visible], 0.5))
        never = sum(not own["return_days"][1] for own in visible) / len(visible) if visible else math.nan
        self.differs(row, "share_never_back", row.share_never_back, never)

    def everything(self):
        planned = self.rows[self.rows.day.notna()]
        for _, row in planned.iterrows():
            self.judge(row)
        print("FAIL" if self.bad else "ok  ", f"{self.folder.path}: {len(planned)} breaches and referents measured again")
        return self.bad == 0


if __name__ == "__main__":
    sys.exit(0 if all([Recovery(path).everything() for path in sys.argv[1:]]) else 1)
