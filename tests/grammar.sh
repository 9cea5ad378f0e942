#!/usr/bin/env bash
# For every data file: submission.xml and document.xml keep to their grammars,
# and so does what a build makes of them: marks, the set, its check report; paths
# of an edition name members of its data.
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
    [ $status -le 2 ] && said=$(grep '^schemas/' "$made/said")
    [ $status -le 2 ] || said=$(grep -E ' 系统 [A-Z][0-9]+: |V015' "$made/said" ||
        echo "exit status $status")
    report "$1: what is built of it keeps to its grammar" "$said"
}

# verify FILE COMMAND: what --verify says of an edition whose FILE sed has changed
# so is in $made/said.
verify() {
    local data=$made/edition

    rm -rf "$data"
    mkdir "$data"
    cp -r schemas stylesheets "$data"
    sed -i "$2" "$data/$1"
    "$jixiao" check --lang en --verify --data-dir "$data" input/smallest.json \
        >"$made/said" 2>&1
}

# check_path FILE RIGHT WRONG [COMMAND]: a path of an edition that names no member
# is found with its file, its line and the nearest name; COMMAND is that of sed
# where the first RIGHT of each line is no path.
check_path() {
    local said=

    verify "$1" "${4:-s|\b$2\b|$3|}"
    grep -q "V017: $1 line [0-9]*: .* has \"$3\" .* is \"$2\"" "$made/said" ||
        said=$(head -n 1 "$made/said")
    report "$1: $3 is told to be no member" "$said"
}

# check_grades RIGHT WRONG: what summary.json says of grades names a rule, and
# parameters of it.
check_grades() {
    local said=

    verify schemas/$edition/summary.json "s|\"$1\"|\"$2\"|"
    grep -q "V004: schemas/$edition/summary.json line [0-9]*: grade lacks $2 " \
        "$made/said" || said=$(head -n 1 "$made/said")
    report "summary.json: there is no $2" "$said"
}

# check_schema COMMAND SAID: a schema of an edition that sed has changed so is
# found with its file and line, and what is wrong with it.
check_schema() {
    local file=schemas/$edition/project.schema.json said=

    verify "$file" "$1"
    grep -Eq "^$file:[0-9]+:[0-9]+: error $2" "$made/said" ||
        said=$(head -n 1 "$made/said")
    report "a schema after $1: $2" "$said"
}

# Each x- that the program reads an edition may say, and no other.
check_words() {
    local known=schemas/common/edition.schema.json

    report 'edition.schema.json has the words that the program reads' "$(diff \
        <(grep -rhoE --include='*.c' '"x-[a-z-]+"' pipeline |
            grep -v x-default | sort -u) \
        <(grep -oE '^    "x-[a-z-]+"' "$known" | tr -d ' ' | sort -u) |
        tr '\n' ' ')"
}

edition=hunan-county-2023
check_path schemas/$edition/formulas.xml establishment estabishment
check_path schemas/$edition/rules/base-data.xml buildings buidings
check_path schemas/$edition/rules/projects.xml initial_budget intial_budget
check_path schemas/$edition/formulas.xml target targt 's|"measure/target"|"measure/targt"|'
check_path schemas/$edition/formulas.xml grade grad 's|choice="grade"|choice="grad"|'
check_path schemas/$edition/summary.json year yeer 's|"/year"|"/yeer"|'
check_path schemas/$edition/summary.json short_name shrt_name
check_path stylesheets/$edition/forms.xsl department deparment \
    "s|{@edition}|{{{concat('}{', //deparment)}|"
check_path stylesheets/$edition/base-data.xsl expenditure expendiure
check_grades B33 B99
check_grades fourth forth
check_grades second secnd
check_schema 's/"x-asked"/"x-askd"/' 'S005: .* no member "x-askd", perhaps "x-asked"'
check_schema 's/"required"/"requird"/' 'S005: .* no member "requird", perhaps "required"'
check_schema 's/"x-form"/"x-colour"/' 'S004: .* no member "x-colour"; allowed: '
check_schema 's/"x-asked": "error"/"x-asked": "eror"/' 'S0[0-9]+: .*eror'
check_schema 's/"x-form": .*"/"x-form": 4/' 'S001: "x-form" has to be a text'
check_schema 's/"title": .*"/"title": 4/' 'S001: "title" has to be a text'
check_words
for file in input/*.json tests/golden/*/input.json; do
    for stage in submission document; do
        check_grammar "$file" $stage
    done
    check_build "$file"
done
exit $failed
