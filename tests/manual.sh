#!/usr/bin/env bash
# The manual page has no fault that mandoc or groff knows, and the same verbs
# and options as the help.
set -u
cd "$(dirname "$0")/.." || exit
jixiao=${JIXIAO:-build/jixiao}
page=pipeline/jixiao.1
failed=0

is_silent() {
    local name=$1 said

    shift
    if said=$("$@" 2>&1 >/dev/null) && [ -z "$said" ]; then
        echo "ok $name"
    else
        echo "not ok $name: $(head -n 1 <<<"$said")"
        failed=1
    fi
}

is_silent 'groff -ww formats the manual' \
    groff -k -mdoc -Tutf8 -ww -rLL=78n "$page"
if said=$(mandoc -Tlint -Wwarning "$page") && [ -z "$said" ]; then
    echo 'ok mandoc -Tlint finds nothing'
else
    echo "not ok mandoc -Tlint finds nothing: $(head -n 1 <<<"$said")"
    failed=1
fi

# check NAME CONDITION...: the condition is a command.
check() {
    local name=$1

    shift
    if "$@"; then
        echo "ok $name"
    else
        echo "not ok $name"
        failed=1
    fi
}

# What the help says: the verbs, the options of a verb; one a line.
verbs() {
    "$jixiao" --lang en --help | sed -n 's/^  jixiao \([a-z]*\).*/\1/p'
}
options() {
    "$jixiao" "$1" --help | sed -n 's/^  \(-., \)*--\([a-z-]*\).*/\2/p'
}

# The options that the synopsis gives a verb; -o is --output.
synopsis() {
    awk -v verb="$1" '/^\.Nm/ { mine = 0 }
        /^\.Sh DESCRIPTION/ { exit }
        $1 == ".Cm" { mine = $2 == verb }
        mine && $1 == ".Op" && $2 == "Fl" { print $3 }' "$page" |
        sed 's/^-//; s/^o$/output/'
}

agree() {
    [ "$(options "$1" | grep -v '^help$' | sort)" = "$(synopsis "$1" | sort)" ]
}

# Codes of rules that no data file decides, in the manual and in the edition.
undecided() {
    [ "$(sed -n '/^\.Sh RULES/,/^\.Sh ENV/s/^\.It //p' "$page")" = \
        "$("$jixiao" rules --lang en | awk '$3 == "undecided" { print $1 }')" ]
}

check 'the manual lists what no data file decides' undecided
check 'the help has verbs' [ -n "$(verbs)" ]
for verb in $(verbs); do
    check "the manual has jixiao $verb" grep -q "^\.It Cm $verb$" "$page"
    check "jixiao $verb has the same options in the manual" agree "$verb"
done
for option in $(for verb in $(verbs); do options "$verb"; done | sort -u); do
    check "the manual tells what --$option does" \
        grep -qE "^\.It (Fl o Ar dir , )?Fl -$option( |$)" "$page"
done
exit $failed
