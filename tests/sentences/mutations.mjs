// Changes of the data that a test should notice: {kind, code, label, path, text},
// text being the file's with the change in it.
//
//   words    of lists, and meanings of them, in the files of the language
//   limits   of the language
//   values   of parameters of rules: words, numbers, choices
//   numbers  in expressions of rules and of formulas

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../rules/check.mjs';

const expressions = '(?:context|test|unless|at|select|target|value|parts|whole|cells)';

// The text with what is between two places of it replaced.
const put = (text, from, to, piece) => text.slice(0, from) + piece + text.slice(to);

// Every word between two places left out, every meaning changed.
function changeWords(text, begin, end, label, joint = '→') {
  return [...text.slice(begin, end).matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const from = begin + index, to = from + word.length;
    const without = { label: `${label} ${word}`, text: put(text, from, to, '') };
    return word.includes(joint)
      ? [without, { label: `${label} ${word} changed`, text: put(text, to, to, '1') }]
      : [without];
  });
}

// Every character between two places left out.
function changeCharacters(text, begin, end, label) {
  return [...text.slice(begin, end).matchAll(/&\w+;|./gu)].map(({ 0: character, index }) => ({
    label: `${label} ${character}`,
    text: put(text, begin + index, begin + index + character.length, ''),
  }));
}

// The number between two places one less and one more, in its last digit.
function changeNumber(text, begin, end, label) {
  const number = text.slice(begin, end);
  const places = number.split('.')[1]?.length ?? 0;
  return [-1, 1].map((step) => {
    const other = (Number(number) + step / 10 ** places).toFixed(places);
    return { label: `${label} ${other}`, text: put(text, begin, end, other) };
  });
}

function changeLanguage(text) {
  const lists = [...text.matchAll(/<list name="([^"]+)">.*?<\/list>/gs)].flatMap((list) =>
    [...list[0].matchAll(/<(words|except)>([^<]*)</g)].flatMap((part) => {
      const begin = list.index + part.index + part[0].indexOf('>') + 1;
      const name = part[1] === 'words' ? list[1] : `${list[1]} except`;
      return changeWords(text, begin, begin + part[2].length, name)
        .map((mutant) => ({ ...mutant, kind: 'words', code: list[1] }));
    }));
  const limits = [...text.matchAll(/<limit name="([^"]+)" value="(\d+)"/g)].flatMap((limit) => {
    const end = limit.index + limit[0].length - 1;
    return changeNumber(text, end - limit[2].length, end, limit[1])
      .map((mutant) => ({ ...mutant, kind: 'limits', code: limit[1] }));
  });
  return [...lists, ...limits];
}

function changeParameter(text, begin, value, choices, joint, label) {
  const end = begin + value.length;
  if (choices && !value.includes(' '))
    return choices.split(' ').filter((choice) => choice !== value).map((choice) => ({
      label: `${label} ${choice}`, text: put(text, begin, end, choice),
    }));
  if (/^\d+(\.\d+)?$/.test(value))
    return changeNumber(text, begin, end, label);
  return value.includes(' ') || /^\p{L}*$/u.test(value) && !/^.{1,4}优$/u.test(value)
    ? changeWords(text, begin, end, label, joint) : changeCharacters(text, begin, end, label);
}

function changeParameters(text, { index, code, content }) {
  return [...content.matchAll(/<parameter name="([^"]+)"([^>]*?) value="([^"]*)"([^>]*)>/g)]
    .flatMap((parameter) => {
      const [, name, before, value, behind] = parameter;
      const begin = index + parameter.index + parameter[0].indexOf(' value="') + 8;
      const attribute = (wanted) =>
        (before + behind).match(new RegExp(`\\b${wanted}="([^"]*)"`))?.[1];
      return changeParameter(text, begin, value, attribute('choices'), attribute('pairs') ?? '→',
        `${code} ${name}`).map((mutant) => ({ ...mutant, kind: 'values', code }));
    });
}

// Numbers that stand by themselves: '0', , 4), > 0; not those in names.
function changeNumbers(text, { index, code, content }) {
  const outside = content.replace(/<parameter [^>]*>/g, (tag) => ' '.repeat(tag.length));
  return [...outside.matchAll(new RegExp(`\\s${expressions}="([^"]*)"`, 'g'))].flatMap((match) => {
    const begin = index + match.index + match[0].indexOf('"') + 1;
    return [...match[1].matchAll(/(?<![\w.$-])-?\d+(\.\d+)?(?![\w.-])/g)].flatMap((number) => {
      const from = begin + number.index, to = from + number[0].length;
      const label = `${code} ${match[1].slice(Math.max(0, number.index - 30), number.index)}`
        .replace(/\s+/g, ' ');
      return (number[0].length > 4 ? changeCharacters : changeNumber)(text, from, to, label)
        .map((mutant) => ({ ...mutant, kind: 'numbers', code }));
    });
  });
}

// Rules and formulas of a file, and what stands in none of them.
function elementsOf(text) {
  return [...text.matchAll(/<(rule|formula|whole|row|bound|same|set) ([^>]*?)(\/>|>.*?<\/\1>)/gs)]
    .map(({ 0: content, 2: attributes, index }) => ({ index, content,
      code: attributes.match(/\bcode="([^"]+)"/)?.[1] ?? attributes.match(/\bname="([^"]+)"/)[1] }));
}

function changeRules(text) {
  return elementsOf(text).flatMap((element) =>
    [...changeParameters(text, element), ...changeNumbers(text, element)]);
}

// All mutants of the files of data, as they are or as `read` gives them.
export function readMutants(read = (path) => readFileSync(join(root, path), 'utf8')) {
  const files = readdirSync(join(root, 'schemas'), { recursive: true })
    .filter((path) => path.endsWith('.xml')).sort().map((path) => join('schemas', path));
  return files.flatMap((path) => {
    const text = read(path);
    const change = path.endsWith('language.xml') ? changeLanguage : changeRules;
    return change(text).map((mutant) => ({ ...mutant, path, original: text }));
  });
}
