#!/usr/bin/env bash
# Time the program: one file alone, many in one run, the stages of `check`,
# and a file of many times the size:
#
#   tests/bench/run.sh [COPIES [FILE [TIMES]]]
#
# Times are the processor's, the least of three; of fifteen where one file takes
# some milliseconds, since what else the machine does only adds to them.  Some
# have a most that they may take on the full example, start and end of the
# program with them.  What many files take is printed as files a second and,
# since machines differ, as a multiple of what `check` takes on the same files.
# What the large file takes is printed as a multiple of TIMES single ones: well
# above 1, it is slower the larger the file, and not only for want of cache.
set -eu
cd "$(dirname "$0")/../.."
copies=${1:-20}
input=${2:-input/example-full-2024.json}
times=${3:-100}
jixiao=${JIXIAO:-build/jixiao}
stages=${STAGES:-build/bench/stages}
measurer=${MEASURE:-build/bench/measure}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
check_time=
tries=3

mkdir "$work/copies"
for ((i = 1; i <= copies; i++)); do
    # A unit of its own, since one set has one folder.
    sed "0,/\"name\": *\"/s//&$i号/" "$input" >"$work/copies/$i.json"
done

# Seconds that a command takes; its findings are not what is timed here.
measure() {
    local status milliseconds try

    for ((try = 0; try < tries; try++)); do
        read -r status milliseconds _ < <("$measurer" 600 "$@")
        if [ "$status" -gt 2 ]; then
            echo "exit status $status: $*" >&2
            exit 4
        fi
        echo "$milliseconds"
    done | sort -n | awk 'NR == 1 { print $1 / 1e3 }'
}

# The same of one that takes milliseconds.
measure_short() {
    local tries=15

    measure "$@"
}

# The same of one that takes many seconds.
measure_once() {
    local tries=1

    measure "$@"
}

# limited NAME SECONDS [MOST]: in milliseconds.
limited() {
    awk -v name="$1" -v time="$2" -v most="${3-}" 'BEGIN {
        printf "%-28s %8.1f ms%s\n", name, 1e3 * time,
            most == "" ? "" : "   at most " most }'
}

# grown NAME SINGLE LARGE: beyond what the smallest file takes.
grown() {
    awk -v name="$1, $times-fold" -v one="$2" -v many="$3" -v times="$times" \
        -v least="$begun" 'BEGIN { printf "%-28s %8.1f ms %8.2f × %d single\n",
            name, 1e3 * many, (many - least) / (one - least) / times, times }'
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
    limited 'check one file' "$1"
    limited 'check, once begun' "$(awk -v n="$copies" -v one="$1" -v all="$2" \
        'BEGIN { print (all - one) / (n - 1) }')" 4
}

# Another unit's county, and projects in another order, without the first.
change() {
    jq '.county += "旧" | if .projects then .projects |= reverse[1:]
        else . end' "$1" >"$2"
}

compared() {
    local full

    for file in "$input" "$work/large.json" input/smallest.json; do
        change "$file" "$work/last/${file##*/}"
    done
    full=$(measure_short "$jixiao" diff "$work/last/${input##*/}" "$input")
    begun=$(measure_short "$jixiao" diff "$work/last/smallest.json" \
        input/smallest.json)
    limited diff "$full" 10
    grown diff "$full" "$(measure "$jixiao" diff "$work/last/large.json" \
        "$work/large.json")"
}

# marked MEASURE FILE: what it takes to mark what changed in a file.
marked() {
    "$1" "$jixiao" diff --redline "$work/marked/${2##*/}" \
        "$work/last/${2##*/}" "$2"
}

# Every attachment with its changes, for the county is another one.
redlined() {
    local built marked

    built=$(measure "$jixiao" build -o "$work/built" "$input")
    marked=$(marked measure "$input")
    awk -v built="$built" -v marked="$marked" 'BEGIN {
        printf "%-28s %8.1f ms %8.2f × build, at most 2\n",
            "diff --redline", 1e3 * marked, marked / built }'
    begun=$(marked measure_short input/smallest.json)
    grown 'diff --redline' "$marked" \
        "$(marked measure_once "$work/large.json")"
}

# Files that nobody has edited: each value is compared all the same.
returned() {
    "$jixiao" build --format docx --only "$2" -o "$work/returned" "$1" \
        >"$work/said" 2>&1 || true
    files=("$work/returned/$(basename "$1" .json)"/*附件*.docx)
}

# Nine attachments, then those of the department alone, which grow with it.
pulled() {
    local files one many department=附件1,附件2,附件3

    returned "$input" "$department,附件4,附件5"
    limited 'pull, nine documents' "$(measure_short "$jixiao" pull \
        "${files[@]:0:9}" "$input")" 60
    one=$(measure_short "$jixiao" pull "${files[@]:0:3}" "$input")
    returned input/smallest.json "$department"
    begun=$(measure_short "$jixiao" pull "${files[@]}" input/smallest.json)
    returned "$work/large.json" "$department"
    many=$(measure "$jixiao" pull "${files[@]}" "$work/large.json")
    grown 'pull, three documents' "$one" "$many"
}

stages() {
    "$stages" "$input" 50 >"$work/single"
    "$stages" "$work/large.json" 3 >"$work/large"
    printf '\n%-14s %12s %8s %14s %16s\n' stage 'ms a file' share \
        "$times-fold" "$times-fold ÷ $times"
    paste -d ' ' "$work/single" "$work/large" | awk -v times="$times" '
        function print_row(name, one, many) {
            printf "%-14s %12.3f %6.0f %% %14.3f %14.2f ×\n", name, one,
                100 * one / all, many, many / times / one
        }
        { name[NR] = $1; one[NR] = $2; many[NR] = $4; all += $2; more += $4 }
        END {
            for (k = 1; k <= NR; k++)
                print_row(name[k], one[k], many[k])
            print_row("all", all, more)
        }'
}

mkdir "$work/last"
node tests/bench/multiply.mjs "$input" "$times" >"$work/large.json"

echo "$copies copies of $input, $(nproc) processors, one used"
steady "$(measure_short "$jixiao" check "$input")" \
    "$(measure_short "$jixiao" check "$work"/copies/*.json)"
compared
redlined
pulled
stages
echo
row 'check' "$jixiao" check "$work"/copies/*.json
for format in html docx flat-opc html,docx,flat-opc; do
    row "build --format $format" \
        "$jixiao" build --format "$format" -o "$work/$format" \
        "$work"/copies/*.json
done
row 'build again, nothing new' \
    "$jixiao" build --format "$format" -o "$work/$format" \
    "$work"/copies/*.json
