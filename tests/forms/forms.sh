#!/usr/bin/env bash
# What must hold of the page model of every data file under input/ and of the
# cases beside this script, whatever they say: attachments, grids, labels.
#   tests/forms/forms.sh
set -eu
cd "$(dirname "$0")/../.."
jixiao=${JIXIAO:-build/jixiao}
here=tests/forms
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh

# make_stages NAME FILE: both intermediate files; a finding of the data is no
# fault.
make_stages() {
    for stage in submission.xml document.xml; do
        said=$("$jixiao" build --to=$stage "$2" 2>&1 >"$work/$stage") ||
            said=${said:-exit status $?}
        [ ! -s "$work/$stage" ] || said=
        report "$1 makes $stage" "$said"
    done
}

count() {
    xmllint --xpath "count($1)" "$work/$2"
}

check_attachments() {
    projects=$(count '/submission/projects/item' submission.xml)
    attachments=$(count "/*/*[local-name()='attachment']" document.xml)
    check "$1 has its attachments" [ "$attachments" -eq $((3 + 2 * projects)) ]
}

# 附件1 to 附件3, then 附件4 and 附件5 for each project, numbered where there are
# several; the mark comes first, and right behind it the title.
marks_wanted() {
    printf '附件%d\n' 1 2 3
    for kind in 附件4 附件5; do
        [ "$1" -ne 1 ] || echo $kind
        [ "$1" -lt 2 ] || seq -f "$kind-%g" "$1"
    done
}

check_marks() {
    projects=$(count '/submission/projects/item' submission.xml)
    marks="/*/*[*[2][local-name()='title']]/*[1][local-name()='mark']/text()"
    marks_wanted "$projects" >"$work/marks"
    report "$1 marks its attachments, the title behind the mark" "$(
        xmllint --xpath "$marks" "$work/document.xml" | diff "$work/marks" -)"
}

# Where the projects stand, in order: in the data, or in attachments of a kind.
projects_of_data() {
    xmllint --xpath '/submission/projects/item/@src' \
        "$work/submission.xml" 2>/dev/null || true
}

projects_of() {
    xmllint --xpath "/*/*[@kind = '$1']$2/@src" \
        "$work/document.xml" 2>/dev/null | sed 's:/name"$:":' || true
}

check_projects() {
    headings="//*[local-name() = 'heading']/*[contains(@src, '/name')]"
    projects_of_data >"$work/projects"
    report "$1 prints every project once, in the order of the data" "$(
        for of in "附件4 " "附件5 " "附件3 $headings"; do
            projects_of "${of%% *}" "${of#* }" | diff "$work/projects" - || true
        done)"
}

check_grammar() {
    report "$1 is a page model" "$(xmllint --noout --relaxng \
        schemas/common/document.rng "$work/document.xml" 2>&1 |
        grep -v 'validates$')"
}

check_grid() {
    report "$1 fills its grids" "$(
        xsltproc --nonet $here/grid.xsl "$work/document.xml" 2>&1)"
}

check_labels() {
    for id in $(xsltproc --nonet $here/forms.xsl "$work/document.xml"); do
        report "$1 labels $id as the form does" "$(
            xsltproc --nonet --stringparam id "$id" $here/labels.xsl \
                "$work/document.xml" | diff "$here/labels-${id%%-*}.txt" -)"
    done
}

check_figures() {
    edition=$(xmllint --xpath 'string(/submission/@edition)' "$work/submission.xml")
    if command -v node >/dev/null; then
        report "$1 loses no figure" "$(node $here/figures.mjs \
            "schemas/$edition" "$work/submission.xml" "$work/document.xml" 2>&1)"
    else
        echo "skip $1 loses no figure: no node"
    fi
}

# The table of 三公经费 in 附件3: its money is that of 附件1, in yuan.
check_repetition() {
    form="//*[local-name()='attachment']"
    cells="${form}[@id='附件3']//*[local-name()='cell']/*[@src=${form}[@id='附件1']//@src]"
    wrong=
    [ "$(count "//table[.='three_public']" submission.xml)" -eq 0 ] ||
        [ "$(count "$cells" document.xml)" -gt 0 ] ||
        wrong="no figure of it is there"
    [ "$(count "${cells}[@value][number(.)!=number(@value)]" document.xml)" -eq 0 ] ||
        wrong="a figure is another"
    report "$1 prints 附件1 again in 附件3" "$wrong"
}

for file in input/*.json $here/*.json; do
    name=$(basename "$file" .json)
    make_stages "$name" "$file"
    [ -s "$work/document.xml" ] || continue
    check_grammar "$name"
    check_attachments "$name"
    check_marks "$name"
    check_projects "$name"
    check_grid "$name"
    check_labels "$name"
    check_figures "$name"
    check_repetition "$name"
done

# lines COUNTY: those of the titles of 附件1 and 附件2.
lines() {
    sed "s/\"county\": \"[^\"]*\"/\"county\": \"$1\"/" $here/empty.json \
        >"$work/titles.json"
    "$jixiao" build --only 附件1,附件2 --to=document.xml "$work/titles.json" \
        2>/dev/null | sed 's:</line>:\n:g; s:</title>:/:g' |
        sed -n 's/.*<line>//p' | sed 's/<[^>]*>//g'
}

while read -r county wanted; do
    report "$county has its year in one line" "$(lines "$county" |
        tr '\n' '|' | diff <(printf %s "$wanted") -)"
done <<'END'
示例县 示例县2023年度部门整体支出绩效评价|基础数据表|示例县2023年度部门整体支出绩效自评表|
示例自治县 示例自治县2023年度部门整体支出绩效评价|基础数据表|示例自治县2023年度部门整体支出绩效自评表|
示例县自治县 示例县自治县2023年度部门整体支出绩效评价|基础数据表|示例县自治县|2023年度部门整体支出绩效自评表|
示例土家族苗族自治县 示例土家族苗族自治县|2023年度部门整体支出绩效评价|基础数据表|示例土家族苗族自治县|2023年度部门整体支出绩效自评表|
END

# A draft without its year can be read all the same.
sed 's/"year": [0-9]*/"year": null/' $here/empty.json >"$work/undated.json"
"$jixiao" build --to=document.xml "$work/undated.json" 2>"$work/err" |
    sed 's/<[^>]*>//g' >"$work/undated.txt"
for words in ＿＿＿＿年度部门整体支出 上年决算数 本年预算数 本年决算数 \
    本年实际在职人数 （本年完工项目）; do
    report "without a year there is $words" "$(
        grep -qF "$words" "$work/undated.txt" || echo no)"
done

# A label that words.xml breaks is one of the schema's, word for word.
for words in stylesheets/*/words.xml; do
    edition=$(basename "$(dirname "$words")")
    report "$edition breaks labels that there are" "$(
        for n in $(seq "$(xmllint --xpath 'count(/words/label)' "$words")"); do
            label=$(xmllint --xpath "string(/words/label[$n])" "$words")
            grep -qE "\"(title|x-label)\": \"$label\"" \
                "schemas/$edition"/*.json || echo "$label"
        done)"
done

# Clerks read the names of members, not those of the data file.
report "sentences have no words of JSON" "$(
    grep -rhoE '<zh>.*</zh>' schemas --include='*.xml' |
        sed 's/{[^{}]*}//g' |
        grep -E '(^|[^A-Za-z_./])(reason|facts|explanations|measure|grade)([^A-Za-z_./]|$)')"

report "numbers are written as the standard has them" "$(
    xsltproc --nonet $here/numbering.xsl $here/numbering.xsl |
        diff $here/numbering.txt -)"
exit $failed
