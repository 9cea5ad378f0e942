// Whether every figure that the schema places in 附件1, 附件2 or 附件4 stands
// in that attachment of the page model.  Prints those that do not.
//
//   node figures.mjs SCHEMA-FOLDER SUBMISSION.XML DOCUMENT.XML
//
// A place is the leaf's own x-form, or that of the line it stands in, or of
// the list the line is an entry of.  A line's change on last year is no column
// of its form.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, submissionFile, documentFile] = process.argv.slice(2);
const figureTypes = new Set(["amount", "rate", "count", "number"]);
const files = new Map();

function load(file) {
    if (!files.has(file))
        files.set(file, JSON.parse(readFileSync(join(folder, file), "utf8")));
    return files.get(file);
}

// Members that stand on both sides: those of the target with what is beside it.
function mergeMembers(target = {}, beside = {}) {
    const merged = { ...target };
    for (const [name, schema] of Object.entries(beside))
        merged[name] = { ...target[name], ...schema };
    return merged;
}

// The schema with its $ref worked in; siblings win, member by member.
function resolve({ schema, file }) {
    if (!schema.$ref)
        return { schema, file };
    const [name, fragment = ""] = schema.$ref.split("#");
    const steps = fragment.split("/").filter(Boolean);
    const target = resolve({
        schema: steps.reduce((at, step) => at[step], load(name || file)),
        file: name || file,
    });
    const properties = target.schema.properties || schema.properties
        ? mergeMembers(target.schema.properties, schema.properties) : undefined;
    return { schema: { ...target.schema, ...schema, $ref: undefined, properties },
        file: target.file };
}

function child({ schema, file }, step) {
    const next = schema.properties?.[step] ?? schema.items ?? schema.additionalProperties;
    return next && resolve({ schema: next, file });
}

// The places of the steps to a leaf, itself last.
function places(pointer) {
    const way = [resolve({ schema: load("submission.schema.json"), file: "submission.schema.json" })];
    for (const step of pointer.split("/").slice(1))
        way.push(child(way.at(-1), step));
    return way.map(({ schema }) => ({ place: schema["x-form"], list: "items" in schema }));
}

function placeOf(pointer) {
    const [, ...way] = places(pointer);
    const [leaf, line, list] = [way.at(-1), way.at(-2), way.at(-3)];
    return leaf.place ?? line?.place ?? (list?.list ? list.place : undefined);
}

function attributes(tag) {
    const found = {};
    for (const [, name, value] of tag.matchAll(/([\w-]+)="([^"]*)"/g))
        found[name] = value.replace(/&lt;/g, "<").replace(/&gt;/g, ">")
            .replace(/&quot;/g, '"').replace(/&amp;/g, "&");
    return found;
}

function tags(text, pattern) {
    return [...text.matchAll(pattern)].map(([tag]) => attributes(tag));
}

const printed = new Map();      // kind -> pointers
for (const part of readFileSync(documentFile, "utf8").split("<attachment").slice(1)) {
    const { kind } = attributes(part.slice(0, part.indexOf(">")));
    const found = printed.get(kind) ?? new Set();
    for (const { src } of tags(part, /<value [^>]*>/g))
        found.add(src);
    printed.set(kind, found);
}

let lost = 0;
for (const leaf of tags(readFileSync(submissionFile, "utf8"), /<(?!reference)[a-z_][^>]*\btype="[^>]*>/g)) {
    if (!figureTypes.has(leaf.type) || /\/change(_rate)?$/.test(leaf.src))
        continue;
    const kinds = placeOf(leaf.src)?.match(/附件[124]/g) ?? [];
    const own = leaf.src.startsWith("/projects/") ? "附件4" : "附件2";
    for (const kind of kinds.length > 1 ? [own] : kinds) {
        if (!printed.get(kind)?.has(leaf.src)) {
            console.log(`${leaf.src} is not in ${kind}`);
            lost++;
        }
    }
}
process.exit(lost ? 1 : 0);
