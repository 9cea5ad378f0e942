#!/usr/bin/env bash
# Allocations of the program's own fail, one in a run: the first of all that the
# same functions call for; every call on files fails once, and once with all
# behind it; and before each of those the program is killed once, and so is what
# runs after it: faults/main.c.
#
#   tests/faults.sh [FOLDER]     of the compiled harness, build if not given
#
# With FAULTS_ALL=1 in the environment every allocation fails: a matter of days.
set -u
cd "$(dirname "$0")/.." || exit
harness=$(realpath "${1:-build}")/faults
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export FAULTS_CHAINS=$work/chains
failed=0 tried=0

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
    local name=$1 said last begun=$SECONDS

    shift
    if said=$("$harness" "$1" "$2" "$work/old" "$work/set" "${@:3}"); then
        last=${said##*$'\n'}
        tried=$((tried + ${last%% *}))
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
memory=1 file=1 kill=1 few=7 kept=29 enough=5000
[ "${1:-build}" = build ] || memory=19 file=7 kill=29 few=499 \
    kept=499 enough=500
# What takes least time comes first, for what it tries is not tried again.
mkdir "$work/old"
try 'memory, checking the smallest' data $memory check "$smallest"
try 'memory, reading the edition for that' memory $memory check "$smallest"
for small in blank-cells references wrong-references wrong-shape wrong-totals; do
    try "memory, checking $small" data $memory \
        check "$PWD/tests/golden/$small/input.json"
done
echo '{"edition": "hunan-conty-2023"}' >"$work/edition.json"
try 'memory, checking a misspelt edition' data $memory check "$work/edition.json"
mkdir "$work/data"
cp -r schemas stylesheets "$work/data"
mv "$work/data/schemas/hunan-county-2023" "$work/data/schemas/own"
mv "$work/data/stylesheets/hunan-county-2023" "$work/data/stylesheets/own"
grep -rl hunan-county-2023 "$work/data" |
    xargs sed -i 's/hunan-county-2023/own/g'
sed 's/hunan-county-2023/own/' "$smallest" >"$work/own.json"
try "memory, checking an edition of one's own" data $memory \
    check --data-dir "$work/data" "$work/own.json"
for format in json sarif; do
    try "memory, reporting as $format" data $memory \
        check --report $format "$smallest" "$full"
done
try 'memory, changing rules' data $memory check --disable A01,A02 \
    --level A03=hint --param A12.ceiling=150 "$smallest"
mkdir "$work/last"
sed 's/2024/2023/' "$smallest" >"$work/last/${smallest##*/}"
try 'memory, comparing with last year' data $memory \
    check --previous "$work/last" "$smallest"
mkdir "$work/twin"
cp "$smallest" "$work/twin/"
try 'memory, comparing two sets' data $memory \
    diff "$smallest" "$work/last/${smallest##*/}"
jq '.projects |= reverse[1:] | .report.next_steps = []' "$full" \
    >"$work/last/${full##*/}"
try 'memory, comparing two full sets' data $memory \
    diff "$full" "$work/last/${full##*/}"
jq '.corrections = [{ "pointer": "/none", "reason": "退回" }]' \
    "$work/last/${smallest##*/}" >"$work/corrected.json"
# A text too long for the memory that is at hand, quoted behind what changed.
jq --arg county "$(printf '%090000d' 0)" \
    '.county = $county | .report.next_steps = ["加强管理{{county}}工作"]' \
    "$smallest" >"$work/long.json"
sed 's/管理/监督/' "$work/long.json" >"$work/last/long.json"
FAULTS_CHAINS=$work/long.chains \
    try 'memory, comparing what a long text stands behind' data $memory \
    diff "$work/long.json" "$work/last/long.json"
try 'memory, marking what changed' data $memory \
    diff --redline changes --format html,docx --reason 更正 --date 2025-05-06 \
    "$smallest" "$work/corrected.json"
try 'memory, printing a patch' data $memory \
    diff --report patch "$full" "$work/last/${full##*/}"
try 'memory, comparing on a page' data $memory \
    diff --report html "$smallest" "$work/last/${smallest##*/}"
build/jixiao check --summary "$work/records.jsonl" "$smallest" \
    >"$work/said" 2>&1
for kind in csv html xlsx json; do
    try "memory, joining records as $kind" memory $memory \
        summary "$work/records.jsonl" --summary "s.$kind"
done
for kind in disk gone kill; do
    try "$kind, joining records" $kind $file \
        summary "$work/records.jsonl" --summary s.csv
done
try 'memory, writing a circular' memory $memory summary "$work/records.jsonl" \
    --circular c.docx --sender 示例县财政局 --date 2025-05-06
try 'memory, telling two files of one name apart' data $memory \
    check "$smallest" "$work/twin/${smallest##*/}"
older "$smallest" "${plain[@]}"
try 'memory, building the smallest' data $memory \
    build "${plain[@]}" -o @ "$smallest"
try 'disk, building the smallest' disk $file \
    build "${plain[@]}" -o @ "$smallest"
try 'gone, building the smallest' gone $file \
    build "${plain[@]}" -o @ "$smallest"
table=$(cd "$work/old" && echo smallest/*附件1*.docx)
killed 'kill, building the smallest' $kill @ \
    -- diff smallest "$smallest" -- pull "$table" "$smallest"
FAULTS_POOR=1 killed 'kill, building where no file is replaced' $few @
echo edited | tee "$work"/old/*/*附件1*.docx >/dev/null
killed 'kill, building over an edited file in the folder itself' $few .
rm -r "$work/old/smallest"
killed 'kill, building the first set' $few @

# Made by a process of its own, which dies while the run goes on.
try 'kill, building by a process' kill $kill \
    build "${plain[@]}" -j 1 -o @ "$smallest" \
    -- check -o @ "$smallest" \
    -- build "${plain[@]}" -o @ "$smallest"
try 'disk, building by a process' disk $few \
    build "${plain[@]}" -j 1 -o @ "$smallest"
try 'memory, building by a process' data $memory \
    build "${plain[@]}" -j 1 -o @ "$smallest"

try 'memory, beginning a data file' data $memory \
    new hunan-county-2023 -o first.json
try 'memory, printing next year' data $memory next "$full"
try "memory, writing next year's data file" data $memory \
    next -o next.json "$smallest"
try "disk, writing next year's data file" disk $file \
    next -o next.json "$smallest"
try "disk, writing it to a new folder" disk $file \
    next -o below/next.json "$smallest"
build/jixiao sheet "$smallest" >"$work/book.xlsx"
try 'memory, writing a workbook' data $memory sheet -o book.xlsx "$smallest"
try 'memory, writing one with all formulas' data $memory \
    sheet -o book.xlsx "$full"
for kind in disk kill; do
    try "$kind, writing a workbook" $kind $file \
        sheet -o book.xlsx "$smallest"
done
try 'memory, reading a workbook' data $memory read "$work/book.xlsx"
for kind in disk kill; do
    try "$kind, reading a workbook" $kind $file \
        read -o data.json "$work/book.xlsx"
done
printf '%s\n' '一级指标,二级指标,三级指标,指标值,分值' \
    '产出指标,数量指标,培训人数,≥120人,20' '效益指标,社会效益指标,就业率,≥80%,10' \
    >"$work/list.csv"
try 'memory, reading a list of another system' data $memory \
    read --into projects.farmland "$work/list.csv" "$full"
try 'memory, listing rules' data $memory rules --disable A01
try 'memory, explaining a rule' data $memory explain A12
try 'memory, printing the schema' data $memory schema
for verb in rules schema; do
    try "memory, printing $verb for a manual" memory $memory $verb --markdown
done
try 'memory, verifying what is between' memory $memory \
    check --verify "$smallest"
try 'memory, completing' memory $memory completion zsh
build/jixiao build --format flat-opc -o "$work/returned" "$smallest" \
    >/dev/null 2>&1
box='<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p>'
sed "s/>2025年4月18日</>2025-4-20</g; s/>示例县</>新县</; s|<w:body>|&$box|" \
    "$work"/returned/smallest/*_附件2_*.xml >"$work/returned.xml"
try 'memory, pulling a file' data $memory \
    pull "$work/returned.xml" "$smallest"
build/jixiao build --format docx --only 附件2 -o "$work/returned" "$smallest" \
    >/dev/null 2>&1
try 'memory, pulling a Word file' data $memory \
    pull "$work"/returned/smallest/*_附件2_*.docx "$smallest"
build/jixiao build --format flat-opc --only 附件3 -o "$work/returned" "$full" \
    >/dev/null 2>&1
end='</w:t></w:r></w:sdtContent></w:sdt><w:bookmarkEnd [^>]*></w:p>'
sed -E "s|(大额支出)(集体研究决定。)(财务部门[^<]*)($end)|\1须\2\4<w:p><w:r><w:t>\3</w:t></w:r></w:p>|" \
    "$work"/returned/example-full-2024/*_附件3_*.xml >"$work/parted.xml"
try 'memory, pulling a paragraph that was parted' data $memory \
    pull "$work/parted.xml" "$full"
mkdir -p "$work/old"
cp "$smallest" "$work/old/data.json"
for kind in data disk gone kill; do
    try "$kind, pulling a file into the data" $kind 3 \
        pull --apply "$work/returned.xml" data.json
done
try 'memory, editing a data file' data $memory draft data.json
for kind in disk kill; do
    try "$kind, editing a data file" $kind $file draft data.json
done
older "$full" "${plain[@]}"
try 'memory, building the full one' data $memory \
    build "${plain[@]}" -o @ "$full"

older "$smallest" "${paged[@]}"
try 'memory, drawing an attachment' data $memory \
    build "${paged[@]}" --only 附件1 -o @ "$smallest"
try 'disk, drawing an attachment' disk $file \
    build "${paged[@]}" --only 附件1 -o @ "$smallest"
try 'gone, drawing an attachment' gone $file \
    build "${paged[@]}" --only 附件1 -o @ "$smallest"
try 'memory, drawing at level 2a' data $memory \
    build "${paged[@]}" --pdf-level 2a --only 附件2 -o @ "$smallest"
try 'memory, drawing as OFD' data $memory \
    build --format ofd --only 附件2 -o @ "$smallest"
try 'memory, archiving the smallest' data $memory archive --as-filed \
    --zip --add "$PWD/README.md" -o @/archive "$smallest"
for kind in disk gone kill; do
    try "$kind, archiving the smallest" $kind $kept archive --as-filed \
        --zip --add "$PWD/README.md" -o @/archive "$smallest"
done
build/jixiao archive --as-filed -o "$work/whole" "$smallest" >/dev/null 2>&1
try 'memory, making an archive again' data $memory \
    verify --rebuild "$work/whole/smallest"
node tests/archive/write.mjs "$work/kept"
rm "$work/kept/数据/示例.json"
try 'memory, verifying an archive' data $memory verify "$work/kept"
node tests/archive/write.mjs --zip "$work/kept"
try 'memory, verifying a ZIP' data $memory verify "$work/kept.zip"
older "$full" "${paged[@]}"
try 'memory, drawing the full one' data $memory \
    build "${paged[@]}" -o @ "$full"
if [ $tried -lt $enough ]; then
    echo "not ok only $tried calls went wrong"
    failed=1
fi
exit $failed
