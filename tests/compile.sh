#!/usr/bin/env bash
# Compile what the tests run, without one warning, in the variants named, or in
# all of them.
#
#   tests/compile.sh [VARIANT...]
set -u
cd "$(dirname "$0")/.." || exit
failed=0
[ $# -gt 0 ] || set -- release asan clang coverage

for variant; do
    if make -s -j2 -k -f pipeline/Makefile VARIANT=$variant all suites bench faults
    then
        echo "ok $variant compiles without a warning"
    else
        echo "not ok $variant compiles without a warning"
        failed=1
    fi
done
exit $failed
