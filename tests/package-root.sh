#!/usr/bin/env bash
# The Debian packages of build/package in a bare Debian 12: installed, used by a
# clerk and by a program, and removed with nothing left.  A part of package.sh.
set -u
cd "$(dirname "$0")/.." || exit
made=build/package
root=$PWD/build/bare-root/package
log=$PWD/build/bare-root/package.log
asked='the packages'
. tests/bare.sh
enter_namespace "$@"

mkdir -p "${log%/*}"
: >"$log"
lay_out_root >>"$log" 2>&1 || { tail -n 20 "$log"; die 'laying out a bare Debian 12'; }
mkdir -p "$root/home/main/made"
cp $made/*.deb tests/embed/embed.c input/example-full-2024.json "$root/home/main/"
version=$(dpkg-deb -f $made/jixiao_*.deb Version)_$(dpkg --print-architecture)
apt=(env DEBIAN_FRONTEND=noninteractive apt-get -y -qq --no-install-recommends)
try 'apt knows its packages' apt-get update -qq
try 'apt installs the program' "${apt[@]}" install \
    "./jixiao_$version.deb"
try 'it makes a set' jixiao build example-full-2024.json -o sets \
    --format html,docx
try 'and completes' bash -c \
    '. /usr/share/bash-completion/completions/jixiao; complete -p jixiao'
try 'apt installs the library' "${apt[@]}" install \
    "./libjixiao0_$version.deb" "./libjixiao-dev_$version.deb" \
    gcc libc6-dev pkgconf
try 'a program is compiled with it' sh -c \
    'gcc -o embed embed.c $(pkg-config --cflags --libs jixiao)'
try 'and runs' sh -c './embed made <example-full-2024.json'
try 'apt removes all of them' "${apt[@]}" purge jixiao libjixiao0 libjixiao-dev
try 'and nothing of them is left' sh -c \
    '! find / -xdev -name "*jixiao*" -not -path "/home/*" -not -path "/proc/*" \
        -not -path "/var/*" | grep .'
rm -rf --one-file-system "${root:?}/home"
