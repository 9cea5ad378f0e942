#!/usr/bin/env bash
# Make the pages of every data file under input/ and of the samples, and check
# them: the grammar of HTML, accessibility, layout on screens and on paper,
# links, and that no value was lost.
#   tests/html/html.sh
set -u
cd "$(dirname "$0")/../.." || exit
jixiao=${JIXIAO:-build/jixiao}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
failed=0

if ! command -v node >/dev/null; then
    echo "skip HTML: there is no node"
    exit
fi
if ! [ -d tests/node_modules ]; then
    echo "skip HTML: there is no tests/node_modules; ./build.sh test makes it"
    exit
fi

# report NAME WHAT-IS-WRONG
report() {
    if [ -z "$2" ]; then
        echo "ok $1"
    else
        echo "not ok $1: $2"
        failed=1
    fi
}

# count_values FILE: values of a page model, spans of a page.
count_values() {
    grep -oE '<value |<span class="value[ "]' "$1" | wc -l
}

# Findings of the data are no fault of the pages.
make_set() {
    local name=$1 said wrong=
    local set=$made/$name

    "$jixiao" build "input/$name.json" --format html -o "$set" \
        >"$made/said" 2>&1
    said=$(find "$set" -name index.html 2>/dev/null)
    [ -n "$said" ] || wrong=$(tail -n 1 "$made/said")
    report "$name has pages" "${wrong}"
    "$jixiao" build --to=document.xml "input/$name.json" \
        >"$made/$name.xml" 2>/dev/null
}

# The whole set is the page with all attachments.
check_values() {
    local name=$1 model page wrong=

    model=$(count_values "$made/$name.xml")
    page=$(find "$made/$name" -name '*.html' -size +0 -print0 |
        xargs -0 -r grep -l 'class="contents"' | head -n 1)
    [ -n "$page" ] || return
    page=$(count_values "$page")
    [ "$model" -eq "$page" ] || wrong="$page values of $model"
    report "$name: the page of the set has every value" "$wrong"
}

make_samples() {
    xsltproc --nonet -o "$made/samples/documents.html" \
        stylesheets/formats/html.xsl tests/html/samples/documents.xml
    xsltproc --nonet -o "$made/samples/set.html" \
        stylesheets/formats/index.xsl tests/html/samples/set.xml
}

check_grammar() {
    report "tests/html/samples/$1.xml keeps to its grammar" "$(xmllint --nonet \
        --noout --relaxng "schemas/common/$2.rng" "tests/html/samples/$1.xml" \
        2>&1 | grep -v ' validates$' | head -n 1)"
}

for file in input/*.json; do
    name=$(basename "$file" .json)
    make_set "$name"
    check_values "$name"
done
find "$made" -name '*.html' -print0 | sort -z |
    xargs -0 -r node tests/html/links.mjs || failed=1

check_grammar documents document
check_grammar set set
if command -v xsltproc >/dev/null; then
    make_samples
else
    echo "skip samples: there is no xsltproc"
fi
find "$made" -name '*.html' -print0 | sort -z |
    xargs -0 -r node tests/html/check.mjs || failed=1
exit $failed
