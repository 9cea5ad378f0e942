# shellcheck shell=bash
# Sourced by parts of the tests: what prints their lines, and what looks at a
# run of the program.  $failed is to be the exit status of the part; $jixiao
# and $work, a folder, are the part's own.
#
# shellcheck disable=SC2034,SC2154
failed=0

# report NAME WHAT-IS-WRONG: nothing where all is well.
report() {
    if [ -z "$2" ]; then
        echo "ok $1"
    else
        echo "not ok $1: $(head -n 3 <<<"$2" | paste -sd ';')"
        failed=1
    fi
}

# check NAME CONDITION...: the condition is a command.
check() {
    if "${@:2}"; then
        report "$1" ''
    else
        report "$1" "${*:2}"
    fi
}

# ends STATUS ARGUMENT...: what it prints goes to $work/out and $work/err.
ends() {
    local status=0

    "$jixiao" "${@:2}" >"$work/out" 2>"$work/err" </dev/null || status=$?
    [ $status -eq "$1" ]
}

# says EXPRESSION [FILE]
says() {
    grep -qE -- "$1" "${2-$work/out}"
}

says_not() {
    ! says "$@"
}

# without LIBRARY COMMAND...: with a file in its place that is none.
without() {
    mkdir -p "$work/no-library"
    : >"$work/no-library/$1"
    LD_LIBRARY_PATH=$work/no-library "${@:2}"
}

complains() {
    says "$1" "$work/err"
}
