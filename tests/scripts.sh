#!/usr/bin/env bash
# Every script of the repository passes shellcheck.
set -u
cd "$(dirname "$0")/.." || exit
failed=0

for script in build.sh .ci/run package/*.sh tests/*.sh tests/*/*.sh; do
    [ -e "$script" ] || continue
    if shellcheck -x -S warning "$script"; then
        echo "ok $script"
    else
        echo "not ok $script: see above"
        failed=1
    fi
done
exit $failed
