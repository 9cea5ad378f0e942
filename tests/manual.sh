#!/usr/bin/env bash
# The manual page has no fault that mandoc or groff knows, and the same verbs
# and options as the help; the Chinese one has all that the English one has.
set -u
cd "$(dirname "$0")/.." || exit
jixiao=${JIXIAO:-build/jixiao}
page=pipeline/jixiao.1
chinese=pipeline/jixiao.zh_CN.1
. tests/checks.sh

# What the checker says, with its exit status where that is all.
faults_of() {
    "$@" 2>&1 || echo "exit status $?"
}

for file in "$page" "$chinese"; do
    report "groff -ww formats $file" "$(faults_of \
        groff -k -mdoc -Tutf8 -ww -z -rLL=78n "$file")"
    report "mandoc -Tlint finds nothing in $file" "$(faults_of \
        mandoc -Tlint -Wwarning "$file")"
done

# What the help says: the verbs, the options of a verb; one a line.
verbs() {
    "$jixiao" --lang en --help | sed -n 's/^  jixiao \([a-z]*\).*/\1/p'
}
options() {
    "$jixiao" "$1" --help | sed -n 's/^  \(-., \)*--\([a-z-]*\).*/\2/p'
}

# The options that the synopsis gives a verb; -o is --output, -j is --jobs.
synopsis() {
    awk -v verb="$1" '/^\.Nm/ { mine = 0 }
        /^\.Sh DESCRIPTION/ { exit }
        $1 == ".Cm" { mine = $2 == verb }
        mine && $1 == ".Op" && $2 == "Fl" { print $3 }' "$page" |
        sed 's/^-//; s/^o$/output/; s/^j$/jobs/'
}

agree() {
    [ "$(options "$1" | grep -v '^help$' | sort)" = "$(synopsis "$1" | sort)" ]
}

# Formats with what they are, as the help and as the manual have them.
formats() {
    "$jixiao" build --lang en --help | sed -n '/^formats:/,/^$/s/^  //p' |
        sed 's/  */ /; s/ (usual)$//'
}
formats_of_the_manual() {
    awk '/^\.Bl -tag .*flat-opc/ { on = 1; next }
        on && /^\.El/ { exit }
        on && /^\.It Cm/ { name = $3; next }
        on && name { print name " " $0; name = "" }' "$page" |
        sed 's/\.$//'
}

check 'the help has formats' [ -n "$(formats)" ]
check 'the manual has the formats of the help' \
    [ "$(formats)" = "$(formats_of_the_manual)" ]

# Codes of rules that no data file decides, in the manual and in the edition.
undecided() {
    [ "$(sed -n '/^\.Sh RULES/,/^\.Sh [^R]/s/^\.It //p' "$page")" = \
        "$("$jixiao" rules --lang en | awk '$3 == "undecided" { print $1 }')" ]
}

check 'the manual lists what no data file decides' undecided
# First letters of the program's own codes but F, which the manual has with the
# edition's.
letters() {
    sed -n 's/^C([A-Z_]*, "\([A-EG-Z]\)[0-9].*/\1/p' \
        pipeline/0_base/catalogue.def | sort -u
}
told=$(sed -n '/^The first letter of a code/,/^All other codes/p' "$page" |
    paste -sd ' ')

check 'the program has codes' [ -n "$(letters)" ]
for letter in $(letters); do
    check "the manual says what codes with $letter are about" \
        grep -qE "(^|[ ,])$letter( |,)" <<<"$told"
done
check 'the help has verbs' [ -n "$(verbs)" ]
for verb in $(verbs); do
    check "the manual has jixiao $verb" grep -q "^\.It Cm $verb$" "$page"
    check "jixiao $verb has the same options in the manual" agree "$verb"
done
for option in $(for verb in $(verbs); do options "$verb"; done | sort -u); do
    check "the manual tells what --$option does" \
        grep -qE "^\.It (Fl [oj] Ar [a-z]+ , )?Fl -$option( |$)" "$page"
done

# --- the Chinese page --------------------------------------------------------
# What a page names: codes of findings, standards, files, annotations of
# the schema, signals.
names_of() {
    grep -v '^\.\\"' "$1" | grep -oE '\b[A-Z][0-9]{2,3}\b|\bx-[a-z-]+|\bSIG[A-Z]+\b
(GB/T|DA/T|GM/T|RFC|ISO|SARIF|PDF/UA)[- ]?[0-9][-0-9.]*[0-9]
[A-Za-z0-9_./-]+\.(json|jsonl|xml|xsl|rng|html|csv|xlsx|tsv|sha256|sm3|p7s|tsr|zip|js|txt|sh|yaml|sbatch)\b' |
        sort -u
}
synopsis_of() {
    sed -n '/^\.Sh SYNOPSIS/,/^\.Sh/p' "$1" | grep -v '^\.Sh'
}
# What is explained: options, variables, exit statuses, and verbs.
items_of() {
    grep -E '^\.It (Fl|Ev|[0-9])' "$1"
    for verb in $(verbs); do
        grep "^\.It Cm $verb$" "$1"
    done
}
examples_of() {
    sed -n '/^jixiao /p' "$1"
}
sections_of() {
    grep -c '^\.Sh' "$1"
}

# A mark as an argument of a macro is set apart from what it ends, and behind
# one that puts brackets stands within them.
marks_apart() {
    groff -k -mdoc -Tutf8 -ww -rLL=78n "$1" | sed 's/\x1b\[[0-9;]*m//g' |
        grep -nE '(^|[^ ]) +[。，、：；]|[。，、：；] ?\)'
}
report 'no mark of the Chinese page stands apart or before a bracket' \
    "$(marks_apart "$chinese")"

for what in synopsis items examples sections names; do
    check "the Chinese page has the $what of the English one" \
        cmp <("${what}_of" "$page") <("${what}_of" "$chinese")
done
exit $failed
