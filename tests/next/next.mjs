// A data file for a new year: jixiao new and jixiao next, and what the schemas
// decide for them.  Every edition below schemas/ is tried.
//
//   <edition>.json, <edition>-full.json   what jixiao new prints for it;
//                                         UPDATE=1 accepts what it prints now
//
// JIXIAO names the program, build/jixiao by default.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { check, exitStatus, program, report, root } from '../rules/check.mjs';

const editions = readdirSync(join(root, 'schemas'))
  .filter((name) => existsSync(join(root, 'schemas', name, 'submission.schema.json')));

// --- every member is decided -------------------------------------------------

const documents = new Map();

function load(path) {
  if (!documents.has(path))
    documents.set(path, JSON.parse(readFileSync(path, 'utf8')));
  return documents.get(path);
}

// A schema with those that its $ref leads to, the nearer ones first.
function partsOf(path, schema) {
  if (!schema?.$ref)
    return [{ path, schema }];
  const [file, pointer = ''] = schema.$ref.split('#');
  const other = file ? join(dirname(path), file) : path;
  const target = pointer.split('/').slice(1).reduce((value, name) => value[name], load(other));
  return [{ path, schema }, ...partsOf(other, target)];
}

const says = (parts, keyword) => parts.map(({ schema }) => schema[keyword]).find((value) => value !== undefined);

// The members of all parts, each with the places that say something of it.
function membersOf(parts) {
  const members = new Map();
  for (const { path, schema } of parts)
    for (const [name, member] of Object.entries(schema.properties ?? {}))
      members.set(name, [...members.get(name) ?? [], ...partsOf(path, member)]);
  return members;
}

// Leaves that neither they nor anything around them is decided for.
function undecided(parts, where) {
  if (says(parts, 'x-next') || says(parts, 'x-next-from'))
    return [];
  const inner = [...membersOf(parts)].filter(([name]) => name[0] !== '$')
    .flatMap(([name, member]) => undecided(member, `${where}/${name}`));
  for (const keyword of ['items', 'additionalProperties'])
    for (const { path, schema } of parts)
      if (typeof schema[keyword] === 'object')
        inner.push(...undecided(partsOf(path, schema[keyword]), `${where}/*`));
  return says(parts, 'x-type') ? [where, ...inner] : inner;
}

report('there are editions', editions.length ? '' : 'none below schemas/');
for (const edition of editions) {
  const path = join(root, 'schemas', edition, 'submission.schema.json');
  report(`${edition} decides what becomes of every member`, undecided(partsOf(path, load(path)), '').join(' '));
}

// --- a first data file -------------------------------------------------------

const folder = mkdtempSync(join(tmpdir(), 'jixiao-next-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const run = (args, cwd = root) => spawnSync(program, args, { encoding: 'utf8', cwd });
const said = ({ status, stdout, stderr }) => `status ${status}: ${stderr || stdout}`;

// Reports unless the run ended so and said all of that.
function ends(name, status, got, ...expected) {
  const lacks = expected.filter((text) => !got.stdout.includes(text) && !got.stderr.includes(text));
  report(name, got.status === status && !lacks.length ? '' : `${said(got)} ${lacks.join(' ')}`);
}

const codesOf = (path, options) => check([path], options).get(path)
  .map(({ code, pointer }) => `${code} ${pointer}`);

function compare(edition, name, printed) {
  const expected = join(root, 'tests/next', `${name}.json`);
  if (process.env.UPDATE)
    writeFileSync(expected, printed);
  report(`${name}: what new prints is as expected`, readFileSync(expected, 'utf8') === printed ? '' : `differs from ${expected}`);
}

// Every null is asked for by check, but where only a full file has it.
const nulls = (value, at = '') => value === null ? [at] : typeof value !== 'object' ? []
  : Object.entries(value).flatMap(([name, inner]) => nulls(inner, `${at}/${name}`));
const isTold = (blank, pointers) => pointers.some((pointer) => pointer
  && (blank === pointer || blank.startsWith(`${pointer}/`)));

for (const edition of editions)
  for (const [name, options] of [[edition, []], [`${edition}-full`, ['--full']]]) {
    const path = join(folder, `${name}.json`);
    const printed = run(['new', edition, ...options]);
    ends(`${name}: new prints`, 0, printed);
    compare(edition, name, printed.stdout);
    ends(`${name}: new writes a file`, 0, run(['new', edition, ...options, '-o', path]), path);
    const data = JSON.parse(readFileSync(path, 'utf8'));
    report(`${name}: $schema is a path that exists`, existsSync(resolve(folder, data.$schema)) ? '' : data.$schema);
    const codes = codesOf(path);
    report(`${name}: it fits the schema`, codes.filter((code) => /^[JSTV]\d{3} /.test(code)).join(', '));
    const pointers = codes.map((code) => code.replace(/^\S+ /, ''));
    if (!options.length)
      report(`${name}: check tells of every blank`, nulls(data).filter((blank) => !isTold(blank, pointers)).join(' '));
  }

const [edition] = editions;
const first = join(folder, `${edition}.json`);
ends('an unknown edition is wrong usage', 3, run(['new', 'nowhere-1999']), 'U015', edition);
ends('no edition is wrong usage', 3, run(['new']), 'U050');
ends('an empty name of a file is wrong usage', 3, run(['new', edition, '-o', '']), 'U007');
ends('--full is not of next', 3, run(['next', '--full', first]), 'U008');
const before = readFileSync(first, 'utf8');
ends('what is there is not overwritten', 3, run(['new', edition, '-o', first]), 'X090', first);
report('it stays as it was', readFileSync(first, 'utf8') === before ? '' : 'it was changed');
const printed = run(['new', edition, '-o', '-']);
ends('- is the standard output', 0, printed);
report('the same is printed there', printed.stdout === run(['new', edition]).stdout && printed.stdout.startsWith('{') ? '' : 'it is not');
symlinkSync(join(folder, 'nothing'), join(folder, 'link'));
ends('nor is a link that leads nowhere', 4, run(['new', edition, '-o', join(folder, 'link')]), 'X048', join(folder, 'nothing'));
symlinkSync(first, join(folder, 'there'));
ends('nor one to a file', 3, run(['new', edition, '-o', join(folder, 'there')]), 'X090');
symlinkSync(join(folder, 'circle'), join(folder, 'circle'));
ends('nor one in a circle', 4, run(['new', edition, '-o', join(folder, 'circle')]), 'X048');
report('nor what it leads to', existsSync(join(folder, 'nothing')) ? 'it was written' : '');
ends('nor a folder', 3, run(['new', edition, '-o', folder]), 'X090');
ends('a file is no folder', 4, run(['new', edition, '-o', join(first, 'x.json')]), 'X021');
ends('folders are made', 0, run(['new', edition, '-o', join(folder, 'a/b/x.json')]));
report('nothing else is left there', readdirSync(join(folder, 'a/b')).join(' ') === 'x.json' ? '' : readdirSync(join(folder, 'a/b')).join(' '));

// With a data folder $schema is the one in it; without a file of it, none.
const other = join(folder, 'editions');
mkdirSync(other);
for (const name of ['schemas', 'stylesheets'])
  symlinkSync(join(root, name), join(other, name));
ends('an edition of a data folder', 0, run(['new', '--data-dir', other, edition, '-o', join(folder, 'own.json')]));
report('$schema is a path that exists there', existsSync(resolve(folder, JSON.parse(readFileSync(join(folder, 'own.json'), 'utf8')).$schema))
  ? '' : readFileSync(join(folder, 'own.json'), 'utf8').slice(0, 80));
const alone = join(folder, 'alone/bin');
mkdirSync(alone, { recursive: true });
writeFileSync(join(alone, 'jixiao'), readFileSync(program), { mode: 0o755 });
const lone = spawnSync(join(alone, 'jixiao'), ['new', edition], { encoding: 'utf8', cwd: folder });
ends('a program without schemas beside it says so', 0, lone, 'Y010');
report('and writes no $schema', JSON.parse(lone.stdout).$schema ?? '');

// --- the next year -----------------------------------------------------------

const full = join(root, 'input/example-full-2024.json');
const source = readFileSync(full, 'utf8');
const rolled = run(['next', full]);
ends('next prints', 0, rolled, 'Y001', 'Y002', 'Y005');
ends('next says where a value went', 0, rolled, '“公务接待”：已清空：2024年年初预算数、2024年决算数（已转为上年决算数）、说明；');
ends('in English, too', 0, run(['next', '--lang', 'en', full]), '2024年决算数 (now 上年决算数), 说明; fill in');
const last = JSON.parse(source), data = JSON.parse(rolled.stdout);

const sameAs = (name, got, expected) => report(name,
  JSON.stringify(got) === JSON.stringify(expected) ? '' : `${JSON.stringify(got)}, not ${JSON.stringify(expected)}`);
sameAs('the year is turned', data.year, 2025);
for (const name of ['unit', 'county', 'organisation', 'edition', '$schema'])
  sameAs(`${name} stays`, data[name], last[name]);
sameAs('finals become those of the year before', data.expenditure.procurement,
  { previous_final: 342.18, initial_budget: null, final: null, reason: null });
sameAs('projects stay with their ids and names', data.projects.map(({ id, name }) => [id, name]),
  last.projects.map(({ id, name }) => [id, name]));
sameAs('indicators keep their form', data.department.indicators.output.quality[0],
  { name: '重点项目验收合格率', measure: { relation: '=', target: null, actual: null, unit: '%' }, points: 6 });
sameAs('texts of references stay', data.department.indicators.output.quantity[0].target,
  last.department.indicators.output.quantity[0].target);
sameAs('duties stay', data.report.overview.duties, last.report.overview.duties);
sameAs('what is of the year is empty', [data.report.conclusion, data.projects[0].results, data.filing.date, data.austerity_measures],
  [null, null, null, null]);
sameAs('facts keep their labels', data.facts.internal_rules, { label: '修订内部管理制度', value: null, unit: '项' });
sameAs('answers are taken away', data.explanations, undefined);

// Lines without a change are those of the source, in their order.
const lines = new Set(source.split('\n'));
const kept = rolled.stdout.split('\n').filter((line) => lines.has(line));
report('the layout is that of the source', kept.length > rolled.stdout.split('\n').length * 0.4
  && rolled.stdout.startsWith(source.slice(0, source.indexOf('2024,'))) ? '' : `${kept.length} lines alike`);

const next = join(folder, 'next.json');
ends('next writes a file', 0, run(['next', full, '-o', next]), next, `--previous ${full}`);
report('its $schema is a path that exists', existsSync(resolve(folder, JSON.parse(readFileSync(next, 'utf8')).$schema)) ? '' : 'no');
ends('next overwrites nothing', 3, run(['next', full, '-o', next]), 'X090');
ends('nor its source', 3, run(['next', next, '-o', next]), 'X090');
const codes = codesOf(next, ['--previous', full]);
report('what is left to do is found in it', ['E01 /filing/date', 'D12 /report/next_steps', 'A18 /buildings'].filter((code) => !codes.includes(code)).join(', '));
report('but nothing copied', codes.filter((code) => /^(E15|E16|E17|A21\w?|[JSTV]\d{3}) /.test(code)).join(', '));
ends('findings of a file that is written are of its lines', 0, run(['next', full, '-o', join(folder, 'n2.json')]), `${join(folder, 'n2.json')}:4:11: 提示 Y005`);
ends('next speaks English', 0, run(['next', '--lang', 'en', full]), 'hint Y001');

// What was rolled over by hand is not clean.
const hand = JSON.parse(source);
hand.year = 2025;
hand.filing.date = '2026-04-18';
(function turn(value) {
  if (value && typeof value === 'object') {
    if ('previous_final' in value)
      value.previous_final = value.final ?? value.previous_final;
    Object.values(value).forEach(turn);
  }
})(hand);
writeFileSync(join(folder, 'hand.json'), JSON.stringify(hand, null, 2));
const found = codesOf(join(folder, 'hand.json'), ['--previous', full]);
for (const code of ['E15 /austerity_measures', 'E15 /report/conclusion/0', 'E16 /facts', 'E16 /department/indicators', 'E17 /archive/number'])
  report(`by hand: ${code}`, found.includes(code) ? '' : 'not found');

// --- what cannot be rolled over ----------------------------------------------

function write(name, text) {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

ends('a blank year', 2, run(['next', first]), 'Y006');
ends('a year beyond the schema', 4, run(['next', write('late.json', source.replace('"year": 2024', '"year": 2099'))]), 'Y008');
ends('no such file', 4, run(['next', join(folder, 'none.json')]), 'X010');
ends('no JSON', 2, run(['next', write('broken.json', source.slice(0, 500))]), 'J0');
ends('another shape', 2, run(['next', write('shape.json', source.replace('"year"', '"yaer"'))]), 'S0');
ends('a name given twice', 2, run(['next', write('twice.json', source.replace('"year": 2024', '"year": 2024, "year": 2024'))]), 'J007');
ends('two files', 3, run(['next', full, full]), 'U013');
const mark = write('mark.json', `\ufeff${source.replaceAll('\n', '\r\n')}`);
const marked = run(['next', mark]);
ends('a file with carriage returns', 0, marked, 'Y005');
sameAs('is the same data', JSON.parse(marked.stdout), data);
const compact = run(['next', write('compact.json', JSON.stringify(last))]);
sameAs('so is one on a single line', JSON.parse(compact.stdout), data);

process.exit(exitStatus());
