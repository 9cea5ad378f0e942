#!/usr/bin/env bash
# For every data file: submission.xml and document.xml keep to their grammars.
set -u
cd "$(dirname "$0")/.." || exit
jixiao=${JIXIAO:-build/jixiao}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
failed=0

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
    if [ -z "$said" ]; then
        echo "ok $name"
    else
        echo "not ok $name: $(head -n 1 <<<"$said")"
        failed=1
    fi
}

for file in input/*.json tests/golden/*/input.json; do
    for stage in submission document; do
        check_grammar "$file" $stage
    done
done
exit $failed
