// Workbooks that LibreOffice has opened and saved come back the same, what it
// makes of the formulas is what the program says, and what a person does to them
// in it is read.
//
// JIXIAO names the program, build/jixiao by default.

import { execFileSync, spawnSync } from 'node:child_process';
import { deepStrictEqual } from 'node:assert';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exitStatus, program, report, root } from '../rules/check.mjs';
import { repack } from '../pull/word.mjs';

const work = mkdtempSync(join(tmpdir(), 'sheet-'));
if (spawnSync('soffice', ['--version']).error) {
  console.log('skip workbooks saved by LibreOffice: there is no soffice');
  process.exit(0);
}
const path = (...names) => join(work, ...names);
const jixiao = (...options) => spawnSync(program, options, { cwd: work, encoding: 'utf8', maxBuffer: 1 << 30 });
const inputs = { full: 'example-full-2024', smallest: 'smallest', taojiang: 'taojiang-hrss-2023' };
const samples = Object.fromEntries(Object.entries(inputs).map(([name, file]) =>
  [name, readFileSync(join(root, 'input', `${file}.json`), 'utf8')]));
// Figures with zeros at the end and as amounts, lists that are blank and empty.
const lists = JSON.parse(samples.full);
lists.organisation.internal_offices = null;
lists.organisation.subordinate_units = [];
lists.department.indicators.output.quality[0].measure = { relation: null, target: 12.345, actual: 12.3, unit: '万元' };
lists.department.indicators.output.quality[1].measure.unit = null;
samples.lists = JSON.stringify(lists).replace('"actual":98.9', '"actual":98.90');

for (const [name, text] of Object.entries(samples)) {
  writeFileSync(path(`${name}.json`), text);
  jixiao('sheet', `${name}.json`, '-o', `${name}.xlsx`);
  // Without the values of formulas it calculates them.
  repack(path(`${name}.xlsx`), path(`${name}-bare.xlsx`), (part, text) => text.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'));
}
mkdirSync(path('saved'));
spawnSync('soffice', [`-env:UserInstallation=file://${work}/profile`, '--headless', '--convert-to', 'xlsx', '--outdir',
  path('saved'), ...Object.keys(samples).flatMap((name) => [path(`${name}.xlsx`), path(`${name}-bare.xlsx`)])], { timeout: 300000 });

const part = (book, name) => execFileSync('unzip', ['-p', book, name], { encoding: 'utf8', maxBuffer: 1 << 28 });

// The values of cells with formulas by their names; blank texts are none.
function formulas(book, number) {
  const strings = [...part(book, 'xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)]
    .map(([, text]) => text.replace(/<[^>]*>/g, ''));
  return new Map([...part(book, `xl/worksheets/sheet${number}.xml`).matchAll(/<c r="(\w+)"([^>]*)><f[^>]*>[^<]*<\/f><v>(.*?)<\/v>/g)]
    .map(([, cell, kind, value]) => [cell, kind.includes('t="s"') ? strings[value] : value])
    .filter(([, value]) => value !== ''));
}

function written(book, number) {
  return new Map([...part(book, `xl/worksheets/sheet${number}.xml`).matchAll(/<c r="(\w+)"[^>]*><f>[^<]*<\/f><v>(.*?)<\/v>/g)]
    .map(([, cell, value]) => [cell, value]).filter(([, value]) => value !== ''));
}

for (const name of Object.keys(samples)) {
  const saved = path('saved', `${name}.xlsx`);
  if (!existsSync(saved)) {
    report(`${name}: saved by LibreOffice`, 'it was not');
    continue;
  }
  const read = jixiao('read', saved);
  let why = read.status === 0 ? '' : read.stderr;
  try { why ||= deepStrictEqual(JSON.parse(read.stdout), JSON.parse(readFileSync(path(`${name}.json`), 'utf8'))) ?? ''; } catch (error) { why ||= error.message; }
  report(`${name}: saved by LibreOffice`, why);
  const differing = [];
  const sheets = [...part(path(`${name}.xlsx`), 'xl/workbook.xml').matchAll(/<sheet /g)].length;
  let count = 0;
  for (let number = 1; number <= sheets; number++) {
    const made = formulas(path('saved', `${name}-bare.xlsx`), number);
    for (const [cell, value] of written(path(`${name}.xlsx`), number)) {
      count++;
      const other = made.get(cell);
      if (!(other === value || (other !== undefined && value !== '' && Math.abs(Number(other) - Number(value)) < 1e-9)))
        differing.push(`${number}!${cell} ${value} ${other}`);
    }
  }
  report(`${name}: its formulas give the same`, count > 5 && !differing.length ? '' : `${count}: ${differing.slice(0, 8).join(', ')}`);
}

// --- edited by hand ------------------------------------------------------------

// Each edit is a procedure in the language of its macros; Row, Column and Put
// find the cells by the keys of the workbook.
const full = () => JSON.parse(readFileSync(path('full.json'), 'utf8'));
const edits = [
  ['a figure typed', 1, 'Put(s, "/staffing/establishment", "/", "99")', (data) => { data.staffing.establishment = 99; }],
  ['a formula of a person', 1, 'Put(s, "/expenditure/public/office", "/final", "=50+7.9")', (data) => { data.expenditure.public.office.final = 57.9; }],
  ['a figure as text', 1, 'c = At(s, "/expenditure/public/office", "/final") : c.NumberFormat = 49 : c.String = "57.90"',
    (data) => { data.expenditure.public.office.final = '57.90'; }],
  ['a figure in words', 1, 'At(s, "/expenditure/public/office", "/final").String = "１，０５７.9 万元"',
    (data) => { data.expenditure.public.office.final = 1057.9; }],
  ['a date typed', 0, 'Put(s, "/filing/date", "/", "2025-04-19")', (data) => { data.filing.date = '2025-04-19'; }],
  ['a text that looks like a formula', 0, 'At(s, "/filing/preparer", "/").String = "=1+1"', (data) => { data.filing.preparer = '=1+1'; }],
  ['lines in a text', 1, 'At(s, "/austerity_measures", "/").String = "一" & Chr(10) & " 二"', (data) => { data.austerity_measures = '一\n 二'; }],
  ['a cell cleared', 1, 'At(s, "/staffing/establishment", "/").clearContents(1023)', (data) => { delete data.staffing.establishment; }],
  ['a basis chosen', 2, 'Put(s, "/department/basis", "/", "年初预算数")', (data) => { data.department.basis = 'budget'; }],
  ['an indicator missed', 2, 'Put(s, "/department/indicators/output/quality/1", "/measure/actual", "80")',
    (data) => { data.department.indicators.output.quality[1].measure.actual = 80; }],
  ['an indicator from its target downwards', 2, 'Put(s, "/department/indicators/output/quality/1", "/measure/relation", "≤")',
    (data) => { data.department.indicators.output.quality[1].measure.relation = '≤'; }],
  ['a grade chosen', 2, 'Put(s, "/department/indicators/benefit/sustainable/0", "/grade", "未达成预期指标且效果较差")',
    (data) => { data.department.indicators.benefit.sustainable[0].grade = 'missed'; }],
  ['rows inserted', 1, `n = Row(s, "/expenditure/projects/other/1") : s.Rows.insertByIndex(n, 3)
    s.getCellByPosition(2, n + 1).String = "新增项目" : s.getCellByPosition(Column(s, n, "/final"), n + 1).Value = 3.5`,
  (data) => { data.expenditure.projects.other.splice(1, 0, { name: '新增项目', final: 3.5 }); }],
  ['an office inserted', 3, `n = Row(s, "/organisation/internal_offices/2") : s.Rows.insertByIndex(n, 1)
    s.getCellByPosition(3, n).String = "督查室"`, (data) => { data.organisation.internal_offices.splice(2, 0, '督查室'); }],
  ['an indicator in another unit', 2, 'Put(s, "/department/indicators/output/quality/1", "/measure/unit", "分")',
    (data) => { data.department.indicators.output.quality[1].measure.unit = '分'; }],
  ['a row removed', 1, 's.Rows.removeByIndex(Row(s, "/buildings/0"), 1)', (data) => { data.buildings.shift(); }],
  ['a row moved', 1, `n = Row(s, "/buildings/0") : s.Rows.insertByIndex(n, 1)
    s.moveRange(s.getCellByPosition(0, n).CellAddress, s.getCellRangeByPosition(0, n + 2, 40, n + 2).RangeAddress) : s.Rows.removeByIndex(n + 2, 1)`,
  (data) => { data.buildings.reverse(); }],
  ['rows sorted', 1, `Dim f(0) As New com.sun.star.table.TableSortField
    Dim d(1) As New com.sun.star.beans.PropertyValue
    n = Row(s, "/expenditure/projects/other/0") : f(0).Field = 2 : f(0).IsAscending = False
    d(0).Name = "SortFields" : d(0).Value = f() : d(1).Name = "ContainsHeader" : d(1).Value = False
    s.getCellRangeByPosition(0, n, 40, n + 2).sort(d())`, null,
  ({ expenditure }) => expenditure.projects.other.length === 3 && full().expenditure.projects.other.every(({ name, final }) =>
    expenditure.projects.other.some((other) => other.name === name && other.final === final))],
  ['classes merged', 2, `n = Row(s, "/department/indicators/output/quantity/0") : s.getCellRangeByPosition(2, n, 2, n + 2).merge(True)
    s.getCellRangeByPosition(3, n, 3, n + 2).merge(True)`, () => {}],
  ['rows and columns hidden and shown', 1, `s.Columns.getByIndex(0).IsVisible = True : s.Columns.getByIndex(4).IsVisible = False
    s.Rows.getByIndex(Row(s, "/buildings/0")).IsVisible = False`, () => {}],
  ['a column inserted in front', 1, 's.Columns.insertByIndex(0, 1)', () => {}],
  ['sheets renamed and in another order', 1, `b.Sheets.moveByName(s.Name, 9) : s.Name = "表一" : b.Sheets.getByIndex(0).Name = "基 本"`, () => {}],
  ['a sheet of notes', 1, `b.Sheets.insertNewByName("草稿", 0) : b.Sheets.getByIndex(0).getCellByPosition(0, 0).String = "记得问"`, () => {}, null, 'G018'],
  ['a project copied', 4, `b.Sheets.copyByName(s.Name, "附件4 新", 20) : Put(b.Sheets.getByName("附件4 新"), "/id", "/", "new")
    b.Sheets.copyByName(b.Sheets.getByIndex(5).Name, "附件5 新", 21) : Put(b.Sheets.getByName("附件5 新"), "/id", "/", "new")`,
  (data) => { data.projects.push({ ...data.projects[0], id: 'new' }); }],
  ['a project removed', 0, 'b.Sheets.removeByName(b.Sheets.getByIndex(5).Name) : b.Sheets.removeByName(b.Sheets.getByIndex(4).Name)',
    (data) => { data.projects.shift(); }],
  ['a formula overwritten', 1, 'Put(s, "/staffing/control_rate", "/", "95")', (data) => { data.staffing.control_rate = 95; }, null, 'G025'],
  ['a formula that fails', 1, 'Put(s, "/staffing/establishment", "/", "=1/0")', null, null, 'G023: 工作表“附件1”单元格 D5'],
  ['a date in place of a figure', 1, 'c = At(s, "/staffing/establishment", "/") : c.NumberFormat = 37 : c.Value = 45000', null, null, 'G022'],
];
const module = `Function Row(s, key As String)
  For n = 0 To 400
    If s.getCellByPosition(0, n).String = key Then
      Row = n
      Exit Function
    End If
  Next
End Function
Function Column(s, ByVal n, path As String)
  Do While s.getCellByPosition(0, n).String <> "#cells"
    n = n - 1
  Loop
  For k = 2 To 40
    If s.getCellByPosition(k, n).String = path Then
      Column = k
      Exit Function
    End If
  Next
End Function
Function At(s, key As String, path As String)
  At = s.getCellByPosition(Column(s, Row(s, key), path), Row(s, key))
End Function
Sub Put(s, key As String, path As String, typed As String)
  At(s, key, path).FormulaLocal = typed
End Sub
${edits.map(([, sheet, basic], k) => `Sub Edit${k}(b)
  s = b.Sheets.getByIndex(${sheet})
  ${basic}
End Sub`).join('\n')}
Sub Main(folder As String)
  Dim hide(0) As New com.sun.star.beans.PropertyValue
  hide(0).Name = "Hidden"
  hide(0).Value = True
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "Calc MS Excel 2007 XML"
${edits.map((_, k) => `  b = StarDesktop.loadComponentFromURL(ConvertToURL(folder & "/full.xlsx"), "_blank", 0, hide())
  Edit${k}(b)
  b.storeToURL(ConvertToURL(folder & "/edited-${k}.xlsx"), how())
  b.close(True)`).join('\n')}
End Sub`;
const library = path('profile/user/basic/Standard');
writeFileSync(join(library, 'Edits.xba'), `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">${
  module.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</script:module>
`);
const list = join(library, 'script.xlb');
writeFileSync(list, readFileSync(list, 'utf8').replace('</library:library>', '<library:element library:name="Edits"/></library:library>'));
spawnSync('soffice', [`-env:UserInstallation=file://${work}/profile`, '--headless', `macro:///Standard.Edits.Main(${work})`], { timeout: 120000 });

// What the program gives is what the formulas give, in the sheet of the edit.
const recalculated = new Set(['a basis chosen', 'an indicator missed', 'an indicator from its target downwards', 'a grade chosen',
  'an office inserted', 'a project removed', 'an indicator in another unit']);
edits.forEach(([name, sheet, , change, holds, says = ''], k) => {
  const book = path(`edited-${k}.xlsx`);
  if (!existsSync(book)) {
    report(`${name}, by hand`, 'LibreOffice did not save it');
    return;
  }
  const read = jixiao('read', book);
  const fails = !change && !holds;
  let why = (read.status === 2) === fails && read.stderr.includes(says) ? '' : read.stderr;
  if (!fails && !why) {
    const data = JSON.parse(read.stdout), expected = full();
    change?.(expected);
    try {
      if (holds)
        why = holds(data) ? '' : JSON.stringify(data.expenditure.projects);
      else
        deepStrictEqual(data, JSON.parse(JSON.stringify(expected)));
    } catch (error) { why = error.message; }
  }
  report(`${name}, by hand`, why);
  if (!recalculated.has(name))
    return;
  writeFileSync(path('again.json'), read.stdout);
  rmSync(path('again.xlsx'), { force: true });
  jixiao('sheet', 'again.json', '-o', 'again.xlsx');
  const made = formulas(book, sheet + 1), differing = [];
  for (const [cell, value] of written(path('again.xlsx'), sheet + 1))
    if (value !== made.get(cell) && !(Math.abs(Number(value) - Number(made.get(cell))) < 1e-9))
      differing.push(`${cell} ${value} ${made.get(cell)}`);
  report(`what follows from ${name}`, differing.length ? differing.join(', ') : '');
});

rmSync(work, { recursive: true });
process.exit(exitStatus());
