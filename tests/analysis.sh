#!/usr/bin/env bash
# What static analysis says of pipeline/, held against what is known of it:
# gcc -fanalyzer, cppcheck and clang-tidy, the last by the profile .clang-tidy.
#
#   tests/analysis.sh [TOOL...]     gcc, cppcheck, tidy; all if not given
#
# tests/analysis-known.txt has a line for findings that are no fault: tool, file,
# kind, with *2 where there are two of it, and why.  A finding that is not there
# fails, and so does a line whose finding is gone.  It is run by hand, with the tools of Debian 12, and takes
# some minutes.
set -u
cd "$(dirname "$0")/.." || exit
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh
[ $# -gt 0 ] || set -- gcc cppcheck tidy
packages=(libxml-2.0 libxslt libexslt libcjson libpcre2-8 libdeflate nettle
    libunibreak harfbuzz harfbuzz-subset libcrypto libmicrohttpd xlsxwriter)
read -ra flags <<<"-std=c11 -D_POSIX_C_SOURCE=200809L -Ipipeline $(
    pkg-config --cflags "${packages[@]}")"
mapfile -t sources < <(find pipeline -name '*.c' | sort)

# Each prints "FILE:LINE:COLUMN KIND" a finding; called by its name below.
# What gcc finds at the end of a file it says of itself, cc1.
# shellcheck disable=SC2317
find_with_gcc() {
    printf '%s\0' "${sources[@]}" | xargs -0 -I {} -P 2 sh -c "gcc ${flags[*]} \
        -O1 -fanalyzer -c -o /dev/null {} 2>&1 | sed 's|^cc1:|{}:|'" |
        sed -nE 's/^([^ ]+): warning: .*\[(-Wanalyzer[^]]*)\]$/\1 \2/p'
}

# shellcheck disable=SC2317
# cJSON's loop over the entries of a list has to be told.  A NULL that ends
# the arguments of a function is a pointer with every compiler of POSIX.
find_with_cppcheck() {
    printf '#define cJSON_ArrayForEach(e, a) for (e = (a)->child; e; e = e->next)\n' \
        >"$work/macros.h"
    cppcheck --std=c11 --enable=warning,performance,portability -q -j 2 \
        -Ipipeline --include="$work/macros.h" --suppress=missingIncludeSystem \
        --suppress=varFuncNullUB --template='{file}:{line}:{column} {id}' pipeline 2>&1 |
        grep '^pipeline/'
}

# Each file by itself: the summary of a run over many hides which one failed.
# shellcheck disable=SC2317
find_with_tidy() {
    printf '%s\0' "${sources[@]}" |
        xargs -0 -I {} -P 2 clang-tidy --quiet {} -- "${flags[@]}" 2>/dev/null |
        sed -nE "s|^($PWD/)?(pipeline/[^ ]+): [a-z]+: .*\[(.*)\]\$|\2 \3|p"
}

declare -A programs=([gcc]=gcc [cppcheck]=cppcheck [tidy]=clang-tidy)
for tool; do
    if ! command -v "${programs[$tool]}" >"$work/path"; then
        report "$tool" "${programs[$tool]} is not installed"
        continue
    fi
    "find_with_$tool" | sort -u | sed -E "s/^([^: ]+)[^ ]*/$tool \1/" | sort |
        uniq -c |
        awk '{ print $2, $3, $4 ($1 > 1 ? "*" $1 : "") }' | sort >"$work/found"
    grep "^$tool " tests/analysis-known.txt | cut -d ' ' -f 1-3 | sort -u \
        >"$work/known"
    comm -3 "$work/found" "$work/known"     # all, where a report has three
    report "$tool finds nothing that is not known" \
        "$(comm -23 "$work/found" "$work/known")"
    report "what is known of $tool is still found" \
        "$(comm -13 "$work/found" "$work/known")"
done
exit $failed
