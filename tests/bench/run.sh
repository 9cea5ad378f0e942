#!/usr/bin/env bash
# Time the program on many copies of one data file, all in one run:
#
#   tests/bench/run.sh [COPIES [FILE]]
#
# Printed are files a second and, since machines differ, the time as a
# multiple of what `check` takes on the same files.
set -eu
cd "$(dirname "$0")/../.."
copies=${1:-20}
input=${2:-input/taojiang-hrss-2023.json}
jixiao=${JIXIAO:-build/jixiao}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
check_time=

for ((i = 1; i <= copies; i++)); do
    # A unit of its own, since one set has one folder.
    sed "0,/\"name\": *\"/s//&$i号/" "$input" >"$work/$i.json"
done

# Seconds that a command takes; its findings are not what is timed here.
measure() {
    local begun ended status=0

    begun=$(date +%s%N)
    "$@" >"$work/said" 2>&1 || status=$?
    ended=$(date +%s%N)
    if [ "$status" -gt 2 ]; then
        tail -n 5 "$work/said" >&2
        exit 4
    fi
    awk -v ns=$((ended - begun)) 'BEGIN { print ns / 1e9 }'
}

row() {
    local name=$1 time

    shift
    time=$(measure "$@")
    check_time=${check_time:-$time}
    awk -v name="$name" -v n="$copies" -v time="$time" -v check="$check_time" \
        'BEGIN { printf "%-28s %8.3f s %9.1f files/s %8.2f × check\n",
            name, time, n / time, time / check }'
}

echo "$copies copies of $input, $(nproc) processors, one used"
row 'check' "$jixiao" check "$work"/*.json
for format in html docx flat-opc html,docx,flat-opc; do
    row "build --format $format" \
        "$jixiao" build --format "$format" -o "$work/$format" "$work"/*.json
done
row 'build again, nothing new' \
    "$jixiao" build --format "$format" -o "$work/$format" "$work"/*.json
