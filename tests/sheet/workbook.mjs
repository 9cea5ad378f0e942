// Workbooks as persons and programs change them: what is done to the cells of
// one that jixiao sheet has written before it is read.

import { execFileSync } from 'node:child_process';

import { repack } from '../pull/word.mjs';

// The parts of a workbook that a name stands for, as text.
export const unzip = (book, name) => execFileSync('unzip', ['-p', book, name], { encoding: 'utf8', maxBuffer: 1 << 28 });

// A sheet with the strings that it shares with others in its cells.
export function inlined(book) {
  const strings = [...unzip(book, 'xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, string]) => string);
  return (xml) => xml.replace(/ t="s"><v>(\d+)<\/v>/g,
    (_, number) => ` t="inlineStr"><is>${strings[number].replace(/<t>/g, '<t xml:space="preserve">')}</is>`);
}

// A part of a workbook; its strings stand in the cells.
export const part = (book, name) => (name.includes('/worksheets/') ? inlined(book) : (xml) => xml)(unzip(book, name));

export const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

// Cells as programs write them; style is the number of a cell format.
export const words = (text, style = 6) => `t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is>`;
export const number = (digits, style = 8) => `s="${style}"><v>${digits}</v>`;
export const formula = (text, value, type = '') => `s="8"${type}><f>${escaped(text)}</f>${value === undefined ? '' : `<v>${value}</v>`}`;

const letters = (column) => column < 26 ? String.fromCharCode(65 + column)
  : letters(Math.floor(column / 26) - 1) + letters(column % 26);
const columnOf = (name) => [...name.replace(/\d+/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

// A sheet as a list of rows, each a list of cells by column: what is behind
// "<c r=..".
export class Sheet {
  constructor(xml) {
    const [, before, rows, behind] = /^([^]*<sheetData>)([^]*)(<\/sheetData>[^]*)$/.exec(xml);
    this.before = before;
    this.behind = behind;
    this.rows = [...rows.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([element, cells = '']) => ({
      hidden: element.slice(0, element.indexOf('>')).includes('hidden="1"'),
      cells: new Map([...cells.matchAll(/<c r="([A-Z]+\d+)" ?(.*?)(?:\/>|<\/c>)/gs)]
        .map(([, name, rest]) => [columnOf(name), rest])),
    }));
  }

  text(row, column) {
    const found = /<t [^>]*>(.*?)<\/t>/s.exec(this.rows[row].cells.get(column) ?? '');
    return found ? found[1] : '';
  }

  // The row of a key, and the column of how its values go on.
  row(key) {
    const found = this.rows.findIndex((_, row) => this.text(row, 0) === key);
    if (found < 0)
      throw new Error(`no row ${key}`);
    return found;
  }

  column(row, path) {
    while (row > 0 && !['#cells', '#text'].includes(this.text(row, 0)))
      row--;
    for (let column = 2; column < 60; column++)
      if (this.text(row, column) === path)
        return column;
    throw new Error(`no column ${path}`);
  }

  set(key, path, cell) {
    const row = typeof key === 'number' ? key : this.row(key);
    const column = typeof path === 'number' ? path : this.column(row, path);
    if (cell === undefined)
      this.rows[row].cells.delete(column);
    else
      this.rows[row].cells.set(column, cell);
    return letters(column) + (row + 1);
  }

  insert(row, cells = new Map()) {
    this.rows.splice(row, 0, { hidden: false, cells });
  }

  // How Excel writes it, with the columns moved by so many.
  xml(moved = 0) {
    const rows = this.rows.map(({ hidden, cells }, row) => `<row r="${row + 1}"${hidden ? ' hidden="1"' : ''}>${
      [...cells].sort(([a], [b]) => a - b).map(([column, rest]) => rest.includes('>')
        ? `<c r="${letters(column + moved)}${row + 1}" ${rest}</c>`
        : `<c r="${letters(column + moved)}${row + 1}" ${rest}/>`).join('')}</row>`).join('');
    return this.before + rows + this.behind;
  }
}

// A workbook with a sheet changed: the number of the sheet from 1, and what is
// done with it, which may answer how its XML is made.
export function change(book, out, number, edit, other = (name, text) => text) {
  const inline = inlined(book);
  repack(book, out, (name, shared) => {
    const text = name.startsWith('xl/worksheets/') ? inline(shared) : shared;
    if (name !== `xl/worksheets/sheet${number}.xml`)
      return other(name, text);
    const sheet = new Sheet(text);
    const made = edit(sheet);
    return typeof made === 'string' ? made : sheet.xml();
  });
}
