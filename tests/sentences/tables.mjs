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
//     …    <tab> a{b×3}d        stands for abbbd, before the tab, too
//   tests/sentences/*.json
//     the data that the sentences of the table of that name stand in, where it
//     is not common.json.  They take the place of the text "sentences" in a
//     list; or, in a list whose only entry has the text "sentence" in it, each
//     stands in an entry of its own, in which # is the number of the sentence,
//     and what is found anywhere in the entry is found for it
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

// Words that are to be repeated, so often.
const repeat = (line) => line.replace(/\{([^{}|×]+)×(\d+)\}/g, (_, words, times) => words.repeat(times));

function readLine(line, number) {
  const [expected, sentence] = repeat(line).split('\t');
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
  const cases = lines.flatMap((line, k) =>
    line && !line.startsWith('#') ? readLine(line, k + 2) : []);
  const { data, places } = place(JSON.parse(readFileSync(existsSync(own) ? own
    : join(folder, 'common.json'), 'utf8')), cases.map(({ text }) => text));
  return {
    name: basename(path, '.txt'),
    codes: new Set(first.slice(1).trim().split(' ')),
    text: JSON.stringify(data),
    cases,
    places,
  };
}

export function readTables() {
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()
    .map((name) => readTable(join(folder, name)));
}

// Puts sentences into data; gives where each of them stands, as pointers.
function place(data, texts) {
  const places = [];
  const walk = (value, pointer) => {
    if (typeof value !== 'object' || value === null)
      return value;
    if (Array.isArray(value) && value[0] === 'sentences')
      return texts.map((text, k) => (places.push(`${pointer}/${k}`), text));
    const entry = Array.isArray(value) ? JSON.stringify(value[0]) : '';
    if (entry?.includes('"sentence"'))
      return texts.map((text, k) => (places.push(`${pointer}/${k}`), fill(value[0], text, k)));
    const filled = Object.entries(value).map(([name, member]) =>
      [name, walk(member, `${pointer}/${name}`)]);
    return Array.isArray(value) ? filled.map(([, member]) => member) : Object.fromEntries(filled);
  };
  return { data: walk(data, ''), places };
}

// An entry with its sentence and its number in it.
function fill(value, text, number) {
  if (typeof value === 'string')
    return value === 'sentence' ? text : value.replace('#', number);
  if (typeof value !== 'object' || value === null)
    return value;
  const members = Object.entries(value).map(([name, member]) => [name, fill(member, text, number)]);
  return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members);
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

// What was found at a pointer, or in what it points to, of a Map of pointers.
function findingsAt(byPlace, pointer) {
  return byPlace.get(pointer)
    ?? (pointer ? findingsAt(byPlace, pointer.slice(0, pointer.lastIndexOf('/'))) : undefined);
}

function judgeTable(table, findings) {
  const byPlace = new Map(table.places.map((pointer) => [pointer, []]));
  for (const finding of findings)
    if (table.codes.has(finding.code))
      findingsAt(byPlace, finding.pointer ?? '')?.push(finding);
  return table.cases.flatMap((test, k) => {
    const why = complain(test, byPlace.get(table.places[k]));
    return why ? [`${table.name}.txt:${test.number}: ${test.text}: ${why}`] : [];
  });
}

// The complaints about all sentences of the tables, in one run.
export function judge(tables, options = []) {
  const work = mkdtempSync(join(tmpdir(), 'sentences-'));
  try {
    const paths = tables.map((table) => {
      const path = join(work, `${table.name}.json`);
      writeFileSync(path, table.text);
      return path;
    });
    const findings = check(paths, options);
    return tables.map((table, k) => judgeTable(table, findings.get(paths[k])));
  } finally {
    rmSync(work, { recursive: true });
  }
}
