// A data file made larger: TIMES as many projects, each with its indicators
// and its report, as many indicators of the department and as many paragraphs
// in its report.  What has a name or an id has one of its own.
//
//   node multiply.mjs FILE TIMES
//
// References still lead to what the file itself states.

import { readFileSync } from "node:fs";

const [file, times] = process.argv.slice(2);
const data = JSON.parse(readFileSync(file, "utf8"));

// The first entries stay as they are.
function multiply(list, copy) {
    return Array.from({ length: Number(times) }, (_, k) =>
        list.map((entry) => k ? copy(entry, k + 1) : entry)).flat();
}

function multiplyEach(object, copy) {
    for (const [name, value] of Object.entries(object))
        if (Array.isArray(value))
            object[name] = multiply(value, copy);
        else if (value && typeof value === "object")
            multiplyEach(value, copy);
}

const rename = (entry, k) => ({ ...entry, name: `${entry.name}${k}号` });

data.projects = multiply(data.projects, (project, k) =>
    ({ ...rename(project, k), id: `${project.id}-${k}` }));
multiplyEach(data.department.indicators, rename);
multiplyEach(data.report, (paragraph) => paragraph);
process.stdout.write(JSON.stringify(data, null, 2));
