// What is done with a file of data, and what it takes.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const jixiao = process.env.JIXIAO ?? "build/jixiao";
const measurer = process.env.MEASURE ?? "build/bench/measure";
const seconds = process.env.SECONDS_ALLOWED ?? "60";
const work = mkdtempSync(join(tmpdir(), "growth-"));
const input = join(work, "data.json");
const turned = join(work, "turned.json");
const build = (format) =>
    ["build", "--format", format, "-o", join(work, "out"), input];
process.on("exit", () => rmSync(work, { recursive: true }));

export const jobs = { check: ["check", input], html: build("html"),
    docx: build("docx"), diff: ["diff", input, turned],
    redline: ["diff", "--redline", join(work, "out"), "--format", "html",
        input, turned] };

// The same data with every list the other way round, and without its first.
function turn(value) {
    if (Array.isArray(value))
        return value.slice(value.length > 1).reverse().map(turn);
    return value && typeof value === "object" ? Object.fromEntries(
        Object.entries(value).map(([name, of]) => [name, turn(of)])) : value;
}

function run(job, bytes, command, options) {
    writeFileSync(input, bytes);
    if (jobs[job].includes(turned))
        writeFileSync(turned, JSON.stringify(turn(JSON.parse(bytes))));
    const done = spawnSync(command, [...options, jixiao, ...jobs[job]],
        { encoding: "utf8" });
    rmSync(join(work, "out"), { recursive: true, force: true });
    return done;
}

// Its status, the processor's time and the most memory.
export function measure(job, bytes) {
    const [status, milliseconds, kilobytes] = run(job, bytes, measurer,
        [seconds]).stdout.split(" ").map(Number);
    return { status, milliseconds, kilobytes };
}

// Several of these, up to so many while they take less than so much time: the
// least counts, for another program on the machine only adds to it.
export function measurements(job, bytes, most, milliseconds = Infinity) {
    const all = [];
    for (let spent = 0; all.length < most && spent < milliseconds;) {
        all.push(measure(job, bytes));
        spent += all.at(-1).milliseconds;
    }
    return all;
}

// Its status and millions of instructions, which no other program changes.
export function count(job, bytes) {
    const { status, stderr } = run(job, bytes, "valgrind",
        ["--tool=cachegrind", "--cache-sim=no",
            `--cachegrind-out-file=${join(work, "counts")}`]);
    const [, refs] = /I +refs: +([\d,]+)/.exec(stderr);
    return { status, millions: Number(refs.replaceAll(",", "")) / 1e6 };
}
