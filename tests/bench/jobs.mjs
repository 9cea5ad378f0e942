// What is done with a file of data, and what it takes.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync }
    from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const jixiao = process.env.JIXIAO ?? "build/jixiao";
const measurer = process.env.MEASURE ?? "build/bench/measure";
const seconds = process.env.SECONDS_ALLOWED ?? "60";
const work = mkdtempSync(join(tmpdir(), "growth-"));
const input = join(work, "data.json");
const other = join(work, "other.json");
const out = join(work, "out");
const returned = join(work, "returned");
const book = join(work, "book.xlsx");
process.on("exit", () => rmSync(work, { recursive: true }));

// The same data, everything in it made anew.
function map(value, list, leaf) {
    if (Array.isArray(value))
        return list(value).map((entry) => map(entry, list, leaf));
    return value && typeof value === "object" ? Object.fromEntries(
        Object.entries(value).map(([name, of]) => [name, map(of, list, leaf)]))
        : leaf(value);
}

// The file beside the data, made from that; the same bytes where it is no JSON.
function write(bytes, make) {
    let data;
    try {
        data = JSON.parse(bytes);
    } catch {
        return writeFileSync(other, bytes);
    }
    writeFileSync(other, JSON.stringify(make(data)));
}

// Every list the other way round, and without its first.
const turn = (bytes) => write(bytes, (data) => map(data,
    (list) => list.slice(list.length > 1).reverse(), (leaf) => leaf));

const raised = (leaf) => typeof leaf === "number" ? leaf + 1 : leaf;

// Every number another one, and every clause with another mark at its end.
const change = (bytes) => write(bytes, (data) => map(data, (list) => list,
    (leaf) => typeof leaf === "string" ? leaf.replaceAll("，", "；")
        : raised(leaf)));

// The Word files of a set in which every number is another one.
function edit(bytes) {
    write(bytes, (data) => map(data, (list) => list, raised));
    rmSync(returned, { recursive: true, force: true });
    spawnSync(jixiao, ["build", "--format", "docx", "-o", returned, other]);
    const folder = join(returned, "other");
    return !existsSync(folder) ? [] : readdirSync(folder)
        .filter((name) => name.includes("附件"))
        .map((name) => join(folder, name));
}

// The same data, as filed for the year before.
const date = (bytes) => write(bytes, (data) =>
    ({ ...data, year: data.year - 1 }));

// The data as a workbook.
function fill() {
    rmSync(book, { force: true });
    spawnSync(jixiao, ["sheet", input, "-o", book]);
}

const build = (format) => ["build", "--format", format, "-o", out, input];

const mark = (format) => ["diff", "--redline", out, "--format", format, input,
    other];

// The arguments of each, once what it needs beside the data is there.
export const jobs = {
    check: () => ["check", input],
    previous: (bytes) => (date(bytes), ["check", "--previous", other, input]),
    html: () => build("html"),
    docx: () => build("docx"),
    diff: (bytes) => (turn(bytes), ["diff", input, other]),
    redline: (bytes) => (turn(bytes), mark("html")),
    changed: (bytes) => (change(bytes), mark("docx")),
    pull: (bytes) => ["pull", ...edit(bytes), input],
    sheet: () => ["sheet", input],
    read: () => (fill(), ["read", book]),
};

let last = {};

// The arguments of a job, which is mostly done several times.
function prepare(job, bytes) {
    if (last.job !== job || last.bytes !== bytes) {
        writeFileSync(input, bytes);
        last = { job, bytes, words: jobs[job](bytes) };
    }
    return last.words;
}

function run(job, bytes, command, options) {
    const done = spawnSync(command, [...options, jixiao,
        ...prepare(job, bytes)], { encoding: "utf8", maxBuffer: 1 << 30 });
    rmSync(out, { recursive: true, force: true });
    return done;
}

// Its status, the processor's time and the most memory.
export function measure(job, bytes) {
    const [status, milliseconds, kilobytes] = run(job, bytes, measurer,
        [seconds]).stdout.split(" ").map(Number);
    return { status, milliseconds, kilobytes };
}

// Several of these: the least counts, for another program on the machine only
// adds to it.
export const measurements = (job, bytes, count) =>
    Array.from({ length: count }, () => measure(job, bytes));

// Its status and millions of instructions, which no other program changes.
export function count(job, bytes) {
    const { status, stderr } = run(job, bytes, "valgrind",
        ["--tool=cachegrind", "--cache-sim=no",
            `--cachegrind-out-file=${join(work, "counts")}`]);
    const [, refs] = /I +refs: +([\d,]+)/.exec(stderr);
    return { status, millions: Number(refs.replaceAll(",", "")) / 1e6 };
}
