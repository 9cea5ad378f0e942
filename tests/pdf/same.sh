#!/usr/bin/env bash
# The sanitised program finds no fault in itself while it draws every data file
# of the tests as PDF, at both levels, and as OFD, and draws the same bytes.
#   tests/pdf/same.sh FOLDER     of the sanitised program, build/asan
set -u
cd "$(dirname "$0")/../.." || exit
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
. tests/checks.sh
. tests/pdf/text.sh
make_data

# draw PROGRAM FOLDER NAME LEVEL
draw() {
    "$1" build --format pdf,ofd --pdf-level "$4" -o "$made/$2-$4" \
        "$made/data/$3.json" >"$made/$2.said" 2>&1
}

for file in "$made"/data/*.json; do
    name=$(basename -s .json -- "$file")
    for level in 1b 2a; do
        draw build/jixiao plain "$name" "$level"
        draw "$1/jixiao" asan "$name" "$level"
        report "$name at level $level: no fault, the same bytes" "$(
            grep -E 'Sanitizer|runtime error' "$made/asan.said" | head -n 2
            [ -e "$made/plain-$level/$name/index.html" ] || echo 'no set'
            diff -r "$made/plain-$level/$name" "$made/asan-$level/$name" \
                2>&1 | head -n 2)"
    done
done
exit $failed
