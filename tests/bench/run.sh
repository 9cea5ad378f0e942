#!/usr/bin/env bash
# Time the program: one file alone, many in one run, the stages of `check`,
# and a file of many times the size:
#
#   tests/bench/run.sh [COPIES [FILE [TIMES]]]
#
# What many files take is printed as files a second and, since machines
# differ, as a multiple of what `check` takes on the same files.  The target
# is 4 ms a file for `check` on the full example once it has begun, and 10 ms for
# `diff`.  What the
# large file takes is printed as a multiple of TIMES single ones: well above
# 1, a stage is slower the larger the file, and not only for want of cache.
set -eu
cd "$(dirname "$0")/../.."
copies=${1:-20}
input=${2:-input/example-full-2024.json}
times=${3:-100}
jixiao=${JIXIAO:-build/jixiao}
stages=${STAGES:-build/bench/stages}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
check_time=

mkdir "$work/copies"
for ((i = 1; i <= copies; i++)); do
    # A unit of its own, since one set has one folder.
    sed "0,/\"name\": *\"/s//&$i号/" "$input" >"$work/copies/$i.json"
done

# Seconds that a command takes, the least of three times; its findings are not
# what is timed here.
measure() {
    local begun ended status run least=

    for run in 1 2 3; do
        status=0
        begun=$(date +%s%N)
        "$@" >"$work/said" 2>&1 || status=$?
        ended=$(date +%s%N)
        if [ "$status" -gt 2 ]; then
            tail -n 5 "$work/said" >&2
            exit 4
        fi
        if [ "$run" = 1 ] || [ $((ended - begun)) -lt "$least" ]; then
            least=$((ended - begun))
        fi
    done
    awk -v ns="$least" 'BEGIN { print ns / 1e9 }'
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

# One file alone, and what every further one adds.
steady() {
    awk -v n="$copies" -v one="$1" -v all="$2" 'BEGIN {
        printf "%-28s %8.1f ms\n", "check one file", 1e3 * one
        printf "%-28s %8.1f ms a file\n", "check, once begun",
            1e3 * (all - one) / (n - 1) }'
}

# What lies in comparing beyond reading the edition, which the smallest has, too.
compared() {
    local full small

    mkdir "$work/last"
    for file in "$input" input/smallest.json; do
        jq '.county += "旧" | if .projects then .projects |= reverse[1:]
            else . end' "$file" >"$work/last/${file##*/}"
    done
    full=$(measure "$jixiao" diff "$work/last/${input##*/}" "$input")
    small=$(measure "$jixiao" diff "$work/last/smallest.json" \
        input/smallest.json)
    awk -v full="$full" -v small="$small" 'BEGIN {
        printf "%-28s %8.1f ms\n", "diff", 1e3 * full
        printf "%-28s %8.1f ms\n", "diff, once begun", 1e3 * (full - small) }'
}

# Every attachment with its changes, for the county is another one; at most
# twice what they take to build.
redlined() {
    local built marked

    built=$(measure "$jixiao" build -o "$work/built" "$input")
    marked=$(measure "$jixiao" diff --redline "$work/marked" \
        "$work/last/${input##*/}" "$input")
    awk -v built="$built" -v marked="$marked" 'BEGIN {
        printf "%-28s %8.1f ms %8.2f × build\n", "diff --redline",
            1e3 * marked, marked / built }'
}

stages() {
    node tests/bench/multiply.mjs "$input" "$times" >"$work/large.json"
    "$stages" "$input" 50 >"$work/single"
    "$stages" "$work/large.json" 3 >"$work/large"
    printf '\n%-14s %12s %14s %16s\n' stage 'ms a file' "$times-fold" \
        "$times-fold ÷ $times"
    paste -d ' ' "$work/single" "$work/large" | awk -v times="$times" '
        function print_row(name, one, many) {
            printf "%-14s %12.3f %14.3f %14.2f ×\n", name, one, many,
                many / times / one
        }
        { print_row($1, $2, $4); one += $2; many += $4 }
        END { print_row("all", one, many) }'
}

echo "$copies copies of $input, $(nproc) processors, one used"
steady "$(measure "$jixiao" check "$input")" \
    "$(measure "$jixiao" check "$work"/copies/*.json)"
compared
redlined
stages
echo
row 'check' "$jixiao" check "$work"/copies/*.json
for format in html docx flat-opc html,docx,flat-opc; do
    row "build --format $format" \
        "$jixiao" build --format "$format" -o "$work/$format" \
        "$work"/copies/*.json
done
"$jixiao" build --format docx -o "$work/returned" "$input" \
    >"$work/said" 2>&1 || true
row 'pull, all files of a set' \
    "$jixiao" pull "$work"/returned/*/*附件*.docx "$input"
row 'build again, nothing new' \
    "$jixiao" build --format "$format" -o "$work/$format" \
    "$work"/copies/*.json
