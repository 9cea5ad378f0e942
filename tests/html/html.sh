#!/usr/bin/env bash
# Make the HTML of every data file under input/, and check it: grammar of the
# page, accessibility, layout on screens and on paper.
#   tests/html/html.sh
set -u
cd "$(dirname "$0")/../.." || exit
jixiao=${JIXIAO:-build/jixiao}
modules=tests/node_modules
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

if ! command -v node >/dev/null; then
    echo "skip HTML: there is no node"
    exit
fi
if ! [ -d "$modules" ]; then
    echo "skip HTML: there is no $modules; ./build.sh test installs it"
    exit
fi
for file in input/*.json; do
    # Findings of the data are no fault of the pages.
    "$jixiao" build "$file" --format html -o "$made/$(basename "$file" .json)" \
        >"$made/said" 2>&1
    if [ $? -gt 2 ]; then
        echo "not ok $file makes HTML: $(tail -n 1 "$made/said")"
    fi
done
# Of each set the index, the whole and every attachment.
find "$made" -name '*.html' -print0 | sort -z |
    xargs -0 node tests/html/check.mjs
