#!/usr/bin/env python3
"""check.py FOLDER...: recompute the tables of a run from one another, and check what must hold in any run.

Heads are conserved; every step of the series is an event; costs add up; turnover, runs and summary are what the series and the
events give; a survey asks everyone present, on the days asked; a person leaves once; teams and twin agree with the series.
Written from the documentation, not from the code. One line for each folder, then what does not hold; exit code 1 if anything.
"""
import sys

import numpy as np
import pandas as pd

from tables import LIFE, Folder, days

COSTS = ["cost_control", "cost_transaction", "cost_replacement", "cost_repair", "cost_practice", "cost_theft", "cost_sick"]
TOTALS = COSTS + ["cost_total", "leavers_voluntary", "leavers_involuntary", "joiners", "breaches", "repairs", "acts_good", "acts_bad", "hearsay", "rumours", "sabotages", "thefts"]
SHARES = ("trust", "share", "competence", "reliab", "intent", "honest", "chance", "impact", "wound", "scar", "engagement", "strain", "burnout", "performance", "stability")
# What the series counts, and the events that it counts.
COUNTED = {
    "leavers_voluntary": ["quit"],
    "leavers_involuntary": ["involuntary_exit", "scheduled_exit"],
    "joiners": ["join"],
    "breaches": ["breach_colleague", "breach_leader", "breach_top"],
    "repairs": ["repair"],
    "rumours": ["rumour"],
    "sabotages": ["sabotage"],
    "thefts": ["theft"],
}
EXITS = ["quit", "involuntary_exit", "scheduled_exit"]
REFERENTS = ["colleague", "leader", "top"]
# The first quarter of a year has no turnover.
QUARTER, YEAR, WEEK = 65, 260, 5


class Judge:
    """Looks at one folder and remembers what does not hold."""

    def __init__(self, path):
        self.folder = folder = Folder(path)
        self.bad = []
        organisation = folder.organisation
        column = organisation.measure + organisation.referent.map(lambda name: f"_{name}" if isinstance(name, str) and name else "")
        wide = organisation.assign(column=column).pivot_table(index=LIFE + ["day"], columns="column", values="value", dropna=False, aggfunc="first")
        self.wide = wide.dropna(how="all").reset_index().sort_values(LIFE + ["day"])
        self.last = self.wide.groupby(LIFE).tail(1).set_index(LIFE).sort_index()
        self.survey, self.teams = folder.table("survey"), folder.table("teams")

    def hold(self, holds, *what):
        if not holds:
            self.bad.append(" ".join(str(word) for word in what))

    def days(self):
        """Every life has the same days, the first and the last among them, each once."""
        days_of = {life: tuple(rows.day) for life, rows in self.wide.groupby(LIFE)}
        first = next(iter(days_of.values()))
        length = days(self.folder.resolved["run"]["length"])
        self.hold(len(set(days_of.values())) == 1, "lives differ in recorded days")
        self.hold((first[0], first[-1]) == (0, length), "days from", first[0], "to", first[-1], "instead of", length)
        counts = self.folder.organisation.groupby(LIFE + ["day", "measure", "referent"], dropna=False).size()
        self.hold((counts == 1).all(), "rows of the series that stand twice")
        self.hold(not np.isinf(self.folder.series.value.astype(float)).any(), "infinite values in the series")

    def heads(self):
        """People at work are those at the start, less those who left, with those who joined."""
        for life, rows in self.wide.groupby(LIFE):
            since = lambda name: rows[name] - rows[name].iloc[0]
            heads = rows.headcount.iloc[0] - since("leavers_voluntary") - since("leavers_involuntary") + since("joiners")
            wrong = (heads - rows.headcount).abs() > 1e-3
            self.hold(not wrong.any(), "heads are not conserved", life, "on days", rows.day[wrong].tolist()[:5])
        self.hold(self.wide.vacancies.min() >= 0, "fewer than no vacancies")

    def counts(self):
        """What the series counts up to the last day is what the events tell."""
        events = self.folder.events.groupby(LIFE + ["event"]).size().unstack(fill_value=0).reindex(self.last.index, fill_value=0)
        for measure, kinds in COUNTED.items():
            own = sum(events[kind] if kind in events else 0 for kind in kinds)
            wrong = self.last[measure] - own
            self.hold((wrong == 0).all(), measure, "differ from the events by", wrong[wrong != 0].head(3).to_dict())

    def sums(self):
        """Parts of the costs make the whole, totals never fall, shares stay within 0 and 1."""
        whole = self.wide.cost_total
        self.hold(((self.wide[COSTS].sum(axis=1) - whole).abs() <= 1e-3 + 1e-5 * whole).all(), "costs do not add up")
        for name in TOTALS:
            if name in self.wide:
                steps = self.wide.groupby(LIFE)[name].diff()
                self.hold(not (steps < -1e-6 * self.wide[name].abs() - 1e-6).any(), "a total that falls:", name)
        for name in [name for name in self.wide if name.startswith(SHARES)]:
            values = self.wide[name].dropna()
            self.hold(values.between(-1e-6, 1 + 1e-6).all(), "not within 0 and 1:", name, values.min(), values.max())

    def turnover(self):
        """Those who left in the past 52 weeks, over the seats that there were on average; in the first year what comes by itself is
        made yearly and what comes at once, by an event or a repair, is not."""
        wide = self.wide.assign(seats=self.wide.headcount + self.wide.vacancies)
        apart = ((1 - wide.turnover_voluntary).clip(lower=0) - wide.stability).abs().max()
        self.hold(not apart > 1e-6, "stability is not one less turnover, and at least 0")
        rates = ["turnover_voluntary", "turnover_involuntary"]
        self.hold(not (wide[rates].isna().any(axis=1) & (wide.day >= QUARTER)).any(), "no turnover after the first quarter")
        self.hold(wide[rates][wide.day < QUARTER].isna().all(axis=None), "a turnover in the first quarter")
        events = self.folder.events
        alone = events.id.isna() | (events.id == "")
        kinds = {
            "turnover_voluntary": (events[events.event == "quit"], events[:0]),
            "turnover_involuntary": (events[(events.event == "involuntary_exit") & alone], events[events.event.isin(EXITS[1:]) & ~((events.event == "involuntary_exit") & alone)]),
        }
        for life, rows in list(wide.groupby(LIFE))[:6]:
            daily = (rows.day.diff().dropna() == 1).all()
            if rows.seats.nunique() > 1 and not daily:
                continue  # where seats were taken away, their mean needs every day
            # A mean over the days before, each as it was recorded in its morning.
            sums = np.concatenate([[0], rows.seats.cumsum().values]) if daily else None
            for rate, sorts in kinds.items():
                own, once = ([exits[(exits[LIFE] == list(life)).all(axis=1)].day.values for exits in sorts])
                for row in rows[(rows.day >= QUARTER) & (rows.day % WEEK == 0)].itertuples():
                    since = max(0, row.day - YEAR)
                    seats = (sums[row.day] - sums[since]) / (row.day - since) if daily else row.seats
                    # What an event takes is gone by the morning of its day; the others go in the evening.
                    past, sudden = (own < row.day) & (own >= since), (once <= row.day) & (once >= since)
                    told = past.sum() / seats / min(1, row.day / YEAR) + sudden.sum() / seats
                    if abs(told - getattr(row, rate)) > 1e-5:
                        self.hold(False, rate, life, "day", row.day, "series", getattr(row, rate), "events", told)
                        break

    def runs(self):
        """The end values of a life are those of the series."""
        runs = self.folder.csv("runs").set_index(LIFE)
        runs = runs[runs.status == "done"]
        for name in [name for name in runs if name in self.last]:
            own = self.last[name].reindex(runs.index)
            same = (runs[name].isna() == own.isna()).all() and not ((runs[name] - own).abs().max() > 2e-6 * max(1, own.abs().max()))
            self.hold(same, "runs differ from the series:", name)

    def summary(self):
        """Mean, spread and quantiles over lives."""
        by_day = {key: rows for key, rows in self.wide.groupby(["arm", "day"])}
        for row in self.folder.csv("summary").itertuples():
            name = row.measure + (f"_{row.referent}" if isinstance(row.referent, str) and row.referent else "")
            values = by_day[(row.arm, row.day)][name].dropna().values
            self.hold(len(values) == row.n, "summary counts", row.n, "of", len(values), row.arm, name, row.day)
            if len(values) != row.n or not len(values):
                continue
            quantiles = {q: np.quantile(values, q / 100) for q in (5, 25, 75, 95)}
            own = {"mean": values.mean(), "sd": values.std(ddof=1) if len(values) > 1 else np.nan, "median": np.median(values)} | {f"q{q:02}": v for q, v in quantiles.items()}
            near = 3e-7 * max(1, np.abs(values).max())
            for key, value in own.items():
                told = float(getattr(row, key))
                self.hold(abs(told - value) <= near or (np.isnan(told) and np.isnan(value)), "summary", row.arm, name, row.day, key, told, "instead of", value)

    def surveys(self):
        """A survey asks everyone present, on the days asked; answers, teams and exits agree with the other tables."""
        run, survey = self.folder.resolved["run"], self.survey
        asked = [days(day) for day in run.get("surveys", [])]
        for event in self.folder.resolved.get("event", []):
            if event["what"] == "survey":
                asked += [days(day) for day in (event["days"] if "days" in event else [event["day"]])]
        asked = sorted({day for day in asked if day <= days(run["length"])})
        self.hold(asked == sorted(survey.day.unique()), "surveys on", sorted(survey.day.unique()), "asked on", asked)
        if not len(survey):
            return
        self.hold(not survey.duplicated(LIFE + ["day", "seat"]).any(), "answers that stand twice")
        at = LIFE + ["day"]
        counted = survey.groupby(at).size().rename("answers").reset_index().merge(self.wide[at + ["headcount"]], on=at, how="left")
        counted = counted.dropna(subset="headcount")  # a survey may fall between two recorded days
        self.hold((counted.answers == counted.headcount).all(), "answers differ from heads", counted[counted.answers != counted.headcount].head(2).to_dict("records"))
        for referent in REFERENTS:
            own = survey.groupby(at)[f"latent_trust_{referent}"].mean().reset_index().merge(self.wide[at + [f"trust_{referent}"]], on=at)
            self.hold(not ((own[f"latent_trust_{referent}"] - own[f"trust_{referent}"]).abs().max() > 2e-5), "answers differ from the series in trust in", referent)
        exits = self.folder.events[self.folder.events.event.isin(EXITS)]
        exits = exits[LIFE + ["seat", "generation", "day"]].rename(columns={"day": "gone"})
        self.hold(not exits.duplicated(LIFE + ["seat", "generation"]).any(), "somebody leaves twice")
        joined = survey.merge(exits, on=LIFE + ["seat", "generation"], how="left")
        told, own = joined.exit_day.astype(float), joined.gone.astype(float)
        self.hold(((told == own) | (told.isna() & own.isna())).all(), "days of exit differ from the events")
        self.hold(not (told < joined.day).any(), "answers after the exit")
        sizes = survey.groupby(at + ["team"]).size().rename("answers").reset_index().merge(self.teams[at + ["team", "size"]], on=at + ["team"], how="outer")
        self.hold((sizes.answers.fillna(0) == sizes["size"].fillna(0)).all(), "sizes of teams differ from the answers")

    def of_teams(self):
        """What is recorded of teams adds up to the organisation and to the table of teams."""
        rows = self.folder.series[self.folder.series.scope == "team"]
        if not len(rows):
            return
        at = LIFE + ["day"]
        heads = rows[rows.measure == "headcount"].groupby(at).value.sum().rename("heads").reset_index().merge(self.wide[at + ["headcount"]], on=at)
        self.hold((heads.heads == heads.headcount).all(), "heads of teams do not add up")
        trust = rows[rows.measure == "trust"].pivot_table(index=at + ["scope_id"], columns="referent", values="value").reset_index()
        for referent in [name for name in REFERENTS if name in trust and len(self.teams)]:
            both = self.teams.merge(trust, left_on=at + ["team"], right_on=at + ["scope_id"])
            self.hold(not ((both[f"trust_{referent}"] - both[referent]).abs().max() > 1e-5), "teams differ from the series in trust in", referent)

    def twins(self):
        """Until something is broken or repaired an arm and its twin are one."""
        named = {row["id"] for kind in ("event", "repair") for row in self.folder.resolved.get(kind, []) if kind == "repair" or row["what"] == "breach"}
        for arm in self.folder.arms:
            twin = self.folder.twin(arm)
            if twin is None:
                continue
            own = self.folder.events[(self.folder.events.arm == arm) & self.folder.events.id.isin(named)]
            first = own.day.min() if len(own) else np.inf
            pick = lambda name: self.wide[(self.wide.arm == name) & (self.wide.day < first)].drop(columns="arm").reset_index(drop=True)
            one, other = pick(arm), pick(twin)
            apart = [name for name in one if not ((one[name] == other[name]) | (one[name].isna() & other[name].isna())).all()]
            self.hold(not apart, arm, "and", twin, "differ before day", first, "in", apart[:6])

    def everything(self):
        for look in (self.days, self.heads, self.counts, self.sums, self.turnover, self.runs, self.summary, self.surveys, self.of_teams, self.twins):
            look()
        print("FAIL" if self.bad else "ok  ", f"{self.folder.path}: {len(self.folder.series)} values, {len(self.survey)} answers, {len(self.folder.events)} events, {len(self.folder.arms)} arms")
        for what in self.bad[:40]:
            print("   -", what)
        return not self.bad


if __name__ == "__main__":
    sys.exit(0 if all([Judge(path).everything() for path in sys.argv[1:]]) else 1)
