// The programs beside which ours is timed: those of ../shared/bench-peers,
// which all render one table, copied to a folder of build/ and prepared there.
// What cannot be had is said, and left out.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, statSync,
    writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const source = resolve("../shared/bench-peers");
export const folder = resolve("build/bench-peers");
const saxon = "/usr/share/java/Saxon-HE.jar";
const measurer = resolve(process.env.MEASURE ?? "build/bench/measure");

export const skip = (name, why) => console.log(`skip ${name}: ${why}`);

// The line that tells most: of Python it is the last one, of npm the first.
function reason({ error, status, stderr }) {
    const lines = (stderr ?? "").trim().split("\n");

    return error?.message ?? (lines.find((line) => /error/i.test(line))
        || lines[0] || `status ${status}`);
}

// What a command prints; an error where it fails.
export function output(command, words, options) {
    const done = spawnSync(command, words, { encoding: "utf8",
        maxBuffer: 1 << 30, ...options });
    if (done.status !== 0)
        throw new Error(reason(done));
    return done.stdout;
}

// The processor's milliseconds and the most kilobytes of a command with all
// that it starts; findings (1, 2) are none of its failures.
export function measured(command, options) {
    const [status, milliseconds, kilobytes] = output(measurer,
        ["3600", ...command], options).split(" ").map(Number);
    if (status > 2)
        throw new Error(`status ${status}`);
    return { milliseconds, kilobytes };
}

const script = (engine) => (runs, out) =>
    ["node", "src/peer.js", engine, runs, out];
const python = (name) => (runs, out) =>
    ["/usr/bin/python3", `src/py_${name}.py`, runs, out];
const java = (format, words) => (runs, out) => ["java", ...words,
    `tpl/${format}.xsl`, "data.xml", format, runs, out, "tpl/skel"];
const ofSaxon = (format) => java(format,
    ["-cp", saxon, "src/SaxonBench.java"]);
const ofXsltc = (format) => java(format, [resolve("tests/bench/Xsltc.java")]);

// file: what it writes; packages: those of npm that it needs; alone: it makes
// one document a process.
const always = [
    { name: "Carbone", format: "docx", runs: 300, file: "carbone_0.docx",
        packages: ["carbone"], command: script("carbone") },
    { name: "docxtemplater", format: "docx", runs: 300,
        file: "docxtemplater_0.docx", packages: ["docxtemplater", "pizzip"],
        command: script("docxtemplater") },
    { name: "Saxon", format: "docx", runs: 1000, file: "saxon_0.docx",
        command: ofSaxon("docx") },
    { name: "XSLTC", format: "docx", runs: 1000, file: "xsltc_0.docx",
        command: ofXsltc("docx") },
    { name: "handlebars", format: "html", runs: 3000,
        file: "handlebars_0.html", packages: ["handlebars"],
        command: script("handlebars") },
    { name: "Saxon", format: "html", runs: 2000, file: "saxon_0.html",
        command: ofSaxon("html") },
    { name: "XSLTC", format: "html", runs: 2000, file: "xsltc_0.html",
        command: ofXsltc("html") },
];
const onRequest = [
    { name: "docx-templates", format: "docx", runs: 100,
        file: "docxtemplates_0.docx", packages: ["docx-templates"],
        command: script("docxtemplates") },
    { name: "easy-template-x", format: "docx", runs: 300,
        file: "easytemplatex_0.docx", packages: ["easy-template-x"],
        command: script("easytemplatex") },
    { name: "docx", format: "docx", runs: 300, file: "docx_0.docx",
        packages: ["docx"], command: script("docx") },
    { name: "docxtpl", format: "docx", runs: 200, file: "docxtpl_0.docx",
        command: python("docxtpl") },
    { name: "pandoc", format: "docx", file: "pandoc_0.docx", alone: true,
        command: (runs, out) => ["pandoc", "-f", "src/reader.lua",
            "data.json", "-o", `${out}/pandoc_0.docx`] },
    { name: "xsltproc and zip", format: "docx", file: "naive_0.docx",
        alone: true, command: (runs, out) => ["src/naive.sh", "1", out] },
    { name: "Jinja2", format: "html", runs: 1000, file: "jinja_0.html",
        command: python("jinja") },
    { name: "xsltproc", format: "html", file: "naive_0.html", alone: true,
        command: (runs, out) => ["src/naivehtml.sh", "1", out] },
];

const isThere = (name) => existsSync(join(folder, "node_modules", name));

// Of npm's packages those that are not there yet, as the table's folder names
// their versions; ajv is not among them.
function install(packages) {
    const { dependencies } = JSON.parse(
        readFileSync(join(source, "package.json"), "utf8"));
    const wanted = packages.map((name) => [name, dependencies[name] ?? "^8"]);

    writeFileSync(join(folder, "package.json"), JSON.stringify(
        { private: true, dependencies: Object.fromEntries(wanted) }));
    if (packages.every(isThere))
        return;
    try {
        output("npm", ["install", "--no-audit", "--no-fund",
            "--loglevel=error", "--prefix", folder]);
    } catch ({ message }) {
        skip("packages of npm", message);
    }
}

// True where the table is there, and the programs that can be had.
export function prepare() {
    if (!existsSync(join(source, "data.json"))) {
        skip("all peers", "their table is in ../shared/bench-peers");
        return false;
    }
    mkdirSync(join(folder, "out"), { recursive: true });
    cpSync(source, folder, { recursive: true, filter: (path) =>
        !path.startsWith(join(source, "node_modules")) });
    output("gcc", ["-O2", "-o", "out/json2xml", "src/json2xml.c", "-lcjson"],
        { cwd: folder });
    writeFileSync(join(folder, "data.xml"), output("out/json2xml", [], {
        cwd: folder, input: readFileSync(join(folder, "data.json")) }));
    return true;
}

// The programs, those on request with them or not.
export function programs(all) {
    const chosen = all ? [...always, ...onRequest] : always;
    const packages = chosen.flatMap(({ packages: own = [] }) => own);

    install([...packages, "ajv"]);
    return chosen.filter(({ name, packages: own = [] }) => {
        const missing = own.filter((module) => !isThere(module));
        if (missing.length)
            skip(name, `npm does not give ${missing}`);
        return missing.length === 0;
    });
}

export const hasAjv = () => isThere("ajv");

// The milliseconds that a document takes once the program has warmed up.
export function steady({ command, runs, alone }, share, out) {
    const times = Math.max(20, Math.round(runs * share));
    if (alone)
        return measured(command(1, out), { cwd: folder }).milliseconds;
    const [program, ...words] = command(times, out).map(String);
    const said = output(program, words, { cwd: folder });
    const { cpu, N } = JSON.parse(said.trim().split("\n").at(-1));
    return 1e3 * cpu / N;
}

// From the start of the program to the end.
export const once = ({ command }, out) =>
    measured(command(1, out).map(String), { cwd: folder });

export const sizeOf = ({ file }, out) => statSync(join(out, file)).size;
