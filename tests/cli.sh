#!/usr/bin/env bash
# The command line: verbs, options, exit statuses, and the same bytes always.
set -u
cd "$(dirname "$0")/.." || exit
jixiao=$(realpath "${JIXIAO:-build/jixiao}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh

valid=input/smallest.json
full=input/example-full-2024.json
filed=input/taojiang-hrss-2023.json

is_same() {
    [ -s "$1" ] && diff "$1" "$2"
}

# --- usage ---------------------------------------------------------------
check '--help ends with 0' ends 0 --help
for verb in build check new next rules explain schema; do
    ends 0 --help
    check "--help names $verb" says "jixiao $verb"
    check "$verb --help ends with 0" ends 0 $verb --help
    check "$verb --help names its use" says "jixiao $verb"
    check "$verb --lang en --help is English" ends 0 $verb --lang en --help
done
check '--version ends with 0' ends 0 --version
check '--version is one line with a number' says '^jixiao [0-9]+\.[0-9]'
check 'no verb is wrong usage' ends 3
check 'an unknown verb is wrong usage' ends 3 biuld "$valid"
check 'an unknown verb has the nearest named' complains 'build'
check 'an unknown option is wrong usage' ends 3 build --fromat html "$valid"
ends 3 build -x.json
check 'a word that is none is told once, and how to write a file' \
    [ "$(grep -c '' "$work/err") $(grep -cF ' ./-x.json' "$work/err")" = '1 1' ]
check 'an unknown format is wrong usage' ends 3 build --format odt "$valid"
check 'no file is wrong usage' ends 3 build
check 'an unknown language is wrong usage' ends 3 check --lang fr "$valid"
check 'an empty output folder is wrong usage' ends 3 build -o '' "$valid"
check 'an empty list is wrong usage' ends 3 build --only '' "$valid"
check 'a stage of two files is wrong usage' \
    ends 3 build --to=document.xml "$valid" "$full"
check 'a part of submission.xml is wrong usage' \
    ends 3 build --to=submission.xml --only 附件1 "$valid"
check 'an unknown stage is wrong usage' ends 3 build --to=page.xml "$valid"
check 'an attachment that is not there is said' \
    ends 3 build --only 附件9 -o "$work/none" "$valid"

# --- exit statuses -------------------------------------------------------
check 'a clean file ends with 0' ends 0 check "$full"
check 'what was filed has errors' ends 2 check "$filed"
check 'several files end with the worst' ends 2 check "$full" "$filed"
check 'a missing file is a fault of the system' ends 4 check "$work/none.json"

fails_aloud() {
    "$jixiao" "$@" >/dev/full 2>"$work/err"
    [ $? -eq 4 ] && complains '^系统 X030: '
}
for verb in check 'check -j 1' 'build --to=document.xml'; do
    # shellcheck disable=SC2086
    check "$verb to a full disk is a fault of the system" \
        fails_aloud $verb "$valid"
done

# A stream that is closed gets no file of ours, with what is printed in it.
"$jixiao" build -j 2 --format html -o "$work/closed" "$valid" "$full" \
    <&- >&- 2>&-
check 'closed streams are a fault of the system' [ $? -eq 4 ]
"$jixiao" build --format html -o "$work/open" "$valid" "$full" >"$work/out" 2>&1
check 'what is written is as with open ones' \
    diff -r "$work/closed" "$work/open"

# --- languages -----------------------------------------------------------
ends 2 check "$filed"
cat "$work/out" "$work/err" >"$work/both"
check 'findings are Chinese' grep -q '错误' "$work/both"
ends 2 check --lang en "$filed"
cat "$work/out" "$work/err" >"$work/both"
check 'findings are English with --lang en' grep -q ': error ' "$work/both"

# --- schema --------------------------------------------------------------
is_schema() {
    jq -e '.title | length > 0' "$work/out" >/dev/null
}

check 'schema ends with 0' ends 0 schema
check 'schema prints JSON' is_schema
check 'schema --markdown ends with 0' ends 0 schema --markdown
check 'schema --markdown has a table' says '^\|'

# --- rules -----------------------------------------------------------------
# Titles begin at one column of the terminal, where Han takes two.
is_aligned() {
    ! sed 's/[^ -~]/xx/g' "$work/out" | grep -vqE '^.{4}  .{4}  .{8}  [^ ]'
}

check 'rules ends with 0' ends 0 rules
check 'rules lists them in columns' is_aligned
check 'rules has a check' says '^A12 +警告 +检查 .* ceiling=120'
check 'rules has what cannot occur' says '^A20 .*不会发生'
check 'rules has what cannot be decided' says '不能判断'
check 'rules takes an edition' ends 0 rules hunan-county-2023
check 'rules of no edition is wrong usage' ends 3 rules nowhere-1999
check 'the editions that there are follow' complains 'U015.*hunan-county-2023'
check 'rules --lang en ends with 0' ends 0 rules --lang en
check 'rules --lang en is English' says '^A12 +warning +check '
check 'rules --markdown ends with 0' ends 0 rules --markdown
check 'rules --markdown has a table' says '^\| A12 \| 警告 \|'
check 'rules takes changes' ends 0 rules --disable A11 --level A12=hint \
    --param A12.ceiling=150
check 'rules shows a rule that is left out' says '^A11 +不查'
check 'rules shows levels and values as they are changed' \
    says '^A12 +提示 .* ceiling=150'

every_code_is_explained() {
    local code

    "$jixiao" rules | while read -r code _; do
        "$jixiao" explain "$code" >"$work/out" || return 1
        says "^$code  " && says '^依据：' || return 1
    done
}
check 'explain explains every rule' every_code_is_explained
check 'explain ends with 0' ends 0 explain A12
check 'explain tells parameters' says 'ceiling = 120'
check 'explain tells an example that fails' says '^不符合的数据'
check 'explain tells what changes the rule' says '--param A12.ceiling='
check 'explain says why a rule has no check' ends 0 explain A20
check 'explain gives the reason' says '^原因：'
check 'explain knows the codes of the program' ends 0 explain S012
check 'explain prints their sentence' says '^S012  '
check 'explain --lang en ends with 0' ends 0 explain A12 --lang en
check 'explain --lang en is English' says '^basis: '
check 'explain of no code is wrong usage' ends 3 explain
check 'explain of an unknown code is wrong usage' ends 3 explain A12x
check 'explain names the nearest code' complains 'U024.*最接近的是 A12'
check 'explain of no code at all is wrong usage' ends 3 explain nothing-like-it
check 'explain names what lists the codes' complains 'U025.*jixiao rules'

has_code() {
    grep -q "^[^ ]* $1 $2: " "$work/out"
}

has_no_code() {
    ! grep -q " $1: " "$work/out"
}

ends 2 check "$filed"
check 'a rule finds what it should' has_code 警告 A11
check '--level changes a level' ends 2 check --level A11=error "$filed"
check '--level shows in the findings' has_code 错误 A11
check '--disable leaves a rule out' ends 2 check --disable A11,N01 "$filed"
check '--disable shows in the findings' has_no_code A11
check '--disable takes formulas, too' has_no_code N01
check '--param changes a rule' \
    ends 2 check --param A16.ceiling=100000 "$filed"
check '--param shows in the findings' has_no_code A16
check 'build takes changes, too' \
    ends 2 build -o "$work/changed" --disable A11 "$filed"
check 'a rule that is not there is wrong usage' \
    ends 3 build -o "$work/none" --disable Z99 "$full" "$filed"
check 'it is said once, on the error stream' \
    [ "$(grep -c 'U01[89]' "$work/err")" = 1 ]
check 'nothing is written then' [ ! -e "$work/none" ]
check 'a level that is not there is wrong usage' \
    ends 3 check --level A11=fatal "$full"
check 'a parameter that is not there is wrong usage' \
    ends 3 check --param A16.floor=1 "$full"
check 'a rule without a check cannot be changed' \
    ends 3 check --level A20=hint "$full"
check 'that is said' complains 'U020'
check 'a code of the program cannot be changed' \
    ends 3 check --disable S001 "$full"
check 'that is said, too' complains 'U023.*程序本身'
check 'all faults are said at once' ends 3 check \
    --disable Z99,S001 --param A16.floor=1 "$full"
check 'each in its line' [ "$(wc -l <"$work/err")" = 3 ]

# --- the check report, and marks ------------------------------------------
# has TEXT FILE...: one of the files has it.
has() {
    grep -q -- "$1" "${@:2}"
}

has_not() {
    ! has "$@"
}

ends 2 build -o "$work/marked" --only 附件1 --disable A11 --level A16=error \
    "$filed"
set=$(echo "$work"/marked/*)
check 'a part of a set has its check report' [ -s "$set/核对报告.html" ]
check 'it is a Word file, too' [ -s "$set/核对报告.docx" ]
check 'the report tells what was changed' \
    has '停用，未核对.*级别改为错误（原为警告）' "$set/核对报告.html"
check 'the index page links the report' \
    has 'href="%E6%A0%B8%E5%AF%B9%E6%8A%A5%E5%91%8A.html"' "$set/index.html"
check 'what was found is marked' has '<mark ' "$set"/*附件1*.html
check '--clean is taken' ends 2 build -o "$work/marked" --clean "$filed"
check '--clean leaves marks out' has_not '<mark ' "$set"/*.html
check '--clean leaves the report in' has '<h3' "$set/核对报告.html"
check 'attachments that the first page has no room for share rows' \
    has '项目支出绩效报告（3份）' "$set/核对报告.html"
node -e 'const data = JSON.parse(require("fs").readFileSync(0));
    data.projects.pop();
    console.log(JSON.stringify(data));' <"$filed" >"$work/two.json"
ends 2 build -o "$work/few" "$work/two.json"
check 'few attachments have a row each' \
    has_not '项目支出绩效报告（[0-9]*份）' "$work"/few/*/核对报告.html
ends 0 build -o "$work/many" --only 附件4,附件5 "$full"
check 'many of a kind share a row on the first page' \
    has '项目支出绩效报告（5份）' "$work"/many/*/核对报告.html
check '--clean is of build alone' ends 3 check --clean "$filed"

# --- last year ---------------------------------------------------------------
mkdir "$work/last"
this=$work/this.json last=$work/last/this.json
year() {
    printf '{ "edition": "hunan-county-2023", "year": %s, "county": "甲县",
  "unit": { "name": "甲县某局" },
  "training": { %s } }\n' "$1" "$2"
}
year 2024 '"previous_final": 30200' >"$this"
year 2023 '"final": 30100' >"$last"
ends 2 check "$this"
check 'without last year nothing is compared' has_no_code A21
check '--previous takes a file' ends 2 check --previous "$last" "$this"
check 'it is compared with' has_code 警告 A21
check '--previous takes a folder' ends 2 check --previous "$work/last" "$this"
check 'the file of the same name is compared with' has_code 警告 A21
# --- lines of last year ------------------------------------------------------
lines() {
    printf '{ "edition": "hunan-county-2023", "year": %s, "county": "甲县",
  "unit": { "name": "甲县某局" }, "expenditure": { "projects": { "%s": [
    { "name": "%s", "previous_final": %s, "initial_budget": 5, "final": %s }
  ] } } }\n' "$@"
}
lines 2023 other 治理经费 4 5 >"$work/line.json"
lines 2024 other 治理经费 5 6 >"$work/kept.json"
lines 2024 provincial 治理经费 5 6 >"$work/moved.json"
lines 2024 other 养护经费 0 6 >"$work/dropped.json"
lines 2023 other 治理经费 4 0 >"$work/nothing.json"
ends 2 check --previous "$work/line.json" "$work/kept.json"
check 'a line that is still there is not asked for' has_no_code A21
ends 2 check --previous "$work/line.json" "$work/dropped.json"
check 'one that is not is' says 'A21: .*“治理经费”（决算数5万元）没有列出'
ends 2 check --previous "$work/line.json" "$work/moved.json"
check 'nor one that moved to other lines' has_no_code A21
ends 2 check --previous "$work/nothing.json" "$work/dropped.json"
check 'but no line without an amount' has_no_code A21

# --- last year, for other verbs and in other places --------------------------
check 'build compares, too' \
    ends 2 build -o "$work/compared" --previous "$last" "$this"
check 'a folder may lack a file' ends 0 check --previous "$work/last" "$full"
check 'that is a hint' has_code 提示 X016
check 'last year of another year is an error' \
    ends 2 check --previous "$this" "$this"
check 'its year is said' says "^$this:1:.* A21b: .*2024年"
check 'it is compared with no further' has_no_code A21
echo '{' >"$last"
check 'faults of last year are those of its file' \
    ends 2 check --previous "$last" "$this"
check 'they have its name' says "^$last:2:1: 错误 J016"
check 'this year is checked all the same' says "^$this:"
check 'a missing file of last year is a fault of the system' \
    ends 4 check --previous "$work/none.json" "$full"

# --- data-dir ------------------------------------------------------------
mkdir "$work/data"
cp -r schemas stylesheets "$work/data/"
ends 0 build --to=document.xml "$full" && cp "$work/out" "$work/built-in.xml"
check '--data-dir takes a folder' \
    ends 0 build --data-dir "$work/data" --to=document.xml "$full"
check '--data-dir with the same files makes the same' \
    cmp "$work/out" "$work/built-in.xml"
sed -i '/mode="base-data.content">/a <xsl:message terminate="yes">附件1\
    is laid out</xsl:message>' \
    "$work/data/stylesheets/hunan-county-2023/base-data.xsl"
check 'what an attachment stops at stops the whole set' \
    ends 4 build --data-dir "$work/data" --to=document.xml "$full"
check 'it stops no other attachment, of which alone it is laid out' \
    ends 0 build --data-dir "$work/data" --to=document.xml \
    --only 附件4-1,附件5 "$full"
cp "$work/out" "$work/part.xml"
ends 0 build --to=document.xml --only 附件4-1,附件5 "$full"
check 'it is what is laid out of the whole set' cmp "$work/out" "$work/part.xml"
check 'an attachment with that fault is not laid out to be told from others' \
    ends 0 check --data-dir "$work/data" --only 附件4 "$full"
echo x >>"$work/data/schemas/hunan-county-2023/report.schema.json"
check 'a broken schema in --data-dir is a fault of the system' \
    ends 4 check --data-dir "$work/data" "$full"
check 'an empty --data-dir is a fault of the system' \
    ends 4 build --data-dir "$work" --to=document.xml "$full"

rm -rf "$work/data"
mkdir "$work/data"
cp -r schemas stylesheets "$work/data/"
rm "$work/data/schemas/hunan-county-2023/rules.xml"
mkfifo "$work/data/schemas/hunan-county-2023/rules.xml"
check 'a pipe in --data-dir is a fault of the system, and not waited for' \
    ends 4 check --data-dir "$work/data" "$full"
check 'it is named' says 'V001.*rules\.xml'

# --- verify --------------------------------------------------------------
# With a grammar that nothing keeps to --verify must speak, and only then.
wrong_grammar() {
    rm -rf "$work/data"
    mkdir "$work/data"
    cp -r schemas stylesheets "$work/data/"
    sed -i "s/<element name=\"$2\">/<element name=\"other\">/" \
        "$work/data/schemas/common/$1.rng"
}
for stage in submission:submission document:documents set:set; do
    wrong_grammar "${stage%:*}" "${stage#*:}"
    check "without --verify nobody looks at ${stage%:*}.rng" \
        ends 0 build --data-dir "$work/data" -o "$work/unverified" "$full"
    check "--verify holds the data against ${stage%:*}.rng" \
        ends 4 build --verify --data-dir "$work/data" -o "$work/unverified" \
        "$full"
    check "that says where it differs from ${stage%:*}.rng" \
        complains "V009.*${stage%:*}\\.rng"
done
check '--verify of what is right says nothing' ends 0 check --verify "$full"

# --- what is written -----------------------------------------------------
mkdir "$work/a" "$work/b"
cp "$full" "$work/a/d.json"
cp "$full" "$work/b/d.json"
cp "$full" "$work/b/d.txt"
names_are() {
    [ "$(cd "$work/named" && printf '%s ' *)" = "$1 " ]
}
check 'two files of one name are two sets' \
    ends 0 build -o "$work/named" "$work/a/d.json" "$work/b/d.json"
check 'named after the folders of the files' names_are 'd（a） d（b）'
check 'in whatever order' \
    ends 0 build -o "$work/named" "$work/b/d.json" "$work/a/d.json"
check 'the names are the same' names_are 'd（a） d（b）'
check 'and nothing has changed' says '未变'
check 'one alone has its own name' \
    ends 0 build -o "$work/named" "$work/a/d.json"
check 'as ever' names_are 'd d（a） d（b）'
check 'a file that is named twice is wrong usage' \
    ends 3 build -o "$work/none" "$work/a/d.json" "$work/b/../a/d.json"
check 'both are named' complains "U034: $work/b/../a/d.json .*$work/a/d.json"
check 'files that no folder tells apart are wrong usage' \
    ends 3 build -o "$work/none" "$work/b/d.json" "$work/b/d.txt"
check 'both are named, too' complains "U014: $work/b/d.txt .*$work/b/d.json"
check 'no file is written then' [ ! -e "$work/none" ]
check 'check may look at one twice' ends 0 check "$full" "$full"
touch "$work/named/d（b）/.jixiao-1.new"
check 'check knows these folders, too' \
    ends 0 check -o "$work/named" "$work/a/d.json" "$work/b/d.json"
check 'and clears them' [ ! -e "$work/named/d（b）/.jixiao-1.new" ]
# Only what changes is touched: the numbers of the files tell.
check 'a set is written' ends 0 build -o "$work/set" "$full"
stat -c '%i %n' "$work"/set/*/* >"$work/before"
check 'the same set is made again' ends 0 build -o "$work/set" "$full"
stat -c '%i %n' "$work"/set/*/* >"$work/after"
check 'what has not changed is not touched' is_same "$work/before" "$work/after"
check 'a part of the set is made again' \
    ends 0 build --only 附件2 --format docx -o "$work/set" "$full"
stat -c '%i %n' "$work"/set/*/* >"$work/after"
check 'all else stays, and in the index' is_same "$work/before" "$work/after"

manifest_holds() {
    local set=$1 digest size name

    [ "$(jq '.files | length' "$set/manifest.json")" -gt 1 ] || return
    jq -r '.files[] | "\(.sha256) \(.size) \(.name)"' "$set/manifest.json" |
        while read -r digest size name; do
            [ "$(sha256sum <"$set/$name")" = "$digest  -" ] &&
                [ "$(stat -c %s "$set/$name")" = "$size" ] || return 1
        done
}
check 'the manifest holds every size and digest' \
    manifest_holds "$(echo "$work"/set/*/)"

# --- a schema that doubles ------------------------------------------------
mkdir "$work/doubling"
cp -r tests/fuzz/edition/. "$work/doubling"
cp -r schemas/common "$work/doubling/schemas/"
{
    printf '{"properties":{"a":{"$ref":"#/$defs/a0"}},"$defs":{'
    for level in {0..39}; do
        printf '"a%d":{"properties":{"l":{"$ref":"#/$defs/a%d"},' \
            "$level" $((level + 1))
        printf '"r":{"$ref":"#/$defs/a%d"}}},' $((level + 1))
    done
    printf '"a40":{"x-type":"text"}}}'
} >"$work/doubling/schemas/e/submission.schema.json"
check 'a table of members that double ends' \
    ends 4 schema --markdown --data-dir "$work/doubling" e
check 'and that is said' complains 'T004: '

# --- what is in the way --------------------------------------------------
# refuses FINDING FOLDER: a set cannot be written below it.
refuses() {
    ends 4 build -o "$2" "$valid" && complains "$1"
}

mkfifo "$work/pipe"
ln -s nowhere "$work/dead"
ln -s circle "$work/circle"
mkdir "$work/taken"
ln -s nowhere "$work/taken/smallest"
check 'a dead link as output is said' refuses "X044: $work/dead " "$work/dead"
check 'one on the way to it, too' refuses "X044: $work/dead " "$work/dead/x"
check 'one in the place of the set, too' \
    refuses "X044: $work/taken/smallest " "$work/taken"
check 'a circle of links is said' refuses "X044: $work/circle " "$work/circle"
check 'a pipe as output is said' refuses "X021: $work/pipe " "$work/pipe"
check 'a device as output is said' refuses 'X021: /dev/null ' /dev/null/x
check 'nothing is made of a dead link' [ ! -e "$work/nowhere" ]

ends 2 build -o "$work/piped" "$valid"
rm "$work/piped/smallest/index.html"
mkfifo "$work/piped/smallest/index.html"
check 'a pipe in the place of a file is said' \
    refuses 'X043: .*index\.html' "$work/piped"
check 'check does not wait for it' ends 2 check -o "$work/piped" "$valid"

# --- edited files, killed runs ---------------------------------------------
is_kept() {
    [ "$(cat "$work/edits/smallest/$1")" = edited ]
}

ends 2 build -o "$work/edits" "$valid"
word=$(basename "$work"/edits/smallest/*附件1*.docx .docx)
echo edited >"$work/edits/smallest/$word.docx"
check 'a set is made over a file that was edited' \
    ends 2 build -o "$work/edits" "$valid"
check 'the edited one is kept' is_kept "$word（手工修改）.docx"
check 'that is a warning' complains "警告 X032: $word.docx .*$word（手工修改）"
check 'it names what to type' complains "jixiao pull --apply $work/edits/smallest/$word（手工修改）.docx $valid"
check 'it is counted' says '改 1，未变 .*手工修改另存 1$'
check 'the manifest tells what was made' manifest_holds "$work/edits/smallest"
check 'a part of a set is made over it' \
    ends 2 build --only 附件1 -o "$work/edits" "$valid"
check 'nothing is kept twice' says_not 手工修改
echo edited >"$work/edits/smallest/核对报告.docx"
check 'a check report is made over, too' ends 2 build -o "$work/edits" "$valid"
check 'it is not to be pulled' complains "警告 X049: 核对报告.docx .*$valid"
echo edited >"$work/edits/smallest/index.html"
check '--overwrite is taken' \
    ends 2 build --overwrite -o "$work/edits" "$valid"
check 'it keeps nothing' [ ! -e "$work/edits/smallest/index（手工修改）.html" ]
check 'it says so' complains '提示 X033: index.html'
check '--overwrite is of what writes files' ends 3 archive --overwrite "$valid"

for use in check build 'build --only 附件1' 'build --to=submission.xml'; do
    touch "$work/edits/smallest/.jixiao-1.new"
    # shellcheck disable=SC2086
    "$jixiao" $use -o "$work/edits" "$valid" >"$work/both" 2>&1
    check "$use clears away what was left, and says so" \
        says '提示 X036' "$work/both"
    check "nothing of it is there after $use" \
        [ ! -e "$work/edits/smallest/.jixiao-1.new" ]
done
check 'check takes an output folder' ends 2 check -o "$work/nowhere" "$valid"
check 'it makes none' [ ! -e "$work/nowhere" ]

# --- determinism ---------------------------------------------------------
# Another folder, language, time zone, umask and clock; the same bytes.
export LOCPATH=$work/locales
mkdir "$LOCPATH"
localedef -i de_DE -f UTF-8 "$LOCPATH/de_DE.UTF-8" 2>/dev/null
mkdir "$work/elsewhere"
cp "$full" "$work/elsewhere/"
(
    cd "$work/elsewhere" || exit
    umask 077
    env LC_ALL=de_DE.UTF-8 TZ=Asia/Shanghai SOURCE_DATE_EPOCH=86400 \
        HOME=/nowhere TMPDIR=/nowhere \
        "$jixiao" build --format html,docx,pdf,ofd,flat-opc -o set \
        "${full##*/}" >/dev/null 2>&1
)
env -i LC_ALL=C TZ=UTC "$jixiao" build --format html,docx,pdf,ofd,flat-opc \
    -o "$work/here" "$full" >/dev/null 2>&1
check 'the same input gives the same bytes anywhere' \
    diff -r "$work/elsewhere/set" "$work/here"
check 'one format more changes no other' \
    diff -r -x manifest.json -x index.html -x '*.xml' -x '*.ofd' \
    "$work/here" "$work/set"
exit $failed
