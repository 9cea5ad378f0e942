#!/usr/bin/env bash
# Data files of many units, each with another name, other figures, and other
# projects:
#
#   tests/bench/vary.sh COUNT FOLDER
set -eu
cd "$(dirname "$0")/../.."

jq -c --argjson count "$1" 'range($count) as $k | . as $data | $data
    | .county = "第\($k)县"
    | .projects |= (.[$k % length:] + .[:$k % length])[:$k % 5 + 1]' \
    input/example-full-2024.json | split -l 1 -d -a 6 \
    --additional-suffix=.json - "$2/"
