#!/usr/bin/env bash
# The Debian packages: the same bytes each time, nothing that lintian calls an
# error or a warning, what desktops and other programs are to find; package-root.sh has them
# in use.
set -u
cd "$(dirname "$0")/.." || exit
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh
made=build/package

make -s -f pipeline/Makefile program library >"$work/log" 2>&1
check 'the packages are made' package/deb.sh >"$work/log"
check 'there are three' [ "$(find $made -name '*.deb' | wc -l)" -eq 3 ]
(cd $made && sha256sum -- *.deb) >"$work/first"
sleep 1
(umask 077 && TZ=Asia/Shanghai LC_ALL=C package/deb.sh) >"$work/log" 2>&1
(cd $made && sha256sum -- *.deb) >"$work/second"
check 'made again they are the same' cmp "$work/first" "$work/second"
if command -v lintian >/dev/null; then
    lintian --allow-root $made/*.deb >"$work/lintian" 2>&1
    report 'lintian has no error or warning' "$(grep '^[EW]' "$work/lintian")"
else
    echo 'skip lintian: it is not installed'
fi
# What the packages bring, unpacked.
tree=$work/tree
for package in $made/*.deb; do
    dpkg-deb -x "$package" "$tree"
done
report 'nothing in them tells the folder' "$(
    grep -rlaF -e "$PWD" -e /pipeline/0_base "$tree" | head -n 3)"
for file in "$tree"/usr/bin/jixiao "$tree"/usr/lib/*/libjixiao.so.?*.*; do
    report "${file##*/} has no digest of what the folder is in" "$(
        readelf -n "$file" | grep 'Build ID')"
    report "${file##*/} has its relocations read-only" "$(
        readelf -lW "$file" | grep -q GNU_RELRO || echo it has not)"
done
share=$tree/usr/share
report 'the desktop entry has no fault' "$(
    desktop-file-validate "$share/applications/jixiao.desktop" 2>&1)"
update-mime-database "$share/mime" >"$work/log" 2>&1
check 'the name of a data file tells its type' \
    grep -qx '60:application/x-jixiao+json:\*.jixiao.json' \
    "$share/mime/globs2"
check 'which is a kind of JSON' grep -qx \
    'application/x-jixiao+json application/json' "$share/mime/subclasses"
check 'and is opened by the program' grep -qx \
    'MimeType=application/x-jixiao+json;' "$share/applications/jixiao.desktop"
for file in man/man1/jixiao.1.gz man/zh_CN/man1/jixiao.1.gz \
    bash-completion/completions/jixiao zsh/vendor-completions/_jixiao \
    fish/vendor_completions.d/jixiao.fish doc/jixiao/copyright \
    doc/jixiao/changelog.gz; do
    check "there is $file" [ -s "$share/$file" ]
done
tests/package-root.sh || failed=1
exit $failed
