// Workbooks in the manner of programs that are not there to be asked: shared
// strings with runs and readings, other names of parts and namespaces, parts
// that nobody knows; all come back as they were.
//
// JIXIAO names the program, build/jixiao by default.

import { execFileSync, spawnSync } from 'node:child_process';
import { deepStrictEqual } from 'node:assert';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { exitStatus, program, report, root } from '../rules/check.mjs';
import { repack } from '../pull/word.mjs';
import { inlined } from './workbook.mjs';

const work = mkdtempSync(join(tmpdir(), 'programs-'));
const path = (...names) => join(work, ...names);
const jixiao = (...options) => spawnSync(program, options, { cwd: work, encoding: 'utf8', maxBuffer: 1 << 30 });
copyFileSync(join(root, 'input/example-full-2024.json'), path('full.json'));
jixiao('sheet', 'full.json', '-o', 'made.xlsx');
const wanted = JSON.parse(readFileSync(path('full.json'), 'utf8'));

const relations = 'xl/_rels/workbook.xml.rels';
const isSheet = (name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name);
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id, type, target) => (text) => text.replace('</Relationships>',
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/></Relationships>`);

// Puts parts into a workbook beside those that it has.
function add(book, parts) {
  const folder = mkdtempSync(path('parts-'));
  for (const [name, text] of Object.entries(parts)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  execFileSync('zip', ['-q', '-X', '-D', '-r', book, '.'], { cwd: folder });
}

// Most texts that cells share in two runs, and with how they are read, which is
// no part of them.
const strings = [];
const halves = (text) => `<r><t xml:space="preserve">${text.slice(0, 2)}</t></r><r><rPr><b/><rFont val="宋体"/></rPr><t xml:space="preserve">${
  text.slice(2)}</t></r><rPh sb="0" eb="1"><t>读</t></rPh><phoneticPr fontId="1" type="noConversion"/>`;
const inHalves = (si, text) => {
  strings.push(text);
  return text.length > 3 && !text.includes('&') ? `<si>${halves(text)}</si>` : si;
};
repack(path('made.xlsx'), path('full.xlsx'), (name, text) => name === 'xl/sharedStrings.xml'
  ? text.replace(/<si><t[^>]*>(.*?)<\/t><\/si>/gs, inHalves) : text);

function comesBack(name, book) {
  const read = jixiao('read', book);
  let why = read.stderr;
  try { why ||= deepStrictEqual(JSON.parse(read.stdout), wanted) ?? ''; } catch (error) { why ||= error.message; }
  report(name, why);
}

comesBack('strings shared, in runs, with readings', 'full.xlsx');
for (const [name, change, parts = {}] of [
  ['strings in their cells', (part, text) => isSheet(part) ? inlined(path('full.xlsx'))(text) : text],
  ['names of parts from the root on', (part, text) => part.endsWith('.rels')
    ? text.replace(/Target="(?!\.\.)([^"]*)"/g, (_, target) => `Target="/${part === relations ? 'xl/' : ''}${target}"`) : text],
  ['the strict namespaces', (part, text) => text
    .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
    .replaceAll(office, 'http://purl.oclc.org/ooxml/officeDocument/relationships')],
  ['a prefix at each element', (part, text) => isSheet(part) ? text.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace('xmlns="', 'xmlns:x="') : text],
  ['attributes of extensions', (part, text) => isSheet(part) ? text.replaceAll('<row ', '<row a:dyDescent="0.25" ')
    .replace('<worksheet ', '<worksheet xmlns:a="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" ') : text],
  ['a byte order mark', (part, text) => part.endsWith('.xml') ? `\ufeff${text}` : text],
  ['defined names, a hidden sheet', (part, text) => part === 'xl/workbook.xml' ? text.replace('<sheet ', '<sheet state="hidden" ')
    .replace('</sheets>', '</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">附件1!$C$1:$J$9</definedName></definedNames>') : text],
  ['shared formulas', (part, text) => isSheet(part) ? text.replaceAll(/<f>[^<]*<\/f>/g, '<f t="shared" si="0"/>') : text],
  ['parts that nobody knows', (part, text) => text, { 'docProps/app.xml': '<Properties/>', 'xl/calcChain.xml': '<calcChain/>',
    'xl/printerSettings/printerSettings1.bin': '\0\x01', 'customXml/item1.xml': '<a/>', '[trash]/0000.dat': 'x' }],
  ['a sheet that is a chart', (part, text) => part === relations ? relation('rId901', 'chartsheet', 'chartsheets/sheet1.xml')(text)
    : part === 'xl/workbook.xml' ? text.replace('</sheets>', '<sheet name="图" sheetId="90" r:id="rId901"/></sheets>') : text,
  { 'xl/chartsheets/sheet1.xml': '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>' }],
  ['a table in a sheet', (part, text) => isSheet(part) ? text.replace('</worksheet>',
    '<tableParts count="1"><tablePart r:id="rId9"/></tableParts></worksheet>') : text],
]) {
  repack(path('full.xlsx'), path('other.xlsx'), change);
  if (Object.keys(parts).length)
    add(path('other.xlsx'), parts);
  comesBack(name, 'other.xlsx');
}

// Cells as other programs put them down, in sheets and styles of their own.
const columnOf = (name) => [...name.replace(/\d+/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
// Without references a cell is the one behind the last, and so is a row.
const withoutReferences = (text) => text.replace(/<row r="(\d+)"/g, '<row').replace(/(<row[^>]*>)(.*?)<\/row>/gs, (_, row, cells) => {
  let next = 0;
  return row + cells.replace(/<c r="([A-Z]+)\d+"/g, (_, name) => {
    const gap = '<c/>'.repeat(columnOf(name) - next);
    next = columnOf(name) + 1;
    return `${gap}<c`;
  }) + '</row>';
});
const emptyRows = Array.from({ length: 30000 }, (_, k) => `<row r="${k + 2000}" s="6" customFormat="1"><c r="A${k + 2000}" s="6"/><c r="XFD${k + 2000}" s="6"/></row>`).join('');
const around = { '<sheetData>': '<sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" state="frozen"/></sheetView></sheetViews><sheetData>',
  '</sheetData>': '</sheetData><sheetProtection sheet="1" objects="1"/><autoFilter ref="C3:F9"/><conditionalFormatting sqref="D4"><cfRule type="cellIs" priority="1" operator="equal"><formula>1</formula></cfRule></conditionalFormatting>',
  '</worksheet>': '<hyperlinks><hyperlink ref="D4" location="A1"/></hyperlinks><extLst><ext uri="{0}"><x14:a xmlns:x14="urn:a"><x14:c r="D9"><x14:v>9</x14:v></x14:c></x14:a></ext></extLst></worksheet>' };
const dates = ['[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@', 'yyyy\\-mm\\-dd;@', '[$-F800]dddd, mmmm dd, yyyy', 'm/d;@', 'aaaa'];
for (const [name, change] of [
  ['cells without references', (part, text) => isSheet(part) ? withoutReferences(text) : text],
  ['rows that are formatted and empty', (part, text) => isSheet(part) ? text.replace('</sheetData>', `${emptyRows}</sheetData>`) : text],
  ['filters, panes, protection, extensions', (part, text) => isSheet(part) ? Object.entries(around).reduce((sheet, [from, to]) => sheet.replace(from, to), text) : text],
  ['columns and rows that are hidden', (part, text) => isSheet(part) ? text.replace(/<row (?![^>]*hidden)/g, '<row hidden="1" ')
    .replace(/<col (?![^>]*hidden)/g, '<col hidden="1" ') : text],
  ['texts as results', (part, text) => isSheet(part) ? text.replace(/ t="s"><v>(\d+)<\/v>/g, (_, k) => ` t="str"><v>${strings[k]}</v>`) : text],
  ['formats of figures', (part, text) => part === 'xl/styles.xml' ? text.replace('formatCode="0.0"', 'formatCode="#,##0.0_);[Red]\\(#,##0.0\\)"')
    .replaceAll('<xf ', '<xf quotePrefix="1" ') : text],
  ...dates.map((code) => [`dates shown as ${code}`, (part, text) => part === 'xl/styles.xml'
    ? text.replace(/(numFmtId="169" formatCode=")[^"]*/, (_, head) => head + code) : text]),
  ...['2025-04-18', '2025-04-18T00:00:00', '2025-04-18T00:00:00.000Z'].map((day) => [`dates as ${day}`, (part, text) => isSheet(part)
    ? text.replace(/(<c [^>]*s="7")><v>45765<\/v>/g, `$1 t="d"><v>${day}</v>`) : text]),
]) {
  repack(path('full.xlsx'), path('other.xlsx'), change);
  comesBack(name, 'other.xlsx');
}

repack(path('full.xlsx'), path('other.xlsx'), (part, text) => isSheet(part)
  ? text.replace(/(<c [^>]*s="7")><v>45765<\/v>/g, '$1 t="d"><v>2025-04-18T08:30:00</v>') : text);
const late = jixiao('read', 'other.xlsx');
report('a time of a day is told', late.status === 2 && late.stderr.includes('“2025-04-18T08:30:00”读不成日期') ? '' : late.stderr);

// Sizes of parts behind them, as a program writes that cannot go back.
execFileSync('unzip', ['-q', path('full.xlsx'), '-d', path('streamed')]);
execFileSync('sh', ['-c', 'cd streamed && zip -q -X -D -r - . | cat >../streamed.xlsx'], { cwd: work });
comesBack('a file written in one go', 'streamed.xlsx');

rmSync(work, { recursive: true });
process.exit(exitStatus());
