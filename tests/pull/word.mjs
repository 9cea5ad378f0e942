// Word files as persons and programs change them: what is done to the XML of
// a set's Flat OPC or .docx files before they are pulled.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
export const run = (text) => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

// The tag of the control for a value of the data.
export function tagOf(xml, src) {
  const row = [...xml.matchAll(/<value [^>]*>/g)].map(([element]) => element)
    .find((element) => element.includes(` src="${src}"`));
  if (!row)
    throw new Error(`no value ${src}`);
  return /tag="([^"]*)"/.exec(row)[1];
}

// Where the number-th control of a tag begins and ends, and its content does.
function place(xml, tag, number) {
  const marked = [...xml.matchAll(new RegExp(`<w:tag w:val="${tag}"/>`, 'g'))][number];
  if (!marked)
    throw new Error(`no control ${tag} ${number}`);
  const from = xml.indexOf('<w:sdtContent>', marked.index) + '<w:sdtContent>'.length;
  let depth = 1, end = from;
  for (const found of xml.slice(from).matchAll(/<w:sdtContent>|<\/w:sdtContent>/g)) {
    depth += found[0][1] === '/' ? -1 : 1;
    end = from + found.index;
    if (depth === 0)
      break;
  }
  return { begin: xml.lastIndexOf('<w:sdt>', marked.index), from, end,
    behind: end + '</w:sdtContent></w:sdt>'.length };
}

// known: a text that has the part with the tags.
export const contentOf = (xml, src, number = 0, known = xml) => {
  const { from, end } = place(xml, tagOf(known, src), number);
  return xml.slice(from, end);
};

// The content of a value's control made anew: a function of what it was, or
// words in one run.
export function edit(xml, src, content, number = 0, known = xml) {
  const { from, end } = place(xml, tagOf(known, src), number);
  const made = typeof content === 'function' ? content(xml.slice(from, end)) : run(content);
  return xml.slice(0, from) + made + xml.slice(end);
}

// The control itself made anew: a function of what it was.
export function wrap(xml, src, make, number = 0) {
  const { begin, behind } = place(xml, tagOf(xml, src), number);
  return xml.slice(0, begin) + make(xml.slice(begin, behind)) + xml.slice(behind);
}

// A .docx with its parts changed: change gets the name and text of each, and
// answers the new text, or [name, text], or undefined to leave it out.
export function repack(docx, out, change) {
  const folder = mkdtempSync(join(tmpdir(), 'pull-'));
  execFileSync('unzip', ['-q', docx, '-d', folder]);
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))) {
    const made = change(name.slice(folder.length + 1), readFileSync(name, 'utf8'));
    if (typeof made === 'string')
      writeFileSync(name, made);
    else
      rmSync(name);
  }
  rmSync(out, { force: true });
  execFileSync('zip', ['-q', '-X', '-D', '-r', out, '.'], { cwd: folder });
  rmSync(folder, { recursive: true });
}
