#!/usr/bin/env bash
# The library as another program gets it: installed, found by pkg-config,
# linked both ways, and nothing but jixiao.h's names to be seen of it.
set -u
cd "$(dirname "$0")/.." || exit
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh
prefix=$work/usr
data=input/example-full-2024.json

installs() {
    make -s -f pipeline/Makefile install PREFIX="$prefix" >"$work/log" 2>&1
}
check 'it is installed' installs
export PKG_CONFIG_PATH=$prefix/lib/pkgconfig LD_LIBRARY_PATH=$prefix/lib

# compiles NAME [FLAG...]: the program that embeds it.
compiles() {
    local flags

    read -ra flags <<<"$(pkg-config --cflags --libs "${@:2}" jixiao)"
    gcc -std=c11 -Wall -Wextra -Wpedantic -Werror -o "$work/$1" \
        tests/embed/embed.c "${flags[@]}" >"$work/log" 2>&1
}

# stands_alone LANGUAGE STANDARD HEADER: without another one before it.
stands_alone() {
    echo "#include <$3>" | clang -x "$1" "-std=$2" -Wall -Wextra \
        -Wpedantic -Werror -fsyntax-only -I "$prefix/include" - \
        >"$work/log" 2>&1
}

# Names that a linker sees and that are none of the header's.
strangers() {
    nm -P --extern-only --defined-only "$@" |
        awk 'NF > 1 && $1 !~ /^jixiao_/ { print $1 }'
}

# Functions of the headers that the library lacks.
missing() {
    cat pipeline/jixiao/*.h | grep -v '^typedef' | grep -o 'jixiao_[a-z_]*(' |
        tr -d '(' | sort -u |
        comm -23 - <(nm -PD --defined-only "$prefix/lib/libjixiao.so" |
            awk '{ print $1 }' | sort)
}

for header in jixiao.h $(cd pipeline && ls jixiao/*.h); do
    check "$header stands alone in C11" stands_alone c c11 "$header"
    check "$header stands alone in C++" stands_alone c++ c++11 "$header"
done
report 'the shared library shows no other name' \
    "$(strangers -D "$prefix/lib/libjixiao.so")"
report 'the archive shows no other name' \
    "$(strangers "$prefix/lib/libjixiao.a")"
report 'all that the header declares is there' "$(missing)"

check 'a program is linked with the shared library' compiles dynamic
needs_it() {
    ldd "$work/dynamic" | grep -q "libjixiao.so.*$prefix/lib/"
}
check 'it needs that library' needs_it
mv "$prefix"/lib/*.so* "$work"
check 'a program is linked with the archive' compiles static --static
mv "$work"/*.so* "$prefix/lib"

makes_files() {
    "$work/$1" "$work/out-$1" <"$data" >"$work/$1.txt" 2>"$work/log"
}
# The same names and sizes in memory as in the folder.
same_files() {
    [ -s "$work/$1.txt" ] && diff <(grep '^[0-9]' "$work/$1.txt" | sort) \
        <(stat -c '%s %n' "$work/out-$1"/data/* |
            sed "s|$work/out-$1/data/||" | sort) >"$work/log"
}
for program in dynamic static; do
    check "$program: bytes become files in memory and in a folder" \
        makes_files $program
    check "$program: they are the same" same_files $program
done

refuses() {
    local status=0

    echo '{ "edition": 1 }' | "$work/static" >"$work/out" 2>"$work/err" ||
        status=$?
    [ $status -eq 2 ] && [ ! -s "$work/out" ]
}
check 'bytes that are no data file are refused' refuses
check 'what is wrong has the name that they were given' \
    complains '^data.json:1:14: error '
exit $failed
