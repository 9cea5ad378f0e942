// Every table in the structure of a PDF file is regular: its cells fill a grid
// without gaps and without two in one place (ISO 14289-1, 7.5).
//
//   qpdf --json=1 FILE.pdf | node tests/pdf/tables.mjs
//
// Prints what is wrong, and "N tables" last.
import { readFileSync } from "node:fs";

const { objects } = JSON.parse(readFileSync(0, "utf8"));
const reference = /^\d+ \d+ R$/;
const resolve = (value) =>
    typeof value === "string" && reference.test(value) ? objects[value] : value;
const list = (value) => value === undefined ? []
    : Array.isArray(value) ? value : [value];
const kids = (node) => list(resolve(node["/K"])).map(resolve)
    .filter((kid) => kid?.["/S"] !== undefined);

const span = (cell, name) => {
    const found = list(resolve(cell["/A"])).map(resolve)
        .find((attributes) => attributes?.[name] !== undefined);
    return found?.[name] ?? 1;
};

const faults = (table) => {
    const grid = [];
    const wrong = [];
    const rows = kids(table)
        .flatMap((kid) => kid["/S"] === "/TBody" ? kids(kid) : [kid])
        .filter((row) => row["/S"] === "/TR");

    rows.forEach((row, at) => {
        let column = 0;
        for (const cell of kids(row)) {
            while (grid[at]?.[column]) column++;
            for (let y = at; y < at + span(cell, "/RowSpan"); y++)
                for (let x = column; x < column + span(cell, "/ColSpan"); x++) {
                    grid[y] ??= [];
                    if (grid[y][x]) wrong.push(`row ${y}: two cells at ${x}`);
                    grid[y][x] = true;
                }
        }
    });
    const width = Math.max(0, ...grid.map((row) => row.length));
    if (grid.length !== rows.length)
        wrong.push(`${rows.length} rows, cells reach ${grid.length}`);
    grid.forEach((row, y) => {
        for (let x = 0; x < width; x++)
            if (!row[x]) wrong.push(`row ${y}: no cell at ${x}`);
    });
    return wrong;
};

const tables = Object.values(objects)
    .filter((object) => object?.["/S"] === "/Table");
tables.flatMap(faults).forEach((fault) => console.log(fault));
console.log(`${tables.length} tables`);
