#!/usr/bin/env bash
# Many data files in one run: folders, lists and parts of them; processes that
# die or pass a limit, and an interrupt, cost no other file.
set -u
cd "$(dirname "$0")/.." || exit
jixiao=$(realpath "${JIXIAO:-build/jixiao}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh

data=$PWD
smallest=$PWD/input/smallest.json
full=$PWD/input/example-full-2024.json

# county/: two files of one name, one that is no data, and what is none.
mkdir -p "$work/county/a" "$work/county/b/c" "$work/county/.hidden"
cp "$smallest" "$work/county/a/data.json"
cp "$smallest" "$work/county/b/data.json"
cp "$full" "$work/county/b/c/full.JSON"
echo '{' >"$work/county/broken.json"
echo no data >"$work/county/a/notes.txt"
cp "$smallest" "$work/county/.hidden/data.json"
cp "$smallest" "$work/county/a/.hidden.json"
ln -s ../b "$work/county/a/link"
cd "$work" || exit
files=(county/a/data.json county/b/c/full.JSON county/b/data.json
    county/broken.json)

# The files that the last run has told of, on one line.
told() {
    sed -n 's/^\[[0-9]*\/[0-9]*\] //p' err | paste -sd ' '
}

tells() {
    [ "$(told)" = "$*" ]
}

is_same() {
    [ -s "$1" ] && diff -r "$1" "$2" >differ
}

# --- which files ------------------------------------------------------------
check 'a folder is checked as a whole' ends 2 check county
check 'its data files come in the order of their paths' tells "${files[@]}"
check 'totals follow by level' says '^合计：错误 [0-9]+，警告 [0-9]+'
check 'totals follow by rule' \
    says '^  错误 E01  +2 处  2 个文件  填表人、填报日期'
ends 2 check --lang en county
check 'totals are English with --lang en' says '^in all: error [0-9]+'
ends 2 check county/ county/b county
check 'what a folder has is taken once' tells "${files[@]}"
ends 2 check "${files[@]}"
check 'several files that are named are no batch' tells
mkdir -p odd/folder.json
ln -s none.json odd/away.json
ln -s circle.json odd/circle.json
ln -s . odd/self
mkfifo odd/pipe.json
ends 4 check odd
check 'what a folder has that is no file is left alone, but for broken links' \
    tells odd/away.json odd/circle.json
mkdir empty
mkfifo empty/pipe.json
ln -s pipe.json empty/link.json
check 'a folder without data is wrong usage, be there pipes' \
    ends 3 check empty
check 'a folder without data is named' complains 'U072.*“empty”'
check 'a file that is missing costs itself alone' ends 4 check none.json county
check 'the others are checked' says '^共 5 个文件：未能检查 1，'
if [ "$(id -u)" -ne 0 ]; then
    mkdir closed && chmod 0 closed
    check 'a folder that cannot be read is a fault' ends 4 check closed
    check 'it is named' complains 'X085.*“closed”'
    chmod 700 closed
fi

# list FORMAT FILE...: list has the files as printf has written them.
list() {
    # shellcheck disable=SC2059
    printf "$1" "${@:2}" >list
}
list '%s\n' "${files[@]}"
check 'a list names files, a line each' ends 2 check --files-from list
check 'they come in its order' tells "${files[@]}"
list '%s\n' county/broken.json ./county/broken.json county//./broken.json \
    "$PWD/county/broken.json" "$PWD/county/"
ends 2 check --files-from list ./county/a/data.json county
check 'a file is taken once, however its path is written' tells \
    ./county/a/data.json county/b/c/full.JSON county/b/data.json \
    county/broken.json
ends 2 check --files-from <(printf '%s\n' "${files[@]}")
check 'a list may come through a pipe' tells "${files[@]}"
mkfifo unwritten
check 'a pipe that nobody writes to is no list' \
    ends 4 check --files-from unwritten
check 'and that is said' complains 'X086: .*unwritten.*另一端已经关闭'
list '%s\0' county/b 'county/broken.json'
ends 2 check --files-from list county/a
check 'a list may have NULs, and folders' tells county/a/data.json \
    county/b/c/full.JSON county/b/data.json county/broken.json
list '%s\r\n\r\n' $'\xEF\xBB\xBFcounty/broken.json' county/a \
    county/broken.json
ends 2 check --files-from list
check 'a list may come from Windows, and repeat itself' \
    tells county/broken.json county/a/data.json
cp county/a/data.json $'a\nb.json'
list '%s\0' $'a\nb.json'
check 'a name may have a line feed' ends 2 check --files-from list
list '%s' county/broken.json
check 'the last line needs no end' ends 2 check --files-from list
list '%s\n' county/broken.json
printf '%s\0' county/a/data.json >other
check 'lists may be several' ends 2 check --files-from list --files-from other
check 'all are taken' tells county/broken.json county/a/data.json
printf '\xFF\xFE' >wide
iconv -t UTF-16LE list >>wide
check 'a list in UTF-16 is wrong usage' ends 3 check --files-from wide
check 'the list is named, and what to do' \
    complains 'U079.*“wide”.*UTF-16；.*UTF-8'
printf '\xFF\xFE\0\0' >wide
iconv -t UTF-32LE list >>wide
check 'a list in UTF-32 is wrong usage' ends 3 check --files-from wide
check 'that is told from UTF-16' complains 'U079.*“wide”.*UTF-32；'
for path in '"county/broken.json"' '“county/none.json”' 'county/broken.json ' \
    $'\tcounty/broken.json' 'county/broken.json　'; do
    list '%s\n' county/a/data.json "$path"
    check "$path is no path" ends 3 check --files-from list
    check 'the line is named, and what to write' \
        complains 'U083.*“list”第 2 行.*只写 county/[a-z]*.json，'
done
cp county/a/data.json ' b.json '
list '%s\n' ' b.json ' 'county/none.json '
check 'a name may have blanks; they are no fault of what is not there' \
    ends 4 check --files-from list
"$jixiao" sheet "$smallest" >book.xlsx
for other in book.xlsx "$full"; do
    check "${other##*/} is no list" ends 3 check --files-from "$other"
    check 'that is said once' [ "$(grep -c '' err) $(
        grep -c '^用法 U081: .*一行写一个' err)" = '1 1' ]
done
{ printf '{"unit": "' && printf '绩%.0s' {1..9000} && echo '"}'; } >line.json
check 'a data file of one line is no list' ends 3 check --files-from line.json
check 'its beginning is shown' complains \
    "路径：{\"unit\": \"$(printf '绩%.0s' {1..30})…；清单"
cp county/a/data.json '{a.json'
list '%s\n' '{a.json'
check 'a name may be an odd one' ends 2 check --files-from list
list '\n\n'
check 'a list that names nothing is wrong usage' ends 3 check --files-from list
check 'it is named' complains 'U073.*“list”'
check 'a list that is missing is a fault' ends 4 check --files-from none
check 'the list is named' complains 'X086.*“none”'
check 'a list that is a folder is a fault' ends 4 check --files-from empty
check 'an empty name of a list is wrong usage' ends 3 check --files-from ''
check 'verbs of one file take no list' ends 3 next --files-from list

from_input() {
    "$jixiao" "${@:2}" <"$1" >out 2>err
}
list '%s\n' county/broken.json
from_input list check --files-from -
check 'a list may be the standard input' tells county/broken.json
from_input "$full" check -
check 'a data file may be the standard input' says '^-: 没有问题|^-: 提示'
cat "$smallest" | "$jixiao" check - >out 2>err
check 'a pipe, too' says '^-:1:1: 错误 E01'
from_input "$full" build --to=document.xml -
check 'an intermediate of it is printed' says '<documents? '
check 'a set of it has no name' ends 3 build -
check 'that is said' complains 'U074'
head -c 70000000 /dev/zero | tr '\0' ' ' | "$jixiao" check - >out
check 'one that is too large is refused' says ' J002: '
"$jixiao" check - <"$work" >out
check 'one that cannot be read is a fault' says ' X013: '
"$jixiao" check - <&- >out
check 'one that is closed is said in Chinese' says ' X013: .*（没有打开）'
for twice in '- -' '--files-from - -' '--files-from - --files-from -'; do
    # shellcheck disable=SC2086
    printf 'county/broken.json\n' | "$jixiao" check $twice >out 2>err
    check "the standard input is not read twice: $twice" complains \
        '^用法 U0(80|73)'
done
list '%s\n' - county/broken.json
from_input "$full" check --files-from list -
check 'what is named and in a list is read once' tells - county/broken.json
check 'a stage of a folder of several is wrong usage' \
    ends 3 build --to=document.xml county

# --- parts --------------------------------------------------------------------
mkdir many
for k in {1..40}; do
    echo '{' >"many/第${k}个.json"
done
# parts FOLDER N: the files that each part tells of.
parts() {
    local part

    for ((part = 1; part <= $2; part++)); do
        ends 2 check --shard "$part/$2" "$1" || ends 0 check --shard \
            "$part/$2" "$1"
        told | tr ' ' '\n'
    done
}
parts many 3 | sort >parts
find many -name '*.json' | sort >whole
check 'the parts of a run are the whole, and share nothing' is_same whole parts
ends 2 check --shard 2/3 many
told >second
cp -r many elsewhere
rm elsewhere/第1?个.json
ends 2 check --shard 2/3 "$work/elsewhere"
told | sed "s:$work/elsewhere:many:g" >of_fewer
tr ' ' '\n' <second | grep -v '第1.个' | paste -sd ' ' >expected
check 'a part is the same elsewhere, whatever else there is' \
    is_same expected of_fewer
mkdir one
cp "$smallest" one/x.json
for part in 1/2 2/2; do
    "$jixiao" check --shard $part one >out 2>&1
    echo $?
done | sort | paste -sd ' ' >statuses
check 'a part may be empty' [ "$(cat statuses)" = '0 2' ]
for wrong in 0/2 3/2 2 2/ /2 1/100001 a/b 1/2/3 ''; do
    check "the part \"$wrong\" is wrong usage" ends 3 check --shard "$wrong" one
done
check 'how to write a part is said' complains 'U070'

# --- processes -----------------------------------------------------------------
# parallel VERB ARGUMENT...: with processes as without, in files and in words.
parallel() {
    ends "$@" -o serial
    mv out serial.out
    sed 's/serial/parallel/g' err >serial.err
    sed -i 's/^serial/parallel/' serial.out
    ends "$@" -o parallel -j 3
    is_same serial.out out && is_same serial.err err
}
check 'processes print of a build what one does' \
    parallel 2 build --format html,docx county
check 'processes make the same sets' is_same serial parallel
check 'sets of one name are told apart' [ -d 'parallel/data（a）' ]
check 'sets that were made are no data' ends 3 check parallel
for report in text json sarif; do
    check "processes report as $report what one does" \
        parallel 2 check --report $report county
done
mkdir torn && cp -rL "$data/schemas" "$data/stylesheets" torn/
echo '<torn' >torn/stylesheets/hunan-county-2023/forms.xsl
ends 4 build --format html --data-dir torn -o none county
cp err serial.err
ends 4 build --format html --data-dir torn -o none -j 3 county
check 'what processes cannot share is said as without them' \
    is_same serial.err err
check 'of each file' says '^county/b/data.json: 系统 V002: .*forms\.xsl' err
for jobs in '' '-j 2'; do
    # shellcheck disable=SC2086
    "$jixiao" check $jobs county --summary "summary$jobs.jsonl" \
        --summary "summary$jobs.html" >out 2>err
done
check 'processes give a summary what one does' \
    is_same summary.jsonl 'summary-j 2.jsonl'
check 'a summary has a line a file' [ "$(wc -l <summary.jsonl)" -eq 4 ]
mkdir gbk
cp "$smallest" $'gbk/\xbd\xcc.json'
cp "$full" $'gbk/\xbd\xcd.json'
check 'names that are no UTF-8 cost nothing' \
    ends 2 check -j 2 gbk --summary gbk.jsonl --summary gbk.csv
check 'the run has no finding of them' says_not 'J005' err
ends 1 summary gbk.jsonl --summary read.csv
check 'their bytes are in records, which can be read' \
    says '"gbk/〔0xBD〕〔0xCD〕\.json"' read.csv
check 'as they are in rows' is_same gbk.csv read.csv
check 'processes may be as many as processors' ends 2 check -j 0 county
for part in 1/2 2/2; do
    "$jixiao" build --format html,docx --shard $part -o shards county \
        >out 2>err
done
check 'parts make the same sets' is_same serial shards
"$jixiao" check county --quiet >out 2>err
check '--quiet prints totals alone' \
    [ "$(grep -vc '^  ' out) $(grep -vc Z004 err)" = '2 0' ]
check 'one unit and year in two files is a finding of the run' \
    complains '^county/a/data.json: 警告 Z004: .*数据文件：.*county/b/data.json；'
"$jixiao" build --quiet --format html -o quiet county >out 2>err
check '--quiet says nothing of what is made' [ ! -s out ]
check 'a run to a full disk says so' ends 4 build -j 2 --format html \
    -o /dev/full/none county/a
for wrong in -1 1025 x ''; do
    check "\"$wrong\" processes are wrong usage" ends 3 check -j "$wrong" county
done
check 'how many there may be is said' complains 'U071.*0 至 1024'
check 'no time at all is wrong usage' ends 3 check --time-limit 0 county
check 'no memory at all is wrong usage' ends 3 check --memory-limit 0 county
check 'rules that cannot be changed are told once' \
    ends 3 check -j 2 --disable Z99 county
check 'of no file' [ "$(grep -c U018 err) $(wc -c <out)" = '1 0' ]

# --- limits ---------------------------------------------------------------------
# A pipe that somebody holds open and writes nothing to lasts as long.
mkdir stuck
cp "$smallest" stuck/a.json
mkfifo stuck/b.json
cp "$full" stuck/c.json
exec 9<>stuck/b.json

check 'a file may last no longer than it may' \
    ends 4 check -j 2 --time-limit 1 stuck/*.json
check 'it has a finding' says '^stuck/b.json: 系统 X081: .*超过了 1 秒'
check 'the others are checked' says '^共 3 个文件：未能检查 1，有错误 1，无问题 1$'
check 'in their order' tells stuck/a.json stuck/b.json stuck/c.json
check 'a limit of time needs no -j' ends 4 check --time-limit 1 stuck/*.json

# What ^Z stops is the whole run; by then the file has had its time twice.
mkdir paused
mkfifo paused/b.json
exec 8<>paused/b.json
setsid "$jixiao" check -j 1 --time-limit 3 paused/b.json >out 2>err 8>&- &
run=$!
sleep 1
kill -STOP -- -$run
sleep 6
kill -CONT -- -$run
sleep 0.5
cat "$smallest" >&8
exec 8>&-
wait $run
check 'a pause of all is no time of a file' [ $? -eq 2 ]
check 'nothing is said of it' says_not 'X081'

# has_open PROCESS FILE
has_open() {
    local open

    for open in /proc/"$1"/fd/*; do
        [ "$open" -ef "$2" ] && return
    done
    return 1
}

# The process that is at the pipe, of the run that is $run.
at_pipe() {
    local process

    for _ in {1..100}; do
        for process in $(pgrep -P "$run"); do
            if has_open "$process" stuck/b.json; then
                echo "$process"
                return
            fi
        done
        sleep 0.05
    done
}
# begin ARGUMENT...: the run goes on by itself until it is stuck.  A shell has
# what is in the background ignore SIGINT.
begin() {
    env --default-signal=INT "$jixiao" "$@" >out 2>err 9>&- &
    run=$!
    worker=$(at_pipe)
}
# finish STATUS: whether it ends so.
finish() {
    local status=0

    wait "$run" || status=$?
    [ $status -eq "$1" ]
}

begin check -j 2 stuck/*.json
kill -9 "$worker"
check 'a process that dies costs its file' finish 4
check 'it has a finding' says '^stuck/b.json: 系统 X080: .*（信号 9）'
check 'the others are checked' says '^共 3 个文件：未能检查 1，有错误 1，无问题 1$'

begin check -j 3 stuck/*.json
kill -INT "$run"
sleep 0.3
cat "$smallest" >stuck/b.json &
exec 9>&-
check 'an interrupt lets processes finish' finish 2
check 'all that was begun is told' tells stuck/a.json stuck/b.json stuck/c.json
exec 9<>stuck/b.json

# A set that an earlier run has left half way: a file of it is gone.
mkdir -p cut/b
echo '{ "files": [{ "name": "index.html", "size": 1, "sha256": "0", "number": 0,
    "former": "" }], "edited": [], "removed": [] }' \
    >cut/b/更新未完成，请再运行一次jixiao.txt
begin build -j 1 --format html -o cut --summary cut.csv stuck/*.json
kill -INT "$run"
sleep 0.3
kill -INT "$run"
check 'a second interrupt ends them' finish 4
check 'what was not done is counted' complains 'X084.*还有 2 个文件没有做'
check 'what an earlier run has left is said' complains '^stuck/b.json: 系统 X037: cut/b '
check 'there is no summary of a part' [ ! -e cut.csv ]
check 'what was done is whole' [ -f cut/a/manifest.json ]

begin check -j 2 stuck/*.json
kill -9 "$run"
finish 137 2>killed
cat "$smallest" >stuck/b.json &
exec 9>&-
for _ in {1..100}; do
    kill -0 "$worker" 2>/dev/null || break
    sleep 0.05
done
check "processes end where the run is killed" \
    [ ! -e "/proc/$worker" ]
wait

# Where a sanitiser has taken all that there is there is no limit.
if grep -q __asan_init "$jixiao"; then
    echo 'skip a limit of memory: the sanitiser has none'
else
    mkdir large
    jq '.projects |= [range(300) as $k | .[] | .id += "\($k)"]' "$full" \
        >large/large.json
    cp "$smallest" large/small.json
    check 'a file may take no more memory than it may' \
        ends 4 check --memory-limit 20 large
    check 'it has a finding' \
        says '^large/large.json: 系统 X082: .*最多用 20 MB'
    check 'the others are checked' says '^共 2 个文件：未能检查 1，有错误 1$'
    (ulimit -v 100000 && exec "$jixiao" check -j 2 large) >out 2>err
    check 'the limit told is that of the system where it is lower' \
        says '^large/large.json: 系统 X082: .*最多用 [1-9][0-9] MB'
fi

# few_descriptors COUNT STATUS ARGUMENT...: as ends.
few_descriptors() {
    (ulimit -n "$1" && exec "$jixiao" "${@:3}") >out 2>err
    [ $? -eq "$2" ]
}
check 'no process at all is a fault' \
    few_descriptors 4 4 check -j 2 county/a/data.json county/broken.json
check 'what is not done is counted' complains 'X083.*其余 2 个文件没有做'
check 'fewer processes do, too' few_descriptors 20 2 check -j 100 many

# --- going on ---------------------------------------------------------------------
mkdir year
cp "$smallest" year/a.json
jq '.county += "乙"' "$smallest" >year/b.json
# goes_on STATUS ARGUMENT...: $made has the sets that were made.
goes_on() {
    ends "$1" "${@:2}" --resume --format html -o kept year
    local status=$?
    made=$(sed -n 's/^kept\/\([^:]*\): .*/\1/p' out | paste -sd ' ')
    return $status
}
check 'a run that is to go on makes all at first' goes_on 2 build -j 2
check 'all of it' [ "$made" = 'a b' ]
cp err first
check 'the same again makes nothing' goes_on 2 build
check 'nothing at all' [ "$made" = '' ]
check 'and tells the same' is_same first err
jq '.county += "丙"' "$smallest" >year/b.json
goes_on 2 build
check 'data that has changed is made again' [ "$made" = b ]
echo edited >>kept/a/index.html
goes_on 2 build
check 'a set that somebody has edited is made again' [ "$made" = a ]
rm kept/b/index.html
goes_on 2 build
check 'a set that lacks a file is made again' [ "$made" = b ]
touch kept/b/.jixiao-1.new
goes_on 2 build
check 'what a killed run has left is said' complains 'X036: kept/b '
goes_on 2 build
check 'and not once more' says_not X036 err
goes_on 2 build
check 'after which all is known again' [ "$made" = '' ]
goes_on 2 build --disable E01
check 'another option makes all again' [ "$made" = 'a b' ]
goes_on 2 build --disable E01 --previous year
check "last year's data makes all again" [ "$made" = 'a b' ]
mkdir own
cp -r "$OLDPWD/schemas" "$OLDPWD/stylesheets" own
goes_on 2 build --data-dir own
goes_on 2 build --data-dir own
check 'an edition of the own is known again' [ "$made" = '' ]
echo >>own/schemas/hunan-county-2023/rules.xml
goes_on 2 build --data-dir own
check 'another edition makes all again' [ "$made" = 'a b' ]
mkdir faces
goes_on 2 build --font-dir faces
goes_on 2 build --font-dir faces
check 'the same fonts are known again' [ "$made" = '' ]
echo >faces/new.ttf
goes_on 2 build --font-dir faces
check 'another font makes all again' [ "$made" = 'a b' ]
mkdir -p home/.fonts
export HOME=$work/home
goes_on 2 build
goes_on 2 build
check 'fonts of this machine are known again' [ "$made" = '' ]
echo >home/.fonts/new.ttf
goes_on 2 build
check 'another one makes all again' [ "$made" = 'a b' ]
for memo in kept/.jixiao/*; do
    truncate -s -1 "$memo"
done
goes_on 2 build
check 'a record that is cut makes all again' [ "$made" = 'a b' ]
rm -r kept/.jixiao
touch kept/.jixiao
goes_on 2 build
check 'where none can be kept all is made' [ "$made" = 'a b' ]
# Whether a set is half way while the process that makes it is stopped.
stops_half_way() {
    local process

    process=$(pgrep -P "$run") || return
    kill -STOP "$process"
    sleep .01
    [ -z "$(find changing -name '.jixiao-*.new' 2>/dev/null)" ] ||
        return 0
    kill -CONT "$process"
    return 1
}
cp "$full" year/b.json
for _ in {1..60}; do
    rm -rf changing
    "$jixiao" build --resume -o changing year/b.json >out 2>err &
    run=$!
    while kill -0 $run 2>/dev/null; do
        if stops_half_way; then
            cp "$smallest" year/b.json
            kill -CONT "$(pgrep -P $run)"
            break 2
        fi
        sleep .002
    done
done
wait $run
check 'data that changes while a set is made' cmp "$smallest" year/b.json
check 'is other data' ends 2 build --resume -o changing year/b.json
check 'and made' says '^changing/b: '
ends 2 build --resume --to=document.xml -o stage year/b.json
cp out first
ends 2 build --resume --to=document.xml -o stage year/b.json
check 'what is between the stages is printed each time' is_same first out
cd year && cp "$full" ./- && cd ..
(cd year && "$jixiao" check --resume -o ../checked - <"$smallest") >out 2>err
(cd year && "$jixiao" check --resume -o ../checked - <"$full") >out 2>err
check 'the standard input is read each time' says '^-: 没有问题|^-: 提示' out
ends 2 check --resume -o checked year
cp out first
ends 2 check --resume -o checked year
check 'a check that goes on tells the same' is_same first out
ends 4 check --resume -o checked none.json
cp "$full" none.json
check 'what could not be done is done again' ends 0 check --resume \
    -o checked none.json

mkdir wrong && cp -rL "$data/schemas" "$data/stylesheets" wrong/
echo '{ "columns": 1 }' >wrong/schemas/hunan-county-2023/summary.json
check 'a data file that cannot be recorded is a failure' ends 4 check \
    --data-dir wrong --resume -o unrecorded year
check 'what is wrong is said in Chinese' \
    complains 'S003: 版本的汇总各列缺少成员“names”'
check 'nothing is kept of what could not be recorded' \
    [ -z "$(find unrecorded -path '*.jixiao/*' 2>/dev/null)" ]

mkdir pipe
mkfifo pipe/x.json
ends 4 check --resume --time-limit 5 -o checked pipe/x.json
check 'a run that is to go on waits for no pipe' says ' X017: '
timeout 20 dd if="$smallest" of=pipe/x.json status=none &
ends 2 check --resume -o checked pipe/x.json
timeout 20 dd if="$full" of=pipe/x.json status=none &
check 'what came out of one is read each time' \
    ends 0 check --resume -o checked pipe/x.json
wait

# --- a terminal -------------------------------------------------------------------
on_terminal() {
    TERM=xterm script -qec "$jixiao $*" /dev/null </dev/null >screen
}
exec 9<>stuck/b.json
on_terminal check -j 1 --time-limit 2 stuck/*.json
exec 9>&-
check 'a terminal has a bar' says '\[#+-+\] [0-9]+/3' screen
check 'with the rate and the time left' says '个/秒  还需 [0-9]+:[0-9][0-9]' \
    screen
check 'and no line a file' says_not '^\[1/3\]' screen
on_terminal check --quiet stuck/a.json county
check '--quiet leaves the bar out' says_not '#' screen
exit $failed
