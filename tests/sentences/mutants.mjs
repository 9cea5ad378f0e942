// Whether each word and each limit of language.xml is held by a sentence:
//
//   node tests/sentences/mutants.mjs [LIST…]
//
// leaves out, of all lists or of those named, one word after the other, in the
// files of the language and of the editions, changes each meaning, and moves
// each limit by one, and checks the sentences of tests/sentences with
// that.  What no sentence notices is printed, as LIST WORD, and how many they
// are.  It takes about two minutes and is run by hand; nothing is compiled.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root } from '../rules/check.mjs';
import { judge, readTables } from './tables.mjs';

const wanted = process.argv.slice(2);
const tables = readTables();
const work = mkdtempSync(join(tmpdir(), 'mutants-'));

// Every mutant of the words between two places of a file.
function mutantsOfWords(name, kind, text, begin, end) {
  return [...text.slice(begin, end).matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const from = begin + index, to = from + word.length;
    const without = { label: `${name} ${kind}${word}`,
      text: text.slice(0, from) + text.slice(to) };
    return word.includes('→')
      ? [without, { label: `${name} ${kind}${word} changed`,
        text: text.slice(0, to) + '0' + text.slice(to) }]
      : [without];
  });
}

function mutantsOfList(text, list) {
  const [, name] = list;
  return [...list[0].matchAll(/<(words|except)>([^<]*)</g)].flatMap((part) => {
    const begin = list.index + part.index + part[0].indexOf('>') + 1;
    return mutantsOfWords(name, part[1] === 'words' ? '' : 'except ', text, begin,
      begin + part[2].length);
  });
}

function mutantsOfLimit(text, limit) {
  const [, name, value] = limit;
  const at = limit.index + limit[0].lastIndexOf(value);
  return [Number(value) - 1, Number(value) + 1].map((other) => ({
    label: `${name} ${other}`,
    text: text.slice(0, at) + other + text.slice(at + value.length),
  }));
}

function mutantsOf(path) {
  const text = readFileSync(join(root, path), 'utf8');
  const is_wanted = ([, name]) => wanted.length === 0 || wanted.includes(name);
  return [
    ...[...text.matchAll(/<list name="([^"]+)">.*?<\/list>/gs)].filter(is_wanted)
      .flatMap((list) => mutantsOfList(text, list)),
    ...[...text.matchAll(/<limit name="([^"]+)" value="(\d+)"/g)].filter(is_wanted)
      .flatMap((limit) => mutantsOfLimit(text, limit)),
  ].map((mutant) => ({ ...mutant, path, original: text }));
}

// Whether no sentence notices; an edition that is refused is noticed, too.
function survives({ path, text, original }) {
  writeFileSync(join(work, path), text);
  try {
    return judge(tables, ['--data-dir', work]).every(({ length }) => length === 0);
  } catch {
    return false;
  } finally {
    writeFileSync(join(work, path), original);
  }
}

function main() {
  for (const folder of ['schemas', 'stylesheets'])
    cpSync(join(root, folder), join(work, folder), { recursive: true });
  const paths = readdirSync(join(root, 'schemas'), { recursive: true })
    .filter((path) => path.endsWith('language.xml')).map((path) => join('schemas', path));
  if (!judge(tables, ['--data-dir', work]).every(({ length }) => length === 0))
    throw new Error('the sentences are not what they should be: see sentences.mjs');
  const mutants = paths.flatMap(mutantsOf);
  const survivors = mutants.filter(survives);
  for (const { label } of survivors)
    console.log(label);
  const share = (100 * survivors.length / Math.max(mutants.length, 1)).toFixed(1);
  console.log(`${survivors.length} of ${mutants.length} survive (${share} %)`);
}

try {
  main();
} finally {
  rmSync(work, { recursive: true });
}
