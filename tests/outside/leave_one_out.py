#!/usr/bin/env python3
"""Fit the preset without one source at a time, from a start that knows nothing, and score all findings.

    python tests/outside/leave_one_out.py target/release/onfoot OUT [--threads N]

Needs Python 3.11. About an hour on two cores; a fit that was begun goes on. Each row: which source was left out, how many of its own
findings are met all the same, and the three scores. The first row leaves nothing out: the fit itself, from the same start.
"""

import argparse
import csv
import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RECIPE = ROOT / "src/calibration/belgium.toml"
SOURCES = {
    "Hallelujah/iVox 2021": ["VT-01", "VT-02", "VT-03"],
    "Securex 2024": ["VT-09", "VT-12"],
    "BAT Flanders": ["VT-16"],
    "Dirks & Ferrin 2002": ["VT-20", "VT-22", "VT-24", "VT-25", "VT-26", "VT-28", "VT-29", "VT-30"],
}
# Round numbers that no finding was asked for.
WEIGHT = 0.3
START = {"quotient.even": 1.5, "quotient.impact_leader": 0.5, "turnover.base": -6.0, "outcome.burnout": 1.0}


def fitted(binary, out, left_out, threads):
    recipe = RECIPE.read_text()
    free = list(tomllib.loads(recipe)["free"])
    asked = [finding for source, findings in SOURCES.items() if source != left_out for finding in findings]
    listed = ", ".join(f'"{finding}"' for finding in asked)
    own = out / "recipe.toml"
    out.mkdir(parents=True, exist_ok=True)
    own.write_text(re.sub(r"findings = \[.*?\]", f"findings = [{listed}]", recipe, flags=re.S))
    start = [word for key in free for word in ("--set", f"{key}={START.get(key, WEIGHT)}")]
    subprocess.run([binary, "calibrate", own, "-o", out / "fit", "--quiet", *threads, *start], check=True)
    preset = tomllib.loads((out / "fit/preset.toml").read_text())
    return {key: preset[key.split(".")[0]][key.split(".")[1]] for key in free}


def findings(binary, out, values, threads):
    sets = [word for key, value in values.items() for word in ("--set", f"{key}={value}")]
    done = subprocess.run([binary, "validate", "-o", out / "validation", "--quiet", *threads, *sets])
    if done.returncode not in (0, 1):  # 1: a finding is missed that was met at the last release
        raise SystemExit(done.returncode)
    with (out / "validation/validation.csv").open() as file:
        return [row for row in csv.DictReader(file) if row["standing"] == "counts"]


def score(rows):
    return f"{sum(row['verdict'] == 'pass' for row in rows)} of {len(rows)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("out", type=Path)
    parser.add_argument("--threads", default=None)
    asked = parser.parse_args()
    binary = str(Path(asked.binary).resolve())
    threads = ["--threads", asked.threads] if asked.threads else []
    print("left out | its own | fitted | predicted | directions")
    for source in [None, *SOURCES]:
        out = asked.out / re.sub(r"\W+", "-", source or "nothing").lower()
        rows = findings(binary, out, fitted(binary, out, source, threads), threads)
        own = [row for row in rows if row["source"] == source and row["part"] == "fitted"]
        parts = [score([row for row in rows if row["part"] == part]) for part in ("fitted", "predicted", "sign")]
        print(" | ".join([source or "nothing", score(own) if source else "", *parts]), flush=True)


if __name__ == "__main__":
    main()
