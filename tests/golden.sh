#!/usr/bin/env bash
# Run every case of tests/golden, or those named, and compare what it makes
# with each expected.* of the case:
#
#   expected.findings         what `check` says, and the exit status
#   expected.submission.xml   the facts, typed and computed
#   expected.document.xml     the page model of all attachments
#   expected.<附件>.html      an attachment as HTML, its style left out
#   expected.<附件>.marked.html   the same with what was found marked
#   expected.<附件>.word.xml  the document part of the same as Word
#
# A case is a folder with input.json, or with a file `input` that holds the
# path of a data file.
#
#   UPDATE=1 tests/golden.sh CASE...   show the difference, then accept it;
#                                      an empty expected.* is filled
#   JIXIAO=build/asan/jixiao RUNNER="valgrind -q --error-exitcode=9"
#                                      another program, or under another
set -u
cd "$(dirname "$0")/.." || exit
jixiao=${JIXIAO:-build/jixiao}
read -ra runner <<<"${RUNNER-}"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
failed=0
word_body="//*[local-name()='part'][@*[.='/word/document.xml']]/*/*"

run() {
    ${runner[@]+"${runner[@]}"} "$jixiao" "$@"
}

# One tag a line, so that a difference can be read.
break_tags() {
    sed 's,><,>\n<,g' "$@"
}

# run_well FILE ARGUMENT...: what it prints goes to FILE; what it says counts
# only where it fails, since the findings are compared by themselves.
run_well() {
    local file=$1

    shift
    run "$@" >"$file" 2>"$made/said"
    [ $? -le 2 ] || cat "$made/said"
}

# Print what the program makes of the data file in the given kind.
make_kind() {
    local input=$1 kind=$2

    case $kind in
    findings)
        run check "$input" 2>&1
        echo "exit status $?"
        ;;
    submission.xml | document.xml)
        run_well "$made/tree" build --to="$kind" "$input"
        break_tags "$made/tree"
        ;;
    *.marked.html)
        make_attachment "$input" "${kind%%.*}" html
        print_page "${kind%%.*}"
        ;;
    *.html)
        make_attachment "$input" "${kind%%.*}" html --clean
        print_page "${kind%%.*}"
        ;;
    *.word.xml)
        make_attachment "$input" "${kind%%.*}" flat-opc
        xmllint --nonet --xpath "$word_body" \
            "$made"/set/*/*"${kind%%.*}"*.xml | break_tags
        ;;
    esac
}

# make_attachment FILE ATTACHMENT FORMAT [OPTION...]
make_attachment() {
    rm -rf "$made/set"
    run_well /dev/null build --only "$2" --format "$3" -o "$made/set" \
        "${@:4}" "$1"
}

print_page() {
    break_tags "$made"/set/*/*"$1"*.html | sed '/<style>/,/<\/style>/d'
}

compare() {
    local name=$1 kind=$2 expected=tests/golden/$1/expected.$2
    local got=$made/got

    make_kind "$input" "$kind" >"$got" 2>&1
    if diff -u --label "$expected" --label "made now" "$expected" "$got" \
        >"$made/difference"; then
        echo "ok $name: $kind"
    elif [ "${UPDATE-}" ]; then
        cat "$made/difference"
        cp "$got" "$expected"
        echo "ok $name: $kind: accepted"
    else
        echo "not ok $name: $kind: differs from $expected"
        head -n 60 "$made/difference"
        failed=1
    fi
}

[ $# -gt 0 ] || set -- tests/golden/*/
for case; do
    name=$(basename "$case")
    input=tests/golden/$name/input.json
    [ -e "$input" ] || input=$(cat "tests/golden/$name/input")
    for expected in "tests/golden/$name"/expected.*; do
        compare "$name" "${expected##*/expected.}"
    done
done
exit $failed
