#!/usr/bin/env bash
# Make the pages of every data file under input/ and of the samples, and check
# them: the grammar of HTML, accessibility, layout on screens and on paper,
# links, marks, and that no value was lost.
#   tests/html/html.sh
#   UPDATE=1    accept what samples/set.xml now gives as samples/report.xml
set -u
cd "$(dirname "$0")/../.." || exit
jixiao=${JIXIAO:-build/jixiao}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
. tests/checks.sh

if ! command -v node >/dev/null; then
    echo "skip HTML: there is no node"
    exit
fi
if ! [ -d tests/node_modules ]; then
    echo "skip HTML: there is no tests/node_modules; ./build.sh test makes it"
    exit
fi

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
    local name=$1 model page

    model=$(count_values "$made/$name.xml")
    page=$(find "$made/$name" -name '*.html' -size +0 -print0 |
        xargs -0 -r grep -l 'class="contents"' | head -n 1)
    page=$(count_values "${page:-/dev/null}")
    report "$name: the page of the set has every value" "$(
        [ "$page" -gt 0 ] && [ "$page" -eq "$model" ] ||
            echo "$page values of $model")"
}

# make_sample STYLESHEET FILE RESULT
make_sample() {
    xsltproc --nonet -o "$made/samples/$3" "stylesheets/$1" "$2"
}

make_samples() {
    local samples=tests/html/samples

    make_sample formats/html.xsl $samples/documents.xml documents.html
    make_sample formats/index.xsl $samples/set.xml set.html
    make_sample common/check-report.xsl $samples/set.xml report.xml
    make_sample formats/html.xsl "$made/samples/report.xml" report.html
    check_grammar "$made/samples/report.xml" document
    sed -i 's,><,>\n<,g' "$made/samples/report.xml"
    [ -z "${UPDATE-}" ] || cp "$made/samples/report.xml" $samples
    report 'the sample of a set gives its check report' \
        "$(diff $samples/report.xml "$made/samples/report.xml" | head -n 4)"
}

# check_grammar FILE GRAMMAR
check_grammar() {
    report "$(basename "$1") keeps to its grammar" "$(xmllint --nonet --noout \
        --relaxng "schemas/common/$2.rng" "$1" 2>&1 |
        grep -v ' validates$' | head -n 1)"
}

# The set once more without marks: they are all the difference, and Word files
# have none.
check_marks() {
    local name=$1 page pairs=()

    "$jixiao" build "input/$name.json" --clean --format html,docx \
        -o "$made/clean/$name" >"$made/said" 2>&1
    "$jixiao" build "input/$name.json" -o "$made/marked/$name" \
        >"$made/said" 2>&1
    report "$name: Word files have no marks" "$(
        for page in "$made/marked/$name"/*/*.docx; do
            cmp "$page" "$made/clean/$name/$name/${page##*/}" 2>&1
        done | head -n 1)"
    for page in "$made/$name"/*/*_附件[1-3]_*.html; do
        grep -q '<mark' "$page" || continue
        pairs+=("$page" "$made/clean/$name/$name/${page##*/}")
    done
    check "$name has marked pages" [ ${#pairs[@]} -gt 0 ]
    node tests/html/marks.mjs "${pairs[@]}" || failed=1
}

# The index counts what check finds.
check_counts() {
    local name=$1

    "$jixiao" check --report json "input/$name.json" >"$made/$name.json" \
        2>"$made/said"
    node tests/html/counts.mjs "$(find "$made/$name" -name index.html)" \
        "$made/$name.json" || failed=1
}

for file in input/*.json; do
    name=$(basename "$file" .json)
    make_set "$name"
    check_values "$name"
    check_counts "$name"
done
find "$made" -name '*.html' -print0 | sort -z |
    xargs -0 -r node tests/html/links.mjs || failed=1

check_grammar tests/html/samples/documents.xml document
check_grammar tests/html/samples/set.xml set
if command -v xsltproc >/dev/null; then
    make_samples
else
    echo "skip samples: there is no xsltproc"
fi
find "$made" -name '*.html' -print0 | sort -z |
    xargs -0 -r node tests/html/check.mjs || failed=1
check_marks taojiang-hrss-2023
exit $failed
