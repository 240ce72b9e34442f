#!/usr/bin/env python3
"""Every statement of the article, tried in the model from outside.

    python3 mission.py ONFOOT OUT [--rows REGEX] [--set KEY=VALUE ...] [--short]

Each row lives paired arms (the same people, the same luck) through a scenario and reads the tables that come out; OUT/table.md
and OUT/table.csv say what was seen, by which rule it is judged, and the verdict:

    works     every claim of the row holds: its sign is clear (95 %) and its size matters
    nominal   the sign is right or cannot be told, and the size does not matter
    wrong     a claim clearly goes the other way, or lies outside its band
    missing   there is no such key, measure or table

A size matters from a tenth of an SD on: of trust between people, of an outcome of the individual .2 (so `onfoot explain` has
it), of what is measured for teams between teams. Where that makes no sense the row names a share,
as a rule a tenth. Finished runs stay in OUT, so that a second judging runs nothing.
"""

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from pathlib import Path
from typing import Callable

import numpy as np
import pandas as pd
import pyarrow.parquet as parquet

YEAR = 260  # working days
MONTH = YEAR / 12
REFERENTS = ["colleague", "leader", "top"]
FACETS = ["competence", "reliability", "intentions", "honesty"]
KINDS = ["competence", "reliability", "benevolence", "integrity"]
BEHAVIOURS = ["discretion", "consistency", "open_communication", "collaboration", "transparency", "shared_goals_and_language",
              "accountability", "personal_connection", "generosity", "honesty_about_limits"]
PRACTICES = {"fair": "fair_and_transparent_decisions", "vision": "shared_vision_and_language",
             "accountability": "accountability_for_trustworthy_behaviour", "clarity": "clarity_of_goals_and_direction",
             "autonomy": "autonomy_and_discretion", "wellbeing": "structural_investment_in_wellbeing"}
REPAIRS = ["acknowledgement", "apology", "explanation", "promise", "denial", "amends", "open_acknowledgement", "visible_leadership",
           "facilitated_dialogue", "changed_conduct", "empathy", "consistent_support", "policy_reform", "leader_replacement",
           "culture_programme", "independent_investigation", "compensation"]
INDIVIDUAL = ["engagement", "motivation", "satisfaction", "commitment", "identification", "strain", "knowledge_sharing", "helping",
              "learning", "readiness_for_change", "quit_intention", "performance", "loyalty"]


class Missing(Exception):
    """What a row speaks of is not there."""


# --- What is seen, and the rules ----------------------------------------------------------------------------------------


@dataclass
class Figure:
    """What was seen, with its 95 % interval."""
    value: float
    low: float
    high: float

    def __str__(self):
        digits = 4 if abs(self.value) < 0.1 else 3 if abs(self.value) < 10 else 1
        return f"{self.value:+.{digits}f} [{self.low:+.{digits}f}, {self.high:+.{digits}f}]"


@dataclass
class Rule:
    text: str
    verdict: Callable[[Figure], str]


@dataclass
class Claim:
    """A figure turned so that the article says it is positive, and the rule that judges it."""
    label: str
    seen: Figure
    rule: Rule


def at_least(size):
    """The sign is clear and the size matters."""
    def verdict(seen):
        if seen.high < 0:
            return "wrong"
        return "works" if seen.low > 0 and seen.value >= size else "nominal"
    return Rule(f">= {size:.3g}" if size else "> 0", verdict)


CLEAR = at_least(0)


def within(low, high):
    """The figure lies in a band; where only its interval reaches in, it cannot be told."""
    def verdict(seen):
        if low <= seen.value <= high:
            return "works"
        return "nominal" if seen.high >= low and seen.low <= high else "wrong"
    return Rule(f"{low:.3g} to {high:.3g}", verdict)


def mean(lives):
    """The mean over lives, with Student's interval."""
    lives = np.asarray(lives, float)
    n, z = len(lives), 1.959964
    t = z + (z**3 + z) / (4 * (n - 1)) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * (n - 1) ** 2)
    half = t * lives.std(ddof=1) / np.sqrt(n)
    return Figure(lives.mean(), lives.mean() - half, lives.mean() + half)


def drawn(lives, statistic, draws=200):
    """Any statistic of a set of lives, with the interval that drawing the lives anew gives."""
    dice = np.random.default_rng(1)
    low, high = np.nanpercentile([statistic(dice.integers(0, lives, lives)) for _ in range(draws)], [2.5, 97.5])
    return Figure(float(statistic(np.arange(lives))), float(low), float(high))


def ratio(above, below):
    """A ratio of two means over the same lives."""
    return drawn(len(above), lambda at: above[at].mean() / below[at].mean())


# --- Scenarios ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Scenario:
    name: str
    text: str
    lives: int


def conduct(logit, *who, facets=FACETS):
    """Real conduct of members, leaders or top management moved by so many logits."""
    keys = {"members": "people.conduct.{}.mean", "leaders": "people.leader_conduct.{}.mean", "top": "people.top_conduct.{}"}
    return {keys[one].format(facet): logit for one in who for facet in facets}


def entry(of, **keys):
    """An event or a repair as TOML."""
    return f"\n[[{of}]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in keys.items())


def breach(name="breach", day="1 year", **keys):
    given = {"by": "leader", "kind": "integrity", "severity": 0.7, "audience": "team"} | keys
    return entry("event", id=name, day=day, what="breach", **given)


def repair(what, name=None, after="breach", delay="3 days", **keys):
    return entry("repair", id=name or what, what=what, after=after, delay=delay, sincerity=1.0, **keys)


def scenario(name, lives, length, arms, body="", twin=False, start="settled", surveys=()):
    """An ordinary organisation (twelve teams of eight, middling practices) in arms: what each sets, or sets and repairs."""
    text = f"""title    = "{name}"
question = "What does the article say, and what is seen?"

[run]
length     = "{length}"
replicates = {lives}
seed       = 2024
record     = "monthly"
twin       = {json.dumps(twin)}
surveys    = {json.dumps(list(surveys))}

[organisation]
teams     = 12
team_size = 8
start     = "{start}"
task_interdependence = {{ min = 0.2, max = 0.8 }}
ties_across = 2

[practices]
preset = "middling"
{body}
[arms]
"""
    for arm, given in arms.items():
        sets, repairs = given if isinstance(given, tuple) else (given, None)
        parts = [] if repairs is None else [f"repairs = {json.dumps(repairs)}"]
        parts += ["set = { " + ", ".join(f'"{key}" = {json.dumps(value)}' for key, value in sets.items()) + " }"] if sets else []
        text += f"{arm} = {{ {', '.join(parts)} }}\n"
    return Scenario(name, text, lives)


WHOLE = {"event.breach.severity": 0.0}
MEANT = {"event.breach.intentional": True}
UNTRUE = {"event.breach.deception": True}
IMPACT = {"colleague": 0.59, "leader": 0.71, "top": 0.63}

ORDINARY = scenario("ordinary", 40, "3 years", {
    "usual": {},
    "better": {"behaviour.base": 2.5},
    "propensity-up": {"people.propensity.mean": 1.0},
    "propensity-down": {"people.propensity.mean": -1.0},
    "members": conduct(0.6, "members"),
    "top": conduct(0.6, "top"),
    "chance-low": {"quotient.chance_base": 0.05},
    "chance-high": {"quotient.chance_base": 0.7},
    "twice-the-impact": {"quotient.impact_leader": 1.42},
    "good-leader": conduct(1.5, "leaders"),
    "good-leader-risky": conduct(1.5, "leaders") | {"quotient.impact_leader": 2.0},
} | {f"{facet}-up": conduct(0.8, "members", "leaders", facets=[facet]) for facet in FACETS}
  | {f"{who}-trusted": {f"quotient.impact_{who}": round(impact * 0.78, 3)} for who, impact in IMPACT.items()}
  | {f"{who}-distrusted": {f"quotient.impact_{who}": round(impact / 0.78, 3)} for who, impact in IMPACT.items()},
    surveys=["3 years"])

TEN = scenario("behaviours", 60, "3 years", {
    "usual": {},
    "all-away": {f"behaviours.{name}": 0.0 for name in BEHAVIOURS},
    "all-rare": {f"behaviours.{name}": 0.2 for name in BEHAVIOURS},
} | {f"{name}-{word}": {f"behaviours.{name}": times} for name in BEHAVIOURS
     for word, times in (("away", 0.0), ("rare", 0.333), ("often", 3.0))})

SIX = scenario("practices", 40, "4 years", {
    "usual": {},
    "autonomy-poor": {f"practices.{PRACTICES['autonomy']}": 0.2},
    "autonomy-unanswered": {f"practices.{PRACTICES['autonomy']}": 0.9, "practice.autonomy_return": 0.0},
} | {f"{name}-{word}": {f"practices.{key}": level} for name, key in PRACTICES.items()
     for word, level in (("high", 0.9), ("low", 0.1))}, surveys=["4 years"])

# One pair of facets is destroyed and the other is whole: nothing of the breach spills over, and nothing but the pair tells of it.
PAIRS = scenario("pairs", 30, "14 months", {
    "whole": WHOLE,
    "competence": {"event.breach.kind": "competence"},
    "integrity": {},
}, breach(severity=1.0) + """
[breach]
known = 0.0
competence_credibility = 1.0
competence_trustworthiness = 0.0
competence_chance = 0.0
integrity_credibility = 0.0
integrity_trustworthiness = 1.0
integrity_chance = 0.0

[quotient]
alarm = 0.0
""")

KINDS_OF_BREACH = scenario("breaches", 40, "4 years", {
    "whole": WHOLE,
    "intentional": MEANT,
    "deception": UNTRUE,
    "both": MEANT | UNTRUE,
    "whole-unwithheld": WHOLE | {"mechanisms.withholding": False},
    "integrity-unwithheld": {"mechanisms.withholding": False},
} | {kind: {"event.breach.kind": kind} for kind in KINDS}, breach())

RETALIATION = scenario("retaliation", 120, "27 months", {
    "whole": WHOLE,
    "intentional-70": MEANT,
    "deception-70": UNTRUE,
    "whole-calm": WHOLE | {"mechanisms.retaliation": False},
    "both-70-calm": {"event.breach.severity": 0.7, "mechanisms.retaliation": False} | MEANT | UNTRUE,
} | {f"plain-{level}": {"event.breach.severity": level / 100} for level in (35, 50, 70, 100)}
  | {f"both-{level}": {"event.breach.severity": level / 100} | MEANT | UNTRUE for level in (35, 70, 100)}, breach())

WORDS = ["acknowledgement", "apology", "explanation"]
DEEDS = ["changed_conduct", "empathy", "consistent_support"]


def seventeen(offender, kind, severity, intentional):
    """Each repair alone, and some together, a week after a breach at half a year."""
    return scenario(f"repairs-{offender}-{kind}-{severity}{'-meant' if intentional else ''}", 24, "21 months", {
        "whole": (WHOLE, []),
        "nothing": ({}, []),
        "words": ({}, WORDS),
        "deeds": ({}, DEEDS),
        "promise-kept": ({}, ["promise", "changed_conduct"]),
    } | {what: ({}, [what]) for what in REPAIRS},
        breach(day="6 months", by=offender, kind=kind, severity=severity, intentional=intentional)
        + "".join(repair(what, delay="1 week") for what in REPAIRS))


SLIP, BETRAYAL = (0.25, False), (0.75, True)
UNBROKEN = 0.001


def again(offender):
    """The same person breaks trust twice, three months apart."""
    seat = {"seat": 1} if offender == "colleague" else {}
    twice = {"by": offender, "kind": "reliability", "severity": 0.5} | seat
    once = {"event.second.severity": 0.0}
    return scenario(f"again-{offender}", 60, "2 years", {
        "once-silent": (once, []), "once-apology": (once, ["apology"]), "once-promise": (once, ["promise"]),
        "twice-silent": ({}, []), "twice-apology": ({}, ["apology"]), "twice-promise": ({}, ["promise"]),
        "second-apology": ({}, ["sorry"]), "both-apologies": ({}, ["apology", "sorry"]),
    }, breach("first", "6 months", **twice) + breach("second", "9 months", **twice)
        + repair("apology", after="first") + repair("promise", after="first") + repair("apology", "sorry", after="second"))


def mood(kind, severity):
    """One victim or the whole team, with and without the shared mood of a team."""
    seen = {"victim": {"event.breach.audience": "victim"}, "team": {}}
    answers = {"": [], "-together": ["open_acknowledgement", "visible_leadership"], "-amends": ["amends"]}
    calm = {"": {}, "-calm": {"mechanisms.team_mood": False}}
    arms = {f"whole{end}": (WHOLE | off, []) for end, off in calm.items()}
    arms |= {f"{who}{answer}{end}": (audience | off, repairs) for who, audience in seen.items()
             for answer, repairs in answers.items() for end, off in calm.items()}
    return scenario(f"mood-{kind}", 40, "1 year", arms, breach(day="6 months", kind=kind, severity=severity)
                    + repair("open_acknowledgement") + repair("visible_leadership") + repair("amends"))


DELAYS = {"3-days": "3 days", "3-weeks": "3 weeks", "3-months": "3 months", "a-year": "1 year"}

DELAYED = scenario("delayed", 60, "26 months", {
    "whole": (WHOLE, []), "nothing": ({}, []),
} | {name: ({"repair.amends.delay": delay}, ["amends"]) for name, delay in DELAYS.items()},
    breach(day="6 months", kind="reliability", severity=0.5) + repair("amends"))

# Three times the usual small incidents, so that there is something to count.
SMALL = scenario("small", 120, "4 years", {
    "never": ({}, []), "early": ({}, ["apology", "amends"]),
    "late": ({"repair.apology.delay": "3 months", "repair.amends.delay": "3 months"}, ["apology", "amends"]),
}, "\n[incident]\ncolleague = 0.15\nleader = 0.54\n" + "".join(
    entry("repair", id=what, what=what, delay="3 days", sincerity=1.0) + "when = { severity_above = 0.0 }\n" for what in ("apology", "amends")))

SHOCK = scenario("shock", 60, "3 years", {
    f"{level}{end}": conduct(logit, "members", "leaders", "top") | size for level, logit in (("low", -0.7), ("high", 0.7))
    for end, size in (("", {}), ("-spared", {"event.shock.size": 0.0}))
}, entry("event", id="shock", day="2 years", what="shock", kind="reorganisation", size=0.3))

LEAVING = scenario("leaving", 120, "3 years", {
    "usual": {}, "no-ramp-up": {"mechanisms.ramp_up": False}, "no-quitting": {"mechanisms.quitting": False},
    "no-contagion": {"mechanisms.contagion": False}, "no-vacancy-strain": {"mechanisms.strain_of_vacancies": False}})

UNDISTURBED = scenario("undisturbed", 100, "8 years", {"usual": {}})

STRANGERS = scenario("strangers", 40, "5 years", {"usual": {}}, breach(day="18 months"), twin=True, start="strangers")

MONTHS = scenario("two-months", 4, "2 months", {"usual": {}})


# --- Runs and their tables ----------------------------------------------------------------------------------------------


class Run:
    """A finished folder."""

    def __init__(self, folder):
        self.folder = folder

    @cached_property
    def wide(self):
        """The organisation: a row for each arm, life and day, a column for each measure; `trust_leader` is trust in the leader."""
        words, numbers = ["arm", "measure", "referent"], ["replicate", "day", "value"]
        rows = parquet.read_table(self.folder / "series.parquet", filters=[("scope", "=", "organisation")], columns=words + numbers,
                                  read_dictionary=words).to_pandas()
        rows["referent"] = rows.referent.cat.add_categories("").fillna("")
        wide = rows.pivot(index=["arm", "replicate", "day"], columns=["measure", "referent"], values="value").sort_index()
        wide.columns = ["_".join(filter(None, column)) for column in wide.columns]
        return wide

    @lru_cache(maxsize=None)
    def days(self, arm, measure):
        """One measure: a row for each life, a column for each recorded day."""
        if measure not in self.wide:
            raise Missing(f"no measure `{measure}`")
        return self.wide.loc[arm, measure].unstack("day")

    def over(self, arm, measure, first, last):
        """The mean over days, one number for each life."""
        values = self.days(arm, measure)
        return values.loc[:, (values.columns >= first) & (values.columns <= last)].mean(axis=1).to_numpy()

    def grown(self, arm, measure, first, last):
        """What a count since day 0 has grown by, one number for each life."""
        values = self.days(arm, measure)
        return (values[last] - values[first]).to_numpy()

    def effect(self, arm, beside, measure, first=2 * YEAR, last=3 * YEAR):
        """What an arm differs by from another, one number for each life."""
        return self.over(arm, measure, first, last) - self.over(beside, measure, first, last)

    @lru_cache(maxsize=None)
    def table(self, name):
        file = self.folder / name
        if not file.exists():
            raise Missing(f"no table `{name}`")
        return pd.read_csv(file) if file.suffix == ".csv" else parquet.read_table(file).to_pandas()


class Bench:
    """Runs each scenario once and keeps its folder."""

    def __init__(self, onfoot, out, sets, short):
        self.onfoot, self.out, self.sets, self.short = onfoot, out, sets, short
        self.build = hashlib.sha256(onfoot.read_bytes()).hexdigest()

    @lru_cache(maxsize=None)
    def run(self, what):
        lives = min(what.lives, max(8, what.lives // 4)) if self.short else what.lives
        key = hashlib.sha256(json.dumps([self.build, what.text, lives, self.sets]).encode()).hexdigest()[:10]
        folder = self.out / f"{what.name}-{key}"
        if not (folder / "finished").exists():
            folder.parent.mkdir(parents=True, exist_ok=True)
            file = self.out / f"{what.name}.toml"
            file.write_text(what.text)
            sets = [word for pair in self.sets for word in ("--set", pair)]
            done = subprocess.run([self.onfoot, "run", file, "-o", folder, "--force", "--quiet", "--threads", "2", "--error-format", "short",
                                   "--replicates", str(lives), *sets], capture_output=True, text=True)
            if done.returncode:
                faults = [line for line in done.stderr.splitlines() if "warning" not in line]
                raise Missing(f"`{what.name}` does not run: {' '.join(faults)[-200:].strip()}")
            shutil.rmtree(folder / "lives", ignore_errors=True)
            (folder / "finished").touch()
        return Run(folder)

    @lru_cache(maxsize=None)
    def sd(self, measure):
        """One SD of a measure in an ordinary organisation."""
        if measure in INDIVIDUAL:
            return 0.2
        run = self.run(ORDINARY)
        if measure.startswith("trust_"):
            people = run.table("survey.parquet")
            people = people[(people.arm == "usual") & (people.role == "member")]
            return people.groupby("replicate")[f"latent_{measure}"].std().mean()
        teams = run.table("teams.parquet")
        if measure in teams:
            return teams[teams.arm == "usual"].groupby("replicate")[measure].std().mean()
        series = run.table("series.parquet")
        last = series[(series.scope == "team") & (series.arm == "usual") & (series.measure == measure) & (series.day == 3 * YEAR)]
        if last.empty:
            raise Missing(f"no measure `{measure}` of teams")
        return last.groupby("replicate").value.std().mean()

    def tenth(self, measure):
        return at_least(0.1 * self.sd(measure))


# --- The claims of rows -------------------------------------------------------------------------------------------------


def named(measure):
    return measure.replace("trust_", "")


def behaviour(name, referent, facets):
    """Shown never, rarely, often: trust in those who mainly show it follows, and so do the facets of which it tells."""
    def claims(bench):
        run, trust = bench.run(TEN), f"trust_{referent}"

        def moved(word, measure):
            return run.effect(f"{name}-{word}", "usual", measure)
        told = {facet: mean(moved("often", f"{facet}_{referent}")) for facet in facets}
        return [Claim(f"{referent}: away", mean(-moved("away", trust)), bench.tenth(trust)),
                Claim("x1/3", mean(-moved("rare", trust)), CLEAR),
                Claim("x3", mean(moved("often", trust)), bench.tenth(trust)),
                *(Claim(f"x3 {facet}", seen, CLEAR) for facet, seen in told.items())]
    return claims


def all_ten(bench):
    run = bench.run(TEN)
    away = run.effect("all-away", "usual", "trust_colleague")
    each = [run.effect(f"{name}-away", "usual", "trust_colleague") for name in BEHAVIOURS]
    worst = min(each, key=np.mean)
    acts = 1 - run.grown("all-away", "acts_good", 0, 3 * YEAR) / run.grown("usual", "acts_good", 0, 3 * YEAR)
    return [Claim("all away", mean(-away), at_least(0.1)),
            Claim("all at .2", mean(-run.effect("all-rare", "usual", "trust_colleague")), bench.tenth("trust_colleague")),
            Claim("beyond the worst single", mean(worst - away), bench.tenth("trust_colleague")),
            Claim("share of good acts gone", mean(acts), at_least(0.5))]


def practice(name, rising, falling=()):
    """The practice from .5 to .9 and to .1: what rises with it, and what falls."""
    def claims(bench):
        run = bench.run(SIX)
        return [Claim(f"{named(measure)} {word}", mean(sign * run.effect(f"{name}-{word}", "usual", measure, 3 * YEAR, 4 * YEAR)), bench.tenth(measure))
                for word, way in (("high", 1), ("low", -1)) for sign, measures in ((way, rising), (-way, falling)) for measure in measures]
    return claims


def fewer(what, arm, measure, share):
    """The share by which a count is less than usual in the end."""
    def claims(bench):
        usual, other = (bench.run(what).days(one, measure).iloc[:, -1].to_numpy() for one in ("usual", arm))
        return [Claim(f"{arm}: {measure} less", ratio(usual - other, usual), at_least(share))]
    return claims


def together(*parts):
    """Several claims in one row."""
    return lambda bench: [claim for part in parts for claim in part(bench)]


def better(measure, sign=1, share=None):
    """Everybody behaves better, and so is trusted more: what follows."""
    def claims(bench):
        run = bench.run(ORDINARY)
        moved = sign * run.effect("better", "usual", measure)
        if share:
            return [Claim(f"{measure} as a share", ratio(moved, run.over("usual", measure, 2 * YEAR, 3 * YEAR)), at_least(share))]
        return [Claim(measure, mean(moved), bench.tenth(measure))]
    return claims


def stability(bench):
    """The part of what is unstable that is gained where everybody behaves better."""
    run = bench.run(ORDINARY)
    return [Claim("share of instability less", ratio(run.effect("better", "usual", "stability"), 1 - run.over("usual", "stability", 2 * YEAR, 3 * YEAR)), at_least(0.1))]


def per_sd(bench, referent, measure):
    """What trust in one referent, moved alone, does per SD of it; one number for each life."""
    run, arms = bench.run(ORDINARY), (f"{referent}-trusted", f"{referent}-distrusted")
    trust = run.effect(*arms, f"trust_{referent}").mean()
    return run.effect(*arms, measure) / trust * bench.sd(f"trust_{referent}")


def follows(referent, *measures):
    """The measures follow trust in this referent."""
    return lambda bench: [Claim(f"{referent} -> {measure}", mean(per_sd(bench, referent, measure)), bench.tenth(measure)) for measure in measures]


def follows_most(referent, *measures):
    """The measures follow trust in this referent, and more than trust in either of the others."""
    def claims(bench):
        rows = follows(referent, *measures)(bench)
        for measure in measures:
            own = per_sd(bench, referent, measure)
            rows += [Claim(f"{measure}: beyond {other}", mean(own - per_sd(bench, other, measure)), CLEAR) for other in REFERENTS if other != referent]
        return rows
    return claims


def mayer_facets(bench):
    run = bench.run(ORDINARY)
    return [Claim(facet, mean(run.effect(f"{facet}-up", "usual", "trust_colleague")), bench.tenth("trust_colleague")) for facet in FACETS]


def mayer_propensity(bench):
    run = bench.run(ORDINARY)
    return [Claim(f"{named(trust)} {word}", mean(sign * run.effect(f"propensity-{word}", "usual", trust)), bench.tenth(trust))
            for trust in (f"trust_{who}" for who in REFERENTS) for word, sign in (("up", 1), ("down", -1))]


def multiplied(bench):
    """With one pair gone a product is nothing; a sum would keep half."""
    run, day = bench.run(PAIRS), YEAR + 22
    whole = run.over("whole", "trust_leader", day, day)
    return [Claim(f"share kept after {kind}", ratio(run.over(kind, "trust_leader", day, day), whole), within(0, 0.2)) for kind in ("competence", "integrity")]


def divided(bench):
    run = bench.run(ORDINARY)
    rule, signs = bench.tenth("trust_leader"), {"twice-the-impact": -1, "chance-low": 1, "chance-high": -1, "good-leader": 1, "good-leader-risky": -1}
    return [Claim(arm, mean(sign * run.effect(arm, "usual", "trust_leader")), rule) for arm, sign in signs.items()]


def kept_apart(bench):
    """Less at stake with one referent: trust in that one rises, trust in the others by less than a fifth of it."""
    run, claims = bench.run(ORDINARY), []
    for who in REFERENTS:
        own = run.effect(f"{who}-trusted", "usual", f"trust_{who}")
        claims.append(Claim(who, mean(own), bench.tenth(f"trust_{who}")))
        claims += [Claim(f"{who}: share for {other}", ratio(run.effect(f"{who}-trusted", "usual", f"trust_{other}"), own), within(-0.2, 0.2))
                   for other in REFERENTS if other != who]
    return claims


def persons_and_institution(bench):
    ordinary, six = bench.run(ORDINARY), bench.run(SIX)
    claims = []
    for label, effect, own, other in (("members", lambda trust: ordinary.effect("members", "usual", trust), "colleague", "top"),
                                      ("top", lambda trust: ordinary.effect("top", "usual", trust), "top", "colleague"),
                                      ("fair", lambda trust: six.effect("fair-high", "usual", trust, 3 * YEAR, 4 * YEAR), "top", "colleague")):
        moved = effect(f"trust_{own}")
        claims += [Claim(f"{label}: {own}", mean(moved), bench.tenth(f"trust_{own}")),
                   Claim(f"{label}: share for {other}", ratio(effect(f"trust_{other}"), moved), within(-0.2, 0.2))]
    return claims


def vision_binds(bench):
    """Shared vision raises cooperation, part of it on a road of its own, and people misunderstand one another less."""
    run, ordinary = bench.run(SIX), bench.run(ORDINARY)
    seen, trust = (run.effect("vision-high", "usual", measure, 3 * YEAR, 4 * YEAR) for measure in ("cooperation", "trust_colleague"))
    slope = ordinary.effect("colleague-trusted", "usual", "cooperation").mean() / ordinary.effect("colleague-trusted", "usual", "trust_colleague").mean()
    slips = {arm: incidents(run, arm, "breach_colleague", 0, 0, 4 * YEAR) for arm in ("usual", "vision-high")}
    return [Claim("cooperation", mean(seen), bench.tenth("cooperation")),
            Claim("share beside trust", ratio(seen - slope * trust, seen), at_least(0.2)),
            Claim("colleagues' incidents less", ratio(slips["usual"] - slips["vision-high"], slips["usual"]), at_least(0.1))]


def resilience(bench):
    """The share of a year's output that a shock takes: where there is trust it takes less."""
    run = bench.run(SHOCK)
    lost = {level: 1 - run.over(level, "output", 2 * YEAR + 1, 3 * YEAR) / run.over(f"{level}-spared", "output", 2 * YEAR + 1, 3 * YEAR) for level in ("low", "high")}
    days = {level: run.over(level, "shock_loss", 3 * YEAR, 3 * YEAR) for level in ("low", "high")}
    return [Claim("share of the loss spared", ratio(lost["low"] - lost["high"], lost["low"]), at_least(0.1)),
            Claim("shock_loss spared", ratio(days["low"] - days["high"], days["low"]), at_least(0.1))]


def after_breach(run, arm, months, beside="whole"):
    """What the breach has taken of trust in the leader, so many months later."""
    middle = YEAR + months * MONTH
    return run.effect(beside, arm, "trust_leader", middle - MONTH / 2, middle + MONTH / 2)


def order_of_kinds(bench):
    run, claims = bench.run(KINDS_OF_BREACH), []
    tenth = bench.tenth("trust_leader")
    for months, when in ((1, "month"), (12, "year")):
        lost = {arm: after_breach(run, arm, months) for arm in (*KINDS, "intentional", "deception")}
        claims += [Claim(f"{when}: {worse} beyond {milder}", mean(lost[worse] - lost[milder]), tenth)
                   for milder, worse in (("competence", "reliability"), ("reliability", "benevolence"))]
        claims.append(Claim(f"{when}: integrity beyond benevolence", mean(lost["integrity"] - lost["benevolence"]), within(0, 1)))
        claims += [Claim(f"{when}: {flag} adds", mean(lost[flag] - lost["integrity"]), tenth) for flag in ("intentional", "deception")]
    return claims


def slow_and_sudden(bench):
    run, claims = bench.run(KINDS_OF_BREACH), []
    fall = after_breach(run, "integrity", 1)
    claims.append(Claim("fall in a month", mean(fall), at_least(0.5 * bench.sd("trust_leader"))))
    for months, when, band in ((3, "3 months", (0.5, 1.05)), (12, "a year", (0.2, 0.8)), (36, "3 years", (0, 0.3))):
        claims.append(Claim(f"missing after {when}", ratio(after_breach(run, "integrity", months), fall), within(*band)))
    rows = bench.run(STRANGERS).table("recovery.csv")
    row = rows[(rows.arm == "usual") & (rows.referent == "leader")].iloc[0]
    for what, seen in (("build", row.day), ("return", 5 * YEAR - row.day)):  # what is censored took at least the days that were seen
        times = row[[f"{what}_days{end}" for end in ("", "_lo", "_hi")]].astype(float).fillna(seen) / row.fall_days
        claims.append(Claim(f"{what} in times the fall", Figure(*times), at_least(10)))
    return claims


def withdrawal(bench):
    run, first, last = bench.run(KINDS_OF_BREACH), YEAR + 2 * MONTH, YEAR + 4 * MONTH
    acts = {arm: run.grown(arm, "acts_good", YEAR, 2 * YEAR) for arm in ("whole", "both")}
    slower = after_breach(run, "integrity", 12) - after_breach(run, "integrity-unwithheld", 12, beside="whole-unwithheld")
    return [Claim("share of good acts gone", ratio(acts["whole"] - acts["both"], acts["whole"]), at_least(0.05)),
            *(Claim(measure, mean(run.effect("whole", "both", measure, first, last)), bench.tenth(measure)) for measure in ("helping", "knowledge_sharing", "cooperation")),
            Claim("not meant: withholding keeps trust down", mean(slower), bench.tenth("trust_leader"))]


ACTS = ["rumours", "sabotages", "thefts"]


def retaliation_rises(bench):
    run = bench.run(RETALIATION)
    acts = {arm: sum(run.grown(arm, act, YEAR, 2 * YEAR) for act in ACTS) for arm in run.wide.index.unique("arm")}
    ladder = ["whole", "plain-35", "plain-50", "plain-70", "plain-100"]
    claims = [Claim(f"{worse} beyond {milder}", mean(acts[worse] - acts[milder]), CLEAR) for milder, worse in (
        *zip(ladder, ladder[1:]), ("plain-70", "intentional-70"), ("plain-70", "deception-70"), ("plain-100", "both-100"), ("both-35", "both-70"), ("both-70", "both-100"))]
    return claims + [Claim(f"{act} after betrayal", mean(run.grown("both-70", act, YEAR, 2 * YEAR) - run.grown("whole", act, YEAR, 2 * YEAR)), CLEAR) for act in ACTS]


def retaliation_tells(bench):
    """What retaliation does to the organisation after a betrayal: with it minus without it, beyond what it does without a betrayal."""
    run = bench.run(RETALIATION)

    def lost(measure, end=""):
        return run.effect(f"whole{end}", f"both-70{end}", measure, YEAR + 1, 2 * YEAR)

    def own(measure):
        return lost(measure) - lost(measure, "-calm")
    return [Claim("share of the lost output", ratio(own("output"), lost("output")), at_least(0.1)),
            Claim("share of the lost safety", ratio(own("safety"), lost("safety")), at_least(0.1)),
            Claim("share of the lost trust in the leader", ratio(own("trust_leader"), lost("trust_leader")), CLEAR),
            Claim("person-days of theft", mean(run.grown("both-70", "cost_theft", YEAR, 2 * YEAR) - run.grown("whole", "cost_theft", YEAR, 2 * YEAR)), CLEAR)]


def months_after(first, last):
    """Days, for breaches at half a year."""
    return (6 + first) * MONTH, (6 + last) * MONTH


LATE = months_after(13, 15)


def won(bench, offender, kind, severity, repair, when=LATE):
    """Trust won back beyond what the repair brings where nothing was broken, one number for each life."""
    trust = f"trust_{offender}"
    broken, unbroken = bench.run(seventeen(offender, kind, *severity)), bench.run(seventeen(offender, "integrity", UNBROKEN, False))
    return broken.effect(repair, "nothing", trust, *when) - unbroken.effect(repair, "nothing", trust, *when)


def won_share(bench, offender, kind, severity, repair, when=LATE):
    """The same as a share of what is missing on those days where nothing is done."""
    missing = bench.run(seventeen(offender, kind, *severity)).effect("whole", "nothing", f"trust_{offender}", *when)
    return ratio(won(bench, offender, kind, severity, repair, when), missing)


SOON = months_after(1.5, 2.5)


def deeds_not_words(bench):
    """After a betrayal by the leader, and after something as severe that was not meant."""
    claims = []
    for label, severity in (("meant", BETRAYAL), ("not meant", (0.75, False))):
        deeds, words, promise = (won(bench, "leader", "integrity", severity, what) for what in ("deeds", "words", "promise"))
        claims += [Claim(f"{label}: deeds beyond a promise", mean(deeds - promise), bench.tenth("trust_leader")),
                   Claim(f"{label}: deeds beyond words", mean(deeds - words), bench.tenth("trust_leader"))]
    return claims + [Claim("changed conduct heals", mean(won(bench, "leader", "integrity", BETRAYAL, "changed_conduct")), bench.tenth("trust_leader"))]


def words_do_not_do(bench):
    return [Claim(f"share by words, {label}, {months} months", won_share(bench, "leader", "integrity", severity, "words", when), within(-0.1, 0.2))
            for label, severity in (("meant", BETRAYAL), ("not meant", (0.75, False))) for months, when in ((2, SOON), (14, LATE))]


def small_things_between_people(bench):
    """After a slip of a colleague; a promise is worth what is then done."""
    breach = ("colleague", "competence", SLIP)
    missing = bench.run(seventeen("colleague", "competence", *SLIP)).effect("whole", "nothing", "trust_colleague", *LATE)
    beyond = won(bench, *breach, "promise-kept") - won(bench, *breach, "changed_conduct")
    shares = {what: won_share(bench, *breach, what, when) for what, when in (("apology", SOON), ("acknowledgement", SOON), ("promise-kept", LATE))}
    shares["the promise beyond the conduct"] = ratio(beyond, missing)
    return [Claim(f"share by {what}", seen, at_least(0.1)) for what, seen in shares.items()]


def structure_for_the_grave(bench):
    claims = []
    for repair in ("policy_reform", "culture_programme"):
        grave, slip = (won_share(bench, "leader", "integrity", severity, repair) for severity in (BETRAYAL, SLIP))
        claims += [Claim(f"share by {repair}", grave, at_least(0.25)), Claim(f"{repair} after a slip", slip, within(-1, grave.value))]
    return claims


def replacing_leaders(bench):
    """Fits what is grave and not a slip; each new leader is paid for like anybody who is replaced."""
    run, when = bench.run(seventeen("leader", "integrity", *BETRAYAL)), months_after(1, 14)
    claims = [Claim("share after a betrayal, nothing taken off", ratio(run.effect("leader_replacement", "nothing", "trust_leader", *when),
                                                                       run.effect("whole", "nothing", "trust_leader", *when)), at_least(0.1))]
    for label, kind, severity, days, band in (("betrayal", "integrity", BETRAYAL, when, (1, 3)), ("slip, soon", "competence", SLIP, SOON, (4, 17)),
                                              ("slip, late", "competence", SLIP, LATE, (4, 17))):
        gains = np.array([won(bench, "leader", kind, severity, repair, days) for repair in REPAIRS])
        own = REPAIRS.index("leader_replacement")
        claims.append(Claim(f"place of 17, {label}", drawn(gains.shape[1], lambda at: ranks(-gains[:, at].mean(1))[own]), within(*band)))
    end = int(21 * MONTH)

    def paid(arm):
        return sum(run.grown(arm, cost, 0, end) for cost in ("cost_repair", "cost_replacement"))
    leavers = sum(run.grown("nothing", who, 0, end) for who in ("leavers_voluntary", "leavers_involuntary"))
    usual = run.grown("nothing", "cost_replacement", 0, end).mean() / leavers.mean()
    return [*claims, Claim("price of twelve, in times that of twelve leavers", mean((paid("leader_replacement") - paid("nothing")) / 12 / usual), at_least(0.9))]


def ranks(values):
    """Ranks from 1, ties shared."""
    _, where, shared = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(shared) - (shared - 1) / 2)[where]


def order(lives):
    """The seventeen in order of what they win back; what cannot be told from nothing counts as nothing."""
    value, error = lives.mean(1), lives.std(1, ddof=1) / np.sqrt(lives.shape[1])
    return ranks(np.where(np.abs(value) > 2.1 * error, value, 0.0))


def other_orders(bench, pairs):
    """The share of pairs of breaches after which the repairs come in another order (rank correlation below .9)."""
    gains = {one: np.array([won(bench, *one, repair) for repair in REPAIRS]) for pair in pairs for one in pair}

    def share(at):
        orders = {one: order(lives[:, at]) for one, lives in gains.items()}
        return np.mean([not np.corrcoef(orders[one], orders[other])[0, 1] >= 0.9 for one, other in pairs])
    return drawn(next(iter(gains.values())).shape[1], share, 100)


def by_kind(bench):
    return [Claim(f"pairs of kinds in another order, {who}", other_orders(bench, [
        ((who, one, severity), (who, other, severity)) for severity in (SLIP, BETRAYAL) for one, other in combinations(KINDS, 2)]), at_least(0.5))
        for who in ("colleague", "leader")]


def by_severity(bench):
    claims = []
    for who in ("colleague", "leader"):
        slip, betrayal = (won_share(bench, who, kind, severity, "apology", SOON) for kind, severity in (("competence", SLIP), ("integrity", BETRAYAL)))
        claims += [Claim(f"{who}: apology after a slip", slip, at_least(0.1)), Claim(f"{who}: apology after a betrayal", betrayal, within(-1, slip.value / 2)),
                   Claim(f"{who}: kinds in another order", other_orders(bench, [((who, kind, SLIP), (who, kind, BETRAYAL)) for kind in KINDS]), at_least(0.5))]
    return claims


def void_if_repeated(bench):
    """What a first apology or promise had won is gone after the same again, and a second apology does less."""
    claims, when = [], (10 * MONTH, 15 * MONTH)
    for who in ("colleague", "leader"):
        run, trust = bench.run(again(who)), f"trust_{who}"
        for repair in ("apology", "promise"):
            once, twice = (run.effect(f"{times}-{repair}", f"{times}-silent", trust, *when) for times in ("once", "twice"))
            claims += [Claim(f"{who}: {repair} once", mean(once), CLEAR), Claim(f"{who}: share of this {repair} taken back", ratio(once - twice, once), at_least(0.5))]
        first, second = run.effect("second-apology", "twice-silent", trust, *when), run.effect("both-apologies", "twice-apology", trust, *when)
        claims.append(Claim(f"{who}: share that a second apology does less", ratio(first - second, first), at_least(0.25)))
    return claims


def shared_emotion(bench):
    run, when = bench.run(mood("benevolence", 0.8)), months_after(2.5, 3.5)
    shared, calm = (run.effect(f"whole{end}", f"victim{end}", "trust_leader", *when) for end in ("", "-calm"))
    return [Claim("share of the loss by shared emotion", ratio(shared - calm, shared), at_least(0.1))]


def before_the_team(bench):
    """Where a whole team was hurt openness and presence beat amends, and they stop what a team makes of one person's wound."""
    claims, when = [], months_after(2.5, 3.5)
    for kind, severity in (("reliability", 0.5), ("integrity", 0.75)):
        run = bench.run(mood(kind, severity))
        together, amends = (run.effect(f"team-{answer}", "team", "trust_leader", *when) for answer in ("together", "amends"))
        claims += [Claim(f"{kind}: share won back", ratio(together, run.effect("whole", "team", "trust_leader", *when)), at_least(0.1)),
                   Claim(f"{kind}: beyond amends", mean(together - amends), bench.tenth("trust_leader"))]
    run = bench.run(mood("benevolence", 0.8))
    shared, calm = (run.effect(f"victim-together{end}", f"victim{end}", "trust_leader", *when) for end in ("", "-calm"))
    return [*claims, Claim("one victim: share due to the mood", ratio(shared - calm, shared), at_least(0.1))]


def early_eases(bench):
    run, when = bench.run(DELAYED), months_after(17, 19)
    missing = run.effect("whole", "nothing", "trust_leader", *when)
    gains = {name: run.effect(name, "nothing", "trust_leader", *when) for name in DELAYS}
    claims = [Claim(f"{sooner} beyond {later}", mean(gains[sooner] - gains[later]), CLEAR) for sooner, later in zip(list(DELAYS), list(DELAYS)[1:])]
    return [*claims, Claim("share, 3 days beyond a year", ratio(gains["3-days"] - gains["a-year"], missing), at_least(0.1))]


def incidents(run, arm, kind, severity, first, last):
    """Breaches that nobody scheduled, one number for each life."""
    events, lives = run.table("events.parquet"), run.wide.index.unique("replicate")
    counted = events[(events.arm == arm) & events.event.str.startswith(kind) & (events.id != "breach") & (events["size"] >= severity)
                     & (events.day > first) & (events.day <= last)]
    return counted.groupby("replicate").size().reindex(lives, fill_value=0).to_numpy(float)


def early_prevents(bench):
    run = bench.run(SMALL)
    severe = {arm: incidents(run, arm, "breach", 0.5, 0, 4 * YEAR) for arm in ("never", "early", "late")}
    return [Claim("severe breaches less", ratio(severe["never"] - severe["early"], severe["never"]), at_least(0.1)),
            Claim("less than after 3 months", mean(severe["late"] - severe["early"]), CLEAR)]


def autonomy_answered(bench):
    run = bench.run(SIX)

    def moved(arm, trust, beside="usual"):
        return run.effect(arm, beside, trust, 3 * YEAR, 4 * YEAR)
    people = run.table("survey.parquet")
    leaders = people[people.role == "leader"].groupby(["arm", "replicate"]).latent_trust_colleague.mean()
    answered = {who: moved("autonomy-high", f"trust_{who}", "autonomy-poor") for who in ("leader", "top")}
    return [Claim("leader, in times fair decisions", ratio(moved("autonomy-high", "trust_leader"), moved("fair-high", "trust_leader")), at_least(0.5)),
            *(Claim(f"{who}, from .2 to .9", mean(seen), bench.tenth(f"trust_{who}")) for who, seen in answered.items()),
            Claim("colleagues, from .5 to .9", mean(moved("autonomy-high", "trust_colleague")), within(-0.1 * bench.sd("trust_colleague"), 1)),
            Claim("the return itself: leaders' trust in members", mean(leaders["autonomy-high"] - leaders["autonomy-unanswered"]), bench.tenth("trust_colleague"))]


def baseline(bench):
    """The two published shares, and that they stay where nothing happens."""
    run = bench.run(UNDISTURBED)

    def year(measure, number):
        return run.over("usual", measure, (number - 1) * YEAR, number * YEAR)
    claims = [Claim(f"{who} who trust, year {number}", mean(year(f"share_trusting_{who}", number)), within(share - 0.05, share + 0.05))
              for who, share in (("colleague", 0.661), ("leader", 0.489)) for number in (1, 8)]
    return claims + [Claim(f"drift in 8 years, {who}", mean(year(f"trust_{who}", 8) - year(f"trust_{who}", 1)), within(-0.02, 0.02)) for who in REFERENTS]


def leaving(bench):
    run, steady = bench.run(LEAVING), bench.run(UNDISTURBED)
    quits = {arm: run.grown(arm, "leavers_voluntary", 0, 3 * YEAR) for arm in run.wide.index.unique("arm")}
    first, later = steady.grown("usual", "leavers_voluntary", 0, YEAR), steady.grown("usual", "leavers_voluntary", 2 * YEAR, 5 * YEAR) / 3
    return [Claim("quits without quitting", mean(quits["no-quitting"]), within(0, 0)),
            Claim("output lost to newcomers", mean(run.effect("no-ramp-up", "usual", "output", 0, 3 * YEAR)), bench.tenth("output")),
            Claim("quits by contagion", mean(quits["usual"] - quits["no-contagion"]), CLEAR),
            Claim("quits by strain of vacancies", mean(quits["usual"] - quits["no-vacancy-strain"]), CLEAR),
            Claim("quits in year 1, in times years 3-5", ratio(first, later), within(0.9, 1.1))]


def plots(bench):
    """Pictures of engagement, turnover and performance, each with its numbers, for runs of every length."""
    wanted = [f"{name}.{end}" for name in ("engagement", "turnover", "performance") for end in ("svg", "png", "csv")]
    claims = []
    for what in (MONTHS, ORDINARY, UNDISTURBED):
        figures = bench.run(what).folder / "figures"
        there = np.mean([(figures / name).exists() and (figures / name).stat().st_size > 100 for name in wanted])
        claims.append(Claim(f"{what.name}: share of files there", Figure(there, there, there), within(1, 1)))
    return claims


# --- The rows -----------------------------------------------------------------------------------------------------------


@dataclass
class Row:
    statement: str
    experiment: str
    claims: Callable[[Bench], list]


RARE_OFTEN = "never, x1/3 and x3, 3 years, mean of year 3"
HIGH_LOW = "practice .5 to .9 and to .1, mean of year 4"
IMPROVED = "everybody behaves better by .5 logit, mean of year 3"
ONE_REFERENT = "trust in one referent moved alone, per SD of it"
BREACHED = "every leader breaks trust, severity .7"
NET = "one repair against none, own effect where nothing was broken off"

ROWS = [
    Row("AR-27 behaviour: discretion", RARE_OFTEN, behaviour("discretion", "colleague", ["honesty", "intentions", "reliability"])),
    Row("AR-28 behaviour: consistency", RARE_OFTEN, behaviour("consistency", "leader", ["reliability", "honesty"])),
    Row("AR-31 behaviour: transparency", RARE_OFTEN, behaviour("transparency", "leader", ["honesty"])),
    Row("AR-34 behaviour: personal connection", RARE_OFTEN, behaviour("personal_connection", "colleague", ["intentions"])),
    Row("AR-35 behaviour: generosity", RARE_OFTEN, behaviour("generosity", "colleague", ["intentions"])),
    Row("AR-26 all ten behaviours together", "all at 0 and at .2", all_ten),
    Row("AR-46 retaliation: rumours, sabotage, theft", "acts in the year after a leader's breach", retaliation_rises),
    Row("AR-54 repair, leader: conduct, empathy, support rather than words", f"{NET}, 14 months", deeds_not_words),
    Row("AR-09 individual: physical health", IMPROVED, better("sick_leave", -1)),
    Row("AR-12 AR-23 top -> sense of safety", ONE_REFERENT, follows("top", "safety")),
    Row("AR-32 behaviour: shared goals and language", RARE_OFTEN, behaviour("shared_goals_and_language", "colleague", ["intentions"])),
    Row("AR-33 behaviour: accountability", RARE_OFTEN, behaviour("accountability", "colleague", ["reliability"])),
    Row("AR-42 practice: autonomy", HIGH_LOW, together(
        practice("autonomy", ["trust_leader", "trust_top", "motivation"]), fewer(SIX, "autonomy-high", "cost_control", 0.05))),
    Row("AR-10 colleagues -> loyalty", ONE_REFERENT, follows_most("colleague", "loyalty")),
    Row("AR-16 team: shared vision and language strengthens cooperation, limits misunderstanding", HIGH_LOW, vision_binds),
    Row("AR-21 organisation: resilience", "output lost to a shock, against itself spared; conduct -.7 and +.7 logit", resilience),
    Row("AR-44 kinds: broken promise, dishonest, unethical", BREACHED, order_of_kinds),
    Row("AR-47 retaliation: consequence for the organisation", "a betrayal with and without retaliation", retaliation_tells),
    Row("AR-51 void if repeated", "the same breach twice, 3 months apart", void_if_repeated),
    Row("AR-55 repair, organisation: replacing leaders", NET, replacing_leaders),
    Row("AR-48 approach depends on kind", "17 repairs x 4 kinds x slip and betrayal", by_kind),
    Row("AR-42 autonomy answered with trust", HIGH_LOW, autonomy_answered),
    Row("AR-03 Mayer: ability, benevolence, integrity", "conduct of members and leaders +.8 logit on one facet", mayer_facets),
    Row("AR-02 Mayer: propensity", "propensity +1 and -1 SD", mayer_propensity),
    Row("AR-04 AR-05 Trust Quotient: multiplied", "one pair of facets destroyed, the other whole", multiplied),
    Row("AR-04 AR-05 Trust Quotient: divided by risk", "impact x2, chance .05 and .7, a good leader with much at stake", divided),
    Row("AR-10 AR-11 AR-12 three referents kept apart", "impact of one referent x.78", kept_apart),
    Row("AR-29 behaviour: open communication", RARE_OFTEN, behaviour("open_communication", "leader", ["honesty", "competence"])),
    Row("AR-30 behaviour: collaboration", RARE_OFTEN, behaviour("collaboration", "colleague", ["intentions", "competence"])),
    Row("AR-36 behaviour: honesty about limits", RARE_OFTEN, behaviour("honesty_about_limits", "colleague", ["competence", "honesty"])),
    Row("AR-38 practice: fair decisions", HIGH_LOW, practice("fair", ["trust_leader", "trust_top"])),
    Row("AR-39 practice: shared vision", HIGH_LOW, practice("vision", ["trust_colleague", "trust_top", "shared_vision"])),
    Row("AR-40 practice: accountability for trustworthy behaviour", HIGH_LOW,
        together(practice("accountability", ["trust_colleague", "trust_leader", "trust_top"]), fewer(SIX, "accountability-high", "breaches", 0.1))),
    Row("AR-41 practice: clarity", HIGH_LOW, practice("clarity", ["trust_leader", "trust_top"], ["strain"])),
    Row("AR-43 practice: well-being", HIGH_LOW, practice("wellbeing", ["trust_colleague", "trust_leader", "trust_top"], ["strain"])),
    Row("AR-25 AR-37 interpersonal and institutional kept apart", "conduct of members, of the top; fair decisions", persons_and_institution),
    Row("AR-06 individual: engagement", IMPROVED, better("engagement")),
    Row("AR-06 individual: motivation", IMPROVED, better("motivation")),
    Row("AR-06 individual: performance", IMPROVED, better("performance")),
    Row("AR-07 individual: satisfaction", IMPROVED, better("satisfaction")),
    Row("AR-07 individual: commitment", IMPROVED, better("commitment")),
    Row("AR-07 individual: leaving", IMPROVED, better("turnover_voluntary", -1, share=0.1)),
    Row("AR-08 individual: knowledge sharing", IMPROVED, better("knowledge_sharing")),
    Row("AR-08 individual: discussing problems", IMPROVED, better("open_communication")),
    Row("AR-08 individual: ideas, innovation", IMPROVED, better("innovation")),
    Row("AR-08 individual: readiness for change", IMPROVED, better("readiness_for_change")),
    Row("AR-09 individual: stress", IMPROVED, better("strain", -1)),
    Row("AR-09 individual: burnout", IMPROVED, better("burnout", -1, share=0.1)),
    Row("AR-10 colleagues -> learning", ONE_REFERENT, follows_most("colleague", "learning")),
    Row("AR-11 AR-24 leader -> performance", ONE_REFERENT, follows_most("leader", "performance")),
    Row("AR-11 AR-18 leader -> identification", ONE_REFERENT, follows_most("leader", "identification")),
    Row("AR-12 top -> satisfaction, commitment", ONE_REFERENT, follows_most("top", "satisfaction", "commitment")),
    Row("AR-12 AR-23 top -> direction, support for strategy", ONE_REFERENT, follows("top", "shared_vision", "readiness_for_change")),
    Row("AR-13 AR-14 team: questions, feedback", ONE_REFERENT, together(follows("colleague", "open_communication"), follows("leader", "open_communication"))),
    Row("AR-14 team: joint problem solving", ONE_REFERENT, follows("colleague", "cooperation")),
    Row("AR-15 team: errors", ONE_REFERENT, together(follows("colleague", "safety", "error_learning"), follows("leader", "safety", "error_learning"))),
    Row("AR-19 team: agility, innovation", ONE_REFERENT, follows("colleague", "agility", "innovation")),
    Row("AR-17 colleague trust weighs more than leader trust for team output", ONE_REFERENT, follows_most("colleague", "output")),
    Row("AR-20 organisation: less control", IMPROVED, together(*(fewer(ORDINARY, arm, "cost_control", 0.05) for arm in ("better", "propensity-up")))),
    Row("AR-20 organisation: transaction costs", IMPROVED, together(*(fewer(ORDINARY, arm, "cost_transaction", 0.05) for arm in ("better", "propensity-up")))),
    Row("AR-21 organisation: stability", IMPROVED, stability),
    Row("AR-22 organisation: learning, innovation", IMPROVED, together(better("learning"), better("innovation"))),
    Row("AR-44 slow growth, sudden loss", f"{BREACHED}; strangers for a year and a half", slow_and_sudden),
    Row("AR-45 withdrawal after breach", BREACHED + ", meant and hidden", withdrawal),
    Row("AR-51 repair, individual: guilt, apology, promises", f"{NET}; a slip of a colleague, 2 and 14 months", small_things_between_people),
    Row("AR-52 repair, team: shared emotion amplifies", "one victim of the leader, with and without team mood, 3 months", shared_emotion),
    Row("AR-53 repair, team: open acknowledgement, visible leadership", "the whole team hurt, or one victim, 3 months", before_the_team),
    Row("AR-54 repair, leader: words do not do", f"{NET}; acknowledgement, apology and explanation", words_do_not_do),
    Row("AR-50 AR-55 repair, organisation: policy, culture for severe or intentional", f"{NET}, 14 months", structure_for_the_grave),
    Row("AR-48 AR-50 approach depends on severity", f"{NET}; slip and betrayal", by_severity),
    Row("AR-49 early action eases repair", "amends early or late, 18 months", early_eases),
    Row("AR-49 early action prevents escalation", "three times the small incidents, repaired or not, 4 years", early_prevents),
    Row("AR-01 baseline 66.1 % and 48.9 %", "nothing happens, 8 years", baseline),
    Row("turnover and replacement", "mechanisms switched off one by one", leaving),
    Row("plots of engagement, turnover, performance", "two months, three years, eight years", plots),
]


def judged(row, bench):
    """What is seen, the rules and the verdict of a row: that of its worst claim."""
    try:
        claims = row.claims(bench)
    except Missing as fault:
        return str(fault), "", "missing"
    verdicts = [claim.rule.verdict(claim.seen) for claim in claims]
    marks = {"works": "", "nominal": " (nominal)", "wrong": " (WRONG)"}
    seen = "; ".join(f"{claim.label} {claim.seen}{marks[verdict]}" for claim, verdict in zip(claims, verdicts))
    rules = "; ".join(f"{rule}: {', '.join(claim.label for claim in claims if claim.rule.text == rule)}" for rule in dict.fromkeys(claim.rule.text for claim in claims))
    return seen, rules, next(verdict for verdict in ("wrong", "nominal", "works") if verdict in verdicts)


def main():
    parser = argparse.ArgumentParser(description="Every statement of the article, tried in the model from outside.")
    parser.add_argument("onfoot", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rows", default="", metavar="REGEX", help="rows whose number and statement match")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="changed in every scenario")
    parser.add_argument("--short", action="store_true", help="a quarter of the lives")
    said = parser.parse_args()

    bench = Bench(said.onfoot.resolve(), said.out.resolve(), said.set, said.short)
    table = []
    for number, row in enumerate(ROWS, 1):
        if re.search(said.rows, f"{number} {row.statement}"):
            seen, rules, verdict = judged(row, bench)
            table.append((number, row.statement, row.experiment, seen, rules, verdict))
            print(f"{number:2} {verdict:<8} {row.statement}", flush=True)
    table = pd.DataFrame(table, columns=["row", "statement", "experiment", "effect", "rule", "verdict"])
    table.to_csv(bench.out / "table.csv", index=False)
    lines = ["| " + " | ".join(map(str, line)) + " |" for line in [table.columns, ["---"] * table.shape[1], *table.to_numpy()]]
    counts = ", ".join(f"{count} {verdict}" for verdict, count in table.verdict.value_counts().items())
    (bench.out / "table.md").write_text("\n".join([f"{len(table)} rows: {counts}.", "", *lines, ""]))
    print(counts)
    return int(set(table.verdict) != {"works"})


if __name__ == "__main__":
    sys.exit(main())
