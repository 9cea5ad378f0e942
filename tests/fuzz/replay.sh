#!/usr/bin/env bash
# Put the corpus of each harness in once, sanitised: what has ended one before
# must not do so again.
#
#   tests/fuzz/replay.sh FOLDER     of the compiled program, build/asan
set -u
cd "$(dirname "$0")/../.." || exit
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh

make -s -j2 -f pipeline/Makefile VARIANT="${1##*/}" fuzz
for source in tests/fuzz/targets/*.c; do
    target=$(basename "$source" .c)
    : >"$work/wrong"
    timeout 120 "$1/fuzz/$target" "tests/fuzz/corpus/$target" \
        >"$work/said" 2>&1 || tail -n 3 "$work/said" >"$work/wrong"
    report "$target" "$(cat "$work/wrong")"
done
exit $failed
