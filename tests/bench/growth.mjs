// How work and memory grow with the input, a line for each kind of data
// (kinds.mjs) and each thing done with it:
//
//   node tests/bench/growth.mjs [--instructions] [WORDS [JOB...]]
//
// WORDS chooses the kinds that have them in their name; a JOB is check, previous
// (check beside last year's), html, docx, diff, redline (what moved), changed
// (what became another), pull, sheet or read.  Each kind is made 10 and 100
// times as large as its smallest file.
//
//   status      of the largest file; 152 where it was stopped
//   µs, bytes   what one more of the kind takes, at 100 times
//   exponent    of the growth from 10 to 100 times, what a file without any
//               takes put aside; 1 is in proportion to the input.  Left out
//               where the growth is too little to be told from chance.  That
//               of memory is from 50 times on: some megabytes that the program
//               has let go before it reads data are used first.
//
// The exponent of time is above that of the work where the data no longer fits
// into the processor's caches; with --instructions valgrind counts the work,
// some fifty times as slowly: in millions, and thousands for one more.

import { count, jobs, measure } from "./jobs.mjs";
import { bytesOf, kinds, least } from "./kinds.mjs";

const enough = 3000;            // milliseconds that the rounds of a row take
const most = 25;                // rounds of a row

// The least that each of several files takes: as many times each, in turn, for
// the least of many is below that of few.
function fastest(job, files) {
    const best = {};
    for (let round = 0, spent = 0; round < most && spent < enough; round++)
        for (const [times, bytes] of Object.entries(files)) {
            const next = measure(job, bytes);
            spent += next.milliseconds;
            if (!(best[times]?.milliseconds <= next.milliseconds))
                best[times] = next;
        }
    return best;
}

const counts = (job, files) => Object.fromEntries(Object.entries(files)
    .map(([times, bytes]) => [times, count(job, bytes)]));

const time = { title: "ms", of: "milliseconds", each: "µs each", factor: 1e3,
    chance: 10, from: 10 };
const work = { title: "M", of: "millions", each: "K each", factor: 1e3,
    chance: 10, from: 10 };
const memory = { title: "MB", of: "kilobytes", each: "bytes each",
    factor: 1024, chance: 4096, scale: 1024, from: 50 };

// What lies above a file without any is growth; chance is put aside.
function exponent(base, few, many, { chance, from }) {
    const [small, large] = [few - base, many - base];
    return large < chance ? "" : (Math.log(large / Math.max(small,
        chance * from / 100)) / Math.log(100 / from)).toFixed(2);
}

function cells(column, n, at) {
    const { of, factor, from, scale = 1 } = column;
    const [base, few, many] = [0, from, 100].map((times) => at[times][of]);
    const more = Math.max(0, (many - base) * factor / n);
    return [(many / scale).toFixed(0), more.toFixed(1),
        exponent(base, few, many, column)];
}

function row(kind, job, [take, columns]) {
    const sizes = new Set([...columns.map(({ from }) => from), 100]);
    const at = take(job, Object.fromEntries([[0, JSON.stringify(least())],
        ...[...sizes].map((times) => [times, bytesOf(kind, times * kind.n)])]));
    return [kind.name, 100 * kind.n, job, at[100].status,
        ...columns.flatMap((column) => cells(column, 100 * kind.n, at))];
}

const widths = [34, 8, 8, 7, 8, 9, 9, 7, 11, 9];
const print = (line) => console.log(line.map((cell, i) => i === 0
    ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))
    .join(""));

const words = process.argv.slice(2);
const counted = words[0] === "--instructions";
const [wanted = "", ...named] = counted ? words.slice(1) : words;
const way = counted ? [counts, [work]] : [fastest, [time, memory]];
print(["kind", "number", "job", "status", ...way[1].flatMap(({ title, each }) =>
    [title, each, "exponent"])]);
for (const job of named.length ? named : Object.keys(jobs))
    for (const kind of kinds)
        if (kind.name.includes(wanted))
            print(row(kind, job, way));
