// Whether each number that the C of formulas, references and rules has a name
// for is held by a test:
//
//   node tests/sentences/constants.mjs [NAME…]
//
// takes each "#define NAME number" one less and one more, compiles a copy of
// the program with it and runs the tests that may notice it.  Names that end
// in _SIZE or _BITS give room in memory, and those of `known` room or time: no
// result depends on them.  What no test notices is printed.
//
// Each change compiles what has the number: name the ones that matter.  It is
// run by hand, in a tree that is built.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root } from '../rules/check.mjs';

const stages = ['4_formulas', '5_references', '6_rules'];
const work = mkdtempSync(join(tmpdir(), 'constants-'));
const shared = process.env.SHARED ?? join(root, '../shared');

// Names whose numbers change how much room or time something takes.
const known = ['CALL_ARGUMENTS_MAX', 'CODES', 'COMPARED_MOST', 'CONDITIONS_MAX', 'HEADS_FROM', 'SKETCHED_MAX', 'SOUGHT_MAX',
  'STEPS_MAX', 'TEXT_NEEDS_MAX'];

function runs(command, ...words) {
  return spawnSync(command, words, { cwd: work, stdio: 'ignore',
    env: { ...process.env, SHARED: shared } }).status === 0;
}

const tests = ['sentences/sentences', 'rules/edges', 'rules/cases', 'rules/rules', 'rules/apart',
  'rules/slips'];
const passesAll = () => tests.every((test) => runs('node', `tests/${test}.mjs`))
  && runs('build/unit-tests');

// What does not compile is noticed, too.
function survives({ path, text, original }) {
  writeFileSync(join(work, path), text);
  try {
    return runs('make', '-s', '-j1', '-f', 'pipeline/Makefile', 'all') && passesAll();
  } finally {
    writeFileSync(join(work, path), original);
  }
}

// Every constant of a file one less and one more.
function changeConstants(path) {
  const original = readFileSync(join(root, path), 'utf8');
  return [...original.matchAll(/^(#define (\w+) )(\d+)\b/gm)]
    .filter(([, , name]) => !/_(SIZE|BITS)$/.test(name) && !known.includes(name))
    .flatMap(({ 0: line, 1: head, 2: name, 3: number, index }) => [-1, 1].map((step) => {
      const value = Number(number) + step;
      return { name, path, original, label: `${path} ${name} ${value}`, text: original.slice(0, index)
        + head + value + original.slice(index + line.length) };
    }));
}

function main() {
  const wanted = process.argv.slice(2);
  const mutants = stages.flatMap((stage) =>
    readdirSync(join(root, 'pipeline', stage), { recursive: true })
      .filter((path) => /\.[ch]$/.test(path)).sort()
      .flatMap((path) => changeConstants(join('pipeline', stage, path))))
    .filter(({ name }) => !wanted.length || wanted.includes(name));
  spawnSync('cp', ['-a', ...['build', 'input', 'pipeline', 'schemas', 'stylesheets', 'tests']
    .map((folder) => join(root, folder)), work]);
  if (!runs('make', '-s', '-j1', '-f', 'pipeline/Makefile', 'all') || !passesAll())
    throw new Error('the tests do not pass as they are');
  const survivors = mutants.filter((mutant) => {
    const left = survives(mutant);
    if (left)
      console.log(mutant.label);
    return left;
  });
  console.log(`constants: ${survivors.length} of ${mutants.length} survive`);
}

try {
  main();
} finally {
  rmSync(work, { recursive: true });
}
