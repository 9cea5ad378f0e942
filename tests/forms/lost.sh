#!/usr/bin/env bash
# What is stated and printed nowhere is found wherever documents are made:
# copies of the edition lose one thing each, and say which.
#   tests/forms/lost.sh
set -eu
cd "$(dirname "$0")/../.."
jixiao=${JIXIAO:-build/jixiao}
edition=hunan-county-2023
full=input/example-full-2024.json
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh

# loses NAME FILE SED-SCRIPT DATA-SCRIPT FINDING: with the file and the data of
# the copy changed, there is that finding.
loses() {
    rm -rf "$work/data"
    mkdir "$work/data"
    cp -r schemas stylesheets "$work/data/"
    sed -i "$3" "$work/data/$2"
    sed "$4" "$full" >"$work/lost.json"
    cmp -s "$2" "$work/data/$2" && report "$1 is changed" "$2 is not"
    ends 2 build --data-dir "$work/data" -o "$work/set" "$work/lost.json" || true
    check "$1: build says so" complains "${5% *}: .*\\[${5#* }\\]"
    ends 2 check --verify --data-dir "$work/data" "$work/lost.json" || true
    check "$1: check --verify says so" says "${5% *}: .*\\[${5#* }\\]"
    ends 2 build --to=document.xml --data-dir "$work/data" \
        "$work/lost.json" || true
    check "$1: who makes document.xml hears it" complains "${5% *}: "
}

# Members that no stylesheet asks for.
# shellcheck disable=SC2016
loses 'a figure of a line' schemas/$edition/base-data.schema.json \
    '/^    "line": {/,/^    }/s/"final": {/"adjusted_budget": { "$ref": "types.schema.json#\/$defs\/wan_yuan", "title": "全年预算数" },\n        "final": {/' \
    's/"office": {/"office": { "adjusted_budget": 77.5,/' \
    'V011 /expenditure/public/office/adjusted_budget'
# Neither this member nor what is around it has an x-form.
# shellcheck disable=SC2016
loses 'a figure of an attachment' schemas/$edition/base-data.schema.json \
    '/^    "staffing": {/,/^    }/s/"in_service": {/"borrowed": { "$ref": "types.schema.json#\/$defs\/count", "title": "借调人数", "x-unit": "人" },\n        "in_service": {/' \
    's/"in_service": 82/"borrowed": 4, "in_service": 82/' \
    'V011 /staffing/borrowed'
# What is around it has members that no form has, and says so of each.
# shellcheck disable=SC2016
loses 'a figure of an indicator' schemas/$edition/types.schema.json \
    '/^    "measure": {/,/^    "grand/s/"properties": {/"properties": {\n        "baseline": { "$ref": "#\/$defs\/number", "title": "上年实际值" },/' \
    '0,/"measure": {/s//&"baseline": 12.5,/' \
    'V011 /department/indicators/output/.*/measure/baseline'
loses 'a row' stylesheets/$edition/base-data.xsl \
    's/<xsl:apply-templates select="buildings" mode="base-data"\/>//' '' \
    'V011 /buildings'
loses 'a cell' stylesheets/common/indicators.xsl \
    '/select="deviation" mode="cell"/d' '' \
    'V011 /department/indicators/benefit/.*/deviation'
loses 'a column of the comparison' stylesheets/$edition/three-public.xsl \
    '/select="reason" mode="cell"/d' '' \
    'V011 /expenditure/three_public/overseas/reason'
loses 'half a text' stylesheets/$edition/base-data.xsl \
    's/<xsl:apply-templates select="." mode="cell">/<xsl:apply-templates select="." mode="cell"><xsl:with-param name="print" select="substring(., 1, 9)"\/>/' '' \
    'V011 /austerity_measures'
loses 'a part of a report' stylesheets/common/narrative.xsl \
    "/mode=\"sections\">/,/template>/s/@state = 'stated'/false()/" '' \
    'V011 /report/conclusion'

# What no text refers to is a hint.
hints() {
    rm -rf "$work/data"
    mkdir "$work/data"
    cp -r schemas stylesheets "$work/data/"
    sed -i "$3" "$work/data/schemas/$edition/$2"
    sed "$4" "$full" >"$work/hint.json"
    check "$1 is no fault" \
        ends 0 build --data-dir "$work/data" -o "$work/set" "$work/hint.json"
    check "$1 is a hint" complains "R009: .*\\[$5\\]"
}

# shellcheck disable=SC2016
hints 'a figure of a line that no form has' base-data.schema.json \
    '/^    "yuan_line": {/,/^    }/s/"final": {/"adjusted_budget": { "$ref": "types.schema.json#\/$defs\/yuan", "title": "全年预算数" },\n        "final": {/' \
    's/"previous_final": 38500/"adjusted_budget": 37000, &/' \
    /meetings/adjusted_budget
# shellcheck disable=SC2016
hints 'a figure that belongs to no attachment' submission.schema.json \
    's/^    "county": {/    "towns": { "$ref": "types.schema.json#\/$defs\/count", "title": "乡镇数", "x-unit": "个" },\n&/' \
    's/^  "county"/  "towns": 27,\n&/' /towns
sed 's/团组{{overseas_visits.groups}}、/团组/' "$full" >"$work/hint.json"
check 'a fact that no text refers to is no fault' \
    ends 0 build -o "$work/set" "$work/hint.json"
check 'a fact that no text refers to is a hint' \
    complains 'R009: .*\[/overseas_visits/groups\]'
check 'what is printed is not found' ends 0 build -o "$work/set" "$full"

# Of a table that the report does not have, stated words are missed alone.
sed 's/{ "table": "three_public" }/"见附件1。"/' "$full" >"$work/tableless.json"
check 'words of a table that is left out are a fault' \
    ends 2 build -o "$work/set" "$work/tableless.json"
check 'they are said with what to do' \
    complains 'V011: .*请在报告中放入印它的表.*/overseas/reason\]'
check 'what formulas give in that table is none' \
    says_not 'V011: .*/change(_rate)?\]' "$work/err"
check 'what is printed is not found by check' ends 0 check --verify "$full"
exit $failed
