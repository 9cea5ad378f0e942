#!/usr/bin/env bash
# Many varied sets in one run, by two processes under a limit of memory: what
# the largest of these takes after a tenth of them and at the end, the files that
# it has open, what the run itself takes, the time, and whether sets are those of
# runs of their own.
#
#   tests/bench/many.sh [COUNT [FORMATS]]     1000 and html,docx if not given
set -u
cd "$(dirname "$0")/../.." || exit
jixiao=$(realpath "${JIXIAO:-build/jixiao}")
count=${1-1000} formats=${2-html,docx}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/in"
tests/bench/vary.sh "$count" "$work/in"
cd "$work" || exit

# largest: kilobytes of the largest process of the run, and how many files the
# one has open that has the fewest: those that it is just writing come and go.
largest() {
    local process memory files
    local most=0 opened=999

    for process in $(pgrep -P "$run"); do
        memory=$(awk '/^RssAnon/ { print $2 }' "/proc/$process/status")
        files=$(find "/proc/$process/fd" -type l | wc -l)
        [ "${memory:-0}" -le $most ] || most=$memory
        [ "$files" -ge $opened ] || opened=$files
    done 2>/dev/null
    echo "$most KB, $opened open"
}

# own: kilobytes of the run, which keeps what a summary needs of each set.
own() {
    awk '/^RssAnon/ { print $2 " KB" }' "/proc/$run/status" 2>/dev/null
}

# made: how many sets there are.
made() {
    find out -maxdepth 1 -mindepth 1 2>/dev/null | wc -l
}

begun=$(date +%s)
"$jixiao" build --quiet -j 2 --memory-limit 256 --format "$formats" -o out in \
    >said 2>&1 &
run=$!
early=
while kill -0 $run 2>/dev/null; do
    now=$(largest)
    [ "${now%% *}" = 0 ] || { last=$now && kept=$(own); }
    [ -n "$early" ] || [ "$(made)" -lt $((count / 10)) ] || early=$now
    sleep 0.5
done
wait $run
status=$?
echo "$count sets in $(($(date +%s) - begun)) s, exit status $status"
echo "after a tenth: $early"
echo "at the end:    ${last-}"
echo "the run itself: ${kept-}"

mkdir alone
differ=0 looked_at=0
for file in $(find in -name '*.json' | sort |
    awk -v step=$((count / 20 + 1)) 'NR % step == 1 || step == 1'); do
    "$jixiao" build --format "$formats" -o alone "$file" >one 2>&1
    name=$(basename "$file" .json)
    looked_at=$((looked_at + 1))
    diff -rq "out/$name" "alone/$name" || differ=$((differ + 1))
done
echo "$differ of $looked_at sets differ from those of runs of their own"
[ "$(made)" -eq "$count" ] && [ $differ -eq 0 ] && [ $status -le 2 ]
