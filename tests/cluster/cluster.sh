#!/usr/bin/env bash
# Shards by engines that are there already: GNU parallel and Slurm make them,
# each with a worker killed on the way, and what comes of it is what one run
# makes, to the last byte.  The Job of Kubernetes is looked at alone.
set -u
cd "$(dirname "$0")/../.." || exit
jixiao=$(realpath "${JIXIAO:-build/jixiao}")
scripts=$PWD/tests/cluster
# On a disk, where a set takes long enough to be met half way.
work=$(mktemp -d -p /var/tmp)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh

# Debian's packages, where they can be had.
has() {
    command -v "$1" >/dev/null || {
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
            --no-install-recommends "$2" && command -v "$1"
    } >/dev/null 2>&1
}

export JIXIAO=$scripts/killed.sh REAL=$jixiao FORMATS=html
shards=3

# A pod a shard, and its volume.
#
# shellcheck disable=SC2317
is_indexed_job() {
    jq -e '.apiVersion == "batch/v1" and .kind == "Job" and
        .spec.completionMode == "Indexed" and
        .spec.template.spec.restartPolicy == "Never" and
        (.spec.completions | tostring) ==
            .spec.template.spec.containers[0].env[0].value and
        .spec.template.spec.containers[0].volumeMounts[0].name ==
            .spec.template.spec.volumes[0].name' "$1" >/dev/null
}

# The same units in a folder for each run, so that all paths are alike.
begin() {
    mkdir -p "$work/$1/in" "$work/$1/sets"
    for ((unit = 1; unit <= 9; unit++)); do
        jq --arg name "示例县第${unit}局" '.unit.name = $name' \
            input/example-full-2024.json >"$work/$1/in/$unit.json"
    done
    (cd "$work/$1" && printf '%s\n' in/*.json >list)
    export MARK=$work/$1.killed
}

# How many records have the hint that a killed run was finished, or undone.
finished() {
    jq -s '[.[].findings[] | select(.code | test("^X03[56]$"))] | length' \
        "$work/$1/all.jsonl"
}

# Without that hint.
records() {
    jq -c 'del(.findings[] | select(.code | test("^X03[56]$")))' "$work/$1/all.jsonl"
}

# What a run has left is what one process has: sets, and the records joined.
compare() {
    check "$1: a worker was killed" [ -e "$MARK" ]
    (cd "$work/$1" && "$jixiao" summary sets/shards \
        --summary all.jsonl --summary all.xlsx >/dev/null 2>&1)
    check "$1: no record is lost" [ "$(records one)" = "$(records "$1")" ]
    check "$1: nor that a set was half way" [ "$(finished "$1")" -eq 1 ]
    check "$1: a summary is made of them" [ -s "$work/$1/all.xlsx" ]
    check "$1: so is every file of every set" diff -r --exclude shards \
        "$work/one/sets" "$work/$1/sets"
}

begin one
(cd "$work/one" && "$jixiao" build --files-from list -o sets --format html \
    --summary all.jsonl >/dev/null 2>&1)
check 'one run makes nine sets' [ "$(wc -l <"$work/one/all.jsonl")" -eq 9 ]

if has parallel parallel; then
    begin parallel
    (cd "$work/parallel" && "$scripts/parallel.sh" $shards list sets \
        >/dev/null 2>&1)
    compare parallel
else
    echo 'skip GNU parallel: it cannot be installed'
fi

if has slurmctld slurm-wlm && [ "$(id -u)" -eq 0 ]; then
    begin slurm
    # shellcheck disable=SC2016
    (cd "$work/slurm" && timeout 150 "$scripts/slurm-node.sh" \
        "$work/node" bash -c 'sbatch "$@" && until [ -z "$(squeue -h)" ]
        do sleep .5; done' sbatch --array=1-$shards \
        --output="$work/node/%a.out" \
        "$scripts/slurm.sbatch" "$scripts" list sets >/dev/null 2>&1)
    compare slurm
else
    echo 'skip Slurm: it cannot be installed, or this is not root'
fi

if has python3 python3 && python3 -c 'import yaml' 2>/dev/null; then
    python3 -c 'import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin),
        sys.stdout)' <"$scripts/kubernetes.yaml" >"$work/job.json"
    check 'the Job of Kubernetes is an indexed one with a pod a shard' \
        is_indexed_job "$work/job.json"
else
    echo 'skip the Job of Kubernetes: no YAML for python3'
fi
exit $failed
