#!/bin/sh
# GNU parallel: as many shards at a time as there are cores, here or, with
# --sshlogin in $PARALLEL, on other machines that see the same folders.
#
#   parallel.sh N LIST FOLDER
#
# A shard that fails or is killed is made again, twice.
here=$(dirname "$0")

seq "$1" | parallel --will-cite --retries 3 --joblog "$3.log" \
    "$here/shard.sh" '{}' "$1" "$2" "$3"
