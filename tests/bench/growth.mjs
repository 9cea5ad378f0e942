// How time and memory grow with the input, a line for each kind of data
// (kinds.mjs) and each thing done with it:
//
//   node tests/bench/growth.mjs [WORDS [JOB...]]
//
// WORDS chooses the kinds that have them in their name; a JOB is check, html
// or docx.  Each kind is made 10 and 100 times as large as its smallest file.
//
//   status      of the largest file; 152 where it was stopped
//   µs, bytes   what one more of the kind takes, at 100 times
//   exponent    of the growth from 10 to 100 times, what a file without any
//               takes put aside; 1 is in proportion to the input.  Left out
//               where the growth is too little to be told from chance.

import { jobs, measure } from "./jobs.mjs";
import { bytesOf, kinds, least } from "./kinds.mjs";

// What lies above a file without any is growth; chance is put aside.
function exponent(base, ten, hundred, chance) {
    const [small, large] = [ten - base, hundred - base];
    return large < chance ? "" :
        Math.log10(large / Math.max(small, chance / 10)).toFixed(2);
}

function row(kind, job, base) {
    const ten = measure(job, bytesOf(kind, 10 * kind.n));
    const hundred = measure(job, bytesOf(kind, 100 * kind.n));
    const each = (from, to, unit) =>
        Math.max(0, (to - from) * unit / (100 * kind.n)).toFixed(1);
    return [kind.name, 100 * kind.n, job, hundred.status,
        hundred.milliseconds.toFixed(0),
        each(base.milliseconds, hundred.milliseconds, 1e3),
        exponent(base.milliseconds, ten.milliseconds, hundred.milliseconds, 30),
        (hundred.kilobytes / 1024).toFixed(0),
        each(base.kilobytes, hundred.kilobytes, 1024),
        exponent(base.kilobytes, ten.kilobytes, hundred.kilobytes, 4096)];
}

const heads = ["kind", "number", "job", "status", "ms", "µs each", "exponent",
    "MB", "bytes each", "exponent"];
const widths = [34, 8, 6, 7, 8, 9, 9, 7, 11, 9];
const print = (cells) => console.log(cells.map((cell, i) => i === 0
    ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))
    .join(""));

const [wanted = "", ...named] = process.argv.slice(2);
print(heads);
for (const job of named.length ? named : Object.keys(jobs)) {
    const base = measure(job, JSON.stringify(least()));
    for (const kind of kinds)
        if (kind.name.includes(wanted))
            print(row(kind, job, base));
}
