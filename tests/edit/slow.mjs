// An editor on a disk that takes a second for whatever is to be on it for sure:
// it answers all the same, and keeps what it has confirmed.
//
// JIXIAO names the program, build/jixiao by default.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const second = 1000;
const work = mkdtempSync(join(tmpdir(), 'slow-'));
const slow = join(work, 'jixiao');
const file = join(work, 'data.json');
const program = resolve(process.env.JIXIAO ?? 'build/jixiao');
const unless = (good, ...seen) => good ? '' : JSON.stringify(seen).slice(0, 400);
const sleep = (time) => new Promise((ok) => { setTimeout(ok, time); });

// The program is the child itself (-D), so that it can be killed.
writeFileSync(slow, `#!/bin/sh
exec strace -D -f -q -o '${work}/trace' -e trace=fsync,fdatasync \\
  -e inject=fsync,fdatasync:delay_exit=${second * 1000} '${program}' "$@"
`, { mode: 0o755 });
if (spawnSync('strace', ['-o', join(work, 'trace'), 'true']).status !== 0) {
  console.log('skip a slow disk: there is no strace, or no leave to use it');
  rmSync(work, { recursive: true });
  process.exit(0);
}
// What the program is called is read when these are loaded.
process.env.JIXIAO = slow;
const { exitStatus, report: say, root } = await import('../rules/check.mjs');
const { ask, change, end, open, tell } = await import('./serving.mjs');
const report = (name, ...faults) => say(name, faults.filter(Boolean).join('; '));

async function timed(act) {
  const begun = Date.now();
  const answer = await act();
  return { answer, time: Date.now() - begun };
}

const set = (server, words) => change(server, { op: 'set', pointer: '/county', words });
const countyOf = async (server) => JSON.parse((await ask(server, 'GET', '/place?pointer=/county')).body).words;

writeFileSync(file, readFileSync(join(root, 'input/smallest.json')));
let server = await open(work, 'data.json');
const waited = timed(() => set(server, '甲县'));
await sleep(second / 4);
const state = await timed(() => ask(server, 'GET', '/state', { agent: undefined }));
const first = await waited;
report('a change is confirmed once it is on the disk', unless(first.answer.refused.length === 0 && first.time >= second,
  first.time));
report('who asks meanwhile is answered', unless(state.answer.status === 200 && state.time < 20 * second, state.time));
await set(server, '乙县');
// Killed while the third is on its way.
const lost = set(server, '丙县').catch(() => 'lost');
await sleep(second / 4);
await end(server, 'SIGKILL');
await lost;
server = await open(work, 'data.json');
const found = await countyOf(server);
report('what was confirmed is there after it was killed', unless(/^[乙丙]县$/.test(found) && server.state.recovered >= 2,
  found, server.state.recovered, server.complained));
const answer = await tell(server, '/save');
report('and can be saved', unless(answer.findings.length === 0 && !answer.state.changed
  && JSON.parse(readFileSync(file)).county === found, answer));
await end(server);
rmSync(work, { recursive: true, force: true });
process.exit(exitStatus());
