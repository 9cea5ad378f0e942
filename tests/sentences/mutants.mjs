// Whether each word, limit, parameter and number of the data is held by a test:
//
//   node tests/sentences/mutants.mjs [--since REVISION] [--sample N] [WANTED…]
//
// makes every change of mutations.mjs, or of those that the data of a revision
// did not have, or of each kind N that are spread evenly, and runs the tests that may notice it with the data so
// changed, the nearest first.  WANTED names kinds; and rules, lists or limits,
// of which those of the kinds are changed.
// What no test notices is printed, and how many of each kind they are.
//
// Nothing is compiled.  A change that is noticed takes half a second, one that is
// not six: all of them take half an hour, so that a sample is the rule.  It is
// run by hand.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { program, root } from '../rules/check.mjs';
import { readMutants } from './mutations.mjs';

const work = mkdtempSync(join(tmpdir(), 'mutants-'));
const changed = join(work, 'jixiao');       // the program with the data in work

// Whether a test passes with the data in the folder.
function passes(script, ...words) {
  const { status } = spawnSync('node', [join(root, 'tests', script), ...words],
    { env: { ...process.env, JIXIAO: changed, SHARED: work }, stdio: 'ignore' });
  return status === 0;
}

// Words of what is typed, of years and of copied texts.
const passesUnits = () => spawnSync(join(root, 'build/unit-tests'), ['spoken', 'next', 'summary'],
  { env: { ...process.env, UNIT_DATA: work }, stdio: 'ignore' }).status === 0;

const passesAll = () => passesUnits() && passes('sentences/sentences.mjs') && passes('rules/edges.mjs')
  && passes('rules/derived.mjs') && passes('rules/cases.mjs') && passes('rules/rules.mjs')
  && passes('rules/apart.mjs') && passes('rules/slips.mjs');

// Whether no test notices; data that is refused is noticed, too.
function survives({ kind, code, path, text, original }) {
  writeFileSync(join(work, path), text);
  try {
    return (kind !== 'numbers' || (passes('rules/rules.mjs', code) && passes('rules/edges.mjs')))
      && passesAll();
  } finally {
    writeFileSync(join(work, path), original);
  }
}

// Some of a list, spread evenly.
function sampleOf(list, count) {
  const step = Math.max(list.length / count, 1);
  return Array.from({ length: Math.min(count, list.length) }, (_, k) => list[Math.floor(k * step)]);
}

function readArguments(words) {
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true,
    options: { since: { type: 'string' }, sample: { type: 'string' } } });
  return { since: values.since, sample: Number(values.sample ?? Infinity), wanted: positionals };
}

// The changes that there were when the data was that of a revision.
function labelsOf(revision) {
  const read = (path) => spawnSync('git', ['show', `${revision}:${path}`],
    { cwd: root, encoding: 'utf8' }).stdout;
  return new Set(readMutants(read).map(({ kind, label }) => kind + label));
}

function prepare() {
  for (const folder of ['schemas', 'stylesheets'])
    cpSync(join(root, folder), join(work, folder), { recursive: true });
  writeFileSync(changed, `#!/bin/sh\ncommand=$1\nshift\n`
    + `exec ${program} "$command" --data-dir ${work} "$@"\n`, { mode: 0o755 });
  if (!passesAll())
    throw new Error('the tests do not pass as they are');
}

function tryKind(kind, mutants) {
  const survivors = mutants.filter((mutant) => {
    const left = survives(mutant);
    if (left)
      console.log(`${kind}: ${mutant.label}`);
    return left;
  });
  const share = (100 * survivors.length / mutants.length).toFixed(1);
  return `${kind}: ${survivors.length} of ${mutants.length} survive (${share} %)`;
}

function main() {
  const { since, sample, wanted } = readArguments(process.argv.slice(2));
  const before = since === undefined ? new Set() : labelsOf(since);
  const all = readMutants().filter(({ kind, label }) => !before.has(kind + label));
  const allKinds = [...new Set(all.map(({ kind }) => kind))];
  const isWanted = (names, name) => !names.length || names.includes(name);
  const mutants = all.filter(({ kind, code }) =>
    isWanted(wanted.filter((word) => allKinds.includes(word)), kind)
    && isWanted(wanted.filter((word) => !allKinds.includes(word)), code));
  const kinds = [...new Set(mutants.map(({ kind }) => kind))];
  prepare();
  const totals = kinds.map((kind) =>
    tryKind(kind, sampleOf(mutants.filter((mutant) => mutant.kind === kind), sample)));
  console.log(totals.join('\n'));
}

try {
  main();
} finally {
  rmSync(work, { recursive: true });
}
