# shellcheck shell=bash
# Sourced by parts that compare what is in paged files with the page model.
# `made`, the folder that they work in, is theirs.
# shellcheck disable=SC2154

# text_of FILE: a character a line, in the order of the structure.
text_of() {
    pdfinfo -struct-text "$1" | sed -n 's/^ *"\(.*\)"$/\1/p' |
        sed 's/[[:space:]　]//g' | tr -d '\n' | grep -o .
}

# model_of MODEL ID: likewise of a page model, or of one attachment in it.
model_of() {
    xsltproc --nonet --stringparam only "$2" tests/word/text.xsl "$1" |
        grep -o .
}

# make_data: the data files that paged files are made of, as $made/data/*.json:
# those under input/, one with rare characters in its names, and one whose long
# reasons turn the pages of its tables.
make_data() {
    mkdir "$made/data"
    cp input/*.json "$made/data"
    jq '(.. | objects | select(has("preparer")).preparer) = "李喆堃𬱖䶮㸃"' \
        input/taojiang-hrss-2023.json >"$made/data/rare.json"
    jq '(.department, .projects[0]).indicators.output.quantity[0].deviation =
        ([range(14) | "第\(.)项原因写在这里，"] | add)' \
        input/example-full-2024.json >"$made/data/turned.json"
}

# texts_differ NAME FOLDER ENDING READER: what of the set's files, the whole and
# each attachment, is not the text of its page model; READER prints a file's, a
# character a line.
texts_differ() {
    local file id

    "${jixiao:?}" build "$made/data/$1.json" --to document.xml \
        >"$made/$1.model" 2>/dev/null
    for file in "$2"/*自评*."$3" "$2"/*报告*."$3"; do
        [[ $file != */核对报告."$3" ]] || continue
        id=
        [[ ! ${file##*/} =~ _(附件[0-9-]+)_ ]] || id=${BASH_REMATCH[1]}
        diff <(model_of "$made/$1.model" "$id") <("$4" "$file") |
            head -n 20 | tr -d '\n'
    done
}
