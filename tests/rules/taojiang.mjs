// The 67 defects of the submission of 2023 against what the program finds in
// input/taojiang-hrss-2023.json.  The table of tests/defects-taojiang.md says
// of each either which findings show it, as `CODE pointer`, or why none can.
// Each must be there, at the line where the pointer's value stands; and the
// figures that were right, in the list below the table, must have none.
//
// usage: taojiang.mjs     JIXIAO names the program, build/jixiao by default

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { check, exitStatus, report, root } from './check.mjs';

const data = join(root, 'input/taojiang-hrss-2023.json');
const table = readFileSync(join(root, 'tests/defects-taojiang.md'), 'utf8');
const DEFECTS = 67;

const findings = check([data]).get(data);

// The line on which the value at a pointer begins, found in the text itself.
function lineOf(pointer) {
  const text = readFileSync(data, 'utf8');
  const names = pointer.slice(1).split('/');
  let at = 0;
  const space = () => { while (/\s/.test(text[at])) at++; };
  const string = () => {
    const begun = at++;
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    return JSON.parse(text.slice(begun, ++at));
  };
  const skip = () => {
    space();
    if (text[at] === '"') return void string();
    if (!'[{'.includes(text[at])) { while (!/[\s,\]}]/.test(text[at])) at++; return; }
    for (let depth = 0; ;) {
      if (text[at] === '"') { string(); continue; }
      depth += '[{'.includes(text[at]) ? 1 : ']}'.includes(text[at]) ? -1 : 0;
      at++;
      if (!depth) return;
    }
  };
  // Into the object or list that begins here, up to the member; false if none.
  const enter = (name) => {
    const list = text[at++] === '[';
    for (let index = 0; ; index++) {
      space();
      if (']}'.includes(text[at])) return false;
      const key = list ? String(index) : string();
      if (!list) { space(); at++; space(); }
      if (key === name) return true;
      skip();
      space();
      if (text[at] === ',') at++;
    }
  };
  space();
  for (const name of names) {
    const begun = at;
    if (!'[{'.includes(text[at]) || !enter(name)) {
      at = begun;         // absent: the place is that of what is around it
      break;
    }
  }
  return text.slice(0, at).split('\n').length;
}

const rows = [...table.matchAll(/^\| (\d+) \|(.*)\|$/gm)].map((m) =>
  ({ number: Number(m[1]), found: m[2].split('|').pop().trim() }));
report('the table has every defect', rows.length === DEFECTS
  && rows.every((row, k) => row.number === k + 1) ? '' : `${rows.length} rows`);

for (const { number, found } of rows) {
  const wanted = [...found.matchAll(/`([A-Z]\d+[a-z]?) (\/[^`]*)`/g)];
  const problems = wanted.flatMap(([, code, pointer]) => {
    const there = findings.find((one) => one.code === code && one.pointer === pointer);
    if (!there) return [`no ${code} at ${pointer}`];
    return there.line === lineOf(pointer) ? []
      : [`${code} ${pointer} is on line ${there.line}, its value on ${lineOf(pointer)}`];
  });
  if (!wanted.length && !/^(not seen|generated|anew): /.test(found))
    problems.push('neither findings nor a reason');
  report(`defect ${number}`, problems.join('; '));
}

const right = [...table.slice(table.indexOf('## Right figures')).matchAll(/^- .*?((?:`\/[^`]*`[, ]*)+)/gm)];
report('there is a list of right figures', right.length ? '' : 'none');
for (const [line] of right)
  for (const [, pointer] of line.matchAll(/`(\/[^`]*)`/g))
    report(`right: ${pointer}`, findings.filter((one) => one.pointer === pointer
      && one.level !== 'hint').map((one) => `${one.code} ${one.message.zh}`).join('; '));

process.exit(exitStatus());
