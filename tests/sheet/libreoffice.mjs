// Workbooks that LibreOffice has opened and saved come back the same, and what
// it makes of the formulas is what the program says.
//
// JIXIAO names the program, build/jixiao by default.

import { execFileSync, spawnSync } from 'node:child_process';
import { deepStrictEqual } from 'node:assert';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exitStatus, program, report, root } from '../rules/check.mjs';
import { repack } from '../pull/word.mjs';

const work = mkdtempSync(join(tmpdir(), 'sheet-'));
if (spawnSync('soffice', ['--version']).error) {
  console.log('skip workbooks saved by LibreOffice: there is no soffice');
  process.exit(0);
}
const path = (...names) => join(work, ...names);
const jixiao = (...options) => spawnSync(program, options, { cwd: work, encoding: 'utf8', maxBuffer: 1 << 30 });
const samples = { full: 'example-full-2024', smallest: 'smallest', taojiang: 'taojiang-hrss-2023' };

for (const [name, file] of Object.entries(samples)) {
  writeFileSync(path(`${name}.json`), readFileSync(join(root, 'input', `${file}.json`)));
  jixiao('sheet', `${name}.json`, '-o', `${name}.xlsx`);
  // Without the values of formulas it calculates them.
  repack(path(`${name}.xlsx`), path(`${name}-bare.xlsx`), (part, text) => text.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'));
}
mkdirSync(path('saved'));
spawnSync('soffice', [`-env:UserInstallation=file://${work}/profile`, '--headless', '--convert-to', 'xlsx', '--outdir',
  path('saved'), ...Object.keys(samples).flatMap((name) => [path(`${name}.xlsx`), path(`${name}-bare.xlsx`)])], { timeout: 300000 });

const part = (book, name) => execFileSync('unzip', ['-p', book, name], { encoding: 'utf8', maxBuffer: 1 << 28 });

// The values of cells with formulas by their names; blank texts are none.
function formulas(book, number) {
  const strings = [...part(book, 'xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)]
    .map(([, text]) => text.replace(/<[^>]*>/g, ''));
  return new Map([...part(book, `xl/worksheets/sheet${number}.xml`).matchAll(/<c r="(\w+)"([^>]*)><f[^>]*>[^<]*<\/f><v>(.*?)<\/v>/g)]
    .map(([, cell, kind, value]) => [cell, kind.includes('t="s"') ? strings[value] : value])
    .filter(([, value]) => value !== ''));
}

function written(book, number) {
  return new Map([...part(book, `xl/worksheets/sheet${number}.xml`).matchAll(/<c r="(\w+)"[^>]*><f>[^<]*<\/f><v>(.*?)<\/v>/g)]
    .map(([, cell, value]) => [cell, value]).filter(([, value]) => value !== ''));
}

for (const name of Object.keys(samples)) {
  const saved = path('saved', `${name}.xlsx`);
  if (!existsSync(saved)) {
    report(`${name}: saved by LibreOffice`, 'it was not');
    continue;
  }
  const read = jixiao('read', saved);
  let why = read.status === 0 ? '' : read.stderr;
  try { why ||= deepStrictEqual(JSON.parse(read.stdout), JSON.parse(readFileSync(path(`${name}.json`), 'utf8'))) ?? ''; } catch (error) { why ||= error.message; }
  report(`${name}: saved by LibreOffice`, why);
  const differing = [];
  const sheets = [...part(path(`${name}.xlsx`), 'xl/workbook.xml').matchAll(/<sheet /g)].length;
  let count = 0;
  for (let number = 1; number <= sheets; number++) {
    const made = formulas(path('saved', `${name}-bare.xlsx`), number);
    for (const [cell, value] of written(path(`${name}.xlsx`), number)) {
      count++;
      const other = made.get(cell);
      if (!(other === value || (other !== undefined && value !== '' && Math.abs(Number(other) - Number(value)) < 1e-9)))
        differing.push(`${number}!${cell} ${value} ${other}`);
    }
  }
  report(`${name}: its formulas give the same`, count > 5 && !differing.length ? '' : `${count}: ${differing.slice(0, 8).join(', ')}`);
}

rmSync(work, { recursive: true });
process.exit(exitStatus());
