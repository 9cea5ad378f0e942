// Word files that are broken in many ways: none may end the program by a signal
// or a sanitizer's word, and data stays as it is unless a file can be read.
//
//   node tests/pull/fuzz.mjs [COUNT [SEED]]
//
// JIXIAO names the program, build/jixiao by default.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exitStatus, program, report, root } from '../rules/check.mjs';

const [count = '60', seed = '1'] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'pull-'));
const data = join(root, 'input/smallest.json');
spawnSync(program, ['build', '--format', 'docx,flat-opc', '-o', work, data]);
const folder = join(work, 'smallest');
const read = (ending) => readFileSync(join(folder, readdirSync(folder)
  .find((name) => name.includes('_附件2_') && name.endsWith(ending))));

// The same numbers in every run (Numerical Recipes' generator).
let state = Number(seed);
const below = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state % limit;
};

const flip = (bytes) => {
  const changed = Buffer.from(bytes);
  for (let k = 0; k <= below(4); k++)
    changed[below(changed.length)] ^= 1 << below(8);
  return changed;
};
const cut = (bytes) => bytes.subarray(0, below(bytes.length));
const repeat = (bytes) => {
  const from = below(bytes.length), to = from + below(bytes.length - from);
  return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
};
// Elements of the document taken out, doubled, or put elsewhere.
const stir = (bytes) => {
  const tags = bytes.toString().split(/(?=<)/);
  for (let k = 0; k <= below(3); k++) {
    const [part] = tags.splice(below(tags.length), 1);
    for (let n = below(3); n > 0; n--)
      tags.splice(below(tags.length), 0, part);
  }
  return Buffer.from(tags.join(''));
};
// Elements renamed, which stay well-formed.
const names = ['p', 'r', 't', 'sdt', 'sdtContent', 'sdtPr', 'tc', 'tr', 'tbl', 'ins', 'del', 'bookmarkStart', 'bookmarkEnd', 'fldChar'];
const rename = (bytes) => {
  const [from, to] = [names[below(names.length)], names[below(names.length)]];
  return Buffer.from(bytes.toString().replaceAll(new RegExp(`(</?w:)${from}(?=[ />])`, 'g'), `$1${to}`));
};

const faults = [];
for (const [ending, ways] of [['.docx', [flip, cut, repeat]], ['.xml', [flip, cut, stir, rename, stir]]])
  for (let k = 0; k < Number(count) / 2; k++) {
    const way = ways[k % ways.length], file = join(work, `broken${ending}`);
    writeFileSync(file, way(read(ending)));
    const { status, signal, stderr } = spawnSync(program, ['pull', file, data], { encoding: 'utf8', maxBuffer: 1 << 30 });
    if (signal || status > 4 || /Sanitizer|runtime error/.test(stderr))
      faults.push(`${way.name} ${ending} ${k}: ${signal ?? status} ${stderr.slice(0, 300)}`);
  }
report(`${count} broken files`, faults.join('; '));

rmSync(work, { recursive: true });
process.exit(exitStatus());
