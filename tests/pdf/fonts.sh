#!/usr/bin/env bash
# Fonts as a user meets them: files that are none, folders that are not there,
# and what is said where another font stands in.
#   tests/pdf/fonts.sh
set -u
cd "$(dirname "$0")/../.." || exit
jixiao=${JIXIAO:-build/jixiao}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh
data=input/smallest.json

# draws STATUS OPTION...: one attachment in an empty folder.
draws() {
    rm -rf "$work/set"
    ends "$1" build --format pdf --only 附件1 -o "$work/set" "${@:2}" "$data"
}

has_pdf() {
    compgen -G "$work/set/*/*.pdf" >"$work/files"
}

has_none() {
    ! has_pdf
}

# usual FILE: a font that build.sh has installed.
usual() {
    find build/fonts /usr/share/fonts /usr/local/share/fonts -name "$1" \
        2>/dev/null | sort | head -n 1
}

# spoil FILE TABLE: the name of a table in the directory is another.
spoil() {
    LC_ALL=C sed "0,/$2/s//xxxx/" "$1"
}

latin=$(usual LiberationSerif-Regular.ttf)
outlines=$(usual FandolFang-Regular.otf)
if [ -z "$latin" ] || [ -z "$outlines" ]; then
    echo 'skip fonts: build.sh has not installed them here'
    exit
fi

check 'an attachment is drawn' draws 2
cp "$work"/set/*/*附件1*.pdf "$work/usual.pdf"

check 'a folder of fonts that is not there is said' \
    draws 4 --font-dir "$work/nowhere"
check 'with its name' complains "X046: .*$work/nowhere"
check 'and nothing is drawn' has_none
: >"$work/file"
check 'so is one that is a file' draws 4 --font-dir "$work/file"
mkdir "$work/empty"
check 'an empty folder changes nothing' draws 2 --font-dir "$work/empty"
check 'not a byte' cmp -s "$work/usual.pdf" "$work"/set/*/*附件1*.pdf

# Each under the name of the official file, which is looked for first.
mkdir "$work"/{none,text,cut,short,cmap,glyf,cff,closed}
: >"$work/none/times.ttf"
echo 'no font' >"$work/text/times.ttf"
head -c 3000 "$latin" >"$work/cut/times.ttf"
head -c 11 "$latin" >"$work/short/times.ttf"
spoil "$latin" cmap >"$work/cmap/times.ttf"
spoil "$latin" glyf >"$work/glyf/times.ttf"
spoil "$outlines" 'CFF ' >"$work/cff/times.ttf"
for kind in none text cut short cmap glyf cff; do
    check "a font that is broken is said: $kind" \
        draws 2 --font-dir "$work/$kind"
    check "with its file: $kind" complains "X056: .*$work/$kind/times.ttf"
    check "and the next one draws: $kind" \
        cmp -s "$work/usual.pdf" "$work"/set/*/*附件1*.pdf
done

# damage FILE TABLE HOW: the file ends in a table, or the table has but zeros or
# ones.
damage() {
    node -e '
        const fs = require("node:fs");
        const [name, table, how] = process.argv.slice(1);
        const font = fs.readFileSync(name);
        const entry = font.indexOf(table);
        const at = font.readUInt32BE(entry + 8);
        const end = at + font.readUInt32BE(entry + 12);
        if (how !== "cut")
            font.fill(how === "zero" ? 0 : 0xff, at, end);
        process.stdout.write(how === "cut"
            ? font.subarray(0, (at + end) >> 1) : font);
    ' "$@"
}
for table in head hhea hmtx maxp cmap loca glyf 'CFF '; do
    font=$latin name=times.ttf
    [ "$table" != 'CFF ' ] || font=$outlines name=simfang.ttf
    for how in cut zero junk; do
        rm -rf "$work/damaged"
        mkdir "$work/damaged"
        damage "$font" "$table" $how >"$work/damaged/$name"
        check "a damaged table does no harm: $table, $how" \
            draws 2 --font-dir "$work/damaged"
        check "and is said: $table, $how" complains "X056: .*/damaged/$name"
        check "and the next font draws: $table, $how" \
            cmp -s "$work/usual.pdf" "$work"/set/*/*附件1*.pdf
    done
done

# fsType 2 of the table OS/2, its 9th and 10th byte.
node -e '
    const fs = require("node:fs");
    const font = fs.readFileSync(process.argv[1]);
    const entry = font.indexOf("OS/2");
    font.writeUInt16BE(2, font.readUInt32BE(entry + 8) + 8);
    fs.writeFileSync(process.argv[2], font);
' "$latin" "$work/closed/times.ttf"
check 'a font that may not be embedded is not' \
    draws 2 --font-dir "$work/closed"
check 'which is said' complains "X057: .*$work/closed/times.ttf"

mkdir "$work/given"
cp "$latin" "$work/given/times.ttf"
check 'the official file is taken' draws 2 --font-dir "$work/given"
check 'and nothing stands in for it' \
    eval '! complains "X050: .*Times New Roman"'
check 'a stand-in is told once' [ "$(grep -c 'X050: ' "$work/err")" = 1 ]

# What the pages of a set show is in its report on pages, whatever was built
# before it; the reports that have no pages say nothing of it.
jq '.filing.preparer = "李喆堃"' "$data" >"$work/rare.json"
jq '.explanations[0].reason = "见镕昇的说明"' input/example-full-2024.json \
    >"$work/answer.json"

# reports NAME WORDS: on paper.
reports() {
    pdftotext -raw "$work/both/$1/核对报告.pdf" - | tr -d '\n ' | grep -qF "$2"
}

ends 2 build -o "$work/both" "$work"/{rare,answer}.json
check 'each set is told what stands in' \
    [ "$(grep -c ' X050: ' "$work/err")" = 2 ]
for name in rare answer; do
    ends 2 build -o "$work/apart" "$work/$name.json"
    check "as one that is built alone: $name" \
        diff -qr "$work/both/$name" "$work/apart/$name"
    check "and its report says so: $name" reports $name '代替：TimesNewRoman'
    ends 2 build --format html,docx -o "$work/plain" "$work/$name.json"
    check "but on pages alone: $name" \
        diff -qr -x '*.pdf' -x manifest.json -x index.html \
        "$work/both/$name" "$work/plain/$name"
done
check 'it says which characters come from elsewhere' \
    reports rare '没有“喆堃”'
check 'those of its own pages, too' reports answer '没有“镕昇”'
check 'with their place' reports answer /explanations/0/reason

check 'with strict fonts it is an error' draws 2 --strict-fonts
check 'which is said as one' complains '错误 X052: .*方正小标宋简体'
check 'and nothing is drawn with it' has_none

check 'without HarfBuzz nothing is drawn' \
    without libharfbuzz-subset.so.0 draws 4
check 'which is said with its name' complains 'X072: .*libharfbuzz-subset'
check 'and nothing is written' has_none
check 'and the other formats need none' \
    without libharfbuzz-subset.so.0 ends 2 build --format html,docx \
    -o "$work/set" "$data"

# A machine without fonts: names that no file has.
mkdir "$work/data"
cp -r schemas stylesheets "$work/data"
sed -i 's/file="[^"]*"/file="nowhere.ttf"/' \
    "$work/data/stylesheets/common/typography.xml"
check 'without any font nothing is drawn' draws 4 --data-dir "$work/data"
check 'which says what to do' complains 'X055: .*build.sh.*--font-dir'
check 'and the other formats need none' ends 2 build --format html,docx \
    --data-dir "$work/data" -o "$work/set" "$data"
exit $failed
