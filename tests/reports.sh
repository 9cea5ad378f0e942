#!/usr/bin/env bash
# What `check` says: as text with and without a terminal, as JSON valid against
# the project's own schema, and as SARIF valid against the standard's.
set -u
cd "$(dirname "$0")/.." || exit
jixiao=$(realpath "${JIXIAO:-build/jixiao}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh
unset NO_COLOR
escape=$(printf '\033')

full=input/example-full-2024.json
filed=input/taojiang-hrss-2023.json
broken="$work/坏 了:50%.json"
printf '{ "edition": "hunan-county-2023",\n  "year" 2023 }\n' >"$broken"
missing=$work/none.json

# --- the same runs in every format -----------------------------------------
# run NAME ARGUMENT...: the reports of one run, and its exit status, which no
# format changes; JSON counts what SARIF has.
run() {
    local name=$1 status=0 same=0

    shift
    "$jixiao" check "$@" >"$work/$name.text" 2>"$work/$name.err" || status=$?
    "$jixiao" check --report json "$@" >"$work/$name.json" 2>/dev/null || same=$?
    check "$name: JSON has the exit status" [ $same -eq $status ]
    same=0
    "$jixiao" check --report sarif "$@" >"$work/$name.sarif" 2>/dev/null ||
        same=$?
    check "$name: SARIF has the exit status" [ $same -eq $status ]
    check "$name: JSON names the exit status" \
        [ "$(jq .status "$work/$name.json")" = $status ]
    check "$name: SARIF names the exit status" \
        [ "$(jq '.runs[0].invocations[0].exitCode' "$work/$name.sarif")" \
        = $status ]
    check "$name: JSON and SARIF have as many findings" \
        [ "$(jq '[.files[].findings[], .faults[]] | length' \
            "$work/$name.json")" = \
        "$(jq '.runs[0] | (.results | length) +
            (.invocations[0].toolExecutionNotifications | length)' \
            "$work/$name.sarif")" ]
}

run full "$full"
run filed "$filed"
run English --lang en "$filed"
run changed --level A11=hint --param A12.ceiling=150 "$filed"
run broken "$broken"
run missing "$missing"
run folder input
run several "$full" "$filed" "$broken" "$missing"
run usage --no-such-option "$full"
run refused --disable Z99 "$full" "$filed"

# An archive that lacks a file is reported in the same documents.
node tests/archive/write.mjs "$work/archive"
rm "$work/archive/数据/示例.json"
for format in json sarif; do
    "$jixiao" verify --report $format "$work/archive" >"$work/archive.$format"
done

# The schema of reports as that of an edition: only its shape is looked at.
edition=$work/data/schemas/hunan-county-2023
mkdir -p "$edition"
cp -r stylesheets "$work/data/"
cp -r schemas/common "$work/data/schemas/"
jq '.properties.edition = {"type": "string"} | .["x-assert-format"] = true' \
    schemas/common/report.schema.json >"$edition/submission.schema.json"
echo '<formulas xmlns="urn:jixiao:formulas:1"/>' >"$edition/formulas.xml"
echo '<rules xmlns="urn:jixiao:rules:1"/>' >"$edition/rules.xml"

keeps_to_schema() {
    jq '. + {"edition": "hunan-county-2023"}' "$1" >"$work/report.json"
    "$jixiao" check --data-dir "$work/data" --lang en "$work/report.json" \
        >"$work/out" 2>&1
    says_not ' (S|V|J)[0-9]+: '
}

for report in "$work"/*.json; do
    case $report in */report.json | "$broken") continue ;; esac
    check "JSON $(basename "$report" .json) keeps to its schema" \
        keeps_to_schema "$report"
done
jq 'del(.status) | .files[0].findings[0].level = "bad"' "$work/filed.json" \
    >"$work/wrong.json"
keeps_to_schema "$work/wrong.json" >/dev/null
check 'JSON that does not is seen' says 'S002.*findings/0/level'

if ! [ -d tests/node_modules/@microsoft/jest-sarif ]; then
    echo 'skip SARIF: there is no @microsoft/jest-sarif; ./build.sh test gets it'
elif ! command -v node >/dev/null; then
    echo 'skip SARIF: there is no node'
else
    node tests/sarif.mjs "$work"/*.sarif || failed=1
fi

# --- text --------------------------------------------------------------------
text=$work/filed.text

# Every line 同上 follows its rule's, or another of them.
groups_are_whole() {
    awk '$2 == "同上" { if ($3 != code) { print; exit 1 } }
        { code = $3 }' "$text"
}

# No rule of the edition is told in full more often than three times.
is_told_seldom() {
    [ "$(awk '$3 ~ /^[A-E][0-9]+[a-z]?:$/ && $2 != "同上" { print $3 }' \
        "$text" | sort | uniq -c | sort -n | tail -n 1 |
        awk '{ print $1 }')" -le 3 ]
}

# The summary counts what is listed.
sums_up() {
    local listed counted

    listed=$(grep -cE "^$filed:[0-9]+:" "$text")
    counted=$(awk '/^  / { sum += $3 } END { print sum }' "$text")
    [ "$listed" -gt 0 ] && [ "$listed" -eq "$counted" ]
}

check 'a rule of many places has them together' groups_are_whole
check 'a rule of many places is told once' is_told_seldom
check 'the summary counts what is listed' sums_up
check 'several files end with a total' \
    says '^共 4 个文件：未能检查 1，有错误 2，' "$work/several.text"
check 'one file has no total' says_not '^共 ' "$text"
check 'English says likewise' says ': likewise [A-E][0-9]' "$work/English.text"
check 'English has no Chinese words of its own' \
    says_not '同上|应为|错误|警告' "$work/English.text"
check 'a fault of use goes to the error stream' \
    says '^用法 U006' "$work/usage.err"
check 'a fault of use is no part of the report' [ ! -s "$work/usage.text" ]

# --- colours -----------------------------------------------------------------
# on_terminal VARIABLE=VALUE...: what a terminal gets in that environment.
on_terminal() {
    env "$@" script -qec "'$jixiao' check '$filed'" /dev/null \
        </dev/null >"$work/out" 2>&1
}

ends 2 check "$filed"
check 'a file gets no colours' says_not "$escape"
on_terminal TERM=xterm
check 'a terminal gets colours' says "$escape\[31m错误$escape\[0m"
check 'a terminal gets places in bold' says "^$escape\[1m$filed:[0-9:]+$escape"
on_terminal TERM=xterm NO_COLOR=
check 'an empty NO_COLOR says nothing' says "$escape"
on_terminal TERM=xterm NO_COLOR=1
check 'NO_COLOR is heeded' says_not "$escape"
on_terminal TERM=dumb
check 'a dumb terminal gets no colours' says_not "$escape"
on_terminal -u TERM
check 'an unknown terminal gets no colours' says_not "$escape"

# --- the line of the file ----------------------------------------------------
caret='^ +[|] +\^.?$'    # a terminal ends lines with CR LF

on_terminal TERM=dumb COLUMNS=60
check 'a terminal gets the line and a caret' says "$caret"
check 'and no line is wider than it is' \
    [ "$(grep -A1 -E '^ +[0-9]+ [|] ' "$work/out" | wc -L)" -lt 60 ]
ends 2 check "$filed"
check 'a file gets none' says_not "$caret"
ends 2 check --caret always "$filed"
check 'unless it is asked for' says "$caret"
env script -qec "'$jixiao' check --caret never '$filed'" /dev/null \
    </dev/null >"$work/out" 2>&1
check 'a terminal may do without' says_not "$caret"

# has_place FILE: every place of a finding that is told in full is right above
# its caret, the file having one column a character.
has_place() {
    awk -F: '/^[^ ].*: (error|warning|hint) / { column = $3 }
        / [|] +\^$/ { n++; if (length($0) != 8 + column) bad = 1 }
        END { exit !n || bad }' "$1"
}

jq -n '{edition: "hunan-county-2023", year: "x", bad: 1}' >"$work/ascii.json"
ends 2 check --lang en --caret always "$work/ascii.json"
check 'the caret is under the column' has_place "$work/out"
cp "$work/out" "$work/read"
"$jixiao" check --lang en --caret always - <"$work/ascii.json" |
    sed "s|^-:|$work/ascii.json:|" >"$work/out"
check 'of the standard input, too' diff "$work/read" "$work/out"
ends 2 check -j 2 --lang en --caret always "$work/ascii.json"
check 'and where another process reads the file' \
    diff <(grep -v '^1 file' "$work/read") <(grep -v '^1 file' "$work/out")
ends 2 check --lang en --caret always "$broken"
check 'a text that is no JSON has a line, too' says '^    2 .   "year" 2023 }$'
ends 2 build --caret always -o "$work/set" "$broken"
check 'so has what build says' says "$caret" "$work/err"

# The bytes that were read are shown: a pipe has them only once.
jq -c '.projects = [range(5000) | {bad: 1}]' "$full" >"$work/many.json"
mkfifo "$work/pipe.json"
cat "$work/many.json" >"$work/pipe.json" &
ends 2 check --caret always "$work/pipe.json"
check 'a long line is cut around the place' says '[|] [.]{3}.*[.]{3}$'
check 'a finding of many has its caret' \
    [ "$(grep -cE "$caret" "$work/out")" -ge 3 ]
exit $failed
