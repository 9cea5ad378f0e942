#!/usr/bin/env bash
# Run the tests: every part of the table below, or the parts named.
#
#   tests/run.sh [--list] [PART...]
#
# A part is a command that prints one line a check, "ok NAME", "not ok NAME:
# why" or "skip NAME: why"; other lines are its own.  Two parts run at a time;
# a part that dies, hangs or checks nothing has failed.  Of their lines only
# those not ok are printed; build/test-logs/<part>.log has all of them.
set -u
cd "$(dirname "$0")/.." || exit
export LC_ALL=C.UTF-8
export UBSAN_OPTIONS=print_stacktrace=1
logs=build/test-logs
seconds_allowed=1800
names=() commands=()

part() {
    names+=("$1")
    commands+=("${*:2}")
}

# The same part with the sanitised program, too.
both() {
    part "$1" "${@:2}"
    part "$1-asan" env JIXIAO=build/asan/jixiao "${@:2}"
}

valgrind="valgrind -q --error-exitcode=9 --leak-check=full"

# The longest come first, so that none of them is the last alone.
part compile            tests/compile.sh
part unit               build/unit-tests
part unit-asan          build/asan/unit-tests
part unit-clang         build/clang/unit-tests
part unit-user          tests/as-user.sh build/unit-tests
part bare-root          tests/bare-root.sh unit golden manual reports html word
part coverage           tests/coverage.sh build/coverage
part faults-asan        tests/faults.sh build/asan
part faults             tests/faults.sh build
both html               tests/html/html.sh
both word               tests/word/word.sh
part pdf                tests/pdf/pdf.sh
both fonts              tests/pdf/fonts.sh
part edges-pdf          tests/pdf/edges.sh
part paper-asan         tests/pdf/same.sh build/asan
both archive            tests/archive/archive.sh
part ofd                tests/ofd/ofd.sh
part golden-valgrind    env RUNNER="'$valgrind'" tests/golden.sh
part suites             tests/suites.sh build
part suites-asan        tests/suites.sh build/asan
part fuzz               tests/fuzz/replay.sh build/asan
both golden             tests/golden.sh
both grammar            tests/grammar.sh
both forms              tests/forms/forms.sh
part lost               tests/forms/lost.sh
both rules              node tests/rules/rules.mjs
both sentences          node tests/sentences/sentences.mjs
part apart              node tests/rules/apart.mjs
part taojiang           node tests/rules/taojiang.mjs
both cases              node tests/rules/cases.mjs
both edges              node tests/rules/edges.mjs
part lines              node tests/rules/lines.mjs
both derived            node tests/rules/derived.mjs
part filings            node tests/rules/filings.mjs
part slips              node tests/rules/slips.mjs
both next               node tests/next/next.mjs
both cli                tests/cli.sh
both batch              tests/batch.sh
part watch              node tests/watch.mjs
both reports            tests/reports.sh
part summary            tests/summary/summary.sh
part summary-asan       env JIXIAO=build/asan/jixiao tests/summary/summary.sh files
part cluster            tests/cluster/cluster.sh
both diff               node tests/diff/diff.mjs
both corrected          node tests/diff/corrected.mjs
part redline            tests/redline/redline.sh
part redline-asan       env JIXIAO=build/asan/jixiao tests/redline/redline.sh files
both bad-input          tests/bad-input.sh
both pull               node tests/pull/pull.mjs
both pull-broken        node tests/pull/fuzz.mjs
part pull-libreoffice   node tests/pull/libreoffice.mjs
both sheet              node tests/sheet/sheet.mjs
both sheet-edition      node tests/sheet/edition.mjs
both sheet-listing      node tests/sheet/listing.mjs
both sheet-programs     node tests/sheet/programs.mjs
both sheet-places       node tests/sheet/places.mjs
part sheet-libreoffice  node tests/sheet/libreoffice.mjs
both verify             node tests/archive/verify.mjs
both seals              tests/archive/seals.sh
both rebuild            node tests/archive/rebuild.mjs
both edit               node tests/edit/edit.mjs
both edit-attacks       node tests/edit/attacks.mjs
part edit-slow          node tests/edit/slow.mjs
part edit-page          node tests/edit/page.mjs
part bad-input-user     tests/as-user.sh tests/bad-input.sh
part growth             node tests/bench/held.mjs
part live               node tests/bench/live.mjs
part manual             tests/manual.sh
part package            tests/package.sh
part completion         tests/completion.sh
part embed              tests/embed.sh
part rooms              node tests/rooms.mjs
part reasons            node tests/reasons.mjs
part scripts            tests/scripts.sh

if [ "${1-}" = --list ]; then
    printf '%s\n' "${names[@]}"
    exit
fi

count() {
    grep -c "^$2 " "$logs/$1.log"
}

# Run the part with the given number in the table and print what it found.
part_run() {
    local name=${names[$1]} log=$logs/${names[$1]}.log status=0 begun=$SECONDS
    local passed failed skipped

    timeout -k 10 "$seconds_allowed" bash -c "${commands[$1]}" \
        </dev/null >"$log" 2>&1 || status=$?
    passed=$(count "$name" ok)
    failed=$(count "$name" 'not ok')
    skipped=$(count "$name" skip)
    if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
        tail -n 20 "$log" | sed 's/^/    /'
        printf 'not ok %s: exit status %d\n' "$name" "$status" >>"$log"
        failed=1
    elif [ $((passed + failed + skipped)) -eq 0 ]; then
        printf 'not ok %s: it checked nothing\n' "$name" >>"$log"
        failed=1
    fi
    echo "$passed $failed $skipped" >"$logs/$name.count"
    grep -E '^(not ok|skip|note) ' "$log" | sed "s/^/    $name: /"
    printf '%-20s %5d passed %3d failed %3d skipped %5d s\n' \
        "$name" "$passed" "$failed" "$skipped" $((SECONDS - begun))
}

# The report of one part in one piece, so that two never mix.
part_report() {
    local report

    report=$(part_run "$1")
    printf '%s\n' "$report"
}

is_wanted() {
    local wanted

    [ ${#wanted_parts[@]} -gt 0 ] || return 0
    for wanted in "${wanted_parts[@]}"; do
        [ "$wanted" != "$1" ] || return 0
    done
    return 1
}

read -ra wanted_parts <<<"${TEST_PARTS-} $*"
for wanted in ${wanted_parts[@]+"${wanted_parts[@]}"}; do
    case " ${names[*]} " in
    *" $wanted "*) ;;
    *) echo "There is no part \"$wanted\"; see --list." >&2; exit 3 ;;
    esac
done

# What the wanted parts run: the variants whose folders they name, and the
# release, which others are compared with.
if ! is_wanted compile; then
    commands[0]+=" release"$(for i in "${!names[@]}"; do
        ! is_wanted "${names[$i]}" || echo "${commands[$i]}"
    done | grep -oE 'build/(asan|clang|coverage)' | sed 's,build/, ,' \
        | sort -u | tr -d '\n')
fi

rm -rf "$logs"
mkdir -p "$logs"
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "${in_memory-}"' EXIT

# What tests make lies in memory where that has room for ten times as much: a
# set waits for its disk three dozen times.
free=$(df --output=avail /dev/shm 2>/dev/null | tail -n 1)
if [ -z "${TMPDIR-}" ] && [ "${free:-0}" -gt 1000000 ] &&
    in_memory=$(mktemp -d /dev/shm/jixiao-tests-XXXXXX 2>/dev/null); then
    chmod 1777 "$in_memory"     # some parts are run as another user
    export TMPDIR=$in_memory
fi

# The programs come first and alone; without them nothing else says much.
part_report 0
running=0
for i in "${!names[@]}"; do
    [ "$i" -gt 0 ] && is_wanted "${names[$i]}" || continue
    if [ "$running" -ge 2 ]; then
        wait -n
        running=$((running - 1))
    fi
    part_report "$i" &
    running=$((running + 1))
done
wait

cat "$logs"/*.count | awk '
    { passed += $1; failed += $2; skipped += $3 }
    END {
        printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
        exit failed > 0
    }'
