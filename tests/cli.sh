#!/usr/bin/env bash
# The command line: verbs, options, exit statuses, and the same bytes always.
set -u
cd "$(dirname "$0")/.." || exit
jixiao=$(realpath "${JIXIAO:-build/jixiao}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# check NAME CONDITION...: the condition is a command.
check() {
    local name=$1

    shift
    if "$@"; then
        echo "ok $name"
    else
        echo "not ok $name: $*"
        failed=1
    fi
}

# ends STATUS ARGUMENT...: what it prints goes to $work/out and $work/err.
ends() {
    local expected=$1 status=0

    shift
    "$jixiao" "$@" >"$work/out" 2>"$work/err" </dev/null || status=$?
    [ $status -eq "$expected" ]
}

says() {
    grep -qE -- "$1" "$work/out"
}

complains() {
    grep -qE -- "$1" "$work/err"
}

valid=input/smallest.json
full=input/example-full-2024.json
filed=input/taojiang-hrss-2023.json

is_same() {
    [ -s "$1" ] && diff "$1" "$2"
}

# --- usage ---------------------------------------------------------------
check '--help ends with 0' ends 0 --help
check '--help names every verb' says 'build.*|check|schema'
for verb in build check schema; do
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
check 'an unknown format is wrong usage' ends 3 build --format pdf "$valid"
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
    [ $? -eq 4 ] && complains ' X030: '
}
for verb in check 'build --to=document.xml'; do
    # shellcheck disable=SC2086
    check "$verb to a full disk is a fault of the system" \
        fails_aloud $verb "$valid"
done

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

# --- data-dir ------------------------------------------------------------
mkdir "$work/data"
cp -r schemas stylesheets "$work/data/"
ends 0 build --to=document.xml "$full" && cp "$work/out" "$work/built-in.xml"
check '--data-dir takes a folder' \
    ends 0 build --data-dir "$work/data" --to=document.xml "$full"
check '--data-dir with the same files makes the same' \
    cmp "$work/out" "$work/built-in.xml"
echo x >>"$work/data/schemas/hunan-county-2023/report.schema.json"
check 'a broken schema in --data-dir is a fault of the system' \
    ends 4 check --data-dir "$work/data" "$full"
check 'an empty --data-dir is a fault of the system' \
    ends 4 build --data-dir "$work" --to=document.xml "$full"

# --- what is written -----------------------------------------------------
# Only what changes is touched: the numbers of the files tell.
check 'a set is written' ends 0 build -o "$work/set" "$full"
stat -c '%i %n' "$work"/set/*/* >"$work/before"
check 'the same set is made again' ends 0 build -o "$work/set" "$full"
stat -c '%i %n' "$work"/set/*/* >"$work/after"
check 'what has not changed is not touched' is_same "$work/before" "$work/after"

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
        "$jixiao" build --format html,docx,flat-opc -o set \
        "${full##*/}" >/dev/null 2>&1
)
env -i LC_ALL=C TZ=UTC "$jixiao" build --format html,docx,flat-opc \
    -o "$work/here" "$full" >/dev/null 2>&1
check 'the same input gives the same bytes anywhere' \
    diff -r "$work/elsewhere/set" "$work/here"
check 'one format more changes no other' \
    diff -r -x manifest.json -x index.html -x '*.xml' -x '*.docx' \
    "$work/here" "$work/set"
exit $failed
