"""Deeds after words: the five hypotheses of README.md, from the tables of one run.

python3 scenarios/study/analysis.py [FOLDER]        needs pandas and pyarrow; analysis.R and analysis.jl do the same, line by line
"""
import math, os, sys
import pandas as pd

folder = sys.argv[1] if len(sys.argv) > 1 else "output/study"
if not os.path.exists(os.path.join(folder, "survey.parquet")):
    sys.exit(f"There is no survey.parquet in {folder}. First: onfoot run scenarios/study/study.toml")
survey, events, series = (pd.read_parquet(os.path.join(folder, name + ".parquet")) for name in ("survey", "events", "series"))

# The outcome: mean answer of each life; a row for each replicate, a column for each arm and survey. A life that failed falls out of all arms.
survey = survey[survey["trust_leader"].notna()]
before, month, year, late = sorted(survey["day"].unique())
cells = survey["trust_leader"].groupby([survey["replicate"], survey["arm"] + " " + survey["day"].astype(str)]).mean().unstack().dropna()
lives = len(cells)
answers = survey[(survey["arm"] == "twin") & (survey["day"] == before)]
sd = answers.groupby("replicate")["trust_leader"].std().mean()                      # between people, before the breach

# Checks: before the breach every arm is its twin; then each arm has its breaches and its repairs.
events = events[events["replicate"].isin(cells.index)]
breaches, repairs = events[events["id"] == "breach"], events[events["event"] == "repair"]
trust = series[(series["scope"] == "organisation") & (series["measure"] == "trust") & (series["referent"] == "leader")]
trust = trust[trust["day"] < breaches["day"].min()]
pairs = trust.merge(trust[trust["arm"] == "twin"], on=["replicate", "day"], suffixes=("", "_twin"))
print(f"Lives of each arm: {lives}. Before the breach an arm differs from its twin by at most {(pairs['value'] - pairs['value_twin']).abs().max():.6f}.")
print(f"One standard deviation (SD) of people's answers before the breach: {sd:.3f} on the scale from 1 to 5.\n")
print(f"{'a life, mean':<20}{'breaches':>10}{'repairs':>10}{'before':>10}{'month':>10}{'year':>10}{'late':>10}")
for arm in sorted(survey["arm"].unique()):
    row = [(breaches["arm"] == arm).sum() / lives, (repairs["arm"] == arm).sum() / lives]
    row += [cells[f"{arm} {day}"].mean() for day in (before, month, year, late)]
    print(f"{arm:<20}" + "".join(f"{value:10.3f}" for value in row))

def gain(kind, more, less, day):                                                    # paired: one difference for each life
    return cells[f"{kind}-{more} {day}"] - cells[f"{kind}-{less} {day}"]

def gains(more, less, day):                                                         # mean of both kinds of breach, in SD
    return (gain("competence", more, less, day) + gain("integrity", more, less, day)) / 2 / sd

def share(kind, more, less, day):                                                   # of the fall: a ratio of two means, made linear
    won, fall = gain(kind, more, less, day), cells[f"twin {month}"] - cells[f"{kind}-silence {month}"]
    ratio = won.mean() / fall.mean()
    return ratio + (won - ratio * fall) / fall.mean()

hypotheses = [
    ("H1 words help", "SD", 0.20, gains("words", "silence", month)),
    ("H2 deeds help beyond words", "SD", 0.20, gains("both", "words", year)),
    ("H3 more after lack of skill", "fall", 0.10, share("competence", "both", "words", year) - share("integrity", "both", "words", year)),
    ("H4 more when promised", "SD", 0.10, gains("both", "words", year) - gains("deeds", "silence", year)),
    ("H5 it stays", "SD", 0.20, gains("both", "words", late)),
]
print(f"\n{'hypothesis':<30}{'unit':<6}{'smallest':>10}{'estimate':>10}{'low':>10}{'high':>10}{'needed':>8}  verdict")
for name, unit, smallest, x in hypotheses:
    estimate, half = x.mean(), 1.96 * x.std() / math.sqrt(lives)                    # luck only: 95 % for this model and these defaults
    needed = math.ceil(lives * (half / (smallest / 10)) ** 2)                       # lives for a half width of a tenth of `smallest`
    verdict = "supported" if estimate - half > smallest else "not supported" if estimate + half < smallest else "undecided"
    print(f"{name:<30}{unit:<6}{smallest:10.3f}{estimate:10.3f}{estimate - half:10.3f}{estimate + half:10.3f}{needed:8d}  {verdict}")
