// Small submissions with faults as real ones had them, and what must and what
// must not be found in each: expect.txt beside them has a line for each of
// these, "file|must|expression" or "file|mustnot|expression".  The expression
// is looked for in "CODE level pointer sentence" of every finding that has no
// answer, those on blank cells and on missing chapters aside.
//
// SHARED names the folder that has cases/; without it they are skipped.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { check, report, root } from './check.mjs';

const folder = join(process.env.SHARED ?? join(root, '../shared'), 'cases');

function readExpected() {
  return readFileSync(join(folder, 'expect.txt'), 'utf8').split('\n')
    .filter((line) => line && line[0] !== '#')
    .map((line) => line.match(/^([^|]+)\|(must|mustnot)\|(.+)$/).slice(1));
}

const isAside = ({ code, answer }) => answer || code[0] === 'N' || code === 'D12' || code === 'D16';

function judge([name, kind, expression], findings) {
  const hits = findings.filter((finding) => !isAside(finding))
    .map(({ code, level, pointer, message }) => `${code} ${level} ${pointer ?? ''} ${message.zh}`)
    .filter((line) => new RegExp(expression).test(line));
  const why = kind === 'must' ? hits.length ? '' : `nothing has ${expression}`
    : hits.join('; ');
  report(`${name}: ${kind} have ${expression}`, why);
}

export function reportShared() {
  if (!existsSync(join(folder, 'expect.txt'))) {
    console.log('skip cases of real submissions: there is no ../shared/cases');
    return;
  }
  const path = (name) => join(folder, `${name}.json`);
  const expected = readExpected();
  const found = check([...new Set(expected.map(([name]) => path(name)))]);
  for (const line of expected)
    judge(line, found.get(path(line[0])));
}
