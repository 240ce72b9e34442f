#!/bin/bash
# A Slurm cluster of invented nodes on this computer, for a test: all of it in one folder, nothing of it left behind.
#
#   slurm.sh start DIR NODES CPUS     then: export SLURM_CONF=DIR/slurm.conf
#   slurm.sh kill DIR NODE            the node loses its power: its daemons and all that runs there
#   slurm.sh revive DIR NODE          and comes back
#   slurm.sh stop DIR
#
# Needs slurmctld, slurmd, slurm-client and munge, no database, no systemd; runs as root and as anybody.
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin
what=$1
mkdir -p "$2"
dir=$(cd "$2" && pwd)
export SLURM_CONF=$dir/slurm.conf

# A daemon that nobody has waited for stays as a zombie, which `kill -0` takes for alive.
alive() { [ -r "/proc/$1/stat" ] && ! grep -q ') Z' "/proc/$1/stat" 2>/dev/null; }
end() {
    for pid in "$@"; do kill -CONT "$pid" 2>/dev/null && kill "$pid" 2>/dev/null; done
    for _ in $(seq 50); do
        left=$(for pid in "$@"; do alive "$pid" && echo "$pid"; done || true)
        [ -z "$left" ] && return
        sleep 0.1
    done
    for pid in $left; do kill -9 "$pid" 2>/dev/null || true; done
}
# The processes in whose environment both of these stand: the cluster, and the node.
of_node() {
    for file in /proc/[0-9]*/environ; do
        said=$(tr '\0' '\n' 2>/dev/null <"$file" || true)
        grep -qxF "SLURM_CONF=$SLURM_CONF" <<<"$said" && grep -qx "SLURMD_NODENAME=$1" <<<"$said" && basename "${file%/environ}"
    done || true
}

case $what in
start)
    nodes=$3 cpus=$4 port=$((20000 + $$ % 20000)) host=$(hostname -s) user=$(id -un)
    mkdir -p "$dir"/{munge,state,log,pid}
    chmod 755 "$dir"; chmod 700 "$dir/munge"
    head -c 1024 /dev/urandom >"$dir/munge/key"; chmod 400 "$dir/munge/key"
    munged --force --num-threads=2 --socket="$dir/munge.sock" --key-file="$dir/munge/key" --pid-file="$dir/pid/munge" \
        --log-file="$dir/munge/log" --seed-file="$dir/munge/seed"
    cat >"$SLURM_CONF" <<CONF
ClusterName=trial
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
CredType=cred/munge
# a task that is queued again waits this long; 120 s if it is not said
AuthInfo=socket=$dir/munge.sock,cred_expire=6
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool-%n
SlurmctldPidFile=$dir/pid/slurmctld
SlurmdPidFile=$dir/pid/%n
SlurmctldLogFile=$dir/log/slurmctld
SlurmdLogFile=$dir/log/%n
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=1,bf_interval=1
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
JobRequeue=1
MaxArraySize=101
SlurmdTimeout=5
MessageTimeout=3
TCPTimeout=1
KillWait=2
ReturnToService=2
SlurmdParameters=config_overrides
NodeName=n[1-$nodes] NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 1))-$((port + nodes)) CPUs=$cpus RealMemory=4000 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
    slurmctld -i
    for node in $(seq "$nodes"); do mkdir -p "$dir/spool-n$node"; slurmd -N "n$node"; done
    for _ in $(seq 200); do
        [ "$(sinfo -h -N -t idle -o %N 2>/dev/null | sort -u | wc -l)" = "$nodes" ] && exit 0
        sleep 0.1
    done
    tail -n 20 "$dir"/log/* >&2
    exit 1
    ;;
kill)
    kill -9 "$(cat "$dir/pid/$3")" 2>/dev/null || true
    for pid in $(of_node "$3"); do
        parent=$(awk '/^PPid/ {print $2}' "/proc/$pid/status" 2>/dev/null || true)
        [ -n "$parent" ] && grep -q '^slurmstepd: ' "/proc/$parent/cmdline" 2>/dev/null && kill -9 "$parent" 2>/dev/null
        kill -9 "$pid" 2>/dev/null || true
    done
    ;;
revive) slurmd -N "$3" ;;
stop)
    timeout 10 scancel --full -u "$(id -un)" 2>/dev/null || true
    # they remove these files before they have gone
    end $(cat "$dir"/pid/* 2>/dev/null || true)
    ;;
*)
    sed -n 2,9p "$0" >&2
    exit 2
    ;;
esac
