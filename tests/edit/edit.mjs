// What jixiao edit makes of what a person types, undoes and saves.
//
// JIXIAO names the program, build/jixiao by default.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exitStatus, program, report as say, root } from '../rules/check.mjs';
import { ask, change, end, learn, open, serve, tell } from './serving.mjs';

const work = mkdtempSync(join(tmpdir(), 'edit-'));
const input = readFileSync(join(root, 'input/example-full-2024.json'), 'utf8');
const file = join(work, 'data.json'), journal = join(work, '.data.json.jixiao-edit');
const report = (name, ...faults) => say(name, faults.filter(Boolean).join('; '));
const unless = (good, ...seen) => good ? '' : seen.map((one) => JSON.stringify(one)).join(' ').slice(0, 800);
const fresh = (text = input) => { rmSync(journal, { force: true }); writeFileSync(file, text); };
const codes = (server) => server.state.findings.map(({ code, pointer }) => `${code} ${pointer}`);
const html = async (server, id) => (await ask(server, 'GET', `/attachment/${encodeURIComponent(id)}`)).body;

// --- what is shown ------------------------------------------------------------

fresh();
let server = await open(work, 'data.json');
report('the page, its files and the style of the forms are served',
  ...await Promise.all([['/', 'text/html'], ['/edit/edit.css', 'text/css'], ['/edit/main.js', 'text/javascript'],
    ['/typography.css', 'text/css']].map(async ([path, type]) => {
    const answer = await ask(server, 'GET', path);
    return unless(answer.status === 200 && answer.headers['content-type'].startsWith(type) && answer.body, path,
      answer.status, answer.headers);
  })));
const first = await html(server, '附件1');
report('an attachment has its values with their pointers and states',
  unless(/<article[^>]*id="附件1"/.test(first) && /data-src="\/staffing\/establishment"[^>]*data-state="stated"[^>]*>86</.test(first)
    && /data-src="\/expenditure\/three_public\/total\/final"[^>]*data-state="derived"/.test(first), first.slice(0, 500)));
report('the state has attachments, lists and findings',
  unless(server.state.attachments.length === 14, server.state.attachments.length),
  unless(server.state.lists.some(({ pointer, count }) => pointer === '/projects' && count === 5), server.state.lists),
  unless(server.state.findings.every(({ level, text }) => level && text), server.state.findings));
const place = JSON.parse((await ask(server, 'GET', '/place?pointer=/expenditure/three_public/total/final')).body);
report('a derived place tells its formula and all its digits',
  unless(place.state === 'derived' && place.formula && place.words === '13.0467' && place.unit === '万元', place));
report('a place with choices tells them in words', unless(JSON.parse((await ask(server, 'GET',
  '/place?pointer=/department/basis')).body).choices.join() === '年初预算数,全年执行数'));
report('a list tells the kinds of its entries', unless(JSON.parse((await ask(server, 'GET',
  '/place?pointer=/report/overview/basic')).body).kinds.map(({ kind }) => kind).join() === ',items,table'));
report('a place that is none is not there', unless((await ask(server, 'GET', '/place?pointer=/none')).status === 404));
const values = JSON.parse((await ask(server, 'GET', `/values?q=${encodeURIComponent('编制数')}`)).body);
report('values are found by the words of their places', unless(values.some(({ reference, words }) =>
  reference === 'staffing.establishment' && words === '86'), values));
report('at most twenty values are told', unless(JSON.parse((await ask(server, 'GET',
  `/values?q=${encodeURIComponent('数')}`)).body).length === 20));

// --- what is typed ------------------------------------------------------------

let answer = await change(server, { op: 'set', pointer: '/staffing/retired', words: '３６人' });
report('a figure is taken, and what follows from it',
  unless(answer.understood[0]?.words === '36人' && answer.state.changed && answer.state.undo === 1, answer),
  unless(JSON.parse((await ask(server, 'GET', '/place?pointer=/staffing/total')).body).words === '118'));
answer = await tell(server, '/change', { show: '附件1', changes: [
  { op: 'set', pointer: '/expenditure/three_public/reception/final', words: '5.2' }] });
report('the answer has the attachment that is shown', unless(answer.html.includes('>5.2<')
  && answer.html.includes('>13.12<'), answer.html?.slice(0, 200)));
// --- what the page knows ------------------------------------------------------

const known = async (revision) => JSON.parse((await ask(server, 'GET', `/state?known=${revision}`)).body);
const runs = ({ lists, attachments }) => [lists, attachments].every((list) => list.length <= 3 && list.some(Array.isArray));
const whole = async () => JSON.parse((await ask(server, 'GET', '/state')).body);
answer = await change(server, { op: 'set', pointer: '/staffing/in_service', words: '110' });
report('only what has changed is told who knows the rest', unless(runs(answer.told) && answer.told.findings.some(({ code }) =>
  code === 'A03') && answer.told.findings.some(Array.isArray), answer.told),
  unless(JSON.stringify(answer.state) === JSON.stringify(await whole()), answer.state));
let told = await known(server.state.revision);
report('nothing, where nothing has', unless(runs(told) && JSON.stringify(told.findings) === `[[0,${server.state.findings.length}]]`
  && JSON.stringify(learn(told, server.state)) === JSON.stringify(server.state), told));
answer = await change(server, { op: 'insert', pointer: '/projects/0' });
report('a project in front leaves the others as they were told', unless(JSON.stringify(answer.state) === JSON.stringify(await whole()),
  answer.told.attachments, answer.told.lists.length));
await tell(server, '/undo');
told = await tell(server, '/undo');
report('and so do steps back', unless(JSON.stringify(told.state) === JSON.stringify(await whole())
  && !told.state.findings.some(({ code }) => code === 'A03'), told.told));
for (const revision of [server.state.revision - 2, server.state.revision + 9, 0, 'x'])
  report(`who knows ${revision === 'x' ? 'nonsense' : 'another revision'} is told all`, unless(JSON.stringify(await known(revision))
    === JSON.stringify(server.state)));

// --- what is refused ----------------------------------------------------------

answer = await change(server, { op: 'set', pointer: '/staffing/retired', words: '许多' });
report('what cannot be read is refused, and says what is allowed',
  unless(answer.status === 200 && answer.refused[0]?.text.includes('86') && answer.state.undo === 2, answer));
answer = await change(server, { op: 'set', pointer: '/staffing/retired', words: '40' },
  { op: 'set', pointer: '/staffing/in_service', words: '许多' });
report('changes of a request are made whole or not at all', unless(answer.refused.length === 1
  && answer.state.undo === 2 && JSON.parse((await ask(server, 'GET', '/place?pointer=/staffing/retired')).body).words === '36'));
answer = await change(server, { op: 'set', pointer: '/expenditure/three_public/total/final', words: '20' });
report('a derived cell cannot be typed into', unless(answer.refused[0]?.text.includes('A04'), answer));
answer = await change(server, { op: 'set', pointer: '/expenditure/three_public/total/final', words: '20', against: true });
report('but stated against its formula, which is told', unless(answer.refused.length === 0
  && codes(server).includes('A04 /expenditure/three_public/total/final'), answer.refused),
  unless((await html(server, '附件1')).match(/data-src="\/expenditure\/three_public\/total\/final"[^>]*data-state="overridden"/)));
answer = await change(server, { op: 'set', pointer: '/projects/0/id', words: 'A B' });
report('what would break the shape is refused with the schema’s words',
  unless(answer.refused[0]?.pointer === '/projects/0/id' && /小写字母/.test(answer.refused[0].text)
    && answer.state.form, answer.refused));
for (const [op, state] of [['null', 'null'], ['clear', 'absent']]) {
  await change(server, { op, pointer: '/staffing/reason' }, { op, pointer: '/staffing/establishment' });
  report(`${op} looks like itself`, unless((await html(server, '附件1')).match(
    new RegExp(`data-src="/staffing/establishment"[^>]*data-state="${state}"`))));
}
await change(server, { op: 'set', pointer: '/staffing/establishment', words: '0' });
report('and so does 0', unless(/data-src="\/staffing\/establishment"[^>]*data-state="stated"[^>]*>0</.test(await html(server, '附件1'))));

// --- entries ------------------------------------------------------------------

answer = await change(server, { op: 'insert', pointer: '/projects/5' });
report('a project is added, with attachments of its own', unless(answer.state.attachments.some(({ id }) => id === '附件4-6')
  && answer.state.lists.find(({ pointer }) => pointer === '/projects').count === 6, answer.refused));
await change(server, { op: 'set', pointer: '/projects/5/name', words: '新项目' });
answer = await change(server, { op: 'move', from: '/projects/5', pointer: '/projects/0' });
report('and moved', unless(answer.state.attachments.find(({ id }) => id === '附件4-1').title.includes('新项目'),
  answer.refused));
answer = await change(server, { op: 'remove', pointer: '/projects/0' });
report('and removed', unless(!answer.state.attachments.some(({ id }) => id === '附件4-6'), answer.refused));
await change(server, { op: 'insert', pointer: '/expenditure/projects/provincial/0' });
report('what explains a finding goes with its entry', unless(server.state.findings.some(({ code, pointer, answer: given }) =>
  code === 'A09' && pointer === '/expenditure/projects/provincial/2/name' && given), codes(server)));
answer = await change(server, { op: 'answer', code: 'A09', pointer: '/expenditure/projects/provincial/2/name', text: '同一笔资金' });
report('a warning is answered in its place', unless(server.state.findings.find(({ code }) => code === 'A09').answer
  === '同一笔资金', answer.refused));

answer = await change(server, { op: 'insert', pointer: '/facts/-', words: '培训次数' });
report('a fact is added by its name', unless(server.state.findings.some(({ code, pointer }) => code === 'N01'
  && pointer === '/facts/facts1/value'), answer.refused), unless((await html(server, '表外数据')).includes('>培训次数<')));
await change(server, { op: 'insert', pointer: '/facts/-', words: '检查次数' });
report('each under a name of its own', unless((await html(server, '表外数据')).includes('data-src="/facts/facts2/label"')));
await change(server, { op: 'remove', pointer: '/facts/facts1' });
report('and removed', unless(!(await html(server, '表外数据')).includes('培训次数')));
for (const [name, wrong] of [['a fact without a name', { op: 'insert', pointer: '/facts/-', words: ' ' }],
  ['a fact that is none', { op: 'remove', pointer: '/facts/facts1' }],
  ['an entry of what is no map', { op: 'insert', pointer: '/staffing/-', words: 'x' }]])
  report(`${name} is refused`, unless((await change(server, wrong)).refused.length === 1));
report('maps are told as what they are', unless(server.state.lists.some(({ pointer, map, count }) => pointer === '/facts'
  && map && count > 0)));

// --- back and forth -----------------------------------------------------------

const steps = server.state.undo;
while (server.state.undo > 0) await tell(server, '/undo');
report('all steps are undone', unless(!server.state.changed && server.state.redo === steps, server.state.undo));
while (server.state.redo > 0) await tell(server, '/redo');
report('and done again', unless(server.state.undo === steps && server.state.changed));
answer = await tell(server, '/change', { revision: server.state.revision - 1, changes: [] });
report('a page that has not seen the last change is told so', unless(answer.status === 409 && answer.error
  && answer.state.undo === steps, answer.status));

const retired = async () => JSON.parse((await ask(server, 'GET', '/place?pointer=/staffing/retired')).body).words;
while (server.state.undo > 0) await tell(server, '/undo');
for (const words of ['51', '52']) await change(server, { op: 'set', pointer: '/staffing/retired', words });
const undone = [];
while (server.state.undo > 0) {
  await tell(server, '/undo');
  undone.push(await retired());
}
report('what is done behind steps that are undone is undone a step at a time', unless(undone.join() === '51,35', undone));

const places = [['set', '/staffing/retired', '附件1'], ['clear', '/staffing/reason', '附件1'], ['insert', '/projects/1', '附件4-2'],
  ['remove', '/expenditure/projects/other/0', '附件1'], ['move', '/projects/2', '附件4-1'],
  ['null', '/department/basis', '表外数据']];
await change(server, { op: 'set', pointer: '/staffing/reason', words: '说明' });
for (const [op, pointer] of places) await change(server, { op, pointer, words: '7', from: '/projects/0' });
for (const path of ['/undo', '/redo', '/undo']) {
  const went = [];
  for (let k = 0; k < places.length; k++) went.push((await tell(server, path)).state);
  const wanted = path === '/undo' ? [...places].reverse() : places;
  report(`${path.slice(1)} tells what has changed and where it is shown`, ...wanted.map(([op, pointer], k) => unless(
    went[k].at !== null && (pointer.startsWith(went[k].at) || went[k].at.startsWith(op === 'move' ? '/projects' : pointer))
    && went[k].in, op, went[k].at, went[k].in)));
}
answer = await change(server, { op: 'set', pointer: '/staffing/retired', words: '36' });
report('a change does not', unless(answer.state.at === null && answer.state.in === null, answer.state.at));
while (server.state.undo > 0) await tell(server, '/undo');
await change(server, { op: 'answer', code: 'A09', pointer: '/expenditure/projects/provincial/1/name', text: '同一笔资金' });
await tell(server, '/undo');
report('nor does what was said of a finding', unless(server.state.at === null, server.state.at));

// --- saved --------------------------------------------------------------------

while (server.state.undo > 0) await tell(server, '/undo');
await change(server, { op: 'set', pointer: '/staffing/retired', words: '36' },
  { op: 'set', pointer: '/staffing/reason', words: '说明' });
answer = await tell(server, '/save');
const saved = readFileSync(file, 'utf8');
report('only the bytes of changed values are other ones in the file', unless(saved === input.replace('"in_service": 82,\n    "retired": 35',
  '"in_service": 82,\n    "reason": "说明",\n    "retired": 36') && !answer.state.changed, answer.findings));
await tell(server, '/undo');
report('what was saved can be undone', unless(server.state.changed && server.state.undo === 0));
await tell(server, '/redo');
report('and the file is as it was saved again', unless(!server.state.changed));
writeFileSync(file, saved.replace('示例县', '别的县'));
report('a file that was changed meanwhile is noticed', unless(JSON.parse((await ask(server, 'GET', '/state')).body).stale));
await change(server, { op: 'set', pointer: '/staffing/retired', words: '37' });
answer = await tell(server, '/save');
report('and not overwritten', unless(answer.findings.length === 1 && answer.state.changed
  && readFileSync(file, 'utf8').includes('别的县'), answer));
answer = await tell(server, '/save', { overwrite: true });
report('unless that is asked for', unless(answer.findings.length === 0 && !answer.state.stale
  && readFileSync(file, 'utf8') === saved.replace('"retired": 36', '"retired": 37'), answer.findings));

// --- built --------------------------------------------------------------------

answer = await tell(server, '/build', { formats: 'html' });
const made = answer.files.find(({ name }) => name === 'index.html');
report('the set is built beside the file, and its files are served',
  unless(made?.change === 'new' && existsSync(join(work, 'output/data/index.html')), answer.findings),
  unless((await ask(server, 'GET', made.href)).status === 200),
  unless((await ask(server, 'GET', '/file/none.html')).status === 404));
await change(server, { op: 'set', pointer: '/staffing/retired', words: '38' });
answer = await tell(server, '/build', { formats: 'html' });
report('a second build tells what has changed', unless(answer.corrected?.includes('37') && answer.corrected.includes('38')
  && answer.files.some(({ change: what }) => what === 'changed'), answer.corrected));
answer = await tell(server, '/build', { formats: 'odt' });
report('a format that is none is told', unless(answer.findings.length === 1 && answer.files.length === 0, answer));

// --- killed, and started again ------------------------------------------------

await tell(server, '/undo');
report('an editor with nothing to save leaves nothing', unless(await end(server) === 0
  && !/H016/.test(server.complained) && !existsSync(journal), server.complained));
server = await open(work, 'data.json');
await change(server, { op: 'set', pointer: '/staffing/retired', words: '39' });
await change(server, { op: 'set', pointer: '/county', words: '新县' });
await tell(server, '/undo');
const killed = server.state.revision;
await end(server, 'SIGKILL');
server = await open(work, 'data.json');
report('what a page knew before is not what it knows now', unless(Math.abs(server.state.revision - killed) > 99
  && (await tell(server, '/change', { revision: killed, changes: [] })).status === 409, killed, server.state.revision));
report('nothing that was confirmed is lost when it is killed', unless(server.state.recovered === 1 && server.state.changed
  && JSON.parse((await ask(server, 'GET', '/place?pointer=/staffing/retired')).body).words === '39'
  && server.state.redo === 1, server.state.recovered, server.complained));
const second = await serve(work, 'data.json');
report('a file has one editor at a time', unless(await second.ended === 3 && /H012/.test(second.complained), second.complained));
report('what is not saved is kept when it ends', unless(await end(server) === 0 && existsSync(journal)
  && /H016/.test(server.complained), server.complained));
server = await open(work, 'data.json');
while (server.state.undo > 0) await tell(server, '/undo');
report('what is undone needs no journal', unless(await end(server, 'SIGINT') === 0 && !existsSync(journal)));
writeFileSync(journal, 'x\nbase 2\n{}\nnonsense\n');
server = await open(work, 'data.json');
report('a journal that is damaged is kept aside, and said so', unless(server.state.recovered === 0
  && existsSync(`${journal}-broken`)));
await end(server);
report('and the finding names it', unless(/H013/.test(server.complained), server.complained));

// --- what cannot be opened, or only so far ------------------------------------

for (const [name, text, status, pattern] of [['no JSON', '{"year": ', 2, /J\d\d\d/],
  ['of no edition', '{"year": 2024}', 2, /edition|版本/], ['of an unknown edition', '{"edition": "none"}', 2, /版本/]]) {
  fresh(text);
  server = await serve(work, 'data.json');
  const ended = server.port ? 'serves' : await server.ended;
  report(`a file that is ${name} is refused`, unless(ended === status && pattern.test(server.complained) && !existsSync(journal),
    ended, server.complained));
}
const labels = readFileSync(join(root, 'stylesheets/edit/words.xml'), 'utf8');
const labelOf = (key) => `“${labels.match(new RegExp(`<word key="${key}">(.*)</word>`))[1]}”`;
fresh(JSON.stringify({ ...JSON.parse(input), buildings: null, organisation: {},
  staffing: { establishment: 86, in_service: 82, control_rate: null } }));
server = await open(work, 'data.json');
for (const [code, key] of [['A18', 'blank'], ['N02', 'blank'], ['N08', 'clear']])
  report(`${code} says what to press, as the page calls it`, unless(server.state.findings.some((finding) => finding.code === code
    && finding.text.includes(labelOf(key))), server.state.findings.map(({ text }) => text)));
await change(server, { op: 'text', pointer: '/report/overview/basic/0', source: '1. 甲单位。' },
  { op: 'text', pointer: '/report/overview/basic/1', source: '2. 乙单位。' });
report('D13b speaks of entries as the page does', unless(server.state.findings.some(({ code, text }) => code === 'D13b'
  && text.includes('写成条目，')), server.state.findings.map(({ text }) => text)));
report('and nothing the page tells has words of JSON', unless(!server.state.findings.some(({ text }) => /null|\[\]|items/.test(text))
  && !/null|\[\]/.test(JSON.parse((await ask(server, 'GET', '/place?pointer=/buildings')).body).description), codes(server)));
await end(server);
fresh(input.replace('"year": 2024', '"year": "许多"'));
server = await open(work, 'data.json');
report('data without a shape has findings and no form', unless(!server.state.form && server.state.attachments.length === 0
  && server.state.findings.some(({ pointer }) => pointer === '/year'), server.state, server.complained),
  unless((await ask(server, 'GET', `/attachment/${encodeURIComponent('附件1')}`)).status === 404));
answer = await change(server, { op: 'set', pointer: '/staffing/retired', words: '40' });
report('can be changed all the same', unless(answer.refused.length === 0 && !answer.state.form, answer.refused));
answer = await change(server, { op: 'set', pointer: '/year', words: '2024年' });
report('and has its form once it is mended', unless(answer.state.form && answer.state.attachments.length > 10, answer.refused));
await tell(server, '/undo');
report('keeps it where that is undone, with the findings', unless(server.state.attachments.length > 10
  && server.state.findings.some(({ code }) => code.startsWith('S')), codes(server)));
await end(server);

// --- the file -----------------------------------------------------------------

fresh(`\uFEFF${input.replaceAll('\n', '\r\n')}`);
server = await open(work, 'data.json');
await change(server, { op: 'set', pointer: '/staffing/reason', words: '说明' });
await tell(server, '/save');
await end(server);
report('a mark in front and line ends stay', unless(readFileSync(file, 'utf8') === `\uFEFF${input.replace('    "retired": 35',
  '    "reason": "说明",\n    "retired": 35').replaceAll('\n', '\r\n')}`));
fresh();
symlinkSync('data.json', join(work, 'link.json'));
server = await open(work, 'link.json');
await change(server, { op: 'set', pointer: '/staffing/retired', words: '41' });
await tell(server, '/save');
await end(server);
report('a link leads to the file that is written', unless(readFileSync(file, 'utf8').includes('"retired": 41')));
rmSync(join(work, 'link.json'));

// --- new ----------------------------------------------------------------------

server = await open(work, '--new', 'hunan-county-2023', '-o', 'new.json');
report('a new file is begun, with nothing stated that is to be filled in', unless(server.state.form
  && !/null/.test(readFileSync(join(work, 'new.json'), 'utf8').replace(/"(year|county|name)": null/g, '')), server.complained));
await end(server);
server = await open(work, 'new.json');
const other = await serve(work, 'data.json', '--port', String(server.port));
report('a port that is taken is told, and why', unless(await other.ended === 4 && /H015.*已被别的程序占用/.test(other.complained),
  other.complained));
await end(server);
server = await serve(work, '--new', 'hunan-county-2023', '-o', 'new.json');
report('one that is there is not overwritten', unless(await server.ended === 3 && /X090/.test(server.complained), server.complained));
for (const [name, ...words] of [['no file', 'edit'], ['no port', 'edit', '--port', '70000', 'data.json'],
  ['two files', 'edit', 'data.json', 'new.json']])
  report(`${name} is wrong usage`, unless(spawnSync(program, words, { cwd: work }).status === 3));
report('a missing file is a fault of the system', unless(spawnSync(program, ['edit', 'none.json'], { cwd: work }).status === 4));

// --- as if it were opened anew --------------------------------------------------

// The same numbers in each run.
let drawn = 7;
const draw = (count) => { drawn = (drawn * 48271) % 2147483647; return drawn % count; };
const pick = (list) => list[draw(list.length)];
const typed = { amount: ['12.5', '—', '3000元'], count: ['8', '无'], rate: ['95%', '0%'], number: ['7'], year: ['2024年'],
  date: ['20250310', '2025年4月8日'], text: ['甲。', '{{staffing.establishment | 人}}'], token: ['甲'] };
const opposite = { '/undo': '/redo', '/redo': '/undo' };

async function drawChange() {
  const list = pick(server.state.lists.filter(({ map }) => !map));
  const entry = () => `${list.pointer}/${draw(list.count + 1)}`;
  const op = pick(['set', 'set', 'set', 'null', 'clear', 'insert', 'remove', 'move', 'undo', 'undo', 'redo']);
  if (opposite[`/${op}`]) return tell(server, `/${op}`);
  if (/insert|remove|move/.test(op)) return change(server, { op, pointer: entry(), from: entry() });
  const places = [...(await html(server, pick(server.state.attachments).id)).matchAll(
    /data-src="([^"]*)"[^>]*data-type="(\w+)" data-state="(\w+)"/g)].filter(([, , type, state]) => typed[type] && state !== 'derived');
  const [, pointer, type] = pick(places) ?? [, '/county', 'token'];
  return change(server, { op: op === 'set' && type === 'text' ? 'text' : op, pointer, words: pick(typed[type]),
    source: pick(typed[type]) });
}

const shownBy = async (one) => JSON.stringify([one.state.findings, one.state.lists, one.state.attachments,
  ...await Promise.all(one.state.attachments.map(({ id }) => html(one, id)))]);
fresh();
server = await open(work, 'data.json');
const taken = new Set();
const faults = [];
for (let k = 0; k < 90; k++) {
  const revision = server.state.revision;
  const { refused = [] } = await drawChange();
  if (server.state.revision !== revision && !refused.length) taken.add(k);
  if (k % 30 !== 29) continue;
  await tell(server, '/save', { overwrite: true });
  writeFileSync(join(work, 'anew.json'), readFileSync(file));
  const anew = await open(work, 'anew.json');
  faults.push(unless(await shownBy(server) === await shownBy(anew), k, codes(server).length, codes(anew).length));
  await end(anew);
}
report('whatever was done, what is shown is what the file shows that was saved', ...faults, unless(taken.size > 30, taken.size));
await end(server);

// --- a thousand edits ---------------------------------------------------------

const memory = (pid) => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]);
fresh(readFileSync(join(root, 'input/smallest.json'), 'utf8'));
server = await open(work, 'data.json');
let before;
const edits = process.env.JIXIAO?.includes('asan') ? 150 : 1000;
for (let k = 0; k < edits; k++) {
  if (k === 100) before = memory(server.child.pid);
  await change(server, { op: 'set', pointer: '/county', words: `县${k % 10}` });
}
const after = memory(server.child.pid);
report('memory stays flat over a thousand edits', process.env.JIXIAO?.includes('asan') ? ''
  : unless(after < before * 1.1 + 2048, before, after));
report('all of which can be undone', unless(server.state.undo === edits));
report('and cost what they change', unless(statSync(journal).size < 200_000, statSync(journal).size));
await end(server);
report('nothing is left but what was made', unless(readdirSync(work).filter((name) => name.startsWith('.')).every((name) =>
  name.startsWith('.data.json.jixiao-edit')), readdirSync(work)));

rmSync(work, { recursive: true });
process.exit(exitStatus());
