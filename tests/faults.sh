#!/usr/bin/env bash
# Allocations of the program's own fail, one in a run: every third of those that
# a check makes, and fewer of those that make files, draw pages or read an
# edition; every call on files fails once, and once with all behind it; and
# before each of those the program is killed once, and so is what runs after it:
# faults/main.c.
#
#   tests/faults.sh [FOLDER]     of the compiled harness, build if not given
#
# With FAULTS_STEP=1 in the environment every allocation fails that checks and
# makes the smallest sets.
set -u
cd "$(dirname "$0")/.." || exit
harness=$(realpath "${1:-build}")/faults
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# What draws pages is tried for itself: it has as many calls as all the rest.
plain=(--format 'html,docx')
paged=(--format pdf)

# older FILE OPTION...: an older set of the same unit, with a project more,
# which no failure may touch.
older() {
    local older=$work/older/${1##*/} set

    mkdir -p "$work/older"
    jq '.county += "旧" | .projects += [{ "id": "old", "name": "旧项目" }]' \
        "$1" >"$older"
    rm -rf "$work/old"
    mkdir "$work/old"
    build/jixiao build "${@:2}" -o "$work/old" "$older" >/dev/null 2>&1
    # What else a person keeps there.
    set=$(echo "$work"/old/*)
    mkdir -p "$set/own/below"
    echo own | tee "$set/own.txt" >"$set/own/below/附件1.docx"
    ln -s nowhere "$set/link"
}

# try NAME KIND EVERY ARGUMENT...: in one run after the other, the next call
# of the kind goes wrong, or the EVERYth one after.
try() {
    local name=$1 said begun=$SECONDS

    shift
    if said=$("$harness" "$1" "$2" "$work/old" "$work/set" "${@:3}"); then
        echo "ok $name: $said, $((SECONDS - begun)) s"
    else
        echo "not ok $name: ${said##*$'\n'}"
        echo "$said"
        failed=1
    fi
}

# killed NAME EVERY OUTPUT [-- ARGUMENT...]...: the same of a build that is
# killed, with what may run after it.
killed() {
    try "$1" kill "$2" build "${plain[@]}" -o "$3" "$smallest" \
        -- check -o "$3" "$smallest" \
        -- build "${plain[@]}" -o "$3" "$smallest" \
        -- build --to=submission.xml -o "$3" "$smallest" \
        -- build "${plain[@]}" --only 附件1 -o "$3" "$smallest" \
        -- build "${plain[@]}" -o "$3" "$work/older/${smallest##*/}" \
        "${@:4}"
}

smallest=$PWD/input/smallest.json
full=$PWD/input/example-full-2024.json
# With a sanitiser each run takes many times as long.
step=${FAULTS_STEP:-11} each=${FAULTS_STEP:-3} some=23 few=7 file=1 kill=1 \
    process=17 page=13 sheet=97 kept=29 long=1
[ "${1:-build}" = build ] ||
    step=53 each=7 some=127 few=499 file=7 kill=29 process=499 page=101 \
    sheet=4999 kept=499 long=29

older "$smallest" "${plain[@]}"
try 'memory, building the smallest' data "$step" \
    build "${plain[@]}" -o @ "$smallest"
try 'memory, reading the edition for that' memory $some \
    build "${plain[@]}" -o @ "$smallest"
try 'disk, building the smallest' disk $file \
    build "${plain[@]}" -o @ "$smallest"
try 'gone, building the smallest' gone $file \
    build "${plain[@]}" -o @ "$smallest"
table=$(cd "$work/old" && echo smallest/*附件1*.docx)
killed 'kill, building the smallest' "$kill" @ \
    -- diff smallest "$smallest" -- pull "$table" "$smallest"
FAULTS_POOR=1 killed 'kill, building where no file is replaced' "$few" @
echo edited | tee "$work"/old/*/*附件1*.docx >/dev/null
killed 'kill, building over an edited file in the folder itself' "$few" .
rm -r "$work/old/smallest"
killed 'kill, building the first set' "$few" @

# Made by a process of its own, which dies while the run goes on.
try 'kill, building by a process' kill "$kill" \
    build "${plain[@]}" -j 1 -o @ "$smallest" \
    -- check -o @ "$smallest" \
    -- build "${plain[@]}" -o @ "$smallest"
try 'disk, building by a process' disk "$few" \
    build "${plain[@]}" -j 1 -o @ "$smallest"
try 'memory, building by a process' data "$process" \
    build "${plain[@]}" -j 1 -o @ "$smallest"

# An edition has been read above; from here on only what its use takes fails.
for small in blank-cells references wrong-references wrong-shape wrong-totals; do
    try "memory, checking $small" data "$each" \
        check "$PWD/tests/golden/$small/input.json"
done
echo '{"edition": "hunan-conty-2023"}' >"$work/edition.json"
try 'memory, checking a misspelt edition' data "$each" check "$work/edition.json"
mkdir "$work/data"
cp -r schemas stylesheets "$work/data"
mv "$work/data/schemas/hunan-county-2023" "$work/data/schemas/own"
mv "$work/data/stylesheets/hunan-county-2023" "$work/data/stylesheets/own"
grep -rl hunan-county-2023 "$work/data" |
    xargs sed -i 's/hunan-county-2023/own/g'
sed 's/hunan-county-2023/own/' "$smallest" >"$work/own.json"
try "memory, checking an edition of one's own" data "$each" \
    check --data-dir "$work/data" "$work/own.json"
for format in json sarif; do
    try "memory, reporting as $format" data $some \
        check --report $format "$smallest" "$full"
done
try 'memory, changing rules' data "$each" check --disable A01,A02 \
    --level A03=hint --param A12.ceiling=150 "$smallest"
mkdir "$work/last"
sed 's/2024/2023/' "$smallest" >"$work/last/${smallest##*/}"
try 'memory, comparing with last year' data "$each" \
    check --previous "$work/last" "$smallest"
mkdir "$work/twin"
cp "$smallest" "$work/twin/"
try 'memory, comparing two sets' data "$each" \
    diff "$smallest" "$work/last/${smallest##*/}"
jq '.projects |= reverse[1:] | .report.next_steps = []' "$full" \
    >"$work/last/${full##*/}"
try 'memory, comparing two full sets' data $kept \
    diff "$full" "$work/last/${full##*/}"
jq '.corrections = [{ "pointer": "/none", "reason": "退回" }]' \
    "$work/last/${smallest##*/}" >"$work/corrected.json"
# A text too long for the memory that is at hand, quoted behind what changed.
jq --arg county "$(printf '%090000d' 0)" \
    '.county = $county | .report.next_steps = ["加强管理{{county}}工作"]' \
    "$smallest" >"$work/long.json"
sed 's/管理/监督/' "$work/long.json" >"$work/last/long.json"
try 'memory, comparing what a long text stands behind' data "$long" \
    diff "$work/long.json" "$work/last/long.json"
try 'memory, marking what changed' data $some \
    diff --redline changes --format html,docx --reason 更正 --date 2025-05-06 \
    "$smallest" "$work/corrected.json"
try 'memory, printing a patch' data $kept \
    diff --report patch "$full" "$work/last/${full##*/}"
try 'memory, comparing on a page' data $some \
    diff --report html "$smallest" "$work/last/${smallest##*/}"
build/jixiao check --summary "$work/records.jsonl" "$smallest" \
    >"$work/said" 2>&1
try 'memory, joining records' memory "$few" \
    summary "$work/records.jsonl" --summary s.csv
try 'memory, telling two files of one name apart' data "$some" \
    check "$smallest" "$work/twin/${smallest##*/}"
try 'memory, beginning a data file' data "$each" \
    new hunan-county-2023 -o first.json
try 'memory, printing next year' data "$some" next "$full"
try "memory, writing next year's data file" data "$each" \
    next -o next.json "$smallest"
try "disk, writing next year's data file" disk "$file" \
    next -o next.json "$smallest"
try "disk, writing it to a new folder" disk "$file" \
    next -o below/next.json "$smallest"
build/jixiao sheet "$smallest" >"$work/book.xlsx"
try 'memory, writing a workbook' data "$some" sheet -o book.xlsx "$smallest"
try 'memory, writing one with all formulas' data "$kept" \
    sheet -o book.xlsx "$full"
for kind in disk kill; do
    try "$kind, writing a workbook" $kind "$file" \
        sheet -o book.xlsx "$smallest"
done
try 'memory, reading a workbook' data "$some" read "$work/book.xlsx"
for kind in disk kill; do
    try "$kind, reading a workbook" $kind "$file" \
        read -o data.json "$work/book.xlsx"
done
try 'memory, listing rules' data "$each" rules --disable A01
try 'memory, explaining a rule' data "$each" explain A12
try 'memory, printing the schema' data "$each" schema
build/jixiao build --format flat-opc -o "$work/returned" "$smallest" \
    >/dev/null 2>&1
box='<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p>'
sed "s/>2025年4月18日</>2025-4-20</g; s/>示例县</>新县</; s|<w:body>|&$box|" \
    "$work"/returned/smallest/*_附件2_*.xml >"$work/returned.xml"
try 'memory, pulling a file' data "$each" \
    pull "$work/returned.xml" "$smallest"
build/jixiao build --format flat-opc --only 附件3 -o "$work/returned" "$full" \
    >/dev/null 2>&1
end='</w:t></w:r></w:sdtContent></w:sdt><w:bookmarkEnd [^>]*></w:p>'
sed -E "s|(大额支出)(集体研究决定。)(财务部门[^<]*)($end)|\1须\2\4<w:p><w:r><w:t>\3</w:t></w:r></w:p>|" \
    "$work"/returned/example-full-2024/*_附件3_*.xml >"$work/parted.xml"
try 'memory, pulling a paragraph that was parted' data "$kept" \
    pull "$work/parted.xml" "$full"
mkdir -p "$work/old"
cp "$smallest" "$work/old/data.json"
for kind in data disk gone kill; do
    try "$kind, pulling a file into the data" $kind "$each" \
        pull --apply "$work/returned.xml" data.json
done
try 'memory, editing a data file' data "$kept" draft data.json
for kind in disk kill; do
    try "$kind, editing a data file" $kind "$file" draft data.json
done
older "$full" "${plain[@]}"
try 'memory, building the full one' data $kept \
    build "${plain[@]}" -o @ "$full"

older "$smallest" "${paged[@]}"
try 'memory, drawing an attachment' data $page \
    build "${paged[@]}" --only 附件1 -o @ "$smallest"
try 'disk, drawing an attachment' disk $file \
    build "${paged[@]}" --only 附件1 -o @ "$smallest"
try 'gone, drawing an attachment' gone $file \
    build "${paged[@]}" --only 附件1 -o @ "$smallest"
try 'memory, drawing at level 2a' data $some \
    build "${paged[@]}" --pdf-level 2a --only 附件2 -o @ "$smallest"
try 'memory, drawing as OFD' data $some \
    build --format ofd --only 附件2 -o @ "$smallest"
try 'memory, archiving the smallest' data $sheet archive --as-filed \
    --zip --add "$PWD/README.md" -o @/archive "$smallest"
for kind in disk gone kill; do
    try "$kind, archiving the smallest" $kind $kept archive --as-filed \
        --zip --add "$PWD/README.md" -o @/archive "$smallest"
done
build/jixiao archive --as-filed -o "$work/whole" "$smallest" >/dev/null 2>&1
try 'memory, making an archive again' data $sheet \
    verify --rebuild "$work/whole/smallest"
node tests/archive/write.mjs "$work/kept"
rm "$work/kept/数据/示例.json"
try 'memory, verifying an archive' data "$each" verify "$work/kept"
node tests/archive/write.mjs --zip "$work/kept"
try 'memory, verifying a ZIP' data "$each" verify "$work/kept.zip"
older "$full" "${paged[@]}"
try 'memory, drawing the full one' data $sheet \
    build "${paged[@]}" -o @ "$full"
exit $failed
