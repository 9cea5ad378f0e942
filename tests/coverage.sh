#!/usr/bin/env bash
# Line coverage of pipeline/ by the unit tests, tests of rules and those of the
# command line: printed for each file below the goal, and for all together.
#
#   tests/coverage.sh FOLDER     of the compiled program, build/coverage
#
# A part that reaches next to nothing that others do not is left out.
set -u
cd "$(dirname "$0")/.." || exit
goal=96
folder=$1
export JIXIAO=$folder/jixiao
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

find "$folder" -name '*.gcda' -delete
# What they find is counted elsewhere; here it matters what they reach.
{
    "$folder/unit-tests"
    tests/suites.sh "$folder"
    tests/golden.sh
    tests/bad-input.sh
    tests/cli.sh
    tests/batch.sh
    tests/summary/summary.sh files
    tests/reports.sh
    tests/pdf/fonts.sh
    tests/archive/archive.sh
    tests/archive/seals.sh
    node tests/archive/verify.mjs
    node tests/archive/rebuild.mjs
    node tests/rules/rules.mjs
    node tests/rules/cases.mjs
    node tests/rules/edges.mjs
    node tests/sentences/sentences.mjs
    node tests/next/next.mjs
    node tests/diff/diff.mjs
    node tests/diff/corrected.mjs
    tests/redline/redline.sh files
    node tests/pull/pull.mjs
    node tests/sheet/sheet.mjs
    node tests/sheet/edition.mjs
    node tests/sheet/listing.mjs
    node tests/edit/edit.mjs
    node tests/edit/attacks.mjs
    node tests/watch.mjs
    tests/completion.sh
} >"$made/log" 2>&1

find "$folder/objects"/pipeline -name '*.gcda' -exec \
    gcov -n {} + 2>/dev/null | awk -v goal=$goal '
    /^File .pipeline\/.*\.c/ { file = substr($2, 2, length($2) - 2) }
    /^File/ && !/^File .pipeline\/.*\.c/ { file = "" }
    /^Lines executed:/ && file != "" {
        split($0, part, /[:%]/)
        lines = $NF
        reached = part[2] * lines / 100
        all += lines
        all_reached += reached
        if (part[2] < goal)
            printf "    %6.2f%% of %4d lines  %s\n", part[2], lines, file
        file = ""
    }
    END {
        percent = all ? all_reached * 100 / all : 0
        name = "line coverage of pipeline/ is " goal " % or more"
        printf "%s %s: %.1f %% of %d lines\n", \
            (percent >= goal ? "ok" : "not ok"), name, percent, all
        printf "note line coverage of pipeline/: %.1f %%\n", percent
        exit (percent < goal)
    }'
