#!/bin/sh
# What must hold of the page model of every data file under input/ and of the
# cases beside this script, whatever they say: attachments, grids, labels.
#   tests/forms/forms.sh
set -eu
cd "$(dirname "$0")/../.."
jixiao=${JIXIAO:-build/jixiao}
here=tests/forms
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# report NAME FILE: FILE holds what is wrong, nothing where all is well.
report() {
    if [ -s "$2" ]; then
        echo "not ok $1: $(head -n 3 "$2" | tr '\n' ';')"
        failed=1
    else
        echo "ok $1"
    fi
}

# make NAME FILE: both intermediate files; a finding of the data is no fault.
make_stages() {
    for stage in submission.xml document.xml; do
        "$jixiao" build --to=$stage "$2" >"$work/$stage" 2>"$work/said" || true
        [ -s "$work/$stage" ] && : >"$work/said"
        report "$1 makes $stage" "$work/said"
    done
}

count() {
    xmllint --xpath "count($1)" "$work/$2"
}

check_attachments() {
    projects=$(count '/submission/projects/item' submission.xml)
    attachments=$(count "/*/*[local-name()='attachment']" document.xml)
    : >"$work/wrong"
    [ "$attachments" -eq $((3 + 2 * projects)) ] ||
        echo "$attachments for $projects projects" >"$work/wrong"
    report "$1 has its attachments" "$work/wrong"
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
    xmllint --xpath "$marks" "$work/document.xml" |
        diff "$work/marks" - >"$work/wrong" || true
    report "$1 marks its attachments, the title behind the mark" "$work/wrong"
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
    for of in "附件4 " "附件5 " "附件3 $headings"; do
        projects_of "${of%% *}" "${of#* }" | diff "$work/projects" - || true
    done >"$work/wrong"
    report "$1 prints every project once, in the order of the data" \
        "$work/wrong"
}

check_grammar() {
    xmllint --noout --relaxng schemas/common/document.rng \
        "$work/document.xml" 2>&1 | grep -v 'validates$' >"$work/wrong" || true
    report "$1 is a page model" "$work/wrong"
}

check_grid() {
    xsltproc --nonet $here/grid.xsl "$work/document.xml" >"$work/wrong"
    report "$1 fills its grids" "$work/wrong"
}

check_labels() {
    for id in $(xsltproc --nonet $here/forms.xsl "$work/document.xml"); do
        xsltproc --nonet --stringparam id "$id" $here/labels.xsl \
            "$work/document.xml" | diff "$here/labels-${id%%-*}.txt" - \
            >"$work/wrong" || true
        report "$1 labels $id as the form does" "$work/wrong"
    done
}

check_figures() {
    edition=$(xmllint --xpath 'string(/submission/@edition)' "$work/submission.xml")
    if command -v node >/dev/null; then
        node $here/figures.mjs "schemas/$edition" "$work/submission.xml" \
            "$work/document.xml" >"$work/wrong" || true
        report "$1 loses no figure" "$work/wrong"
    else
        echo "skip $1 loses no figure: no node"
    fi
}

# The table of 三公经费 in 附件3: its money is that of 附件1, in yuan.
check_repetition() {
    form="//*[local-name()='attachment']"
    cells="${form}[@id='附件3']//*[local-name()='cell']/*[@src=${form}[@id='附件1']//@src]"
    : >"$work/wrong"
    [ "$(count "//table[.='three_public']" submission.xml)" -eq 0 ] ||
        [ "$(count "$cells" document.xml)" -gt 0 ] ||
        echo "no figure of it is there" >"$work/wrong"
    [ "$(count "${cells}[@value][number(.)!=number(@value)]" document.xml)" -eq 0 ] ||
        echo "a figure is another" >"$work/wrong"
    report "$1 prints 附件1 again in 附件3" "$work/wrong"
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

xsltproc --nonet $here/numbering.xsl $here/numbering.xsl |
    diff $here/numbering.txt - >"$work/wrong" || true
report "numbers are written as the standard has them" "$work/wrong"
exit $failed
