#!/usr/bin/env bash
# Make the picture of README.md anew, pictures/page.png: page 1 of the set as a
# printer shows it.
#
# Its figures are those of Liberation Serif (Debian's fonts-liberation), which
# has the widths of Times New Roman.
set -eu
cd "$(dirname "$0")/.."
if ! fc-list : family | grep -q 'Liberation Serif'; then
    echo 'picture.sh: install fonts-liberation first' >&2
    exit 4
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

status=0
build/jixiao build --only 附件1 --format docx -o "$work" \
    input/example-full-2024.json || status=$?
[ "$status" -le 2 ]
mv "$work"/*/*_附件1_*.docx "$work/page.docx"
soffice "-env:UserInstallation=file://$work/profile" --headless \
    --convert-to pdf --outdir "$work" "$work/page.docx" >/dev/null
pdftoppm -r 75 -f 1 -l 1 -singlefile -png "$work/page.pdf" pictures/page
