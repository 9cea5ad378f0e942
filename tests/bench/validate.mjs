// Read a data file and check its shape with ajv, time and again:
//
//   node tests/bench/validate.mjs MODULES SCHEMA FILE RUNS
//
// MODULES is the folder whose node_modules has ajv.  The schema is compiled
// once.  Printed are the processor's milliseconds that one time took.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [modules, schema, file, count] = process.argv.slice(2);
const runs = Number(count);
const { default: Ajv } = createRequire(resolve(modules, "package.json"))(
    "ajv/dist/2020");
const validate = new Ajv({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync(schema, "utf8")));

function run() {
    if (!validate(JSON.parse(readFileSync(file, "utf8"))))
        throw new Error(JSON.stringify(validate.errors));
}

for (let k = 0; k < runs; k++)
    run();
const begun = process.cpuUsage();
for (let k = 0; k < runs; k++)
    run();
const { user, system } = process.cpuUsage(begun);
console.log((user + system) / 1e3 / runs);
