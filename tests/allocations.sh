#!/usr/bin/env bash
# Every allocation of the program's own fails once: see allocations/main.c.
#
#   tests/allocations.sh [FOLDER]     of the compiled harness, default build
set -u
cd "$(dirname "$0")/.." || exit
harness=${1:-build}/allocations
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# try NAME EVERY ARGUMENT...: fail each EVERYth allocation of one run.
try() {
    local name=$1 every=$2 said

    shift 2
    rm -rf "$work/set"
    mkdir "$work/set"
    build/jixiao build -o "$work/set" "$older" >/dev/null 2>&1
    if said=$("$harness" --every "$every" "$work/set" "$@"); then
        echo "ok $name: $said"
    else
        echo "not ok $name: ${said##*$'\n'}"
        echo "$said"
        failed=1
    fi
}

smallest=input/smallest.json
full=input/example-2024.json
# An older set of the same unit, so that there is something to leave alone.
older=$work/older.json
sed 's/\("name": *"\)/\1旧/' "$smallest" >"$older"

try 'checking the smallest' 1 check "$smallest"
try 'building the smallest' 1 build -o @ "$smallest"
try 'a sample of building the full one' 997 build -o @ "$full"
exit $failed
