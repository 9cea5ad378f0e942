#!/bin/sh
# The program, but for the first run of the second shard, which is killed while
# its first set is half way: $MARK, a file that is not there yet, is written
# then.
#
#   killed.sh ARGUMENT...     $REAL is the program
case "$*" in
*"--shard 2/"*) ;;
*) exec "$REAL" "$@" ;;
esac
[ ! -e "$MARK" ] || exec "$REAL" "$@"

# Whether the folder that the process has open is that of a set half way.
is_half_way() {
    for open in "/proc/$pid/fd"/*; do
        case $(readlink "$open") in
        "$PWD"/sets/shards*) ;;         # records are no set
        "$PWD"/sets/*)
            [ -z "$(find "$open/" -name '.jixiao-*.new')" ] || return 0
            ;;
        esac
    done
    return 1
}

"$REAL" "$@" &
pid=$!
# What is half way is looked at while nothing goes on.
while kill -STOP "$pid" 2>/dev/null; do
    sleep .01
    ! is_half_way || break
    kill -CONT "$pid"
    sleep .0005
done
kill -9 "$pid" && : >"$MARK"
wait "$pid"
