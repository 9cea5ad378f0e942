// jixiao verify: an archive that is whole, and every kind of damage to one, in
// a folder and in a ZIP file; each with what is found and the exit status.
//
//   node tests/archive/verify.mjs        of $JIXIAO, or build/jixiao

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { archive, digestLine, manifest, pdf, sample, state, writeFolder, zip } from './handmade.mjs';
import { crc32 } from './crc32.mjs';
import { deflateRawSync } from 'node:zlib';

const jixiao = process.env.JIXIAO ?? 'build/jixiao';
const work = mkdtempSync(join(tmpdir(), 'jixiao-verify-'));
let failed = 0;

function report(name, fault) {
  console.log(fault ? `not ok ${name}: ${fault}` : `ok ${name}`);
  failed ||= fault ? 1 : 0;
}

function verify(path, ...options) {
  const run = spawnSync(jixiao, ['verify', '--report', 'json', ...options, path], { encoding: 'utf8', timeout: 60000 });
  if (run.signal || !run.stdout)
    return { status: run.status, codes: `signal ${run.signal} ${run.stderr}`, parts: [] };
  const told = JSON.parse(run.stdout);
  const file = told.files[0];
  const open = [...file.findings, ...told.faults].filter(({ level }) => level !== 'hint');
  return { status: run.status, codes: open.map(({ code }) => code).sort().join(' '),
    hints: file.findings.filter(({ level }) => level === 'hint').map(({ code }) => code).join(' '),
    parts: file.parts ?? [], text: file.findings.map(({ message }) => message.zh).join('\n') };
}

// What is found, the exit status, and a word of what is said.
function expect(name, path, codes, status, said = '') {
  const found = verify(path);
  report(name, found.codes !== codes || found.status !== status
    ? `found "${found.codes}" and status ${found.status}, not "${codes}" and ${status}\n    ${found.text}`
    : !found.text?.includes(said) ? `it does not say ${said}: ${found.text}` : '');
  return found;
}

let number = 0;
const fresh = () => join(work, String(++number));

// A folder with these entries, changed afterwards.
function folder(entries, change = () => {}) {
  const path = fresh();
  writeFolder(path, entries);
  change(path);
  return path;
}

function file(bytes) {
  const path = `${fresh()}.zip`;
  writeFileSync(path, bytes);
  return path;
}

const files = sample();
const good = archive(files);
const first = files[1][0];
const lies = (change) => {
  const stated = files.map(state);
  return archive(files, manifest(change(stated) ?? stated));
};
const except = (path) => good.filter(([name]) => name !== path);
const instead = (path, bytes) => good.map(([name, was]) => [name, name === path ? bytes : was]);
const flip = (bytes, at) => Buffer.from(bytes).fill(bytes[at] ^ 1, at, at + 1);

// --- whole -------------------------------------------------------------------
for (const [kind, path] of [['a folder', folder(good)], ['a ZIP', file(zip(good))]]) {
  const found = expect(`${kind} that is whole`, path, '', 0);
  report(`${kind}: every file is told of`, found.parts.length === files.length
    && found.parts.every((part, k) => part.path === files[k][0] && part.state === 'whole') ? '' : JSON.stringify(found.parts));
  report(`${kind}: PDF files state their level`,
    found.parts.filter(({ pdf_level: level }) => level === '1B').length === 3 ? '' : JSON.stringify(found.parts));
}

// --- files, in a folder and in a ZIP -----------------------------------------
const longer = Buffer.concat([files[1][3], Buffer.from('\n')]);
const damages = [
  ['a byte changed', instead(first, flip(files[1][3], 40)), 'K022', first],
  ['a file that is longer', instead(first, longer), 'K021', first],
  ['an empty file', instead(first, Buffer.alloc(0)), 'K021', first],
  ['a file missing', except(first), 'K020', first],
  ['a file added', [...good, ['附件/附件9.pdf', pdf(1, 'B')]], 'K025', '附件/附件9.pdf'],
  ['a file added at the top', [...good, ['说明.txt', Buffer.from('?')]], 'K025', '说明.txt'],
  ['a file renamed', [...except(first), ['附件/附件一.pdf', files[1][3]]], 'K023', '附件/附件一.pdf'],
  ['a file in other letters', [...except('附件/全套材料.pdf'), ['附件/全套材料.PDF', files[2][3]]], 'K024', '附件/全套材料.PDF'],
  ['two files in each other\'s place', good.map(([name, bytes]) => [name, name === first ? files[2][3]
    : name === files[2][0] ? files[1][3] : bytes]), 'K021 K021', first],
  ['the manifest missing', except('manifest.xml'), 'K004', 'manifest.xml'],
  ['the digest of the manifest missing', except('manifest.xml.sha256'), 'K020', 'manifest.xml.sha256'],
  ['another digest of the manifest', instead('manifest.xml.sha256', digestLine('x')), 'K009', ''],
  ['a digest without a line\'s end', instead('manifest.xml.sha256', digestLine(good[0][1]).subarray(0, -1)), 'K009', ''],
  ['a manifest with a byte changed', instead('manifest.xml', Buffer.from(String(good[0][1]).replace('0001', '0002'))), 'K009', ''],
  ['nothing but the manifest', good.slice(0, 2), 'K020 K020 K020 K020 K020', ''],

  // The manifest lies: its own digest is right, what it states is not.
  ['a wrong size', lies((all) => { all[1].size++; }), 'K021', first],
  ['a wrong SHA-256', lies((all) => { all[1].sha256 = all[2].sha256; }), 'K014', 'SM3'],
  ['a wrong SM3', lies((all) => { all[1].sm3 = all[2].sm3; }), 'K014', 'SHA-256'],
  ['both digests wrong', lies((all) => { all[1].sha256 = all[2].sha256; all[1].sm3 = all[2].sm3; }), 'K022', first],
  ['a file that nobody has', lies((all) => { all.push({ ...all[1], path: '附件/附件2.pdf', sha256: '0'.repeat(64) }); }), 'K020', '附件2'],
  ['a file listed twice', lies((all) => { all.push(all[1]); }), 'K011', first],
  ['a file listed twice in other letters', lies((all) => { all.push({ ...all[2], path: '附件/全套材料.PDF' }); }), 'K012', 'PDF'],
  ['a file left out', lies((all) => all.slice(1)), 'K025', '备考表.pdf'],
  ['the manifest listed', lies((all) => { all.push({ ...all[1], path: 'manifest.xml' }); }), 'K013', 'manifest.xml'],
  ['a size beyond all numbers', lies((all) => { all[1].size = '99999999999999999999999'; }), 'K021', first],
  ['a size below nothing', lies((all) => { all[1].size = -1; }), 'K008', 'archive.rng'],
  ['a digest that is none', lies((all) => { all[1].sha256 = 'x'; }), 'K008', 'archive.rng'],
  ['no files', lies(() => []), 'K008', 'archive.rng'],
  ['a role that there is not', lies((all) => { all[1].role = 'x'; }), 'K008', 'archive.rng'],
  ['another level of PDF', archive(files, Buffer.from(String(manifest(files.map(state))).replace('"1b"', '"2a"'))), 'K040 K040 K040', '2a'],
  ...['/etc/passwd', '../secret', '附件/../../secret', 'C:/secret', '..\\secret', '附件//a', './a', '附件/', '', 'a\tb', 'a'.repeat(2000)]
    .map((path) => [`the path ${JSON.stringify(path).slice(0, 30)}`, lies((all) => { all[1].path = path; }), 'K010', '']),
];

// What XML can be made to do.
const doctype = (text) => Buffer.from(String(good[0][1]).replace('<archive', `${text}\n<archive`));
const manifests = [
  ['no XML', Buffer.from('?'), 'K006'],
  ['no bytes', Buffer.alloc(0), 'K006'],
  ['XML cut off', good[0][1].subarray(0, 300), 'K006'],
  ['another root', Buffer.from('<a/>'), 'K008'],
  ['another namespace', Buffer.from(String(good[0][1]).replace('archive:1', 'archive:2')), 'K008'],
  ['an entity of a file', doctype('<!DOCTYPE archive [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), 'K007'],
  ['a document type elsewhere', doctype('<!DOCTYPE archive SYSTEM "http://127.0.0.1/a.dtd">'), 'K007'],
  ['entities in entities', doctype(`<!DOCTYPE archive [<!ENTITY a0 "aaaaaaaaaa">${Array.from({ length: 12 },
    (_, k) => `<!ENTITY a${k + 1} "${`&a${k};`.repeat(10)}">`).join('')}]>`), 'K007'],
  ['elements in elements', Buffer.from('<a>'.repeat(100000)), 'K006'],
  ['a text of 20 MB', Buffer.concat([Buffer.from('<a>'), Buffer.alloc(20 << 20, 32), Buffer.from('</a>')]), 'K005'],
];
for (const [name, text, code] of manifests)
  damages.push([`a manifest of ${name}`, archive(files, text), code, '']);

for (const [name, entries, codes, said] of damages) {
  expect(`a folder, ${name}`, folder(entries), codes, 2, said);
  expect(`a ZIP, ${name}`, file(zip(entries)), codes, 2, said);
}

// --- what only a folder can have ---------------------------------------------
const outside = join(work, 'outside');
writeFileSync(outside, files[1][3]);
mkdirSync(join(work, 'elsewhere'));
writeFileSync(join(work, 'elsewhere', '示例.json'), files[3][3]);
const in_folder = [
  ['a link in a file\'s place', (path) => { rmSync(join(path, first)); symlinkSync(outside, join(path, first)); }, 'K026'],
  ['an emptied folder', (path) => { rmSync(join(path, '数据'), { recursive: true }); mkdirSync(join(path, '数据')); }, 'K020'],
  ['a link in a folder\'s place', (path) => { rmSync(join(path, '数据'), { recursive: true });
    symlinkSync(join(work, 'elsewhere'), join(path, '数据')); }, 'K020 K025'],
  ['a link in the manifest\'s place', (path) => { renameSync(join(path, 'manifest.xml'), `${path}.xml`);
    symlinkSync(`${path}.xml`, join(path, 'manifest.xml')); }, 'K004'],
  ['a link besides', (path) => symlinkSync('/etc/passwd', join(path, 'passwd')), 'K025'],
  ['a link in a circle', (path) => symlinkSync('.', join(path, 'circle')), 'K025'],
  ['a folder in a file\'s place', (path) => { rmSync(join(path, first)); mkdirSync(join(path, first)); }, 'K026'],
  ['an empty folder besides', (path) => mkdirSync(join(path, '空')), 'K025'],
  ['a pipe in a file\'s place', (path) => { rmSync(join(path, first)); spawnSync('mkfifo', [join(path, first)]); }, 'K026'],
  ['a name that is not UTF-8', (path) => writeFileSync(Buffer.concat([Buffer.from(`${path}/`), Buffer.from([0xFF, 0x41])]), 'x'), 'K025', '\\xFF'],
  ['a file of 1 TB', (path) => truncateSync(join(path, first), 2 ** 40), 'K021'],
];
for (const [name, change, codes, said] of in_folder)
  expect(`a folder, ${name}`, folder(good, change), codes, 2, said);
if (process.getuid() !== 0) {
  const path = folder(good, (at) => chmodSync(join(at, first), 0));
  expect('a folder, a file without the right to read it', path, 'K027', 4);
}

// --- what only a ZIP can have ------------------------------------------------
const whole = zip(good);
const zeros = Buffer.alloc(1 << 20);
const with_changes = (changes, bytes) => good.map(([name, was]) => name === first ? [name, bytes ?? was, changes] : [name, was]);
const packed = deflateRawSync(zeros);
const in_zip = [
  ['a deflated entry', zip(with_changes({ method: 8, size: files[1][3].length, crc: crc32(files[1][3]) }, deflateRawSync(files[1][3]))), 'K035', 1],
  ['a deflated entry of other bytes', zip(with_changes({ method: 8, size: files[1][3].length, crc: crc32(flip(files[1][3], 9)) },
    deflateRawSync(flip(files[1][3], 9)))), 'K022'],
  ['a deflated entry with a wrong checksum', zip(with_changes({ method: 8, size: files[1][3].length, crc: 1 }, deflateRawSync(files[1][3]))), 'K034'],
  ['an entry that cannot be inflated', zip(with_changes({ method: 8, size: files[1][3].length }, Buffer.alloc(50, 255))), 'K034'],
  ['bytes behind a deflated entry', zip(with_changes({ method: 8, size: files[1][3].length, crc: crc32(files[1][3]) },
    Buffer.concat([deflateRawSync(files[1][3]), Buffer.from('hidden')]))), 'K034'],
  ['an entry packed by another method', zip(with_changes({ method: 12, size: files[1][3].length })), 'K031'],
  ['a deflated entry of no bytes', zip(with_changes({ method: 8, size: 0 }, Buffer.alloc(0))), 'K032'],
  ['a bomb', zip(with_changes({ method: 8, size: 4294967294 }, packed)), 'K031'],
  ['a stored entry with two sizes', zip(with_changes({ size: 4294967294 })), 'K032'],
  ['a small bomb', zip(with_changes({ method: 8, size: 300 << 20 }, packed)), 'K031'],
  ['many small bombs', zip([...good, ...Array.from({ length: 40 }, (_, k) => [`b${k}`, packed,
    { method: 8, size: zeros.length, crc: crc32(zeros) }])]), 'K031'],
  ['an encrypted entry', zip(with_changes({ flags: 0x0801 })), 'K031'],
  ['sizes behind the entry that are not there', zip(with_changes({ flags: 0x0808 })), 'K032'],
  ['a size that reaches out', zip(with_changes({ size: 4000000000, packed: 4000000000 })), 'K032'],
  ['sizes that disagree', zip(with_changes({ local: { size: 1, packed: 1 } })), 'K032'],
  ['names that disagree', zip(with_changes({ localName: first.replace('1', '2') })), 'K032'],
  ['entries that overlap', zip(with_changes({ offset: 0 })), 'K032'],
  ['a wrong checksum', zip(with_changes({ crc: 1 })), 'K034'],
  ['an entry twice', zip([...good, good[2]]), 'K033'],
  ['an entry twice, of other bytes', zip([...good, [first, Buffer.from('x')]]), 'K033'],
  ['bytes before it', zip(good, { before: Buffer.from('#!/bin/sh\n') }), 'K032'],
  ['a ZIP before it', Buffer.concat([zip([['a', zeros]]), whole]), 'K030'],
  ['bytes behind it', Buffer.concat([whole, Buffer.from('x')]), 'K030'],
  ['a comment', zip(good, { comment: 'x' }), 'K030'],
  ['bytes between', zip(good, { between: Buffer.from('hidden') }), 'K030'],
  ['nothing in it', zip([]), 'K004'],
  ['no ZIP', Buffer.from('部门整体支出绩效自评'.repeat(9)), 'K003', 4],
  ['nothing at all', Buffer.alloc(0), 'K003', 4],
  ['an empty folder as an entry', zip([...good, ['空/', Buffer.alloc(0)]]), 'K025'],
  ['folders as entries', zip([['附件/', Buffer.alloc(0)], ...good, ['数据/', Buffer.alloc(0)]]), 'K035', 1],
  ['a folder as an entry with bytes in it', zip([...good, ['附件/', Buffer.from('x')]]), 'K032'],
  ['a folder that leads out', zip([...good, ['../', Buffer.alloc(0)]]), 'K010'],
  ['a file and a folder of one name', zip([...good, [`${first}/`, Buffer.alloc(0)]]), 'K033'],
  ['a name that is not UTF-8', zip([...good, [Buffer.from([0xB8, 0xBD, 0xBC, 0xFE]), Buffer.alloc(0), { flags: 0 }]]), 'K037'],
  ['a name that says it is UTF-8 and is not', zip([...good, [Buffer.from([0xB8, 0xBD]), Buffer.alloc(0)]]), 'K010'],
  ['a way out', zip([...good, ['../secret', zeros]]), 'K010'],
  ['a way from the root', zip([...good, ['/etc/passwd', zeros]]), 'K010'],
  ['a way of Windows', zip([...good, ['..\\secret', zeros]]), 'K010'],
  ['a name with a NUL', zip([...good, ['a\0b', zeros]]), 'K010'],
  ['more entries than it has', (() => { const out = Buffer.from(whole); out.writeUInt16LE(60000, out.length - 12);
    out.writeUInt16LE(60000, out.length - 14); return out; })(), 'K030'],
  ['fewer entries than it has', (() => { const out = Buffer.from(whole); out.writeUInt16LE(1, out.length - 12);
    out.writeUInt16LE(1, out.length - 14); return out; })(), 'K030'],
];
for (const [name, bytes, codes, status = 2] of in_zip)
  expect(`a ZIP, ${name}`, file(bytes), codes, status);
expect('a ZIP cut off', file(whole.subarray(0, whole.length - 30)), 'K030', 2);

// Packed anew by programs that people have, from the folder as it is.
const packers = [
  ['zip', ['-qr', '{}', '.']],
  ['zip', ['-q0r', '{}', '.']],
  ['sh', ['-c', 'zip -qr - . | cat >"$1"', 'sh', '{}']],
  ['python3', ['-c', 'import shutil, sys; shutil.make_archive(sys.argv[1][:-4], "zip", ".")', '{}']],
];
for (const [program, words] of packers) {
  const path = `${fresh()}.zip`;
  const cwd = folder(good);
  const name = `a ZIP packed anew by ${program} ${words[0]}`;
  const run = spawnSync(program, words.map((word) => word.replace('{}', path)), { cwd });
  if (run.error || run.status !== 0) {
    console.log(`skip ${name}: ${program} is not there`);
    continue;
  }
  expect(`${name} holds`, path, 'K035', 1, '内容没有改动');
  const bytes = readFileSync(path);
  const at = bytes.indexOf('盖章扫描件.pdf');
  bytes[at + Buffer.byteLength('盖章扫描件.pdf') + bytes.readUInt16LE(at - Buffer.byteLength('补充/') - 2) + 5] ^= 1;
  const found = verify(file(bytes));
  report(`${name} and damaged is told`, found.status === 2 ? '' : `${found.status} ${found.codes}`);
}

// --- neither -----------------------------------------------------------------
expect('nothing there', join(work, 'none'), 'K001', 4);
expect('a device', '/dev/null', 'K003', 4);
expect('the folder around', work, 'K004', 2);

// --- PDF files ---------------------------------------------------------------
const levels = [
  ['of another part', pdf(3, 'B'), 'K040'],
  ['of another conformance', pdf(1, 'A'), 'K040'],
  ['that says nothing', Buffer.from('%PDF-1.4\n%%EOF\n'), 'K040'],
  ['whose metadata is no XML', Buffer.from('<?xpacket begin=""?><a><?xpacket end="w"?>'), 'K040'],
  ['whose metadata never ends', Buffer.concat([Buffer.from('<?xpacket begin=""?>'), Buffer.alloc(3 << 20, 32)]), 'K040'],
  ['that says it in attributes', Buffer.from(String(pdf(1, 'B')).replace('xmlns:pdfaid', 'pdfaid:part="1" pdfaid:conformance="B" xmlns:pdfaid')
    .replace(/<pdfaid:part>.*\n.*conformance>\n/, '')), ''],
  ['with metadata far behind', Buffer.concat([Buffer.alloc(200001, 65), pdf(1, 'B')]), ''],
  ['with a picture\'s metadata behind', Buffer.concat([pdf(1, 'B'), Buffer.from('<?xpacket begin=""?><a/><?xpacket end="r"?>')]), ''],
  ['with very many packets', Buffer.concat([pdf(1, 'B'), Buffer.from('<?xpacket begin=""?><a/><?xpacket end="r"?>'.repeat(20000))]), ''],
];
for (const [name, bytes, codes] of levels) {
  const changed = files.map((one, k) => k === 1 ? [...one.slice(0, 3), bytes] : one);
  expect(`a PDF ${name}`, folder(archive(changed)), codes, codes ? 2 : 0);
}
{
  const changed = files.map((one, k) => k === 4 ? [...one.slice(0, 3), Buffer.from('%PDF-1.7\n')] : one);
  const found = expect('a scan without a level', folder(archive(changed)), '', 0);
  report('a scan without a level is a hint', found.hints === 'K041' ? '' : found.hints);
}

// --- what is said ------------------------------------------------------------
const said = (...options) => spawnSync(jixiao, ['verify', ...options], { encoding: 'utf8' });
{
  const path = folder(except(first));
  const text = said(path);
  report('text names every file and what became of it', files.every(([name]) => text.stdout.includes(`  ${name}`))
    && /缺少 +附件\/附件1/.test(text.stdout) && /完好 +备考表.pdf  PDF\/A-1B/.test(text.stdout) ? '' : text.stdout);
  report('and how many there are', text.stdout.includes('\n  共 5 个文件：完好 4，缺少 1\n') ? '' : text.stdout);
  const english = said('--lang', 'en', path).stdout;
  report('English does, too', /missing +附件\/附件1/.test(english) && english.includes('\n  5 files: whole 4, missing 1\n') ? '' : english);
  report('archives are counted as such', said(folder(good), path).stdout.includes('\n共 2 份归档件：有错误 1，无问题 1\n合计：错误 1\n')
  && / +1 份归档件 /.test(said(folder(good), path).stdout.split('合计：')[1]) ? '' : said(folder(good), path).stdout);
  report('the worst of several archives counts', said(folder(good), path).status === 2 && said(path, join(work, 'none')).status === 4 ? '' : 'it does not');
  report('no archive is wrong use', said().status === 3 && said().stderr.includes('U041') ? '' : said().stderr);
}
{
  const rules = ['a', 'b', 'c'].map((name) => [`规则/${name}.xsl`, 'rule', 'application/xslt+xml', Buffer.from(name)]);
  const path = folder(archive([...files, ...rules]));
  report('what it was made with is one line', /完好 +规则\/  3 个文件\n/.test(said(path).stdout) && !said(path).stdout.includes('a.xsl') ? '' : said(path).stdout);
  rmSync(join(path, '规则/b.xsl'));
  report('but for what differs', /完好 +规则\/  2 个文件\n/.test(said(path).stdout) && /缺少 +规则\/b.xsl\n/.test(said(path).stdout) ? '' : said(path).stdout);
}
{
  const path = folder(good);
  const before = spawnSync('find', [path, '-printf', '%p %T@ %s\n'], { encoding: 'utf8' }).stdout;
  said(path);
  report('nothing is written', before === spawnSync('find', [path, '-printf', '%p %T@ %s\n'], { encoding: 'utf8' }).stdout ? '' : 'something is');
  report('sha256sum proves the manifest', spawnSync('sha256sum', ['-c', 'manifest.xml.sha256'], { cwd: path }).status === 0 ? '' : 'it does not');
}
{
  const report_schema = JSON.parse(readFileSync('schemas/common/report.schema.json', 'utf8'));
  const states = report_schema.$defs.part.properties.state.enum;
  const parts = [...verify(folder(except(first))).parts, ...verify(folder([...good, ['x', Buffer.from('')]])).parts];
  report('states are those of the schema', parts.every(({ state: is }) => states.includes(is)) ? '' : JSON.stringify(parts));
}

rmSync(work, { recursive: true, force: true });
process.exit(failed);
