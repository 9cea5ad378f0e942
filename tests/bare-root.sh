#!/usr/bin/env bash
# Try the two commands of the README in a bare Debian 12: a folder that
# debootstrap fills with nothing but a shell and git, and a fresh clone.
#
#   tests/bare-root.sh [PART...]     ./build.sh, then ./build.sh test PART...
#
# Without a PART every test is run.
set -u
cd "$(dirname "$0")/.." || exit
root=$PWD/build/bare-root/root
log=$PWD/build/bare-root/log
asked='the two commands'
. tests/bare.sh
enter_namespace "$@"

lay_out() {
    lay_out_root || return
    git clone -q --no-hardlinks "file://$PWD" "$root/home/main" || return
    if [ -d "${SHARED:-../shared}/suites" ]; then
        mkdir -p "$root/home/shared"
        cp -r "${SHARED:-../shared}/suites" "$root/home/shared/"
    fi
}

mkdir -p "$(dirname "$log")"
: >"$log"
lay_out >>"$log" 2>&1 || { tail -n 20 "$log"; die 'laying out a bare Debian 12'; }
try './build.sh in a bare Debian 12' ./build.sh
try "./build.sh test${*:+ $*} in a bare Debian 12" ./build.sh test "$@"
tail -n 1 "$log" | sed 's/^/    /'
rm -rf --one-file-system "${root:?}/home"
