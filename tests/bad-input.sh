#!/usr/bin/env bash
# What bad input gets: a finding with its code and place, its own exit status,
# and an output folder that is as it was.
set -u
cd "$(dirname "$0")/.." || exit
jixiao=${JIXIAO:-build/jixiao}
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
bad=$work/bad.json
failed=0

not_ok() {
    echo "not ok $1: $2"
    [ ! -s "$work/said" ] || head -n 8 "$work/said" | cut -c 1-300 |
        sed 's/^/    /'
    failed=1
}

# A data file with the given members besides the required ones.
data() {
    printf '{\n  "edition": "hunan-county-2023", "year": 2023,\n'
    printf '  "county": "示例县", "unit": {"name": "示例局"}'
    [ $# -eq 0 ] || printf ',\n  %s' "$@"
    printf '\n}\n'
}

# What stands in the output folder: names, sizes, digests.
state() {
    (cd "$work/output" && find . -type f -exec sha256sum {} + | sort)
}

run() {
    timeout 60 "$jixiao" "$@" >"$work/said" 2>&1
}

# rejects NAME STATUS FINDING [FILE]: checking and building end with STATUS
# and say FINDING, an extended regular expression; nothing is written.
rejects() {
    local name=$1 expected=$2 finding=$3 file=${4-$bad} verb status before

    before=$(state)
    for verb in check build; do
        if [ $verb = check ]; then
            run check "$file"
        else
            run build -o "$work/output" "$file"
        fi
        status=$?
        if [ $status -ne "$expected" ]; then
            not_ok "$name" "$verb ends with $status, not $expected"
            return
        fi
        if ! grep -qE -- "$finding" "$work/said"; then
            not_ok "$name" "$verb does not say $finding"
            return
        fi
    done
    if [ "$(state)" != "$before" ]; then
        not_ok "$name" 'something was written'
        return
    fi
    echo "ok $name"
}

# The last good set, which no failure may touch.
mkdir "$work/output"
data >"$work/good.json"
run build -o "$work/output" "$work/good.json"
[ $? -le 2 ] && [ -n "$(state)" ] || not_ok 'the good set is written' "status $?"

# --- files ---------------------------------------------------------------
: >"$bad"
rejects 'an empty file' 2 'bad.json:1:1: .* J001: '
mkdir "$work/empty"
{ data; data; } >"$bad"
rejects 'two sets of data in a file' 2 \
    'bad.json:5:1: .* J015: 这份数据在此之前已经结束.*误贴的另一份数据'
data '"facts": { "工作餐": { "label": "标准", "value": 40 } }' >"$bad"
rejects 'a fact with a Chinese name' 2 \
    'S025: .*成员名“工作餐”.*允许：小写字母开头.*“名称”里'
rejects 'a folder without data' 3 'U072' "$work/empty"
rejects 'a file that is not there' 4 'X010' "$work/absent.json"
rejects 'nothing at all' 2 '/dev/null:1:1: .* J001: ' /dev/null
ln -s absent.json "$work/link"
rejects 'a link that leads nowhere' 4 'X048: .*absent.json' "$work/link"
ln -s circle "$work/circle"
rejects 'a link that leads to itself' 4 'X048: .*circle' "$work/circle"
mkfifo "$work/pipe"
rejects 'a pipe that nobody writes to' 4 'X017' "$work/pipe"
truncate -s 1G "$bad"
rejects 'a file of 1 GB' 4 'X014'
rm "$bad"
if [ "$(id -u)" -ne 0 ]; then
    data >"$bad" && chmod 000 "$bad"
    rejects 'a file without the right to read it' 4 'X012'
    rm -f "$bad"
fi

# --- not JSON ------------------------------------------------------------
echo '部门整体支出绩效自评' >"$bad"
rejects 'text that is not JSON' 2 'bad.json:1:1: .* J'
printf '\357\273\277{}' >"$bad"
rejects 'a byte order mark before what says nothing' 2 'bad.json:1:1: .* V006: '
printf '{\n"year": 2023，\n"county": “示例县”,\n"unit": None\n}\n' >"$bad"
rejects 'several slips, the first' 2 'bad.json:2:13: .* J022: '
rejects 'several slips, the second' 2 'bad.json:3:11: .* J022: '
rejects 'several slips, the third' 2 'bad.json:4:9: .* J026: '
cp "$(find "$work/output" -name '*.docx' | head -n 1)" "$bad"
rejects 'a Word file' 2 'bad.json:1:1: .* J008: .*\.docx'
set=$work/output/good
rejects 'the folder of a set' 3 'U082: .*“[^”]*/good”' "$set"
cp "$set/manifest.json" "$bad"
rejects 'the manifest of a set' 2 'bad.json:1:1: .* J008: .*manifest\.json'
for kind in json sarif; do
    "$jixiao" check --report $kind "$work/good.json" >"$bad"
    rejects "a report in $kind" 2 'bad.json:1:1: .* J008: '
done
"$jixiao" check --summary "$work/run.jsonl" --summary "$work/run.json" \
    "$work/good.json" >/dev/null
rejects 'a record' 2 'run.jsonl:1:1: .* J008: ' "$work/run.jsonl"
rejects 'a summary' 2 'run.json:1:1: .* J008: ' "$work/run.json"
data '"previous_year": 2022' >"$work/other.json"
"$jixiao" diff --report json "$work/good.json" "$work/other.json" >"$bad"
rejects 'a comparison' 2 'bad.json:1:1: .* J008: '
"$jixiao" diff --report patch "$work/good.json" "$work/other.json" >"$bad"
rejects 'a patch' 2 'bad.json:1:1: .* J008: .*JSON Patch'
"$jixiao" schema >"$bad"
rejects 'a schema' 2 'bad.json:1:1: .* J008: .*JSON Schema'
data '"organisation": {"internal_offices": ["办公室"]}' |
    iconv -f UTF-8 -t GBK >"$bad"
rejects 'GBK' 2 'bad.json:3:15: .* J005: '
printf '{"county": "\355\240\200"}' >"$bad"
rejects 'a surrogate in UTF-8' 2 'bad.json:1:13: .* J005: '
printf '{"county": "\\ud800"}' >"$bad"
rejects 'half a pair of surrogates' 2 'bad.json:1:13: .* J034: '
head -c 100000 /dev/zero | tr '\0' '[' >"$bad"
rejects 'nesting of 100,000 arrays' 2 'bad.json:1:513: .* J006: '
yes '{"a":' | head -n 100000 >"$bad"
rejects 'nesting of 100,000 objects' 2 'bad.json:513:1: .* J006: '
data '"year": 2024' >"$bad"
rejects 'a duplicate name' 2 'bad.json:4:3: .* J007: '
printf '{"county": "a\001b"}' >"$bad"
rejects 'a control character as it is' 2 'bad.json:1:14: .* J032: '

# --- not this data -------------------------------------------------------
echo '[]' >"$bad"
rejects 'an array' 2 'bad.json:1:1: '
data | sed 's/hunan-county-2023/hunan-county-2032/' >"$bad"
rejects 'an edition that does not exist' 2 'bad.json:2:14: .*hunan-county-2023'
data | sed 's/hunan-county-2023/..\/..\/..\/etc\/passwd/' >"$bad"
rejects 'an edition that is a path' 2 'bad.json:2:14: '
data | sed 's/"edition": "[^"]*", //' >"$bad"
rejects 'no edition' 2 'bad.json:1:1: '
data | sed 's/"edition"/"$schema": "a\xC2\x9Bb", &/' >"$bad"
rejects 'a control in the name of the schema' 2 'bad.json:2:14: '
data '"buldings": null' >"$bad"
rejects 'a misspelt member' 2 'bad.json:4:3: .*buildings.*\[/buldings\]'
data '"meetings": {"final": 1e400}' >"$bad"
rejects 'a number of 1e400' 2 'bad.json:4:25: .*\[/meetings/final\]'
data '"meetings": {"final": 1e-400}' >"$bad"
rejects 'a number of 1e-400' 2 'bad.json:4:25: .*\[/meetings/final\]'
data '"meetings": {"final": 0.001}' >"$bad"
rejects '0.001 yuan' 2 'bad.json:4:25: .*0\.001.*\[/meetings/final\]'
data '"meetings": {"final": "0.001"}' >"$bad"
rejects '0.001 yuan as text' 2 'bad.json:4:25: .*\[/meetings/final\]'
data '"meetings": {"final": 99999999999999999999}' >"$bad"
rejects 'more yuan than there are' 2 'bad.json:4:25: .*\[/meetings/final\]'
data '"filing": {"date": "2024-02-30"}' >"$bad"
rejects '30 February' 2 'bad.json:4:22: .*2024-02-30.*\[/filing/date\]'
data '"filing": {"preparer": "张\u0001三"}' >"$bad"
rejects 'an escaped control character' 2 'bad.json:4:.*\[/filing/preparer\]'
data '"filing": {"preparer": "张\uffff三"}' >"$bad"
rejects 'a character that XML has not' 2 'bad.json:4:.*\[/filing/preparer\]'
data '"filing": {"preparer": "张\u0000三"}' >"$bad"
rejects 'an escaped NUL' 2 'bad.json:4:.*\[/filing/preparer\]'

# --- text that is markup elsewhere ---------------------------------------
# These are legal: they arrive escaped and whole in every format.
evil='<script>alert(1)</script> ]]> &amp; <!-- --> <?x?> "'\'
keeps_markup() {
    local name='markup in text arrives escaped and whole' set=$work/markup

    data | jq --arg evil "$evil" '
            .filing.preparer = $evil | .organisation.internal_offices = [$evil]
            | .report.overview.basic = [$evil]' >"$work/markup.json"
    run build --format html,flat-opc,docx -o "$set" "$work/markup.json"
    if [ $? -gt 2 ]; then
        not_ok "$name" 'it is not built'
        return
    fi
    if grep -rlF '<script>alert' "$set" --include='*.html' --include='*.xml' |
        grep -q .; then
        not_ok "$name" 'it is not escaped'
        return
    fi
    if grep -rLF '&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp;amp; &lt;!--' \
        "$set" --include='*附件1*.html' --include='*附件1*.xml' | grep -q .; then
        not_ok "$name" 'it is not whole'
        return
    fi
    if ! find "$set" -name '*.xml' -exec xmllint --noout --nonet {} + \
        >"$work/said" 2>&1; then
        not_ok "$name" 'the Word file is not well-formed'
        return
    fi
    echo "ok $name"
}
keeps_markup

# --- names ---------------------------------------------------------------
escapes_no_folder() {
    local name="$1" unit=$2 outside

    rm -rf "$work/names"
    mkdir -p "$work/names/in/side"
    data | jq --arg unit "$unit" '.unit.name = $unit' \
        >"$work/names.json"
    run build -o "$work/names/in/side" "$work/names.json"
    if [ $? -ge 4 ]; then
        not_ok "$name" 'the program failed'
        return
    fi
    outside=$(find "$work/names" -type f ! -path "$work/names/in/side/*")
    if [ -n "$outside" ]; then
        not_ok "$name" "$outside"
    else
        echo "ok $name"
    fi
}
escapes_no_folder 'a unit named ../../x stays inside' '../../x'
escapes_no_folder 'a unit named /etc/x stays inside' '/etc/x'
escapes_no_folder 'a unit named .. stays inside' '..'
escapes_no_folder 'a unit of 2,000 characters is written' \
    "$(printf '局%.0s' {1..2000})"

# --- the output folder ---------------------------------------------------
# cannot_write NAME FOLDER [COMMAND...]: with exit status 4, and no traces.
cannot_write() {
    local name=$1 folder=$2 before after

    shift 2
    before=$(find "$work" ! -path "$work/said" | sort)
    "${@:-env}" "$jixiao" build -o "$folder" "$work/good.json" \
        >"$work/said" 2>&1
    if [ $? -ne 4 ]; then
        not_ok "$name" 'the exit status is not 4'
    elif ! grep -qE ' X[0-9]+: ' "$work/said"; then
        not_ok "$name" 'no finding says so'
    else
        after=$(find "$work" ! -path "$work/said" | sort)
        if [ "$after" = "$before" ]; then
            echo "ok $name"
        else
            not_ok "$name" "left behind: $(diff <(echo "$before") \
                <(echo "$after") | tail -n 1)"
        fi
    fi
}

# Files may not grow any more; that is the program's to tell, and no reason to
# die of.
with_full_disk() (
    ulimit -f 8
    "$@"
)

: >"$work/file"
cannot_write 'an output folder that is a file' "$work/file"
cannot_write 'an output folder below a file' "$work/file/folder"
cannot_write 'an output folder that the system forbids' /proc/jixiao
mkdir "$work/full"
cannot_write 'a disk that is full' "$work/full" with_full_disk
if [ "$(id -u)" -ne 0 ]; then
    mkdir -m 555 "$work/closed"
    cannot_write 'an output folder without the right to write' "$work/closed"
fi

# little_memory FORMAT FIRST STEP LAST: from what is too little to open a library
# to what is enough for all, in KiB; less does not even start the program.
little_memory() {
    local kilobytes status

    for kilobytes in $(seq "$2" "$3" "$4"); do
        status=0
        (ulimit -v "$kilobytes" && exec "$jixiao" build --format "$1" \
            -o "$work/little" input/example-full-2024.json) \
            >"$work/said" 2>&1 || status=$?
        [ $status -ne 127 ] || continue
        if [ $status -ne 0 ] && { [ $status -ne 4 ] ||
            ! grep -q 内存 "$work/said"; }; then
            not_ok "$1 with $kilobytes KiB of memory" "exit status $status"
            return
        fi
    done
    echo "ok $1: little memory is called that"
}

case $jixiao in
*asan*) echo 'skip little memory: the sanitiser takes more' ;;
*)
    little_memory html 46000 1300 72000
    little_memory pdf 148500 1500 163500
    ;;
esac
exit $failed
