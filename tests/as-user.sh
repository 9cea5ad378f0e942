#!/usr/bin/env bash
# Run a test as a user who may not do everything, where root runs the tests:
# what needs a missing permission can be tested only so.
#
#   tests/as-user.sh COMMAND [ARGUMENT...]
set -u
cd "$(dirname "$0")/.." || exit
user=(setpriv --reuid=65534 --regid=65534 --clear-groups
    --inh-caps=-all --bounding-set=-all)

if [ "$(id -u)" -ne 0 ]; then
    echo "skip $1 as a user: it is no root who runs the other tests"
elif ! "${user[@]}" test -x "$1" 2>/dev/null; then
    echo "skip $1 as a user: this folder is closed to others"
else
    exec "${user[@]}" env HOME=/tmp "$@"
fi
