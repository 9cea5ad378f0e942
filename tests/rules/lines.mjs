// Names, titles, units and whatever else is one line: a line break or tabulator
// in it is told with its place and what is allowed.  Prose may have both.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { check, exitStatus, report } from './check.mjs';

const project = '/projects/0', indicator = '/department/indicators/output/quantity/0';
const lines = ['/county', '/unit/name', '/unit/short_name', '/filing/preparer', '/filing/responsible_person',
  '/expenditure/projects/other/0/name', '/expenditure/projects/provincial/0/name', '/buildings/0/name',
  `${indicator}/name`, '/department/indicators/benefit/economic/0/measure/unit', '/organisation/internal_offices/0',
  '/organisation/subordinate_units/0', '/organisation/in_final_accounts/0', '/facts/internal_rules/label',
  '/facts/internal_rules/unit', '/report/title', '/report/problems/0/items/0/title', `${project}/name`,
  `${project}/supervising_department`, `${project}/implementing_unit`, `${project}/report/title`,
  '/archive/title', '/archive/number', '/archive/responsible'];
const prose = ['/austerity_measures', '/department/goals/expected', '/training/reason', '/explanations/0/reason',
  '/report/conclusion/0', `${indicator}/deviation`];

const full = readFileSync('input/example-full-2024.json', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'jixiao-lines-'));

// The example with a value put at a pointer that leads through what is there.
function put(pointer, value) {
  const data = JSON.parse(full), names = pointer.slice(1).split('/'), last = names.pop();
  names.reduce((around, name) => around[name], data)[last] = value;
  return JSON.stringify(data);
}

const cases = [...lines, ...prose].flatMap((pointer) => ['\n', '\t', '']
  .map((sign) => ({ pointer, sign, path: join(folder, `${pointer.replaceAll('/', '-')}-${sign.codePointAt(0)}.json`) })));
for (const { pointer, sign, path } of cases)
  writeFileSync(path, put(pointer, `上半${sign}下半`));
const findings = check(cases.map(({ path }) => path));
rmSync(folder, { recursive: true });

for (const { pointer, sign, path } of cases) {
  const shapes = findings.get(path).filter(({ code }) => /^[JS]\d/.test(code));
  const wanted = sign && lines.includes(pointer);
  const told = ({ code, pointer: place, message }) => code === 'S023' && place === pointer && message.zh.includes('允许：一行文字');
  report(`${pointer} with ${JSON.stringify(sign)}`, shapes.length === (wanted ? 1 : 0) && shapes.every(told) ? ''
    : shapes.map(({ code, message }) => `${code} ${message.zh}`).join() || 'nothing is said');
}
process.exit(exitStatus());
