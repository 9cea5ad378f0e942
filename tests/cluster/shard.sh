#!/bin/sh
# One shard of a list of data files: what every engine runs.
#
#   shard.sh I N LIST FOLDER
#
# Makes the I-th of N shards, from 1, in FOLDER, and its records in
# FOLDER/shards/I.jsonl.  The exit status is 0 unless the shard is to be made
# again: what is wrong in the data (1, 2) is in the records.  A shard that is
# killed leaves whole sets and no records, and is made again as a whole.
JIXIAO=${JIXIAO:-jixiao}

mkdir -p "$4/shards" || exit 4
"$JIXIAO" build --shard "$1/$2" --files-from "$3" -o "$4" ${FORMATS:+--format "$FORMATS"} \
    --summary "$4/shards/$1.jsonl"
status=$?
[ "$status" -gt 2 ] || status=0
exit "$status"
