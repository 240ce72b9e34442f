#!/usr/bin/env python3
"""policies.py FOLDER...: recompute what `compare` says of its arms from the daily series, the events and the end values of its replicates.

For comparisons with record = "daily": outcomes.csv (leavers, the six parts of the cost, trust-days over the days that exist in every arm,
both returns), effects.csv, and in comparison/ policies.csv, worth.csv and ranking.csv (objective, regret, chance of being the best).
Written from the documentation, not from the code. Exit code 1 if anything differs.
"""
import math
import os
import sys

import numpy as np
import pandas as pd

from rec import course, survival
from tables import LIFE, Folder, days

PARTS = ["cost_repair", "cost_practice", "cost_replacement", "cost_control", "cost_transaction", "cost_theft", "cost_sick"]
PAIR = ["replicate", "world"]


class Policies:
    """One finished comparison."""

    def __init__(self, path):
        self.folder = folder = Folder(path)
        self.bad = []
        self.told = folder.csv("outcomes").set_index(LIFE).sort_index()
        self.ends = folder.csv("runs").set_index(LIFE).sort_index()
        self.policies = pd.read_csv(os.path.join(path, "comparison", "policies.csv"), keep_default_na=False, na_values=[""]).set_index("policy")
        self.reference = self.policies.reference.iloc[0]
        self.breach = self.first_breach()
        rows = folder.organisation
        trust = rows[(rows.measure == "trust") & (rows.referent == self.breach[1])]
        self.trust = {life: own.sort_values("day").value.values.astype(float) for life, own in trust.groupby(LIFE)}
        self.heads = rows[(rows.measure == "headcount") & (rows.day == 0)].set_index(LIFE).value.sort_index()
        left = folder.events[folder.events.event.isin(["quit", "involuntary_exit"])]
        self.left = {life: own.day.values for life, own in left.groupby(LIFE)}

    def first_breach(self):
        """Day and referent of the first planned breach of any arm, by the events; trust in the leader from day 0 on where there is none."""
        resolved = self.folder.resolved
        planned = [(min(days(day) for day in (event["days"] if "days" in event else [event["day"]])), event["by"])
                   for event in resolved.get("event", []) if event["what"] == "breach" and ("day" in event or "days" in event)]
        return min(planned, key=lambda row: row[0]) if planned else (0, "leader")

    def differs(self, what, told, own, near=1e-4):
        told, own = (math.nan if value is None else float(value) for value in (told, own))
        if not ((told != told and own != own) or abs(told - own) <= near * max(1, abs(own))):
            self.bad.append(f"{what}: {told} instead of {own}")

    def outcomes(self):
        """What came of each replicate."""
        since, _ = self.breach
        columns = ["leavers", "trust_days", "days_left_out", *PARTS, "output_days", "cost", "return_days", "returned", "twin_return_days", "twin_returned"]
        own = pd.DataFrame(math.nan, index=self.told.index, columns=columns)
        for pair, lives in self.told.groupby(PAIR):
            there = np.all([np.isfinite(self.trust[(arm, *pair)]) for arm in lives.index.get_level_values("arm")], axis=0)
            for life in lives.index:
                trust = self.trust[life]
                twin = self.folder.twin(life[0])
                calm = None if twin is None else self.trust[(twin, *pair)]
                own.loc[life, "leavers"] = (self.left.get(life, np.array([])) >= since).sum()
                own.loc[life, "trust_days"] = self.heads[life] * trust[since:][there[since:]].sum()
                own.loc[life, "days_left_out"] = (~there[since:]).sum()
                for part in PARTS + ["output_days"]:
                    own.loc[life, part] = self.ends.loc[life, part]
                own.loc[life, "cost"] = sum(self.ends.loc[life, part] for part in PARTS)
                broken = self.folder.events[(self.folder.events[LIFE] == list(life)).all(axis=1) & self.folder.events.event.str.startswith("breach_")]
                found = course(trust, calm, since, 1, 0) if since and (broken.day == since).any() else None
                for name, ended in (("return_days", "returned"), ("twin_return_days", "twin_returned")):
                    own.loc[life, [name, ended]] = found[name] if found and name in found else (math.nan, math.nan)
        for name in own:
            for life in own.index:
                if name in ("return_days", "returned", "twin_return_days", "twin_returned") and life not in self.comparable:
                    continue
                self.differs(f"outcomes {life} {name}", self.told.loc[life, name], own.loc[life, name])
        return own

    @property
    def comparable(self):
        """Lives whose arm has its first breach on the day from which all are counted."""
        rows = self.folder.csv("recovery")
        first = rows[(rows.referent == rows.by)].groupby("arm").day.min()
        return {life for life in self.told.index if first.get(life[0]) == self.breach[0]}

    def judge(self):
        own = self.outcomes()
        reference = own.xs(self.reference)
        people = self.told.people.iloc[0]
        self.differs("people", people, self.heads.xs(self.reference).mean())
        by_world = {}
        for policy, row in self.policies.iterrows():
            beyond = own.xs(policy) - reference
            gains = {name: beyond[name] for name in ["cost", "output_days", *PARTS]}
            gains |= {"avoided": -beyond.leavers, "recovered": beyond.trust_days / people}
            for name, values in gains.items():
                values = values.dropna()
                # End values are told to seven digits, and these are differences of two.
                near = max(1e-4, 3e-7 * own[name].abs().max()) if name in own else 1e-4
                self.differs(f"{policy} {name}", row[name], values.mean(), near)
                for end, share in (("_lo", 0.1), ("_hi", 0.9)):
                    self.differs(f"{policy} {name}{end}", row[name + end], np.quantile(values, share), near)
            self.differs(f"{policy}: six parts of the cost", row.cost, sum(row[part] for part in PARTS), 1e-6)
            for name, ended, ends in (("return_days", "returned", "returned"), ("twin_return_days", "twin_returned", "twin_returned")):
                lives = self.told.xs(policy).dropna(subset=[name])
                self.differs(f"{policy} {name}", row[name], survival(list(zip(lives[name], lives[ended] == 1)), 0.5))
                self.differs(f"{policy} {ends}", row[ends], (lives[ended] == 1).sum())
            by_world[policy] = pd.DataFrame({"avoided": gains["avoided"], "cost": gains["cost"]}).groupby("world").mean()
        self.effects()
        self.ladder(by_world)
        self.ranking(by_world)

    def effects(self):
        """Mean paired differences of the recorded measures: of each world, then of all."""
        rows = self.folder.organisation
        told = self.folder.csv("effects")
        for row in told.sample(min(len(told), 100), random_state=1).itertuples():
            whose = row.referent if isinstance(row.referent, str) else None
            at = rows[(rows.measure == row.measure) & (rows.day == row.day) & (rows.referent == whose if whose else rows.referent.isna() | (rows.referent == ""))]
            one, other = (at[at.arm == arm].set_index(PAIR).value.astype(float) for arm in (row.arm, row.reference))
            apart = (one - other).dropna()
            self.differs(f"effects {row.arm} {row.measure} {row.day} pairs", row.n_pairs, len(apart))
            world = apart.groupby("world").mean()
            self.differs(f"effects {row.arm} {row.measure} {row.day}", row.diff, world.mean() if len(apart) else math.nan)

    def ladder(self, by_world):
        """At every worth the policy of the ladder is the best to expect."""
        allowed = self.policies.index[self.policies.below_floor == 0]
        expected = lambda worth: {name: worth * self.policies.avoided[name] - self.policies.cost[name] for name in allowed}
        steps = pd.read_csv(os.path.join(self.folder.path, "comparison", "worth.csv"))
        for at, step in enumerate(steps.itertuples()):
            until = steps.worth_from.iloc[at + 1] if at + 1 < len(steps) else step.worth_from * 2 + 100
            for worth in (step.worth_from, (step.worth_from + until) / 2):
                best = max(expected(worth).values())
                self.differs(f"ladder at {worth}: {step.policy}", expected(worth)[step.policy], best)

    def ranking(self, by_world):
        """Objective, regret and chance of being the best at the worth that was said."""
        told = pd.read_csv(os.path.join(self.folder.path, "comparison", "ranking.csv"))
        if not len(told):
            return
        worth = told.worth.iloc[0]
        objectives = pd.DataFrame({name: worth * own.avoided - own.cost for name, own in by_world.items()})[list(told.policy)]
        regret = objectives.rsub(objectives.max(axis=1), axis=0)
        wins = (regret <= 0).astype(float)
        wins = wins.div(wins.sum(axis=1), axis=0).mean()
        for row in told.itertuples():
            self.differs(f"{row.policy} objective", row.objective, objectives[row.policy].mean())
            self.differs(f"{row.policy} regret", row.regret, regret[row.policy].mean())
            self.differs(f"{row.policy} largest_regret", row.largest_regret, regret[row.policy].max())
            self.differs(f"{row.policy} best_in", row.best_in, wins[row.policy] if len(objectives) > 1 else math.nan)
        self.differs("order by regret", (told.regret.diff().dropna() >= -1e-6).all(), True)

    def everything(self):
        self.judge()
        print("FAIL" if self.bad else "ok  ", f"{self.folder.path}: {len(self.policies)} policies judged again by {len(self.told)} replicates")
        for what in self.bad[:40]:
            print("   -", what)
        return not self.bad


if __name__ == "__main__":
    sys.exit(0 if all([Policies(path).everything() for path in sys.argv[1:]]) else 1)
