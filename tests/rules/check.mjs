// Data files checked by the program, for the tests of rules.
//
// JIXIAO names the program, build/jixiao by default.

import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '../..');
export const program = resolve(process.env.JIXIAO ?? join(root, 'build/jixiao'));

let failed = 0;

// One line of the part; why is '' where all is well.
export function report(name, why) {
  console.log(why ? `not ok ${name}: ${why}` : `ok ${name}`);
  failed += why ? 1 : 0;
}

export function exitStatus() {
  return failed ? 1 : 0;
}

// The findings of each file, in one run: a Map from path to
// [{code, level, pointer, expected, answer, …}].
export function check(files, options = []) {
  const run = spawnSync(program, ['check', '--report', 'json', ...options, ...files],
    { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.error || run.status > 2)
    throw new Error(`check: ${run.error ?? run.stderr + run.stdout.slice(-2000)}`);
  return new Map(JSON.parse(run.stdout).files.map((file) => [file.file, file.findings]));
}
