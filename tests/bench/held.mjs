// Time grows with the input, not its square: a few kinds of data (kinds.mjs),
// each from some number of things to ten times as many.
//
// The bound is far above 1, for another program on the machine may take its
// caches; what is over it is measured again, and the least counts.

import { measurements } from "./jobs.mjs";
import { bytesOf, kinds, least } from "./kinds.mjs";

const bound = 1.4;
const tries = 3;
const chance = 10;              // milliseconds that are no growth
const worst = 2;                // status of data with errors

const held = [
    ["{{ in a text", { check: 1000, html: 200, docx: 200 }],
    ["digits of a code", { check: 10000 }],
    ["words of a code", { check: 10000 }],
    ["unknown references", { check: 1000, docx: 200 }],
    ["misspelt facts", { check: 400 }],
    ["equal offices", { diff: 1000, check: 1000, html: 400, docx: 400 }],
    ["indicators without scores", { check: 300 }],
    ["units", { check: 400 }],
    ["explanations", { check: 1000, docx: 200 }],
    ["paragraphs", { docx: 1000 }],
    ["expenditure lines", { previous: 400 }],
    ["facts referred to", { redline: 500 }],
    ["like buildings", { redline: 200 }],
    ["quotations", { changed: 500 }],
    ["clauses", { changed: 400 }],
    ["misspelt projects", { check: 200 }],
    ["projects", { check: 40, html: 10, diff: 40, redline: 10,
        pull: 10, sheet: 20, read: 20 }],
];

function fastest(job, bytes, count) {
    const times = measurements(job, bytes, count);
    const stopped = times.find(({ status }) => !(status <= worst));
    if (stopped)
        throw new Error(`status ${stopped.status}`);
    return Math.min(...times.map(({ milliseconds }) => milliseconds));
}

function exponent(kind, job, n, count) {
    const [base, few, many] = [JSON.stringify(least()), bytesOf(kind, n),
        bytesOf(kind, 10 * n)].map((bytes) => fastest(job, bytes, count));
    return Math.log10(Math.max(many - base, chance) /
        Math.max(few - base, chance));
}

// Why it fails, or nothing.
function fault(kind, job, n) {
    let found;
    for (let count = 1; count <= tries; count++) {
        found = exponent(kind, job, n, count);
        if (found <= bound)
            return "";
    }
    return `${n} to ${10 * n} take a time with exponent ${found.toFixed(2)}`;
}

for (const [name, sizes] of held) {
    const kind = kinds.find((one) => one.name === name);
    for (const [job, n] of Object.entries(sizes)) {
        let why;
        try {
            why = fault(kind, job, n);
        } catch (error) {
            why = error.message;
        }
        console.log(why ? `not ok ${job} of ${name}: ${why}`
            : `ok ${job} of ${name}`);
        process.exitCode = why ? 1 : process.exitCode;
    }
}
