#!/usr/bin/env bash
# A long run: many varied sets by two processes under a limit of memory.  Does
# anything grow with the number of sets?
#
#   tests/bench/many.sh [COUNT [FORMATS]]     200 and docx if not given
#
# Memory (what is not shared with a file) and open files are those of the largest
# process of a set, after a tenth of the sets and at the end, and of the run
# itself, which keeps what a summary needs of each set: at most so many KB a set
# and a large page.  One of each twentieth part of the sets is made again in a
# run of its own, and has to be the same to the byte.
set -u
cd "$(dirname "$0")/../.." || exit
jixiao=$(realpath "${JIXIAO:-build/jixiao}")
count=${1:-200} formats=${2:-docx}
limit=256 workers=2 most=10 page=2048 parts=20
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/in"
tests/bench/vary.sh "$count" "$work/in"
cd "$work" || exit

# anonymous PROCESS: kilobytes.
anonymous() {
    awk '/^RssAnon/ { print $2 }' "/proc/$1/status" 2>/dev/null
}

# largest: kilobytes of the largest process of the run, and how many files the
# one has open that has the fewest: those that it is just writing come and go.
largest() {
    local process memory files
    local large=0 opened=999

    for process in $(pgrep -P "$run"); do
        memory=$(anonymous "$process")
        files=$(find "/proc/$process/fd" -type l | wc -l)
        [ "${memory:-0}" -le "$large" ] || large=$memory
        [ "$files" -ge "$opened" ] || opened=$files
    done 2>/dev/null
    echo "$large $opened"
}

# made: how many sets there are.
made() {
    find out -maxdepth 1 -mindepth 1 2>/dev/null | wc -l
}

begun=$(date +%s)
"$jixiao" build --quiet -j $workers --memory-limit $limit \
    --format "$formats" -o out in >said 2>&1 &
run=$!
early='' last='0 0 0 0'
while kill -0 $run 2>/dev/null; do
    now="$(made) $(anonymous $run) $(largest)"
    # Of a run that is just ending something is gone already.
    if [[ $now =~ ^[0-9]+\ [0-9]+\ [1-9][0-9]*\ [1-9][0-9]*$ ]]; then
        last=$now
        [ -n "$early" ] || [ "${now%% *}" -lt $((count / 10)) ] || early=$now
    fi
    sleep 0.2
done
wait $run
status=$?
seconds=$(($(date +%s) - begun))

mkdir alone
differ=0 looked_at=0
for file in $(find in -name '*.json' | sort | awk -v step=$((count / parts)) \
    'step < 2 || NR % step == 1'); do
    "$jixiao" build --format "$formats" -o alone "$file" >one 2>&1
    name=$(basename "$file" .json)
    looked_at=$((looked_at + 1))
    diff -rq "out/$name" "alone/$name" || differ=$((differ + 1))
done

awk -v count="$count" -v formats="$formats" -v workers=$workers \
    -v limit=$limit -v seconds="$seconds" -v most=$most -v page=$page \
    -v early="${early:-$last}" -v last="$last" -v differ=$differ \
    -v looked_at=$looked_at '
function row(name, text) { printf "%-34s %s\n", name, text }
BEGIN {
    split(early, e); split(last, l)
    sets = l[1] - e[1]
    grown = l[2] - e[2]
    printf "%d varied sets, %s, %d processes with %d MB each\n", count,
        formats, workers, limit
    row("time", sprintf("%d s, %.1f sets/s", seconds,
        count / (seconds ? seconds : 1)))
    row("a process, after a tenth, at the end", sprintf("%.1f MB, %.1f MB",
        e[3] / 1024, l[3] / 1024))
    row("files that it has open", e[4] ", " l[4])
    row("the run itself", sprintf("%.1f MB, %.1f MB; %.1f KB a set, at most %d",
        e[2] / 1024, l[2] / 1024, sets ? grown / sets : 0, most))
    row("other than made alone", differ " of " looked_at)
    exit grown > most * sets + page || l[4] > e[4]
}'
good=$?
[ $good -eq 0 ] && [ "$(made)" -eq "$count" ] && [ $differ -eq 0 ] &&
    [ $status -le 2 ]
