#!/usr/bin/env bash
# Attack the harnesses of tests/fuzz/targets, or those named, for a while each:
#
#   tests/fuzz/run.sh [--seconds N] [TARGET...]
#
# They start from tests/fuzz/corpus and from what the program and its examples
# hold, and go on from what former runs have found new (build/fuzz/grown).
# What ends one is kept in build/fuzz/found/<target>/; it belongs into the
# corpus once it is mended.  For each a line is printed: runs, edges of the
# program's code that were reached, files that ended it.
set -eu
cd "$(dirname "$0")/../.."
seconds=3600
[ "${1-}" != --seconds ] || { seconds=$2; shift 2; }
seeds=build/fuzz/seeds
export LC_ALL=C.UTF-8
export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1

# put TARGET FILE...: as seeds, under names that are their digests.
put() {
    local file

    mkdir -p "$seeds/$1"
    for file in "${@:2}"; do
        cp "$file" "$seeds/$1/$(sha256sum "$file" | head -c 16)"
    done
}

# Those that are no larger than a harness takes in good time.
small() {
    find "${@:2}" -type f -size -"$1" ! -name '.*'
}

gather_data() {
    local file

    mapfile -t files < <(small 40k input -name '*.json')
    for target in json data pipeline compare; do
        put "$target" "${files[@]}"
    done
    mapfile -t files < <(small 20k schemas -name '*.json')
    put json "${files[@]}"
    for file in "${files[@]}"; do
        printf '\0{"year": 2024}' | cat "$file" - >"$work/schema"
        put schema "$work/schema"
    done
}

# A line that names the file, and the file.
gather_edition() {
    local file

    while read -r file; do
        { echo "$file"; cat "tests/fuzz/edition/$file"; } >"$work/edition"
        put edition "$work/edition"
        case $file in *.xsl) put stylesheet "tests/fuzz/edition/$file" ;; esac
    done < <(cd tests/fuzz/edition && find . -type f -printf '%P\n')
}

# A line that names the part, and the part.
gather_workbook() {
    local file

    build/jixiao sheet -o "$work/book.xlsx" input/smallest.json \
        >"$work/said" 2>&1
    put workbook "$work/book.xlsx"
    mkdir "$work/book"
    (cd "$work/book" && unzip -q ../book.xlsx)
    while read -r file; do
        { echo "$file"; cat "$work/book/$file"; } >"$work/part"
        put workbook "$work/part"
    done < <(cd "$work/book" && find . -name '*.xml' -printf '%P\n' \
        -o -name '*.rels' -printf '%P\n')
}

gather_made() {
    local ran=0

    build/jixiao build --format docx,flat-opc -o "$work/set" \
        input/smallest.json >"$work/said" 2>&1 || ran=$?
    [ "$ran" -le 2 ]
    put returned "$work"/set/*/*附件2*.docx "$work"/set/*/*附件2*.xml
    build/jixiao archive --as-filed --zip -o "$work/archive" \
        input/smallest.json >/dev/null 2>&1 || ran=$?
    put archive "$work"/archive/*/manifest.xml
    build/jixiao build --to document.xml input/smallest.json \
        >"$work/page" 2>/dev/null || ran=$?
    put page "$work/page"
    gather_workbook
}

# Those of this machine, cut to the characters that the harness asks for, since
# most are larger than a harness takes in good time.
gather_fonts() {
    local file

    mapfile -t files < <(find -L /usr/share/fonts build/fonts -type f \
        -name '*.[ot]t[fc]' | sort)
    for file in "${files[@]}"; do
        hb-subset --text='Ag5%一笔' --output-file="$work/font" "$file" \
            2>/dev/null && put font "$work/font"
    done
    [ -d "$seeds/font" ] || echo "There is no font to begin from." >&2
}

# attack_once TARGET SECONDS: until the time is over or something ends it.
attack_once() {
    "build/fuzz/fuzz/$1" -max_total_time="$2" -timeout=60 \
        -rss_limit_mb=3000 -max_len=200000 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/found/$1/" \
        "build/fuzz/grown/$1" "tests/fuzz/corpus/$1" "$seeds/$1" \
        >>"build/fuzz/logs/$1" 2>&1
}

# What libFuzzer's lines say, of all times that it was begun.
told() {
    awk -v target="$1" -v found="$(find "build/fuzz/found/$1" -type f | wc -l)" '
        / cov: [0-9]+/ { for (k = 1; k < NF; k++)
            if ($k == "cov:" && $(k + 1) > edges) edges = $(k + 1) }
        /number_of_executed_units/ { runs += $2 }
        END { printf "%-12s %10d runs %7d edges %3d found\n",
            target, runs, edges, found }' "build/fuzz/logs/$1"
}

attack() {
    local end=$((SECONDS + seconds))

    mkdir -p "build/fuzz/grown/$1" "build/fuzz/found/$1" build/fuzz/logs \
        "tests/fuzz/corpus/$1" "$seeds/$1"
    : >"build/fuzz/logs/$1"
    while [ $SECONDS -lt $end ]; do
        attack_once "$1" $((end - SECONDS)) || true
    done
    told "$1"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
make -s -j2 -f pipeline/Makefile program
make -s -j2 -f pipeline/Makefile VARIANT=fuzz fuzz
rm -rf "$seeds"
gather_data
gather_edition
gather_made
gather_fonts
if [ $# -eq 0 ]; then
    mapfile -t sources < <(printf '%s\n' tests/fuzz/targets/*.c)
    set -- "${sources[@]##*/}"
    set -- "${@%.c}"
fi
for target; do
    attack "$target"
done
