// Every rule of the edition finds what it should, and nothing else.
//
//   tests/rules/<CODE>/pass.json, fail.json      the smallest data that keeps
//       the rule, and that breaks it; the rule's own examples are parts of them
//   …/pass-<what>.json, fail-<what>.json         other cases of it
//   …/<name>.expect         of a file that breaks it: where, a pointer a line,
//                           and after a space the value expected there, or
//                           before it the level, where that is to be looked at
//   …/<name>.previous.json  last year's data
//   …/<name>.options        more words for the command line
//   tests/rules/constructed.txt    for rules that cannot be broken: code, part
//                                  of the tests, name of the test that shows it
//
// With codes as arguments only the cases of these rules are tried.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { check, exitStatus, here, report, root } from './check.mjs';

const wanted = process.argv.slice(2);
const edition = 'schemas/hunan-county-2023';
const catalogue = Object.entries({ A: 23, B: 36, C: 11, D: 20, E: 12 }).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, k) => letter + String(k + 1).padStart(2, '0')));

const read = (path) => readFileSync(path, 'utf8');
const lines = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function childText(element, name) {
  const [, text = ''] = element.match(new RegExp(`<${name}>(.*?)</${name}>`, 's')) ?? [];
  return text.replace(/&(\w+);/g, (_, entity) => entities[entity]).trim();
}

// The rules of a file and of those that it includes, in their order.
function readRules(path) {
  const text = read(join(root, path)).replace(/<!--.*?-->/gs, '');
  return [...text.matchAll(/<include path="([^"]+)"\/>|<rule ([^>]*)>(.*?)<\/rule>/gs)]
    .flatMap(([, include, attributes, element]) => {
      if (include)
        return readRules(/^schemas\//.test(include) ? include : join(dirname(path), include));
      const attribute = (name) => attributes.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];
      return [{ code: attribute('code'), kind: attribute('kind') ?? 'check',
        passes: childText(element, 'passes'), fails: childText(element, 'fails') }];
    });
}

// The cases of a rule: {code, name, path, options, expected}.
function readCases(code) {
  const folder = join(here, code);
  return readdirSync(folder).sort()
    .filter((file) => /^(pass|fail)(-[a-z0-9-]+)?\.json$/.test(file))
    .map((file) => {
      const name = file.slice(0, -'.json'.length);
      const beside = (end) => join(folder, name + end);
      const options = existsSync(beside('.options'))
        ? read(beside('.options')).split(/\s+/).filter(Boolean) : [];
      if (existsSync(beside('.previous.json')))
        options.push('--previous', beside('.previous.json'));
      return { code, name, path: join(folder, file), options,
        expected: existsSync(beside('.expect')) ? lines(read(beside('.expect'))) : [] };
    });
}

// Files of the same options share a run.
function checkAll(cases) {
  const groups = new Map();
  for (const { options, path } of cases) {
    const key = JSON.stringify(options);
    groups.set(key, [...groups.get(key) ?? [], path]);
  }
  return new Map([...groups].flatMap(([key, paths]) => [...check(paths, JSON.parse(key))]));
}

// Whether every leaf of the part is at the same place in the whole.
function contains(whole, part) {
  if (part === null || typeof part !== 'object')
    return whole === part;
  return whole !== null && typeof whole === 'object'
    && Object.entries(part).every(([name, value]) => name in whole && contains(whole[name], value));
}

function compareCase({ code, name, expected }, findings) {
  const strange = findings.find((finding) => !codes.has(finding.code));
  if (strange)
    return `no data to try a rule on: ${strange.code} ${strange.message.zh}`;
  if (name.startsWith('fail') === (expected.length === 0))
    return expected.length ? 'what passes expects nothing' : 'no .expect says where';
  const found = findings.filter((finding) => finding.code === code);
  const shown = found.map(({ pointer, level, expected: value }) =>
    [pointer, `${level} ${pointer}`].find((line) => expected.includes(line))
      ?? (value === undefined ? pointer : `${pointer} ${value}`));
  return JSON.stringify(shown.sort()) === JSON.stringify([...expected].sort()) ? ''
    : `found ${shown.join(', ') || 'nothing'}; expected ${expected.join(', ') || 'nothing'}`;
}

// Why the example of a rule is none; '' where it is one.
function compareExample(example, path) {
  if (!example)
    return 'the rule gives none';
  if (!existsSync(path))
    return `no ${path.slice(here.length + 1)}`;
  return contains(JSON.parse(read(path)), JSON.parse(example)) ? ''
    : `it is no part of ${path.slice(here.length + 1)}`;
}

// The files whose tests a part runs: those beside the one that it names.
function sourcesOf(part) {
  const [, command = ''] = read(join(root, 'tests/run.sh'))
    .match(new RegExp(`^(?:part|both) +${part} +(.*)$`, 'm')) ?? [];
  const script = command.match(/\btests\/\S+/)?.[0];
  const folder = /\bunit-tests\b/.test(command) ? 'tests/unit' : script && dirname(script);
  if (folder === 'tests')
    return [script];
  return folder ? readdirSync(join(root, folder)).filter((name) => /\.(c|mjs|sh)$/.test(name))
    .map((name) => join(folder, name)) : [];
}

// Whether a string of the part's sources, its variables open, is the name; a
// unit test's name has its suite before it.
function hasTest(part, name) {
  return sourcesOf(part).some((source) =>
    [...read(join(root, source)).matchAll(/"([^"\n]+)"|'([^'\n]+)'|`([^`\n]+)`/g)]
      .map((match) => match[1] ?? match[2] ?? match[3])
      .filter((text) => /[a-z]{4}/.test(text.replace(/\$\{[^}]*\}|\$\w+/g, '')))
      .some((text) => new RegExp('^(\\w+: )?' + text.split(/\$\{[^}]*\}|\$\w+/)
        .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+') + '$').test(name)));
}

function readConstructed() {
  return new Map(lines(read(join(here, 'constructed.txt'))).filter((line) => line[0] !== '#')
    .map((line) => line.match(/^(\S+) +(\S+) +(.*)$/).slice(1))
    .map(([code, part, name]) => [code, { part, name }]));
}

const rules = readRules(`${edition}/rules.xml`);
const codes = new Set(rules.map((rule) => rule.code));
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const tried = wanted.length ? wanted.filter((code) => folders.includes(code)) : folders;
const cases = tried.flatMap(readCases);
const findings = checkAll(cases);
const fired = new Set([...findings.values()].flat().map((finding) => finding.code));
const constructed = readConstructed();

for (const one of cases)
  report(`${one.code} ${one.name}`, compareCase(one, findings.get(one.path)));
if (wanted.length)
  process.exit(exitStatus());
for (const { code, kind, passes, fails } of rules)
  if (kind === 'check' || kind === 'formula') {
    report(`${code} has an example that passes`, compareExample(passes, join(here, code, 'pass.json')));
    report(`${code} has an example that fails`, compareExample(fails, join(here, code, 'fail.json')));
    report(`${code} has found something`, fired.has(code) ? '' : 'it never fired');
  } else if (kind === 'constructed') {
    const { part, name } = constructed.get(code) ?? {};
    report(`${code} is shown to hold by a test`, !part ? 'constructed.txt does not have it'
      : hasTest(part, name) ? '' : `${part} has no test "${name}"`);
  }
for (const [what, list, known] of [
  ['every folder is of a rule', folders, codes],
  ['every line of constructed.txt is of a rule', [...constructed.keys()], codes],
  ['every check of the catalogue is accounted for', catalogue, codes],
])
  report(what, list.filter((code) => !known.has(code)).join(' '));
process.exit(exitStatus());
