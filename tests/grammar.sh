#!/usr/bin/env bash
# For every data file: submission.xml and document.xml keep to their grammars,
# and so does what a build makes of them: marks, the set, its check report.
set -u
cd "$(dirname "$0")/.." || exit
jixiao=${JIXIAO:-build/jixiao}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
. tests/checks.sh

# check_grammar FILE STAGE: what the stage prints is valid.
check_grammar() {
    local name="$1: $2.xml keeps to its grammar" said

    "$jixiao" build --to="$2.xml" "$1" >"$made/$2.xml" 2>"$made/said"
    if [ ! -s "$made/$2.xml" ]; then
        # Nothing comes out of a file whose shape is wrong; that is a golden
        # case's business.
        case $1 in tests/golden/*) return ;; esac
        said=$(head -n 1 "$made/said")
    else
        said=$(xmllint --nonet --noout --relaxng "schemas/common/$2.rng" \
            "$made/$2.xml" 2>&1) && said=
    fi
    report "$name" "$said"
}

# check_build FILE: findings of the data are no fault, what --verify finds is:
# an intermediate that is not valid, a stylesheet that libxslt alone can run or
# that it runs otherwise.
check_build() {
    local status=0 said=

    "$jixiao" build --verify --format html,docx -o "$made/${1//\//-}" "$1" \
        >"$made/said" 2>&1 || status=$?
    [ $status -le 2 ] || said=$(grep -E ' 系统 [A-Z][0-9]+: |V015' "$made/said" ||
        echo "exit status $status")
    report "$1: what is built of it keeps to its grammar" "$said"
}

for file in input/*.json tests/golden/*/input.json; do
    for stage in submission document; do
        check_grammar "$file" $stage
    done
    check_build "$file"
done
exit $failed
