#!/usr/bin/env bash
# Make PDF files of every data file under input/ at both levels, and of one
# with rare characters in its names, and check them: veraPDF, PDFBox preflight,
# qpdf, the text in the order of the structure, marks, the same bytes again.
#   tests/pdf/pdf.sh
set -u
cd "$(dirname "$0")/../.." || exit
jixiao=${JIXIAO:-build/jixiao}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
. tests/checks.sh
. tests/pdf/java.sh
. tests/pdf/text.sh

make_data
mkdir "$made"/{1b,2a,again}
mapfile -t sets < <(basename -s .json -- "$made"/data/*.json)

# make_set NAME LEVEL FOLDER
make_set() {
    "$jixiao" build "$made/data/$1.json" --format pdf --pdf-level "$2" \
        -o "$made/$3" >"$made/said" 2>&1
    report "$1 has PDF files of level $2" "$(
        [ "$(find "$made/$3/$1" -name '*.pdf' | wc -l)" -gt 1 ] ||
            tail -n 2 "$made/said")"
}

# The files of a level, one a line.
files_of() {
    find "$made/$1" -name '*.pdf' | sort
}

# --- validators --------------------------------------------------------------

# check_verapdf FLAVOUR LEVEL
check_verapdf() {
    local files passed

    mapfile -t files < <(files_of "$2")
    passed=$(verapdf "$1" "${files[@]}" | tee "$made/verapdf" |
        grep -c '^PASS ')
    report "veraPDF calls the ${#files[@]} files of level $2 $1" "$(
        [ "$passed" -eq ${#files[@]} ] ||
            grep -v '^PASS ' "$made/verapdf" | head -n 3)"
}

# check_preflight LEVEL
check_preflight() {
    local file wrong=

    while read -r file; do
        preflight "$file" >"$made/said" ||
            wrong+="${file##*/}: $(head -n 2 "$made/said" | paste -sd ' ')"$'\n'
    done < <(files_of "$1")
    report "preflight calls the files of level $1 valid" "$wrong"
}

check_qpdf() {
    local file wrong=

    while read -r file; do
        qpdf --check "$file" >"$made/said" 2>&1 ||
            wrong+="${file##*/}: $(tail -n 1 "$made/said")"$'\n'
    done < <(files_of "$1")
    report "qpdf finds no fault in the files of level $1" "$wrong"
}

# Each validator says no to what is broken: else its yes would say nothing.
check_validators() {
    local file

    file=$(files_of 1b | head -n 1)
    head -c 20000 "$file" >"$made/cut.pdf"
    sed 's,/Type/Metadata/,/Type/Metadatb/,; s,<pdfaid:part>1,<pdfaid:part>3,' \
        "$file" >"$made/wrong.pdf"
    report 'qpdf rejects a file that was cut' "$(
        ! qpdf --check "$made/cut.pdf" >/dev/null 2>&1 || echo good)"
    for flavour in 1b 2a ua1; do
        report "veraPDF rejects a wrong file as $flavour" "$(
            verapdf $flavour "$made/wrong.pdf" | grep '^PASS ')"
    done
    report 'preflight rejects a wrong file' "$(
        ! preflight "$made/wrong.pdf" >/dev/null || echo valid)"
}

# --- what validators do not see ----------------------------------------------

# check_text NAME LEVEL
check_text() {
    report "$1 at level $2 has the text of its page model" "$(
        texts_differ "$1" "$made/$2/$1" pdf text_of)"
}

# The attachments whose reasons are long lie on their side, and the whole set
# has a number on each page, in order.
check_turned() {
    local whole

    whole=$(echo "$made/1b/turned"/*县示例局_部门整体支出绩效自评.pdf)
    report 'long reasons turn the pages of their tables' "$(
        pdfinfo -l 99 "$whole" | awk '/^Page .* size:/ { turned += $4 > $6 }
            END { if (turned < 4) print turned " pages are turned" }')"
    report 'each page has its number, turned ones, too' "$(
        diff <(seq "$(pdfinfo "$whole" | awk '/^Pages:/ { print $2 }')") \
            <(pdftotext "$whole" - | tr '\f' '\n' |
                grep -x '— *[0-9]* *—' | grep -o '[0-9]*') | head -n 4)"
}

# check_first_page NAME: the table of attachments does not go on on the second.
check_first_page() {
    report "the check report of $1 counts attachments on its first page" "$(
        pdftotext -f 2 -l 2 -raw "$made/1b/$1/核对报告.pdf" - | head -n 1 |
            grep '^附件 名称')"
}

check_marks() {
    local file wrong=

    while read -r file; do
        wrong+=$(qpdf --qdf --object-streams=disable "$file" - |
            LC_ALL=C awk -f tests/pdf/marked.awk | head -n 2)
    done < <(files_of "$1")
    report "all that the files of level $1 draw is marked" "$wrong"
}

# The checks of this part reject what is wrong, too.
check_checks() {
    local file

    file=$(files_of 1b | head -n 1)
    report 'the check of marks sees one that is missing' "$(
        qpdf --qdf --object-streams=disable "$file" - | LC_ALL=C sed \
            's/^.*BDC$//' | LC_ALL=C awk -f tests/pdf/marked.awk |
            grep -q 'outside of a mark' || echo 'it does not')"
    report 'the check of text sees a character that is missing' "$(
        ! diff <(model_of "$made/rare.model" '') <(text_of "$made/1b/rare/"*绩效自评.pdf |
            sed 5d) >/dev/null || echo 'it does not')"
}

for name in "${sets[@]}"; do
    make_set "$name" 1b 1b
    make_set "$name" 2a 2a
    check_text "$name" 1b
    check_text "$name" 2a
    check_first_page "$name"
done
check_turned
report 'rare characters are there to be copied' "$(
    text_of "$made/1b/rare/"*绩效自评.pdf | tr -d '\n' |
        grep -q 李喆堃𬱖䶮㸃 || echo 'they are not')"
report 'what stands in a widened line is found' "$(
    pdftotext "$made/1b/taojiang-hrss-2023/"*_附件3_*.pdf - |
        grep -qF '5326.31万元；失业保险基金收入1569.13万元，支出' ||
        echo 'it is not')"
make_set rare 1b again
report 'the same bytes again' "$(diff -r "$made/1b/rare" "$made/again/rare")"
for level in 1b 2a; do
    check_qpdf $level
    check_marks $level
done
check_checks

if verapdf_fetch &&
    java_fetch javax.xml.bind jaxb-api 2.3.1 &&
    java_fetch javax.activation javax.activation-api 1.2.0; then
    check_verapdf 1b 1b
    check_verapdf 2a 2a
    check_verapdf ua1 2a
    check_preflight 1b
    check_validators
else
    echo "skip validators: $java_why"
fi
exit $failed
