#!/usr/bin/env bash
# The manual page has no fault that mandoc or groff knows.
set -u
cd "$(dirname "$0")/.." || exit
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
exit $failed
