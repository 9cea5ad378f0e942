// jixiao verify --rebuild: an archive as jixiao archive makes it comes out the
// same again; one that was forged so that all its digests hold does not.
//
//   node tests/archive/rebuild.mjs       of $JIXIAO, or build/jixiao

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { digestLine, state } from './handmade.mjs';

const jixiao = process.env.JIXIAO ?? 'build/jixiao';
const work = mkdtempSync(join(tmpdir(), 'jixiao-rebuild-'));
const made = join(work, 'made');
let failed = 0;

function report(name, fault) {
  console.log(fault ? `not ok ${name}: ${fault}` : `ok ${name}`);
  failed ||= fault ? 1 : 0;
}

const run = (...words) => spawnSync(jixiao, words, { encoding: 'utf8', timeout: 120000, maxBuffer: 1 << 28 });

function verify(path) {
  const { status, stdout, signal } = run('verify', '--rebuild', '--report', 'json', path);
  if (signal || !stdout)
    return { status, codes: `signal ${signal}`, parts: [], text: '' };
  const [file] = JSON.parse(stdout).files;
  return { status, codes: file.findings.map(({ code }) => code).sort().join(' '), parts: file.parts ?? [],
    text: file.findings.map(({ message }) => message.zh).join('\n') };
}

function expect(name, path, codes, status, said = '') {
  const found = verify(path);
  report(name, found.codes !== codes || found.status !== status
    ? `found "${found.codes}" and status ${found.status}, not "${codes}" and ${status}: ${found.text}`
    : !found.text.includes(said) ? `it does not say ${said}: ${found.text}` : '');
  return found;
}

// A copy in which files and the manifest are changed, all digests being right.
let number = 0;
function forge(changes, change_manifest = (text) => text) {
  const path = join(work, String(++number));
  cpSync(join(made, 'smallest'), path, { recursive: true });
  let text = readFileSync(join(path, 'manifest.xml'), 'utf8');
  for (const [name, change] of Object.entries(changes)) {
    const bytes = Buffer.from(change(readFileSync(join(path, name))));
    const { size, sha256, sm3 } = state([name, '', '', bytes]);
    writeFileSync(join(path, name), bytes);
    text = text.replace(new RegExp(`<file path="${name.replace(/\./g, '\\.')}"[^>]*>`), (element) => element
      .replace(/ size="\d+"/, ` size="${size}"`).replace(/ sha256="\w+"/, ` sha256="${sha256}"`).replace(/ sm3="\w+"/, ` sm3="${sm3}"`));
  }
  const manifest = Buffer.from(change_manifest(text));
  writeFileSync(join(path, 'manifest.xml'), manifest);
  writeFileSync(join(path, 'manifest.xml.sha256'), digestLine(manifest));
  return path;
}

// --- archives as they are made -----------------------------------------------
run('archive', '-o', made, '--zip', '--as-filed', 'input/smallest.json');
run('archive', '-o', made, '--zip', 'input/example-full-2024.json');
run('archive', '-o', join(made, '2a'), '--as-filed', '--pdf-level', '2a', '--disable', 'C09', '--level', 'A11=hint',
  '--param', 'A12.ceiling=150', '--previous', 'input/taojiang-hrss-2023.json', 'input/taojiang-hrss-2023.json');
run('archive', '-o', join(made, 'newer'), '--as-filed', '--add', 'input/smallest.json', '--supersedes',
  join(made, 'example-full-2024'), 'input/smallest.json');
for (const path of ['newer/smallest', 'smallest', 'smallest.zip', 'example-full-2024', 'example-full-2024.zip', '2a/taojiang-hrss-2023']) {
  const { parts } = expect(`${path} comes out the same`, join(made, path), 'K070', 0);
  const again = parts.filter(({ rebuilt }) => rebuilt === 'same');
  report(`${path}: every attachment, the report, the record, both intermediates and lists are compared`,
    parts.every(({ path: name, rebuilt }) => !/^(附件\/|备考表|files\.|数据\/(submission|document)\.xml)/.test(name) || rebuilt === 'same') && again.length >= 5
      ? '' : JSON.stringify(parts.filter(({ rebuilt }) => !rebuilt)));
}

// --- forged ------------------------------------------------------------------
const data = '数据/smallest.json';
const submission = '数据/submission.xml';
const [pdf] = verify(join(made, 'smallest')).parts.map(({ path }) => path).filter((path) => /^附件\/.*附件1/.test(path));
const replace = (from, to) => (bytes) => String(bytes).replace(from, to);
const patch = (bytes) => { const out = Buffer.from(bytes); out[out.length - 10] ^= 1; return out; };
const year = /"year": 2024/;

report('the sample has what is forged', pdf && year.test(readFileSync(join(made, 'smallest', data), 'utf8')) ? '' : `${pdf}`);
expect('other data under the same PDF files', forge({ [data]: replace(year, '"year": 2023') }), 'K071', 2, pdf);
expect('another PDF of the same data', forge({ [pdf]: patch }), 'K071', 2, pdf);
expect('another record', forge({ '备考表.pdf': patch }), 'K071', 2, '备考表.pdf');
expect('another list of digests', forge({ 'files.sha256': replace(/^\w/, 'x') }), 'K071', 2, 'files.sha256');
expect('something else registered', forge({}, (text) => text.replace(/(<item name="题名">)/, '$1假')), 'K071', 2, 'manifest.xml');
expect('an open error left out', forge({}, (text) => text.replace(/<finding .*\n/, '')), 'K071', 2, 'manifest.xml');
expect('another submission.xml', forge({ [submission]: (bytes) => `${bytes}<!-- -->` }), 'K071', 2, submission);
expect('another form', forge({ '规则/stylesheets/hunan-county-2023/words.xml': replace(/评价/g, '评议') }), 'K071', 2, pdf);
expect('made by another version of the program', forge({ [pdf]: patch }, replace('program="jixiao 0', 'program="jixiao 9')),
  'K072', 0, 'jixiao 9');
expect('made with other fonts', forge({ [pdf]: patch }, (text) => text.replace(/(<font [^>]*sha256=")\w/g, '$1x')
  .replace(/="x/g, '="0')), 'K072', 0, pdf);
expect('rules that are no XML', forge({ '规则/schemas/hunan-county-2023/rules.xml': () => '?' }), 'K073', 2);
expect('data that is no JSON', forge({ [data]: () => '?' }), 'K073', 2);
expect('data of an edition that nobody has', forge({ [data]: replace(/hunan-county-2023/g, 'nowhere') }), 'K073', 2);
expect('a stylesheet without an end', forge({ '规则/stylesheets/hunan-county-2023/forms.xsl': replace('</xsl:stylesheet>',
  '<xsl:template match="/" priority="9"><xsl:apply-templates select="/"/></xsl:template></xsl:stylesheet>') }), 'K073', 2);
expect('a stylesheet that reads files', forge({ '规则/stylesheets/hunan-county-2023/forms.xsl': replace('</xsl:stylesheet>',
  '<xsl:template match="/" priority="9"><xsl:copy-of select="document(\'/etc/passwd\')"/></xsl:template></xsl:stylesheet>') }), 'K073', 2);
{
  const path = forge({});
  writeFileSync(join(path, pdf), patch(readFileSync(join(path, pdf))));
  expect('of a damaged archive nothing is made', path, 'K022 K074', 2);
}

rmSync(work, { recursive: true, force: true });
process.exit(failed);
