// Amounts in the wrong unit, tried with the amounts of the complete example:
// each of them by itself, whole rows, columns and sections in 元 where 万元 are
// asked for gives F003 at these and nothing else; other mistakes give none.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { check, exitStatus, report, root } from './check.mjs';

const example = JSON.parse(readFileSync(join(root, 'input/example-full-2024.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'jixiao-slips-'));

// Pointers of all that are figures, with their values.
function figures(part, pointer = '') {
  if (typeof part === 'number')
    return [[pointer, part]];
  return part && typeof part === 'object'
    ? Object.entries(part).flatMap(([name, value]) => figures(value, `${pointer}/${name}`)) : [];
}

// As fine as 元 and 万元 may be stated.
const times = (value, factor) => Number((value * factor).toFixed(factor < 0.001 ? 2 : 4));

// The data with figures multiplied.
function scale(data, pointers, factor) {
  const copy = structuredClone(data);
  for (const pointer of pointers) {
    const names = pointer.slice(1).split('/');
    const last = names.pop();
    const around = names.reduce((part, name) => part[name], copy);
    around[last] = times(around[last], factor);
  }
  return copy;
}

const amounts = figures(example).filter(([pointer, value]) => value !== 0
  && /^\/expenditure\/|^\/department\/(funds|income|spending)\/|^\/projects\/\d+\/funds\//.test(pointer)
  && !/\/(points|score|execution_rate|change|change_rate)$/.test(pointer)).map(([pointer]) => pointer);
const row = (pointer) => pointer.slice(0, pointer.lastIndexOf('/'));
const those = (expression) => amounts.filter((pointer) => expression.test(pointer));
const yuan = figures(example).map(([pointer]) => pointer)
  .filter((pointer) => /^\/(meetings|training)\/(previous_final|final)$/.test(pointer));

const cases = [];
const add = (name, slipped, factor, expected = slipped) =>
  cases.push({ name, data: scale(example, slipped, factor), expected });

for (const pointer of amounts)
  add(`${pointer} in 元`, [pointer], 10000);
for (const around of new Set(amounts.map(row)))
  if (!/income$/.test(around))
    add(`the row ${around} in 元`, amounts.filter((pointer) => row(pointer) === around), 10000);
for (const column of ['previous_final', 'initial_budget', 'final'])
  add(`the column ${column} in 元`, those(new RegExp(`^/expenditure/.*/${column}$`)), 10000);
for (const [name, expression] of [['三公经费', /three_public/], ['public expenses', /\/public\//],
  ['projects of form 1', /^\/expenditure\/projects/], ['all of form 1', /^\/expenditure/],
  ['all of form 2', /^\/department/], ['all of form 4', /^\/projects/]])
  add(`${name} in 元`, those(expression), 10000);
for (const pointer of yuan)
  add(`${pointer} in 万元`, [pointer], 0.0001);

// A lost or added point, or zeros, are other mistakes.
for (const pointer of amounts)
  for (const factor of [0.01, 0.1, 10, 100])
    add(`${pointer} times ${factor}`, [pointer], factor, []);

// What is wrong besides is told as it is with the right figure.
const beside = structuredClone(example);
beside.expenditure.procurement = { previous_final: 4010000, initial_budget: 356, final: 342.18 };
cases.push({ name: 'a fall from an amount in 元', data: beside,
  expected: ['/expenditure/procurement/previous_final'], besides: 'D20 比上年减少58.82万元' });

const paths = cases.map((_, k) => join(folder, `${k}.json`));
cases.forEach(({ data }, k) => writeFileSync(paths[k], JSON.stringify(data)));
const findings = check(paths);
rmSync(folder, { recursive: true });

cases.forEach(({ name, expected, besides = '' }, k) => {
  const found = findings.get(paths[k]).filter((finding) => !finding.answer);
  const slips = found.filter(({ code }) => code === 'F003').map(({ pointer }) => pointer).sort();
  const others = expected.length ? found.filter(({ code, message }) => code !== 'F003'
    && !(besides && `${code} ${message.zh}`.startsWith(besides))) : [];
  const absurd = found.some(({ code, message }) => code === 'F003'
    && Number(/（([\d.]+)万元）/.exec(message.zh)?.[1]) > 100000);
  const missing = besides && !found.some(({ code, message }) => `${code} ${message.zh}`.startsWith(besides));
  report(name, JSON.stringify(slips) !== JSON.stringify([...expected].sort())
    ? `found ${slips.join(', ') || 'nothing'}`
    : others.length ? `besides, ${others.map(({ code, pointer }) => `${code} ${pointer}`).join(', ')}`
      : absurd ? 'compares with an amount that is itself in the wrong unit'
        : missing ? `no ${besides}` : '');
});
process.exit(exitStatus());
