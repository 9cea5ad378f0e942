// What the index page of a set counts is what check finds: of the whole set,
// and of each kind of attachment.
//
//   node tests/html/counts.mjs INDEX.html REPORT.json
//
// REPORT.json is what `check --report json` says of the same data file.

import { readFileSync } from 'node:fs';
import { report, status } from './report.mjs';

const levels = ['error', 'warning', 'hint'];
const [index, findings] = process.argv.slice(2);
const page = readFileSync(index, 'utf8');
const open = JSON.parse(readFileSync(findings, 'utf8')).files[0].findings
    .filter((finding) => !finding.answer);

// Of a paragraph of states: [errors, warnings, hints].
function counted(state) {
    return levels.map((level) => Number(
        state.match(new RegExp(`<span class="${level}">\\D*(\\d+)`))?.[1] ?? 0));
}

function found(list) {
    return levels.map((level) =>
        list.filter((finding) => finding.level === level).length);
}

function compare(name, shown, wanted) {
    report(`index: ${name}`, String(shown) === String(wanted) ? []
        : [`${shown} errors, warnings and hints of ${wanted}`]);
}

const [, whole] = page.match(/<\/h1><p class="state">(.*?)<\/p>/);
compare('the whole set', counted(whole), found(open));

const kinds = new Map();
for (const [, id, state] of page.matchAll(
    /<b>(附件\d)(?:-\d+)?<\/b>[^<]*<\/h3><p class="state">(.*?)<\/p>/g)) {
    const before = kinds.get(id) ?? levels.map(() => 0);
    kinds.set(id, counted(state).map((count, k) => count + before[k]));
}
for (const [id, shown] of kinds)
    compare(id, shown, found(open.filter(({ attachment }) => attachment === id)));
report('index: has attachments', kinds.size > 0 ? [] : ['none']);
process.exit(status());
