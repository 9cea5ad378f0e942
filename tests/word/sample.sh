#!/usr/bin/env bash
# Make Word files of a page model that no edition makes: the program with forms
# that give this one, whatever the data.
#
#   tests/word/sample.sh DOCUMENTS.xml OUTPUT-FOLDER
set -eu
sample=$(realpath "$1")
output=$(realpath -m "$2")
cd "$(dirname "$0")/../.."
jixiao=${JIXIAO:-build/jixiao}
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

cp -r schemas stylesheets "$data"
for forms in "$data"/stylesheets/*/forms.xsl; do
    cp "$sample" "$(dirname "$forms")/sample.xml"
    cat >"$forms" <<'END'
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/">
  <xsl:copy-of select="document('sample.xml')"/>
</xsl:template>
</xsl:stylesheet>
END
done
"$jixiao" build --data-dir "$data" --format docx,flat-opc -o "$output" \
    input/smallest.json || [ $? -le 2 ]
