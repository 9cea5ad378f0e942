#!/usr/bin/env bash
# Make archives and look at them without the program: digests, grammar, ZIP,
# the printed record; and see that one is there whole or not at all.
#   tests/archive/archive.sh
set -u
cd "$(dirname "$0")/../.." || exit
jixiao=$(realpath "${JIXIAO:-build/jixiao}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh

clean=input/example-full-2024.json
filed=input/taojiang-hrss-2023.json

archives() {
    ends "$1" archive -o "$work/$2" "${@:3}"
}

# nothing FOLDER: the folder was not made, or is as empty as it was.
nothing() {
    [ ! -e "$work/$1" ] || [ -z "$(ls -A "$work/$1")" ]
}

# --- what is in it -----------------------------------------------------------

check 'a clean set is archived' archives 0 one --zip "$clean"
one=$work/one/example-full-2024

files_of() (
    cd "$1" && find . -type f -printf '%P\n' | LC_ALL=C sort
)

stated_of() {
    xmllint --xpath '//@path' "$1/manifest.xml" | sed 's/^ path="\(.*\)"$/\1/'
}

lists_all() {
    diff <({ stated_of "$1"; printf '%s\n' manifest.xml manifest.xml.sha256; } |
        LC_ALL=C sort) <(files_of "$1")
}

# states ATTRIBUTE PATH VALUE: what the manifest says of a file.
states() {
    [ "$(xmllint --xpath "string(//*[@path = '$2']/@$1)" \
        "$one/manifest.xml")" = "$3" ]
}

digests_hold() {
    local path

    while read -r path; do
        states sha256 "$path" "$(sha256sum <"$one/$path" | cut -c 1-64)" &&
            states sm3 "$path" "$(openssl dgst -sm3 -r <"$one/$path" |
                cut -c 1-64)" &&
            states size "$path" "$(stat -c %s "$one/$path")" || return
    done < <(stated_of "$one")
}

# proves ARCHIVE: the commands of README, in an archive.
proves() {
    (cd "$1" && sha256sum --quiet -c manifest.xml.sha256 files.sha256 &&
        { ! cksum -a sm3 /dev/null || cksum --quiet -c files.sm3; }) \
        >/dev/null 2>&1
}

lists_digests() {
    diff <(xmllint --xpath '//*[local-name() = "file"][@role != "digests"]/@path' \
        "$1/manifest.xml" | sed 's/^ path="\(.*\)"$/\1/') \
        <(cut -c 67- "$1/files.sha256") &&
        diff <(cut -c 67- "$1/files.sha256") \
            <(sed 's/^SM3 (\(.*\)) = [0-9a-f]\{64\}$/\1/' "$1/files.sm3")
}

registers() {
    [ "$(xmllint --xpath "string(//*[@name = '$1'])" \
        "$one/manifest.xml")" = "$2" ]
}

zip_is_folder() {
    mkdir "$work/unpacked"
    (cd "$work/unpacked" && python3 -c '
import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
assert all(each.compress_type == zipfile.ZIP_STORED
    and each.date_time == (1980, 1, 1, 0, 0, 0) for each in archive.infolist())
archive.extractall()' "$one.zip") && diff -r "$one" "$work/unpacked"
}

# As the system's own program unpacks it, names and rights.
zip_unpacks() {
    unzip -q "$one.zip" -d "$work/unzipped" &&
        diff -r "$one" "$work/unzipped" &&
        [ "$(stat -c %a "$work/unzipped/manifest.xml")" = 644 ]
}

zip_in_order() {
    diff <({ printf '%s\n' manifest.xml manifest.xml.sha256; stated_of "$one"; }) \
        <(python3 -c 'import sys, zipfile
print(*zipfile.ZipFile(sys.argv[1]).namelist(), sep="\n")' "$one.zip")
}

record_says() {
    pdftotext -raw "$one/备考表.pdf" - | tr -d '\n ' | grep -qF "$1"
}

check 'its manifest keeps to the grammar' xmllint --nonet --noout \
    --relaxng schemas/common/archive.rng "$one/manifest.xml"
check 'the manifest lists all files and no other' lists_all "$one"
check 'size and both digests of each file hold' digests_hold
check 'tools of the system prove every file' proves "$one"
check 'for each is in the lists' lists_digests "$one"
check 'README names the commands' grep -qF \
    'sha256sum -c manifest.xml.sha256 files.sha256' README.md
cp -r "$one" "$work/changed"
echo >>"$work/changed/备考表.pdf"
check 'and tell one that was changed' [ -z "$(
    proves "$work/changed" && echo whole)" ]
check 'the data is there as it was' cmp "$clean" \
    "$one/数据/example-full-2024.json"
check 'and what was made of it' diff \
    <("$jixiao" build --to=submission.xml "$clean" 2>/dev/null) \
    "$one/数据/submission.xml"
check 'and the page model' diff \
    <("$jixiao" build --to=document.xml "$clean" 2>/dev/null) \
    "$one/数据/document.xml"
check 'and what it was made with' diff -r schemas "$one/规则/schemas"
# Those of the editor make nothing of a set.
check 'stylesheets, too' diff -r -x edit stylesheets "$one/规则/stylesheets"
check 'the whole set is one file with its pages' states pages \
    '附件/2024_示例县示例局_部门整体支出绩效自评.pdf' \
    "$(pdfinfo "$one/附件/2024_示例县示例局_部门整体支出绩效自评.pdf" |
        awk '/^Pages/ { print $2 }')"
check 'an attachment is called what it is' states title \
    '附件/2024_示例县示例局_附件1_部门整体支出绩效评价基础数据表.pdf' \
    部门整体支出绩效评价基础数据表
check 'media types are told' states media-type 数据/submission.xml \
    application/xml
check 'the code follows from its parts' registers 档号 J012-WS·2024-D30-BGS-0007
check 'the unit is responsible' registers 责任者 示例县示例局
check 'the date is that of the filing' registers 日期 2025-04-18
check 'the year is registered' registers 年度 2024
check 'the pages are counted' registers 页数 "$(
    xmllint --xpath 'string(//*[@role = "set"]/@pages)' "$one/manifest.xml")"
check 'fonts have their digests' [ "$(xmllint \
    --xpath 'count(//*[local-name() = "font"])' "$one/manifest.xml")" -gt 2 ]
check 'the record has the code' record_says J012-WS·2024-D30-BGS-0007
check 'the record has the data file' record_says 数据/example-full-2024.json
check 'the record names the commands' record_says 'sha256sum-cfiles.sha256'
check 'the record counts what it was made with' record_says \
    "共$(find schemas stylesheets -type f ! -path '*/edit/*' | wc -l)个文件"
check 'the ZIP is the folder, stored, without times' zip_is_folder
check 'unzip unpacks it with its names' zip_unpacks
check 'the ZIP is in the order of the manifest' zip_in_order

check 'it is archived elsewhere' env -C "$work" "$jixiao" archive --zip \
    -o other "$PWD/$clean"
check 'the same set gives the same bytes' diff -r "$work/one" "$work/other"
check 'it is archived after another set' archives 2 two --as-filed "$filed" \
    "$clean"
check 'what came before does not show' diff -r "$one" \
    "$work/two/example-full-2024"

# --- errors that are open ----------------------------------------------------

check 'a set with open errors is refused' archives 2 refused --zip "$filed"
check 'and says how many' complains '错误 X060: 还有[1-9][0-9]*处'
check 'and writes nothing' nothing refused
as_filed=$work/two/taojiang-hrss-2023
check 'as filed it says so' [ "$(xmllint --xpath 'string(/*/@state)' \
    "$as_filed/manifest.xml")" = as-filed ]
check 'and lists each error' [ "$(xmllint \
    --xpath 'count(//*[local-name() = "finding"][@level = "error"])' \
    "$as_filed/manifest.xml")" = "$("$jixiao" check --report json "$filed" |
    jq '[.files[].findings[] | select(.level == "error" and (has("answer") | not))] | length')" ]
check 'on paper, too' grep -q 处错误没有改正 \
    <(pdftotext -raw "$as_filed/备考表.pdf" -)
check 'its manifest keeps to the grammar, too' xmllint --nonet --noout \
    --relaxng schemas/common/archive.rng "$as_filed/manifest.xml"
check 'and lists all of its files' lists_all "$as_filed"

# --- nothing is overwritten --------------------------------------------------

cp -r "$work/one" "$work/kept"
check 'an archive is not overwritten' archives 3 one --zip "$clean"
check 'and stays as it was' diff -r "$work/one" "$work/kept"
rm -r "$one"
check 'a run that was killed behind its ZIP is repeated' archives 0 one --zip \
    "$clean"
check 'and all is there as it would have been' diff -r "$work/one" "$work/kept"
rm -r "$one"
echo >>"$one.zip"
cp "$one.zip" "$work/other.zip"
check 'another ZIP of that name is not overwritten' archives 3 one --zip \
    "$clean"
check 'and says that it is there' complains ' X062: .*example-full-2024.zip'
check 'and stays as it was' cmp "$one.zip" "$work/other.zip"
check 'and nothing comes beside it' [ "$(ls -A "$work/one")" = \
    example-full-2024.zip ]
mkdir -p "$work/empty/example-full-2024"
check 'an empty folder may be filled' archives 0 empty "$clean"
mkdir -p "$work/stale/.jixiao-archive/below"
echo stale | tee "$work/stale/.jixiao-archive.zip" \
    >"$work/stale/.jixiao-archive/below/file"
check 'what a killed run has left goes' archives 0 stale "$clean"
check 'and nothing of it stays' [ "$(ls -A "$work/stale")" = \
    example-full-2024 ]

# --- what is added -----------------------------------------------------------

scans=$work/scans
mkdir -p "$scans/more"
# scan BYTES NAME...: files that begin like that, as printf has it.
scan() {
    local name

    for name in "${@:2}"; do
        # shellcheck disable=SC2059
        printf "$1\n" >"$scans/$name"
    done
}
scan '%%PDF-1.4' 签字页.pdf a:b.pdf scan.jpg note.txt $'new\nline.pdf' \
    $'bell\a.pdf' $'turned\u202Efdp.pdf'
scan '%%PDF-1.4\nother' more/签字页.pdf
scan 'II*\0' Page.tif more/page.TIF
scan '\x89PNG\r\n\x1A\n' scan.pdf scan.PNG
scan 'PK\x03\x04' scan.ofd form.docx form.png
scan 'no mark' cut.pdf list.txt list.unknown 'a (1) = b.txt'
: >"$scans/empty.pdf"
mkfifo "$scans/pipe.pdf"
check 'files are added' archives 0 added --add "$scans/签字页.pdf" \
    --add "$scans/Page.tif" "$clean"
check 'under their own names' cmp "$scans/签字页.pdf" \
    "$work/added/example-full-2024/补充/签字页.pdf"
check 'and in the manifest' lists_all "$work/added/example-full-2024"
check 'a file is known by its first bytes, in any case' archives 0 kinds \
    --add "$scans/scan.PNG" --add "$scans/scan.ofd" --add "$scans/form.docx" \
    --add "$scans/list.txt" --add "$scans/list.unknown" \
    --add "$scans/a (1) = b.txt" "$clean"
check 'tools of the system prove files of any name' proves \
    "$work/kinds/example-full-2024"
check 'what is added may be called like the manifest' archives 0 called \
    --add "$work/kept/example-full-2024/manifest.xml" "$clean"
check 'and stays apart from it' ends 0 verify \
    "$work/called/example-full-2024"

# adds_not STATUS FINDING NAME ARGUMENT...
adds_not() {
    check "$3 is refused" archives "$1" none "${@:4}" "$clean"
    check "$3 is a finding" complains " $2"
    check "$3 leaves nothing" nothing none
}
adds_not 3 X063 'one name twice' --add "$scans/签字页.pdf" \
    --add "$scans/more/签字页.pdf"
adds_not 3 X063 'one name in capital and small letters' \
    --add "$scans/Page.tif" --add "$scans/more/page.TIF"
adds_not 3 X064 'a name that Windows refuses' --add "$scans/a:b.pdf"
adds_not 3 X064 'a name in two lines' --add "$scans/"$'new\nline.pdf'
adds_not 3 X064 'a name with a control character' --add "$scans/"$'bell\a.pdf'
adds_not 3 X064 'a name that turns its direction' \
    --add "$scans/"$'turned\u202Efdp.pdf'
adds_not 3 X068 'an empty file' --add "$scans/empty.pdf"
adds_not 3 X068 'an empty device' --add /dev/null
adds_not 3 'X069: .*是 PNG' 'a picture called PDF' --add "$scans/scan.pdf"
adds_not 3 'X069: .*是 PDF' 'a PDF called picture' --add "$scans/scan.jpg"
adds_not 3 'X069: .*是 PDF' 'a PDF called text' --add "$scans/note.txt"
adds_not 3 'X069: .*是 ZIP' 'a document called picture' --add "$scans/form.png"
adds_not 3 X070 'a PDF that has no mark' --add "$scans/cut.pdf"
adds_not 4 X017 'a pipe that nobody writes to' --add "$scans/pipe.pdf"
adds_not 4 'X[0-9]*' 'a file that is not there' --add "$scans/none.pdf"
adds_not 4 'X[0-9]*' 'a folder' --add "$scans"
check 'an addition to several sets is refused' archives 3 none \
    --add "$scans/签字页.pdf" "$clean" "$filed"
check 'and says why' complains ' U040: '

cp "$clean" "$work/submission.xml"
check 'a data file called like another file is refused' archives 3 none \
    "$work/submission.xml"
check 'and says which' complains ' X063: .*数据/submission.xml'
check 'and leaves nothing' nothing none
cp "$clean" "$work/"$'two\nlines.json'
check 'a data file whose name verify would refuse is refused' archives 3 none \
    "$work/"$'two\nlines.json'
check 'and says why' complains ' X064: '
check 'and leaves nothing' nothing none

# --- what is replaced --------------------------------------------------------

# replaces FOLDER OLD: the digests in the manifest are those of the old one.
replaces() {
    [ "$(xmllint --xpath 'concat(//*/@name[parent::*[local-name() = "supersedes"]],
        " ", //*[local-name() = "supersedes"]/@sha256, " ",
        //*[local-name() = "supersedes"]/@sm3)' \
        "$work/$1/example-full-2024/manifest.xml")" = "example-full-2024 $(
        sha256sum <"$2" | cut -c 1-64) $(openssl dgst -sm3 -r <"$2" |
        cut -c 1-64)" ]
}

old=$work/kept/example-full-2024
check 'an archive replaces a folder' archives 0 newer --supersedes "$old" \
    "$clean"
check 'by the digests of its manifest' replaces newer "$old/manifest.xml"
check 'which keeps to the grammar' xmllint --nonet --noout \
    --relaxng schemas/common/archive.rng \
    "$work/newer/example-full-2024/manifest.xml"
check 'on paper, too' grep -qF "$(sha256sum <"$old/manifest.xml" |
    cut -c 1-64)" <(pdftotext -raw \
    "$work/newer/example-full-2024/备考表.pdf" - | tr -d '\n')
check 'an archive replaces a ZIP' archives 0 newest --supersedes "$old.zip" \
    "$clean"
check 'by the same digests' diff -r "$work/newer" "$work/newest"
check 'what is replaced may have replaced another' archives 0 third \
    --supersedes "$work/newer/example-full-2024" "$clean"
check 'and the last names the second' replaces third \
    "$work/newer/example-full-2024/manifest.xml"
check 'a chain of three is whole' ends 0 verify \
    "$work"/{kept,newer,third}/example-full-2024
check 'an archive does not replace itself' archives 3 third \
    --supersedes "$work/third/example-full-2024" "$clean"
check 'but says that it is there' complains ' X062: '

jq '.unit.name = "示例县别的局"' "$clean" >"$work/example-full-2024.json"
check 'another unit'"'"'s archive is replaced by none' archives 2 none \
    --supersedes "$old" "$work/example-full-2024.json"
check 'and says whose it is' complains \
    '错误 X071: .*是示例县示例局2024年度的，这一份是示例县别的局2024年度的'
check 'and leaves nothing' nothing none
check 'unless its name is what was corrected' archives 2 renamed --as-filed \
    --supersedes "$old" "$work/example-full-2024.json"
check 'which the archive tells' [ "$(xmllint --xpath \
    'concat(//*[local-name() = "supersedes"]/@unit, " ", //*[@code = "X071"]/@level, " ", /*/@state)' \
    "$work/renamed/example-full-2024/manifest.xml")" = \
    '示例县示例局 error as-filed' ]
mkdir "$work/later"
jq '.year += 1 | .filing.date = "2026-04-18" | del(.archive)' "$clean" \
    >"$work/later/example-full-2024.json"
"$jixiao" archive -o "$work/none" --as-filed "$work/later/example-full-2024.json" \
    >/dev/null 2>&1
mv "$work/none" "$work/of-2025"
adds_not 2 X071 "another year's archive" \
    --supersedes "$work/of-2025/example-full-2024"

rm "$old/附件/核对报告.pdf"
adds_not 3 'X066: .*另一份副本' 'to replace what lacks a file' \
    --supersedes "$old"
check 'and says which' complains ' K020: .*核对报告'
cp "$work/newer/example-full-2024/附件/核对报告.pdf" "$old/附件/"
echo >"$old/manifest.p7s"
adds_not 3 X066 'to replace what has a broken signature' --supersedes "$old"
rm "$old/manifest.p7s"
adds_not 4 X066 'to replace nothing' --supersedes "$work/none.zip"
mkdir "$work/hollow"
adds_not 3 X066 'to replace what is no archive' --supersedes "$work/hollow"
sed -i 's/2024年度/2025年度/' "$old/manifest.xml"
adds_not 3 X066 'to replace what was changed' --supersedes "$old"

# --- last year, other rules, other folders -----------------------------------

mkdir "$work/last"
jq '.year -= 1 | .filing.date = "2024-04-18" | del(.archive)' "$clean" \
    >"$work/last/data.json"
"$jixiao" archive -o "$work/previous" --as-filed \
    --previous "$work/last/data.json" --disable A12 --level C09=hint \
    --pdf-level 2a "$clean" >/dev/null 2>&1
previous=$work/previous/example-full-2024
check 'last year is there as it was' cmp "$work/last/data.json" \
    "$previous/数据/上年/data.json"
check 'options are told' [ "$(xmllint --xpath \
    'concat(//*/@pdf-level, " ", //*[@disabled]/@rule, " ", //*[local-name() = "change"]/@level)' \
    "$previous/manifest.xml")" = '2a A12 hint' ]
check 'and keep to the grammar' xmllint --nonet --noout \
    --relaxng schemas/common/archive.rng "$previous/manifest.xml"

mkdir "$work/own"
cp -r schemas stylesheets "$work/own"
echo '<!-- own -->' >>"$work/own/stylesheets/hunan-county-2023/report.xsl"
echo own >"$work/own/schemas/common/notes.txt"
touch "$work/own/schemas/.hidden" "$work/own/schemas/common/language.xml~"
check 'with stylesheets of the user' archives 0 own --data-dir "$work/own" \
    "$clean"
rm "$work/own/schemas/.hidden" "$work/own/schemas/common/language.xml~"
check 'these are in it' diff -r "$work/own/schemas" \
    "$work/own/example-full-2024/规则/schemas"
check 'all of them' diff -r -x edit "$work/own/stylesheets" \
    "$work/own/example-full-2024/规则/stylesheets"
check 'and make the same again' archives 0 again \
    --data-dir "$work/own/example-full-2024/规则" "$clean"
check 'byte by byte' diff -r "$work/own/example-full-2024" \
    "$work/again/example-full-2024"

# dated DATE ARCHIVE: every PDF file of it.
dated() {
    local file

    while read -r file; do
        [ "$(TZ=UTC0 pdfinfo -isodates "$file" |
            sed -n 's/^CreationDate: *\(.*\)T.*/\1/p')" = "$1" ] || return
    done < <(find "$2" -name '*.pdf')
}
check 'files have the date of the filing' dated 2025-04-18 \
    "$work/again/example-full-2024"
jq '.archive.date = "2025-04-20"' "$clean" >"$work/dated.json"
check 'or another one that is registered' archives 0 dated "$work/dated.json"
check 'all of them' dated 2025-04-20 "$work/dated/dated"
jq 'del(.filing.date, .archive)' "$clean" >"$work/undated.json"
"$jixiao" archive -o "$work/undated" --as-filed "$work/undated.json" \
    >/dev/null 2>&1
check 'or none' dated '' "$work/undated/undated"

jq 'del(.archive)' "$clean" >"$work/plain.json"
check 'nothing registered is but a hint' archives 0 plain "$work/plain.json"
check 'that names what is blank' complains '提示 X065: .*全宗号、.*保管期限'

jq '.archive.title = "甲שלום乙"' "$clean" >"$work/odd.json"
check 'what no page can show is refused' archives 2 odd "$work/odd.json"
check 'with its place, also where the record alone shows it' complains \
    'odd.json:[0-9]+:[0-9]+: .*X047: .*שלום.*\[/archive/title\]'
check 'and leaves nothing' nothing odd

# --- what cannot be written --------------------------------------------------

with_full_disk() (
    trap '' XFSZ
    ulimit -f 64
    archives 4 full --zip "$clean"
)

: >"$work/file"
check 'a file in the way is a fault' archives 4 file "$clean"
check 'a full disk is a fault' with_full_disk
check 'and says so' complains ' X02[45]: '
check 'and leaves nothing' nothing full
if [ "$(id -u)" -ne 0 ]; then
    mkdir -m 555 "$work/closed"
    check 'a folder without the right to write is a fault' archives 4 closed \
        "$clean"
    check 'and stays empty' nothing closed
fi
exit $failed
