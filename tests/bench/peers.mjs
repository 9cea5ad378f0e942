// One table of how fast the program is beside others, in one run:
//
//   node tests/bench/peers.mjs [--all] [--quick] [--units N]
//
// Times are the processor's, of a program with all its processes and threads,
// the median of three rounds in which all take their turns; files go to memory
// (/dev/shm).  Where the limits of the ratio, "must" and "aim", are least ones,
// and where there are none, it says how many times as fast as the peer we are;
// where they are greatest ones (≤), how many times its time we take.
//
//   --all      more peers: docx-templates, easy-template-x, docx, docxtpl,
//              pandoc, Jinja2, xsltproc
//   --quick    a tenth of the documents, one round: what compiles itself as it
//              runs, Java and node, is not yet as fast as it gets
//   --units N  how many varied units are built; 1,000 if not given
//
// "Rendering alone" is from the data file to the file written: reading, shape,
// formulas, references, page model and format, once the program has begun; no
// rule, no check report, no index (tests/bench/repeat.c).  A peer does what its
// runner in ../shared/bench-peers does: read, render, pack, write.  The least
// work is tests/bench/least.c on the file that we have made.  Behind the table
// stand the stages of making Word files (tests/bench/making.c), what one document
// takes from the start of a process, and what the table takes with 10 and 100
// times its indicators.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync,
    rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";

import { before } from "./before.mjs";
import { folder, hasAjv, measured, once, output, prepare, programs, sizeOf,
    skip, steady } from "./programs.mjs";

const jixiao = process.env.JIXIAO ?? "build/jixiao";
const repeater = process.env.REPEAT ?? "build/bench/repeat";
const leaster = process.env.LEAST ?? "build/bench/least";
const maker = process.env.MAKING ?? "build/bench/making";
const real = "input/taojiang-hrss-2023.json";
const full = "input/example-full-2024.json";
const form = "附件4";

const words = process.argv.slice(2);
const quick = words.includes("--quick");
const share = quick ? 0.1 : 1;
const rounds = quick ? 1 : 3;
const units = words.includes("--units")
    ? Number(words[words.indexOf("--units") + 1]) : 1000;

const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
const work = mkdtempSync(join(memory, "peers-"));
const at = (name) => join(work, name);
process.on("exit", () => rmSync(work, { recursive: true }));

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const sized = (format) => at(`rendered-${format}`);

// Milliseconds, and the bytes of what was made, of our own C programs.
function timed(program, list) {
    const [milliseconds, bytes] = output(program, list.map(String))
        .split(" ").map(Number);
    return { milliseconds, bytes };
}

function repeat(how, format, file, runs) {
    mkdirSync(sized(format), { recursive: true });
    return timed(repeater, [how, format, how === "check" ? "" : form, file,
        sized(format), Math.max(10, Math.round(runs * share))]);
}

// The parts of a .docx that change with the data.
const parts = ["word/document.xml", "customXml/item1.xml"];

// Needs what the last rendering alone has left.
function least(format, file) {
    const made = join(sized(format), "rendered");
    const changing = format === "docx" ? at("changing") : "";

    if (changing)
        writeFileSync(changing, execFileSync("unzip",
            ["-p", made, ...parts]));
    return timed(leaster, [file, made, changing, work,
        Math.round(2000 * share)]);
}

const build = (program, formats, files, options = []) => {
    const made = measured([program, "build", ...options, "--format", formats,
        "-o", at("sets"), ...files]);
    rmSync(at("sets"), { recursive: true });
    return made;
};

const ajv = (file) => Number(output("node", ["tests/bench/validate.mjs",
    folder, at("schema.json"), file, 1000 * share]));

// What is timed in every round: name -> function to milliseconds.
function works(table, peers, former) {
    const set = (program) => () =>
        build(program, "html,docx,flat-opc", [real]).milliseconds;
    const list = {};

    if (table)
        for (const [format, runs] of [["docx", 300], ["html", 500]]) {
            list[`render ${format}`] = () =>
                repeat("render", format, table, runs).milliseconds;
            list[`least ${format}`] = () => least(format, table).milliseconds;
            list[`whole ${format}`] = () =>
                repeat("whole", format, table, runs / 3).milliseconds;
        }
    for (const peer of peers)
        list[`${peer.name} ${peer.format}`] = () => steady(peer, share, work);
    list["set now"] = set(jixiao);
    if (former)
        list["set before"] = set(former);
    for (const file of [real, full]) {
        list[`check ${file}`] = () =>
            repeat("check", "docx", file, 100).milliseconds;
        if (hasAjv())
            list[`ajv ${file}`] = () => ajv(file);
    }
    return list;
}

// One that fails is said once, and left out.
function measureAll(list) {
    const times = {};

    for (let round = 0; round < rounds; round++)
        for (const [name, take] of Object.entries(list))
            try {
                (times[name] ??= []).push(take());
            } catch ({ message }) {
                skip(name, message);
                delete list[name];
                delete times[name];
            }
    return Object.fromEntries(Object.entries(times).map(([name, all]) =>
        [name, median(all)]));
}

// Once, for it takes long: one core, one process after the other.
function buildUnits(former, times) {
    mkdirSync(at("in"));
    output("tests/bench/vary.sh", [String(units), at("in")]);
    const files = readdirSync(at("in")).map((name) => join(at("in"), name));
    const now = build(jixiao, "docx", files, ["--quiet", "-j", "1"]);

    times["units now"] = now.milliseconds;
    if (former)
        times["units before"] = build(former, "docx", files).milliseconds;
    return now.kilobytes / 1024;
}

const number = (value) => value >= 100 ? value.toFixed(0)
    : value >= 10 ? value.toFixed(1) : value.toFixed(value < 0.1 ? 3 : 2);

const columns = [
    { title: "work", width: -38 },
    { title: "ours, ms", width: 10 },
    { title: "  peer", width: -19 },
    { title: "its, ms", width: 8 },
    { title: "ratio", width: 9 },
    { title: "must", width: 8 },
    { title: "aim", width: 7 },
    { title: "  holds", width: -12 },
];

// What a Chinese character takes on a terminal is two columns.
const wide = (text) => [...text].filter((c) => c >= "\u2e80").length;

const print = (cells) => console.log(cells.map((cell, k) =>
    columns[k].width < 0 ? cell.padEnd(-columns[k].width - wide(cell))
        : cell.padStart(columns[k].width)).join("").trimEnd());

// more: the larger the ratio the better; else the smaller.
function row(title, ours, name, theirs, { more, ratio, ...limits }) {
    const sign = more ? "≥ " : "≤ ";
    const given = ["must", "aim"].filter((limit) => limit in limits);
    const held = given.filter((limit) =>
        more ? ratio >= limits[limit] : ratio <= limits[limit]);

    print([title, ours, `  ${name}`, theirs, number(ratio),
        ...["must", "aim"].map((limit) =>
            limit in limits ? sign + limits[limit] : ""),
        given.length === 0 ? "" : `  ${held.join(", ") || "no"}`]);
}

// How many times faster than a peer we are, or how many times its time we
// take; nothing where one of both was not measured.
function compare(times, title, own, name, peer, limits) {
    const [ours, theirs] = [times[own], times[peer]];

    if (ours && theirs)
        row(title, number(ours), name, number(theirs), { ...limits,
            ratio: limits.more ? theirs / ours : ours / theirs });
}

const rendering = `${form}, rendering alone`;

// What has limits of its own, of each format.
const limited = {
    "Carbone docx": { more: true, must: 3, aim: 8 },
    "handlebars html": { more: true, must: 0.15 },
};

function tellPeers(times, peers) {
    for (const format of ["docx", "html"]) {
        for (const { name } of peers.filter((peer) => peer.format === format))
            compare(times, `${rendering}, ${format}`, `render ${format}`, name,
                `${name} ${format}`, limited[`${name} ${format}`]
                    ?? { more: true });
        compare(times, `${rendering}, ${format}`, `render ${format}`,
            "least work", `least ${format}`,
            format === "docx" ? { aim: 3 } : {});
    }
    compare(times, `${form}, checks, report, index, docx`, "whole docx",
        "Carbone", "Carbone docx", { more: true, must: 1.5, aim: 3 });
}

// HTML by the byte, since our page says much more.
function tellBytes(times, table, peers) {
    const peer = peers.find(({ name }) => name === "handlebars");
    const theirs = times["handlebars html"];

    if (!table || !theirs)
        return;
    const own = repeat("render", "html", table, 1).bytes
        / times["render html"];
    const other = sizeOf(peer, work) / theirs;
    row(`${rendering}, html, bytes/ms`, number(own), peer.name,
        number(other), { more: true, ratio: own / other, aim: 1 });
}

function tellRuns(times, megabytes) {
    compare(times, "real set, html, docx, flat-opc", "set now",
        "before", "set before", { more: true, must: 3, aim: 7 });
    compare(times, `${units} units, docx, check report`, "units now",
        "before", "units before", { more: true, must: 3, aim: 10 });
    compare(times, "check, real file", `check ${real}`, "ajv",
        `ajv ${real}`, { must: 8, aim: 4 });
    compare(times, "check, full example", `check ${full}`, "ajv",
        `ajv ${full}`, { must: 8, aim: 4 });
    row(`a worker, ${units} units, MB`, number(megabytes), "", "",
        { ratio: megabytes, must: 32 });
}

// What the stages of a build with docx take, and their shares.
function tellStages(table) {
    const made = [...table ? [[form, table, form, 300]] : [],
        ["real set", real, "", 50]].map(([title, file, only, runs]) => {
        const stages = output(maker, [file, only, work,
            Math.max(5, Math.round(runs * share))]).trim().split("\n")
            .map((line) => /^(.*) ([\d.]+)$/.exec(line))
            .map(([, name, time]) => ({ name, time: Number(time) }));
        return { title, stages, all: stages.reduce((sum, { time }) =>
            sum + time, 0) };
    });

    console.log("\n ms, stages, docx".padEnd(24) + made.map(({ title }) =>
        title.padStart(12 - wide(title)) + "share".padStart(8)).join(""));
    for (let k = 0; k < made[0].stages.length; k++)
        console.log(` ${made[0].stages[k].name}`.padEnd(23)
            + made.map(({ stages, all }) => number(stages[k].time)
                .padStart(12) + `${(100 * stages[k].time / all).toFixed(0)} %`
                .padStart(8)).join(""));
}

// Indicators by group and kind, each list of them so many times.
function repeated(indicators, n) {
    if (Array.isArray(indicators))
        return Array.from({ length: n }, () => indicators).flat();
    return Object.fromEntries(Object.entries(indicators).map(
        ([name, value]) => [name, repeated(value, n)]));
}

// From the start of a process to its end, one document.
function tellOnce(table, peers) {
    const own = (format) => ({ name: "jixiao", format, take: () =>
        build(jixiao, format, [table], ["--only", form]) });
    const all = [...table ? [own("docx"), own("html")] : [],
        ...peers.map((peer) => ({ ...peer, take: () => once(peer, work) }))];

    console.log("\n one document, from the start          ms         MB");
    for (const { name, format, take } of all) {
        const taken = Array.from({ length: rounds }, take);
        const of = (key) => median(taken.map((each) => each[key]));
        console.log(` ${name}, ${format}`.padEnd(32)
            + number(of("milliseconds")).padStart(10)
            + number(of("kilobytes") / 1024).padStart(11));
    }
}

// The table with 1, 10 and 100 times its indicators, rendered alone.  The
// exponent is that of what comes to the single table; it is above that of the
// work where the data no longer fits into the processor's caches.
function tellGrowth(table) {
    const data = JSON.parse(readFileSync(table, "utf8"));
    const { indicators } = data.projects[0];
    const sizes = [1, 10, 100];

    console.log("\n ms, times the indicators"
        + sizes.map((n) => String(n).padStart(9)).join("") + "   exponent");
    for (const format of ["docx", "html"]) {
        const [one, ten, hundred] = sizes.map((n) => {
            data.projects[0].indicators = repeated(indicators, n);
            writeFileSync(at("grown.json"), JSON.stringify(data));
            return repeat("render", format, at("grown.json"), 300 / n)
                .milliseconds;
        });
        const exponent = Math.log((hundred - one) / (ten - one))
            / Math.log((100 - 1) / (10 - 1));
        console.log(` ${rendering}, ${format}`.padEnd(23)
            + [one, ten, hundred, exponent].map((value) =>
                number(value).padStart(9)).join(""));
    }
}

const ready = prepare();
const peers = ready ? programs(words.includes("--all")) : [];
const former = before();
const table = ready ? at("table.json") : null;
if (ready)
    writeFileSync(table, output("node",
        ["tests/bench/table.mjs", join(folder, "data.json")]));
writeFileSync(at("schema.json"), output(jixiao, ["schema"]));

const times = measureAll(works(table, peers, former));
const megabytes = buildUnits(former, times);
const left = peers.filter(({ name, format }) => times[`${name} ${format}`]);
print(columns.map(({ title }) => title));
tellPeers(times, left);
tellBytes(times, table, left);
tellRuns(times, megabytes);
tellStages(table);
tellOnce(table, left);
if (table)
    tellGrowth(table);
