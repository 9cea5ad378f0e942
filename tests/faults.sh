#!/usr/bin/env bash
# Every allocation of the program's own fails once, every call on files fails
# once, and before each of those the program is killed once: faults/main.c.
#
#   tests/faults.sh [FOLDER]     of the compiled harness, build if not given
set -u
cd "$(dirname "$0")/.." || exit
harness=${1:-build}/faults
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# An older set of the same unit, which no failure may touch.
older() {
    local older=$work/older/${1##*/}

    mkdir -p "$work/older"
    sed 's/"county": *"/&旧/' "$1" >"$older"
    rm -rf "$work/old"
    mkdir "$work/old"
    build/jixiao build -o "$work/old" "$older" >/dev/null 2>&1
}

# try NAME KIND EVERY ARGUMENT...: in one run after the other, the next call
# of the kind goes wrong, or the EVERYth one after.
try() {
    local name=$1 said

    shift
    if said=$("$harness" "$1" "$2" "$work/old" "$work/set" "${@:3}"); then
        echo "ok $name: $said"
    else
        echo "not ok $name: ${said##*$'\n'}"
        echo "$said"
        failed=1
    fi
}

smallest=input/smallest.json
full=input/example-full-2024.json
# With a sanitiser each run takes ten times as long.
sample=499 step=1
[ "${1:-build}" = build ] || sample=1999 step=19

older "$smallest"
try 'memory, checking the smallest' memory 1 check "$smallest"
try 'memory, building the smallest' memory 1 build -o @ "$smallest"
try 'disk, building the smallest' disk 1 build -o @ "$smallest"
try 'kill, building the smallest' kill 1 build -o @ "$smallest"
for small in blank-cells references wrong-references wrong-shape wrong-totals; do
    try "memory, checking $small" memory $step \
        check "tests/golden/$small/input.json"
done
echo '{"edition": "hunan-conty-2023"}' >"$work/edition.json"
try 'memory, checking a misspelt edition' memory 1 check "$work/edition.json"
for format in json sarif; do
    try "memory, reporting as $format" memory $step \
        check --report $format "$smallest" "$full"
done
try 'memory, changing rules' memory $step check --disable A01,A02 \
    --level A03=hint --param A12.ceiling=150 "$smallest"
mkdir "$work/last"
sed 's/2024/2023/' "$smallest" >"$work/last/${smallest##*/}"
try 'memory, comparing with last year' memory $step \
    check --previous "$work/last" "$smallest"
try 'memory, listing rules' memory $step rules --disable A01
try 'memory, explaining a rule' memory $step explain A12
try 'memory, printing the schema' memory $step schema
older "$full"
try 'memory, building the full one' memory $sample build -o @ "$full"
exit $failed
