#!/usr/bin/env bash
# Run every program of tests/suites, as compiled into the given folder.
set -u
cd "$(dirname "$0")/.." || exit
status=0

for source in tests/suites/*.c; do
    "${1:-build}/suites/$(basename "$source" .c)" || status=1
done
exit $status
