# shellcheck shell=bash
# Sourced by parts that compare what is in a PDF file with the page model.

# text_of FILE: a character a line, in the order of the structure.
text_of() {
    pdfinfo -struct-text "$1" | sed -n 's/^ *"\(.*\)"$/\1/p' |
        sed 's/[[:space:]　]//g' | tr -d '\n' | grep -o .
}

# model_of MODEL ID: likewise of a page model, or of one attachment in it.
model_of() {
    xsltproc --nonet --stringparam only "$2" tests/word/text.xsl "$1" |
        grep -o .
}
