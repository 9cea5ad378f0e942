#!/usr/bin/env bash
# Make OFD files of every data file under input/, and of one with rare
# characters in its names, and check them: sums, the same bytes again, and as
# OFDRW reads them the text, the outline, and each page beside the PDF's.
#   tests/ofd/ofd.sh
set -u
cd "$(dirname "$0")/../.." || exit
jixiao=${JIXIAO:-build/jixiao}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
. tests/checks.sh
. tests/pdf/java.sh
. tests/pdf/text.sh

make_data
mkdir "$made/classes"
mapfile -t sets < <(basename -s .json -- "$made"/data/*.json)

# make_set NAME FOLDER
make_set() {
    "$jixiao" build "$made/data/$1.json" --format pdf,ofd -o "$made/$2" \
        >"$made/said" 2>&1
    report "$1 has OFD files" "$(
        [ "$(find "$made/$2/$1" -name '*.ofd' | wc -l)" -gt 1 ] ||
            tail -n 2 "$made/said")"
}

# The file of the whole set.
whole_of() {
    find "$made/all/$1" -name '*绩效自评.ofd'
}

check_sums() {
    local file wrong=

    for file in "$made/all/$1"/*.ofd; do
        rm -rf "$made/parts"
        unzip -q -d "$made/parts" "$file" || wrong+="$file: no ZIP"$'\n'
        wrong+=$(cd "$made/parts" &&
            sha256sum -c --quiet Doc_0/Attachs/SHA256SUMS 2>&1
            cd "$made/parts" && find . -type f ! -name SHA256SUMS |
            wc -l | diff - <(wc -l <Doc_0/Attachs/SHA256SUMS)
            find "$made/parts" -name '*.xml' -exec xmllint --noout {} + 2>&1)
    done
    report "$1 has files whose parts are as their sums say" "$wrong"
}

# --- as OFDRW reads them -----------------------------------------------------

read_ofd() {
    java -cp "$made/classes:$java_jars/ofdrw-converter/*" Check "$@" \
        2>"$made/errors" || tail -n 3 "$made/errors"
}

a_character_a_line() {
    sed 's/[[:space:]　]//g' | tr -d '\n' | grep -o .
}

text_of_ofd() {
    read_ofd text "$1" | a_character_a_line
}

# check_text NAME
check_text() {
    report "$1 as OFD has the text of its page model" "$(
        texts_differ "$1" "$made/all/$1" ofd text_of_ofd)"
}

# check_outline NAME: as the PDF's, each title with its level.
check_outline() {
    local file

    file=$(whole_of "$1")
    report "$1 as OFD has the outline of its PDF" "$(
        diff <(qpdf --json --json-key=outlines "${file%.ofd}.pdf" |
            jq -r 'def walk_down(n): .[] | "\(n) \(.title)",
                (.kids | walk_down(n + 1)); .outlines | walk_down(1)') \
            <(read_ofd facts "$file" | grep '^[0-9]') | head -n 5)"
}

# draw_pdf NAME: a picture of each page, five pixels a millimetre.
draw_pdf() {
    local file

    file=$(whole_of "$1")
    rm -rf "$made/pictures"
    mkdir "$made/pictures"
    pdftoppm -r 127 -gray -png "${file%.ofd}.pdf" "$made/pictures/page"
}

check_pictures() {
    draw_pdf "$1"
    report "$1 as OFD looks like its PDF" "$(
        read_ofd pictures "$(whole_of "$1")" "$made/pictures")"
}

# The comparison sees a line that is shifted and one that is missing, and the
# reader a page that is cut short.
check_checks() {
    local how

    draw_pdf smallest
    for how in shift lose cut; do
        read_ofd $how "$(whole_of smallest)" "$made/$how.ofd"
        report "a file with a page to $how is rejected" "$(
            read_ofd pictures "$made/$how.ofd" "$made/pictures" |
                grep -q . || echo 'it is not')"
    done
    text_of_ofd "$made/shift.ofd" >"$made/wanted"
    report 'the check of text sees a character that is missing' "$(
        ! text_of_ofd "$(whole_of smallest)" | sed 5d | diff -q "$made/wanted" - >/dev/null || echo 'it does not')"
}

for name in "${sets[@]}"; do
    make_set "$name" all
    check_sums "$name"
done
make_set rare again
report 'the same bytes again' "$(diff -r "$made/all/rare" "$made/again/rare")"

command -v javac >/dev/null || java_why='there is no javac'
if [ -z "$java_why" ] && java_fetch_all org.ofdrw ofdrw-converter 2.3.6; then
    report 'what reads OFD compiles' "$(javac -d "$made/classes" \
        -cp "$java_jars/ofdrw-converter/*" tests/ofd/Check.java 2>&1)"
    for name in "${sets[@]}"; do
        check_text "$name"
        check_outline "$name"
        check_pictures "$name"
    done
    check_checks
else
    echo "skip reader: $java_why"
fi
exit $failed
