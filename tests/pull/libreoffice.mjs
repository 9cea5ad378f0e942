// Files of a set that LibreOffice has opened and saved: it drops tags, moves
// controls and bookmarks, and leaves what a person has edited.
//
// JIXIAO names the program, build/jixiao by default.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exitStatus, program, report, root } from '../rules/check.mjs';
import { edit, repack, run } from './word.mjs';

const work = mkdtempSync(join(tmpdir(), 'pull-'));
if (spawnSync('soffice', ['--version']).error) {
  console.log('skip files saved by LibreOffice: there is no soffice');
  process.exit(0);
}
const jixiao = (...options) => spawnSync(program, options, { cwd: work, encoding: 'utf8', maxBuffer: 1 << 30 });

// Opens and saves files; those in the folder `saved`.
function save(files) {
  const saved = mkdtempSync(join(work, 'saved-'));
  spawnSync('soffice', [`-env:UserInstallation=file://${work}/profile`, '--headless', '--convert-to', 'docx',
    '--outdir', saved, ...files], { timeout: 300000 });
  return readdirSync(saved).map((name) => join(saved, name));
}

const folders = new Map();
for (const [name, path] of [['full', 'example-full-2024'], ['smallest', 'smallest'], ['taojiang', 'taojiang-hrss-2023']]) {
  writeFileSync(join(work, `${name}.json`), readFileSync(join(root, 'input', `${path}.json`)));
  jixiao('build', '--format', 'docx,flat-opc', '-o', '.', `${name}.json`);
  folders.set(name, readdirSync(join(work, name)));
  const files = folders.get(name).filter((file) => /_附件.*\.docx$/.test(file)).map((file) => join(work, name, file));
  const saved = save(files);
  const { status, stdout, stderr } = jixiao('pull', ...saved, `${name}.json`);
  report(`${name}: saved by LibreOffice`, saved.length === files.length && status === 0 && stdout === '[]\n' ? '' : stdout + stderr);
}

// --- and edited before ------------------------------------------------------

const file = (form, ending) => join(work, 'full', folders.get('full').find((name) => name.includes(`_${form}_`) && name.endsWith(ending)));
const tracked = `<w:del w:id="9901" w:author="a" w:date="2025-01-01T00:00:00Z"><w:r><w:delText>5.13</w:delText></w:r></w:del><w:ins w:id="9902" w:author="a" w:date="2025-01-01T00:00:00Z">${run('9.99')}</w:ins>`;
const goals = '/department/goals/expected';
const source = JSON.parse(readFileSync(join(work, 'full.json'), 'utf8')).department.goals.expected;
const cases = [
  ['附件1', '/expenditure/three_public/reception/final', '9.99', 9.99],
  ['附件1', '/filing/date', '2025年4月20日', '2025-04-20'],
  ['附件1', '/expenditure/three_public/reception/final', () => tracked, 9.99],
  ['附件1', '/filing/responsible_person', '王五', '王五'],
  ['附件2', goals, (content) => content.replace('稳定粮食生产', '稳住粮食生产'), source.replace('稳定', '稳住')],
  ['附件3', '/expenditure/three_public/reception/final', '51,300', 5.13],
  ['附件4-2', '/projects/1/name', '疫病防控', '疫病防控'],
];
const made = cases.map(([form, src, content], k) => {
  const out = join(work, `${k}.docx`);
  const known = readFileSync(file(form, '.xml'), 'utf8');
  repack(file(form, '.docx'), out, (name, text) => name === 'word/document.xml' ? edit(text, src, content, 0, known) : text);
  return out;
});
const saved = save(made);
for (const [k, [form, src, , value]] of cases.entries()) {
  const { stdout, stderr } = jixiao('pull', saved.find((name) => name.endsWith(`/${k}.docx`)) ?? 'none', 'full.json');
  const changes = JSON.parse(stdout || '[]').filter(({ op }) => op !== 'test');
  report(`${form} ${src} edited, then saved by LibreOffice`, changes.length === 1 && changes[0].path === src
    && changes[0].value === value ? '' : `${stdout}${stderr}`);
}

rmSync(work, { recursive: true });
process.exit(exitStatus());
