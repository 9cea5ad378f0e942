#!/usr/bin/env bash
# Compile everything the tests run: every variant, without one warning.
set -u
cd "$(dirname "$0")/.." || exit
failed=0

for variant in release asan clang coverage; do
    if make -s -j2 -k -f pipeline/Makefile VARIANT=$variant all suites bench faults
    then
        echo "ok $variant compiles without a warning"
    else
        echo "not ok $variant compiles without a warning"
        failed=1
    fi
done
exit $failed
