// What is found in a workbook is told of its sheet and cell, of the row or of
// the part of a sheet: whatever a rule finds, and what a build does.
//
// JIXIAO names the program, build/jixiao by default.

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exitStatus, program, report, root } from '../rules/check.mjs';

const work = mkdtempSync(join(tmpdir(), 'places-'));
const jixiao = (...options) => spawnSync(program, options, { cwd: work, encoding: 'utf8', maxBuffer: 1 << 30 });
const findings = (...options) => JSON.parse(jixiao(...options, '--report', 'json').stdout).files[0].findings;
const placed = /^工作表“[^”]+”(单元格 [A-Z]+\d+|第 \d+ 行起?)( |$)/;

// A finding without a pointer is about the file as a whole.
function unplaced(list) {
  return list.filter(({ pointer, where, line }) => line !== undefined || (pointer && !placed.test(where ?? '')));
}

let total = 0;
const lost = [];
for (const rule of readdirSync(join(root, 'tests/rules'))) {
  const data = join(root, 'tests/rules', rule, 'fail.json');
  if (!existsSync(data))
    continue;
  jixiao('sheet', data, '-o', `${rule}.xlsx`);
  const list = findings('check', `${rule}.xlsx`);
  total += list.length;
  lost.push(...unplaced(list).map(({ code, pointer }) => `${rule}: ${code} ${pointer}`));
}
report('what rules find has a sheet and a cell', total > 500 && !lost.length ? '' : `${total}: ${lost.slice(0, 8).join(', ')}`);

copyFileSync(join(root, 'tests/rules/B13/fail.json'), join(work, 'points.json'));
jixiao('sheet', 'points.json', '-o', 'points.xlsx');
const parts = findings('check', 'points.xlsx').filter(({ pointer }) => pointer === '/expenditure');
report('what is about a part has its first row', parts.length && parts.every(({ where }) => where.startsWith('工作表“附件1”第 15 行起 附件1'))
  ? '' : JSON.stringify(parts));

copyFileSync(join(root, 'input/example-full-2024.json'), join(work, 'full.json'));
jixiao('sheet', 'full.json', '-o', 'full.xlsx');
const built = jixiao('build', 'full.xlsx').stderr;
report('what pages find has a cell', /^full\.xlsx: 提示 X051: 工作表“附件1”单元格 [A-Z]+\d+ 附件1 /m.test(built) ? '' : built);

rmSync(work, { recursive: true });
process.exit(exitStatus());
