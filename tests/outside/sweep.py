"""Recomputes what the folder of a factorial sweep says from the rows of its table: level means, indices, verdicts.

    python3 tests/outside/sweep.py FOLDER...

Written from the definitions in the guide (guide::sweeping) and the head of comparison/factor.rs, without a line of the program.
"""
import sys
import tomllib
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd

POINT_975 = {1: 12.7062, 2: 4.3027, 3: 3.1824, 4: 2.7764, 5: 2.5706, 6: 2.4469, 7: 2.3646, 8: 2.3060}


def student(freedom):
    if freedom in POINT_975:
        return POINT_975[freedom]
    z, v = 1.959963985, freedom
    return z + (z**3 + z) / (4 * v) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)


def interval(values):
    values = np.asarray(values, float)
    error = values.std(ddof=1) / np.sqrt(len(values))
    reach = student(len(values) - 1) * error
    return values.mean(), values.mean() - reach, values.mean() + reach


def crossed(one, other):
    """The mean over pairs of different replicates of a product: luck adds nothing to it."""
    n = one.shape[-1]
    return (one.sum(-1) * other.sum(-1) - (one * other).sum(-1)) / (n * (n - 1))


def variance(rows):
    """Of rows (items, replicates), over the items."""
    off = rows - rows.mean(0)
    return crossed(off, off).mean()


def near(said, found, what, tolerance=2e-5):
    scale = max(1e-9, abs(found), 1e-3)
    assert abs(said - found) <= tolerance * scale, f"{what}: the folder says {said}, its rows {found}"


def judge(folder):
    sweep = pd.read_parquet(folder / "sweep.parquet")
    factors, indices = pd.read_csv(folder / "factors.csv"), pd.read_csv(folder / "indices.csv")
    resolved = tomllib.loads((folder / "resolved.toml").read_text())
    names = list(dict.fromkeys(factors["factor"]))
    levels = {name: list(dict.fromkeys(sweep[name])) for name in names}
    checked = 0
    for outcome in dict.fromkeys(factors["outcome"]):
        grid = sweep.pivot(index="point", columns="replicate", values=outcome)
        at = sweep.drop_duplicates("point").set_index("point")[names]
        rows = grid.to_numpy(float)
        for name in names:
            own = factors[(factors["outcome"] == outcome) & (factors["factor"] == name)]
            for level, row in zip(levels[name], own.itertuples()):
                said = [r for r in own.itertuples() if str(r.level) == str(level)] or [row]
                chosen = rows[(at[name] == level).to_numpy()]
                mean, low, high = interval(np.nanmean(chosen, axis=0))
                if said[0].unit == "0 to 1" and 0 <= mean <= 1:
                    low, high = max(low, 0), min(high, 1)
                near(said[0].mean, mean, f"{outcome} at {name} = {level}")
                near(said[0].lo, low, f"{outcome} at {name} = {level}, lower end")
                near(said[0].hi, high, f"{outcome} at {name} = {level}, upper end")
                checked += 3
            said = indices[(indices["outcome"] == outcome) & (indices["factor"] == name)].set_index("index")["value"]
            if said.empty:
                assert np.isnan(rows).any(), f"{outcome}: no indices of a grid without holes"
                continue
            total = variance(rows)
            means = np.array([rows[(at[name] == level).to_numpy()].mean(0) for level in levels[name]])
            near(said["first_order"], variance(means) / total, f"{outcome}, first order of {name}", 1e-4)
            others = [other for other in names if other != name]
            lines = [rows[(at[others] == list(line)).all(axis=1).to_numpy()] for line in product(*(levels[other] for other in others))]
            near(said["total"], np.mean([variance(line) for line in lines]) / total, f"{outcome}, total of {name}", 1e-4)
            checked += 2
    hypotheses = pd.read_csv(folder / "hypotheses.csv") if (folder / "hypotheses.csv").exists() else pd.DataFrame()
    last = sweep.set_index(["point", "replicate"])
    for said in hypotheses.itertuples():
        asked = next(row for row in resolved["hypothesis"] if row["id"] == said.hypothesis)
        column = {"trust": f"trust_{asked.get('referent', 'leader')}"}.get(asked["outcome"], asked["outcome"])
        if not pd.isna(said.day) and said.day != resolved["run"]["length"]:
            continue  # the table holds the last day only
        contrast = asked["contrast"]
        if isinstance(contrast, list) and isinstance(contrast[0], list):
            cells = [({"arms": arm}, sign) for pair, outer in zip(contrast, (1, -1)) for arm, sign in zip(pair, (outer, -outer))]
        else:
            pairs = {"arms": contrast} if isinstance(contrast, list) else contrast
            cells = [(dict(zip(pairs, chosen)), np.prod([1 if level == pairs[key][0] else -1 for key, level in zip(pairs, chosen)])) for chosen in product(*pairs.values())]
        effect = 0.0
        for chosen, sign in cells:
            inside = last[np.logical_and.reduce([last[key] == level for key, level in chosen.items()])]
            effect = effect + sign * inside[column].groupby("replicate").mean()
        effect = effect if said.direction == "greater" else -effect
        mean, low, high = interval(effect)
        near(said.effect, mean, f"{said.hypothesis}", 1e-4)
        near(said.lo, low, f"{said.hypothesis}, lower end", 1e-4)
        least = asked.get("smallest_effect", 0.0)
        verdict = "supported" if low > least else "not_supported" if high < least else "undecided"
        assert said.verdict == verdict, f"{said.hypothesis}: {said.verdict}, by the rows {verdict}"
        checked += 3
    print(f"ok   {folder}: {checked} numbers of a sweep again from its {len(sweep)} rows")


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        judge(Path(folder))
