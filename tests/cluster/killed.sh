#!/bin/sh
# The program, but for the first run of the second shard, which is killed once
# its first set is there: $MARK, a file that is not there yet, is written then.
#
#   killed.sh ARGUMENT...     $REAL is the program
case "$*" in
*"--shard 2/"*) ;;
*) exec "$REAL" "$@" ;;
esac
[ ! -e "$MARK" ] || exec "$REAL" "$@"

before=$(ls sets)
"$REAL" "$@" &
pid=$!
while kill -0 "$pid" 2>/dev/null && [ "$(ls sets)" = "$before" ]; do
    sleep .01
done
kill -9 "$pid" && : >"$MARK"
wait "$pid"
