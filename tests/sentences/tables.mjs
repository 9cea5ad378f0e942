// Tables of sentences with what must be found in them, for the tests of what
// is read out of texts:
//
//   tests/sentences/*.txt
//     # D04b D05b               the codes that the table is about: others are
//                               passed over
//     D05b <tab> sentence       found just so; several have spaces between
//     D05b:99898−100000         and the finding says that, too; ␣ for a blank
//     -    <tab> sentence       nothing is found
//     …    <tab> a{b|c|}d       stands for abd, acd and ad; {{…}} is no choice
//   tests/sentences/*.json
//     the data that the sentences of the table of that name stand in, where it
//     is not common.json: they take the place of the text "sentences"
//
// Empty lines, and lines behind the first that begin with #, are remarks.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync }
  from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { check } from '../rules/check.mjs';

const folder = dirname(fileURLToPath(import.meta.url));

// All that a sentence with choices stands for.
function expand(sentence) {
  const choice = /(?<!\{)\{([^{}]*\|[^{}]*)\}(?!\})/.exec(sentence);
  if (!choice)
    return [sentence];
  const before = sentence.slice(0, choice.index);
  const behind = sentence.slice(choice.index + choice[0].length);
  return choice[1].split('|').flatMap((words) => expand(before + words + behind));
}

function readLine(line, number) {
  const [expected, sentence] = line.split('\t');
  if (!sentence)
    throw new Error(`line ${number} has no tab`);
  const wanted = expected.trim() === '-' ? [] : expected.trim().split(' ').map((word) => {
    const [code, ...text] = word.split(':');
    return { code, text: text.join(':').replaceAll('␣', ' ') };
  });
  return expand(sentence).map((text) => ({ number, text, wanted }));
}

function readTable(path) {
  const [first, ...lines] = readFileSync(path, 'utf8').split('\n');
  const own = path.replace(/txt$/, 'json');
  return {
    name: basename(path, '.txt'),
    codes: new Set(first.slice(1).trim().split(' ')),
    data: readFileSync(existsSync(own) ? own : join(folder, 'common.json'), 'utf8'),
    cases: lines.flatMap((line, k) => line && !line.startsWith('#') ? readLine(line, k + 2) : []),
  };
}

export function readTables() {
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()
    .map((name) => readTable(join(folder, name)));
}

// The list that the text "sentences" stands in, as a pointer.
function pointerOf(value, pointer = '') {
  if (Array.isArray(value) && value[0] === 'sentences')
    return pointer;
  if (typeof value !== 'object' || value === null)
    return null;
  for (const [name, member] of Object.entries(value)) {
    const found = pointerOf(member, `${pointer}/${name}`);
    if (found)
      return found;
  }
  return null;
}

// What is wrong with one sentence, '' if nothing is.
function complain(test, found) {
  const missing = test.wanted.filter(({ code, text }) =>
    !found.some((finding) => finding.code === code && finding.message.zh.includes(text)));
  const extra = found.filter(({ code }) => !test.wanted.some((wanted) => wanted.code === code));
  return [
    ...missing.map(({ code, text }) => `no ${code}${text && `:${text}`}`),
    ...extra.map(({ code, message }) => `${code}: ${message.zh}`),
  ].join(', ');
}

function judgeTable(table, findings) {
  const pointer = pointerOf(JSON.parse(table.data));
  const byPlace = new Map(table.cases.map((_, k) => [`${pointer}/${k}`, []]));
  for (const finding of findings)
    if (table.codes.has(finding.code))
      byPlace.get(finding.pointer)?.push(finding);
  return table.cases.flatMap((test, k) => {
    const why = complain(test, byPlace.get(`${pointer}/${k}`));
    return why ? [`${table.name}.txt:${test.number}: ${test.text}: ${why}`] : [];
  });
}

// The complaints about all sentences of the tables, in one run.
export function judge(tables, options = []) {
  const work = mkdtempSync(join(tmpdir(), 'sentences-'));
  try {
    const paths = tables.map((table) => {
      const path = join(work, `${table.name}.json`);
      const texts = JSON.stringify(table.cases.map(({ text }) => text)).slice(1, -1);
      writeFileSync(path, table.data.replace('"sentences"', () => texts));
      return path;
    });
    const findings = check(paths, options);
    return tables.map((table, k) => judgeTable(table, findings.get(paths[k])));
  } finally {
    rmSync(work, { recursive: true });
  }
}
