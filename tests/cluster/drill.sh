#!/bin/bash
# drill.sh BINARY: a run on a real Slurm, of one computer, on which all goes wrong that does on a cluster. In the end the folder is, file by
# file, that of one computer on which nothing did.
set -euo pipefail
onfoot=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d /tmp/drill.XXXX)
export SLURM_CONF=$place/slurm/slurm.conf LC_ALL=C.UTF-8
killer=
trap 'kill $killer 2>/dev/null || true; "$here/slurm.sh" stop "$place/slurm"; rm -rf "$place"' EXIT
began=$SECONDS
step() { printf '%3d s  %s\n' $((SECONDS - began)) "$*"; }
fail() {
    echo "drill: $*" >&2
    "$onfoot" cluster status many >&2 || true
    tail -n 3 many/cluster/log/* >&2 || true
    exit 1
}
# until TRIES "WHAT" COMMAND...: waits for a command to succeed
until_so() {
    local tries=$1 what=$2
    shift 2
    for _ in $(seq "$tries"); do
        "$@" >/dev/null 2>&1 && return
        sleep 0.1
    done
    fail "in vain: $what"
}
cd "$place"
cat >trial.toml <<'TOML'
title = "A trial on a cluster"
[run]
length = "9 months"
replicates = 32
[organisation]
teams = 48
[[event]]
id = "broken"
what = "breach"
day = 20
by = "leader"
kind = "integrity"
severity = 0.6
[[repair]]
id = "sorry"
what = "apology"
after = "broken"
delay = "3 days"
[arms]
none = { repairs = [] }
sorry = { repairs = ["sorry"] }
TOML

step "on one computer"
"$onfoot" run trial.toml -o one --quiet >/dev/null
step "as an array of 8 tasks on 2 nodes"
"$here/slurm.sh" start slurm 2 2
# the process of a task, by its number
task() { pgrep -f "^$onfoot run trial.toml .*--part env/8" | while read -r pid; do
    if tr '\0' '\n' 2>/dev/null <"/proc/$pid/environ" | grep -x "SLURM_ARRAY_TASK_ID=$1" >/dev/null; then echo "$pid"; fi
done | grep .; }
# it may live for a second only, so whoever kills it waits for it from the start
{ until victim=$(task 2); do sleep 0.05; done; kill -9 $victim && touch killed; } &
killer=$!
"$onfoot" cluster slurm trial.toml -o many --tasks 8 --cpus 1 --memory 200M --time 5 --submit
until_so 100 "part 2 is killed" test -e killed
step "a task is killed, as where memory ends"
step "the same part is lived twice at once"
"$onfoot" run trial.toml --part 3/8 -o many --threads 1 --quiet >/dev/null &
twice=$!
on_second() { [ -n "$(squeue -h -w n2 -t R -o %i)" ]; }
until_so 100 "the second node works" on_second
step "a node loses its power with $(squeue -h -w n2 -t R -r -o %K | tr '\n' ' ')on it"
"$here/slurm.sh" kill slurm n2
sleep 1
"$here/slurm.sh" revive slurm n2
wait "$twice"
done_all() { said=$(squeue -h -r) && [ -z "$said" ]; }
until_so 300 "the queue is empty" done_all
step "what is missing is named, and nothing is merged"
"$onfoot" cluster status many && fail "not all is there"
[ ! -e many/manifest.json ] || fail "merged with a hole"
grep -q "lacks" many/cluster/log/merge.txt || fail "the merge did not say what is missing"
mkdir away && printf '#!/bin/sh\nexit 1\n' >away/squeue && chmod +x away/squeue
said=$(PATH=$place/away:$PATH "$onfoot" cluster status many || true)
grep -q "unknown" <<<"$said" || fail "a queue that cannot be asked is not unknown: $said"
step "a part on the disk is damaged"
victim=$(find many/.onfoot-parts -name '*.part' | sort | head -n 5 | tail -n 1)
printf 'x' | dd of="$victim" bs=1 seek=200 conv=notrunc status=none
step "the same command again"
"$onfoot" cluster slurm trial.toml -o many --tasks 8 --cpus 1 --memory 200M --time 5 --submit 2>&1 | tee again
grep -q "set aside" again || fail "the damaged part was not seen"
until_so 300 "the queue is empty" done_all
"$onfoot" cluster status many || fail "not all is there"
sums() { (cd "$1" && find . -path ./cluster -prune -o -type f -print | sort | xargs sha256sum); }
diff <(sums one) <(sums many) || fail "the folders differ"
[ ! -e many/.onfoot-parts ] || fail "parts are left"
step "the folder is that of one computer: $(sums one | wc -l) files"
