#!/usr/bin/env bash
# Data that pages are not made for: a table of a thousand rows, a cell of ten
# pages, a word of 5,000 letters, scripts and characters that no Chinese font
# has.  Each is on the pages, whole and in order, or it is said with its place.
#   tests/pdf/edges.sh
set -u
cd "$(dirname "$0")/../.." || exit
jixiao=${JIXIAO:-build/jixiao}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh
. tests/pdf/text.sh
full=input/example-full-2024.json

# make NAME ATTACHMENT FILTER: the full example, changed by jq.
make() {
    rm -rf "${work:?}/$1"
    jq "$3" "$full" >"$work/$1.json"
    "$jixiao" build --to document.xml "$work/$1.json" >"$work/$1.model" \
        2>/dev/null
    "$jixiao" build --format pdf --only "$2" -o "$work/$1" \
        "$work/$1.json" >"$work/out" 2>"$work/err"
}

file_of() {
    echo "$work/$1"/*/*_"$2"_*.pdf
}

# is_whole NAME ATTACHMENT PAGES: what is wrong with its text, marks, tables.
is_whole() {
    local file pages

    file=$(file_of "$1" "$2")
    pages=$(pdfinfo "$file" 2>/dev/null | awk '/^Pages:/ { print $2 }')
    [ "${pages:-0}" -ge "$3" ] || echo "it has ${pages:-no} pages"
    diff <(model_of "$work/$1.model" "$2") <(text_of "$file") | head -n 4
    qpdf --check "$file" 2>&1 | grep -E 'WARNING|ERROR'
    qpdf --qdf --object-streams=disable "$file" - |
        LC_ALL=C awk -f tests/pdf/marked.awk | head -n 2
    qpdf --json=1 "$file" | node tests/pdf/tables.mjs | grep -v ' tables$'
}

rows='.projects[0].indicators.output.quantity'
make rows 附件4-1 "$rows = [range(1000) as \$k | ${rows}[0] |
    .name = \"第\(\$k)项指标\" | .points = 1]"
report 'a table of a thousand rows is whole' "$(is_whole rows 附件4-1 20)"

long='.projects[0].goals.actual'
make cell 附件4-1 "$long = ([range(900) as \$k |
    \"第\(\$k)段落实了各项任务，完成了年度目标。\"] | add)"
report 'a cell of ten pages is whole' "$(is_whole cell 附件4-1 10)"

make word 附件4-1 "$long = \"w\" * 5000"
report 'a word of 5,000 letters is whole' "$(is_whole word 附件4-1 2)"

# character NAME CHARACTERS: on the page, or said with them and the place.
character() {
    local text said

    make odd 附件4-1 "$long = \"甲$2乙\""
    text=$(text_of "$(file_of odd 附件4-1)" 2>/dev/null | tr -d '\n')
    said=$(grep '\[/projects/0/goals/actual\]' "$work/err" | grep -vc ' B35:')
    if [[ $text == *"甲$2乙"* ]]; then
        report "$1: on the page" ''
    elif [ "$said" -gt 0 ]; then
        report "$1: said with its place" ''
    else
        report "$1: on the page, or said" \
            "$(tail -n 3 "$work/err") $(grep -o '甲.*乙' <<<"$text")"
    fi
}

# refused NAME LETTERS SHOWN: no page shows them in a wrong order or shape;
# what is said shows them in their own way, where that is given.
refused() {
    make odd 附件4-1 "$long = \"甲$2乙\""
    report "$1: said with its place" "$(grep -q \
        "X047: .*${3-$2}.*\[/projects/0/goals/actual\]" "$work/err" ||
        tail -n 3 "$work/err")"
    report "$1: not drawn" "$(compgen -G "$work/odd/*/*.pdf")"
}

refused 'Hebrew' 'שלום'
refused 'Arabic' 'سلام'
refused 'Tibetan' 'བོད'
refused 'Thai' 'กิน'
refused 'a right-to-left override' $'\u202e' 方向控制符
refused 'a right-to-left mark' $'\u200f' 方向控制符
refused 'a mark on Han' $'\u0301' $'◌\u0301'
refused 'a circle around Han' $'\u20dd' $'◌\u20dd'
refused 'a vowel of Hangul alone' $'\u1161' $'◌\u1161'

# joined NAME LETTERS: on the page, and copied as they were written.
joined() {
    local text

    make odd 附件4-1 "$long = \"甲$2乙\""
    text=$(pdftotext -raw "$(file_of odd 附件4-1)" - | tr -d '\n')
    report "$1: on the page" "$([[ $text == *"甲$2乙"* ]] ||
        grep -o '甲.*乙' <<<"$text")"
}

joined 'a mark on its letter' $'a\u0301'
joined 'two marks on their letter' $'U\u0308\u0304'
joined 'a mark of kana' $'か\u3099'
joined 'parts of Hangul' $'\u1112\u1161\u11ab'
joined 'a flag' '🇨🇳'

# What is written elsewhere than in a cell, or on no page but the report's.
while read -r place pointer; do
    jq "$place = \"甲שלום乙\"" "$full" >"$work/else.json"
    "$jixiao" build --format pdf -o "$work/else" "$work/else.json" \
        >"$work/out" 2>"$work/err"
    report "Hebrew in $place: said" "$(grep -q \
        "else.json:[0-9:]*: .*X047: .*שלום.*\[$pointer\]" "$work/err" ||
        tail -n 3 "$work/err")"
    report "Hebrew in $place: not drawn" "$(
        compgen -G "$work/else/*/*.pdf")"
done <<'EOF'
.unit.name /unit/name
.report.problems[0].items[0].title /report/problems/0/items/0/title
.filing.preparer /filing/preparer
.projects[0].name /projects
.explanations[0].reason /explanations/0/reason
EOF

# Names of data files with what turns others round.
while read -r name; do
    printf -v name "$name"
    jq 'del(.projects[0].goals.actual)' "$full" >"$work/$name"
    "$jixiao" build --format pdf -o "$work/named" "$work/$name" \
        >"$work/out" 2>"$work/err"
    report "a file name with $(od -An -tx1 <<<"$name"): drawn" "$(
        compgen -G "$work/named/ab/核对报告.pdf" >/dev/null ||
        tail -n 3 "$work/err")"
    rm -r "$work/named"
done <<'EOF'
a\u061cb.json
a\u200fb.json
a\u202eb.json
a\u2067b.json
EOF
character 'an emoji' '😀'
character 'an emoji of several characters' '👩‍👩‍👧'
character 'private use' $'\ue000'
character 'private use of another plane' $'\U000f0000'
character 'a line separator' $'\u2028'
character 'a zero width space' $'\u200b'
character 'a variation selector' $'葛\U000e0100'
character 'Han of the third plane' $'\U00030000'
character 'a noncharacter' $'\ufffe'

make usual 附件1 .
while read -r id; do
    "$jixiao" build --format pdf --only "$id" -o "$work/usual" \
        "$work/usual.json" >"$work/out" 2>&1
    report "$id is whole" "$(is_whole usual "$id" 1)"
done < <(grep -o '<attachment id="[^"]*"' "$work/usual.model" | cut -d '"' -f 2)

# The check of tables sees what is wrong.
qpdf --json=1 "$(file_of usual 附件1)" |
    sed '0,/"\/ColSpan": [0-9]*/s//"\/ColSpan": 9/' >"$work/wrong.json"
report 'the check of tables sees a cell that is too wide' "$(
    node tests/pdf/tables.mjs <"$work/wrong.json" | grep -q row ||
        echo 'it does not')"
exit $failed
