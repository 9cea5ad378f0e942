// Lists of indicators that other systems have written: read into a project as
// they mean it, or what is wrong is told of its cell.
//
// JIXIAO names the program, build/jixiao by default.

import { spawnSync } from 'node:child_process';
import { deepStrictEqual } from 'node:assert';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exitStatus, program, report, root } from '../rules/check.mjs';
import { change, escaped } from './workbook.mjs';

const work = mkdtempSync(join(tmpdir(), 'listing-'));
const path = (name) => join(work, name);
const jixiao = (...options) => spawnSync(program, options, { cwd: work, encoding: 'utf8', maxBuffer: 1 << 30 });
const load = (name) => JSON.parse(readFileSync(path(name), 'utf8'));
const differs = (a, b) => { try { deepStrictEqual(a, b); return ''; } catch (error) { return error.message; } };
const before = readFileSync(join(root, 'input/example-full-2024.json'), 'utf8');
writeFileSync(path('smallest.json'), readFileSync(join(root, 'input/smallest.json')));
jixiao('sheet', 'smallest.json', '-o', 'smallest.xlsx');

// --- as they come -------------------------------------------------------------

const heads = ['序号', '一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '完成值', '分值', '得分', '偏差原因'];
const rows = [
  ['1', '产出指标', '数量指标', '新建高标准农田面积', '≥', '3,000', '亩', '3000', '12', '12', ''],
  ['2', '', '', '新修灌排渠道长度', '≥', '18', '公里', '１８．６', '8', '8', ''],
  ['3', '产出指标', '时效指标', '按期"完工", 率', '＝', '100', '%', '92', '10', '9.2', '连续阴雨，\n推迟'],
  ['4', '效益指标', '社会效益指标', '群众反映', '定性', '好', '', '较好', '6', '5', ''],
];
const asCsv = (table, mark) => table.map((row) => row.map((cell) => /["\n,]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell).join(mark)).join('\r\n');
rows[2][4] = '=';
const wanted = { quantity: [
  { name: '新建高标准农田面积', measure: { relation: '≥', target: 3000, unit: '亩', actual: 3000 }, points: 12, score: 12 },
  { name: '新修灌排渠道长度', measure: { relation: '≥', target: 18, unit: '公里', actual: 18.6 }, points: 8, score: 8 }],
timeliness: [{ name: '按期"完工", 率', measure: { relation: '=', target: 100, unit: '%', actual: 92 }, points: 10, score: 9.2, deviation: '连续阴雨，\n推迟' }] };
const qualitative = [{ name: '群众反映', target: '好', actual: '较好', points: 6, score: 5 }];

function listing(name, text, file) {
  writeFileSync(path('list.json'), before);
  writeFileSync(path(file), text);
  const { status, stderr } = jixiao('read', '--into', 'projects.farmland', '--apply', file, 'list.json');
  const data = load('list.json');
  const expected = JSON.parse(before);
  Object.assign(expected.projects[0].indicators.output, wanted);
  expected.projects[0].indicators.benefit.social = qualitative;
  report(name, stderr.includes('W031') ? differs(data, expected) : `${status} ${stderr}`);
}
listing('a list with commas', `\ufeff${asCsv([['桃江县', '绩效指标表'], heads, ...rows], ',')}`, 'list.csv');
listing('a list with tabs', asCsv([heads, ...rows], '\t'), 'list.tsv');
const asWorkbook = (table, merged = '') => {
  const cell = (text, column, row) => typeof text === 'number' ? `<c r="${String.fromCharCode(65 + column)}${row + 1}"><v>${text}</v></c>` : text ? `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>` : '';
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${
    table.map((row, k) => `<row r="${k + 1}">${row.map((text, column) => cell(text, column, k)).join('')}</row>`).join('')}</sheetData>${merged}</worksheet>`;
};
const figures = (row) => row.map((text, k) => k > 3 && /^[\d.,]+$/.test(text) ? Number(text.replace(',', '')) : text);
change(path('smallest.xlsx'), path('list.xlsx'), 1, () => asWorkbook([heads, ...rows.map(figures)]));
listing('a list in a workbook whose figures are numbers', readFileSync(path('list.xlsx')), 'list-12.xlsx');
change(path('smallest.xlsx'), path('list.xlsx'), 1, () => asWorkbook([heads, ...rows]));
listing('a list in a workbook', readFileSync(path('list.xlsx')), 'list-2.xlsx');
listing('a workbook under another name', readFileSync(path('list.xlsx')), 'list-3.csv');
change(path('smallest.xlsx'), path('list.xlsx'), 1, () => asWorkbook([['指标表'], [], heads, ...rows],
  '<mergeCells count="2"><mergeCell ref="B4:B5"/><mergeCell ref="C4:C5"/></mergeCells>'));
listing('classes that are merged, heads in the third row', readFileSync(path('list.xlsx')), 'list-4.xlsx');
const without = (column) => (row) => row.filter((_, k) => k !== column);
listing('columns in another order', asCsv([heads, ...rows].map((row) => [...row].reverse()).map((row, k) => k === 2
  ? row.map((cell, column) => [8, 9].includes(column) ? rows[0][10 - column] : cell) : row), ','), 'list-5.csv');
listing('blank rows and totals', asCsv([heads, rows[0], [], rows[1], ['', '小计', '', '', '', '', '', '', '20'], ...rows.slice(2), [],
  ...['合 计', '小计', '总计', '共计', '总分', '合计得分', '总得分'].map((words) => ['', '', '', words, '', '', '', '', '36']),
  ['', '', '', '', '']], ','), 'list-6.csv');
listing('heads with white space in them', asCsv([heads.map((head) => [...head].join('\u3000')).with(1, '一级\n指标'), ...rows], ','), 'list-7.csv');
listing('heads in two rows', asCsv([heads.with(4, '指标情况').with(5, '').with(6, '').with(7, ''),
  heads.map((head, k) => k > 3 && k < 8 ? head : ''), ...rows], ','), 'list-8.csv');
listing('classes with their points, and in two lines', asCsv([heads, ...rows.map((row) =>
  [row[0], row[1] && `${row[1]}（50分）`, row[2] && `${row[2].slice(0, 2)}\n${row[2].slice(2)} (20)`, ...row.slice(3)])], ','), 'list-9.csv');
for (const points of ['（５０分）', '( 50 分 )', '(12.5)', '（50.0分)'])
  listing(`classes with ${points} behind`, asCsv([heads, ...rows.map((row) => [row[0], row[1] && row[1] + points, ...row.slice(2)])], ','), 'list-13.csv');
const beside = ['', '预算执行率', '', '', '', '100', '%', '98.2', '10', '9.8', ''];
listing('what stands beside indicators, and is signed below', asCsv([heads, beside, ...rows,
  ['', '注：一式两份'], ['', '填表人：李明', '', '', '', '电话']], ','), 'list-10.csv');
change(path('smallest.xlsx'), path('list.xlsx'), 1, () => asWorkbook([['项目绩效指标表', '', '分值', '备注'],
  heads.map((head, k) => ({ 1: '绩效指标', 4: '指标值' })[k] ?? ([0, 7, 8, 9, 10].includes(k) ? head : '')),
  heads.map((head, k) => k > 0 && k < 7 ? head : ''), ...rows], '<mergeCells count="1"><mergeCell ref="H2:H3"/></mergeCells>'));
listing('heads below heads of groups', readFileSync(path('list.xlsx')), 'list-11.xlsx');

// One row, what becomes of it, and what is said.
const plain = { name: '甲', measure: { relation: '≥', target: 3000, unit: '亩', actual: 3000 }, points: 12, score: 12 };
const one = (cells) => Object.entries(cells).reduce((row, [head, text]) => row.with(heads.indexOf(head), text),
  ['', '产出指标', '数量指标', '甲', '≥', '3000', '亩', '3000', '12', '12', '']);

const bare = JSON.parse(before);
bare.projects[0].indicators = {};

function entry(name, cells, expected, said = '') {
  writeFileSync(path('list.json'), JSON.stringify(bare));
  writeFileSync(path('one.csv'), asCsv([without(0)(heads), without(0)(one(cells))], ','));
  const { status, stdout, stderr } = jixiao('read', '--into', 'projects.farmland', 'one.csv', 'list.json');
  const value = status ? undefined : JSON.parse(stdout).at(-1).value.quantity[0];
  report(name, differs(value, expected) || (stderr.includes(said) ? '' : stderr));
}
entry('a figure', {}, plain);
for (const relation of ['>=', '＞＝', '≧', '大于等于', '不低于'])
  entry(`${relation} is read`, { 指标性质: relation }, plain);
for (const relation of ['<=', '不超过'])
  entry(`${relation} is read`, { 指标性质: relation }, { ...plain, measure: { ...plain.measure, relation: '≤' } });
entry('＝ is read', { 指标性质: '＝' }, { ...plain, measure: { ...plain.measure, relation: '=' } });
entry('a unit in its figure', { 指标值: '3,000亩', 完成值: '３０００ 亩' }, plain);
entry('percent in a figure', { 指标值: '95%', 度量单位: '%', 完成值: '96.5％' },
  { ...plain, measure: { relation: '≥', target: 95, unit: '%', actual: 96.5 } });
entry('words', { 指标性质: '定性', 指标值: '好', 度量单位: '', 完成值: '好' }, { name: '甲', target: '好', actual: '好', points: 12, score: 12 });
entry('words that are figures', { 指标性质: '定性', 指标值: '1', 度量单位: '', 完成值: '1' },
  { name: '甲', target: '1', actual: '1', points: 12, score: 12 });
const parted = (cells, expected = plain) => entry(`${JSON.stringify(Object.values(cells))} is parted`, cells, expected, 'G043: 工作表“one.csv”单元格 E2：');
parted({ 指标性质: '', 指标值: '≥3000亩', 完成值: '3000亩' });
parted({ 指标性质: '', 度量单位: '', 指标值: '≥3000亩', 完成值: '3000亩' });
parted({ 指标性质: '', 度量单位: '', 指标值: ' 不低于 ３,000 亩 ', 完成值: '3000' });
parted({ 指标性质: '≥', 指标值: '>=3000' });
parted({ 指标性质: '', 度量单位: '', 指标值: '≥3000亩', 完成值: '三千' });
parted({ 指标性质: '≥', 度量单位: '', 指标值: '3000亩' });
parted({ 指标性质: '', 度量单位: '', 指标值: '≥95％', 完成值: '96.5%' }, { ...plain, measure: { relation: '≥', target: 95, unit: '%', actual: 96.5 } });
parted({ 指标性质: '', 度量单位: '', 指标值: '=0', 完成值: '0' }, { ...plain, measure: { relation: '=', target: 0, actual: 0 } });
parted({ 指标性质: '', 度量单位: '', 指标值: '≤3天', 完成值: '2' }, { ...plain, measure: { relation: '≤', target: 3, unit: '天', actual: 2 } });
parted({ 指标性质: '', 度量单位: '', 指标值: '≥5立方米每小时', 完成值: '6立方米每小时' },
  { ...plain, measure: { relation: '≥', target: 5, unit: '立方米每小时', actual: 6 } });
// What may be read in other ways stays words.
for (const [target, actual, unit = ''] of [['3000亩', '3000亩'], ['≥3000亩以上', '3000亩以上'], ['≥3000亩左右', '3000'], ['≥3000-5000亩', '4000亩'],
  ['≥3000~5000亩', '4000亩'], ['≥3000亩，其中新建1000亩', '3000亩'], ['≥5立方米每小时', '6'], ['≥3000亩', '已完成'], ['≥3000亩', '30公里'],
  ['≥3000亩', '3000', '公里'], ['≥好', '好'], ['≥３０００', '数千']])
  entry(`${target}, ${actual}, ${unit} stay words`, { 指标性质: '', 度量单位: unit, 指标值: target, 完成值: actual },
    { name: '甲', target, actual, points: 12, score: 12 }, unit ? 'G039: 工作表“one.csv”单元格 F2：' : '');
entry('a sign without an actual value', { 指标性质: '', 度量单位: '', 指标值: '≥3000亩', 完成值: '' },
  { name: '甲', target: '≥3000亩', points: 12, score: 12 });
entry('a sign in words', { 指标性质: '定性', 度量单位: '', 指标值: '≥3000亩', 完成值: '3000亩' },
  { name: '甲', target: '≥3000亩', actual: '3000亩', points: 12, score: 12 });
entry('a figure of another unit', { 指标值: '3000元' }, undefined, 'G020: 工作表“one.csv”单元格 E2：“3000元”');
entry('another sign', { 指标值: '≤3000' }, undefined, 'G020: 工作表“one.csv”单元格 E2：');
entry('a relation that is none', { 指标性质: '＞' }, undefined, 'S002: 工作表“one.csv”单元格 D2：');
entry('an indicator without a name', { 三级指标: '' }, undefined, 'S003: 工作表“one.csv”单元格 C2：');

// --- what cannot be read --------------------------------------------------------

for (const [name, table, into, code] of [
  ['a list without its heads', [heads.slice(3), ...rows], 'projects.farmland', 'G019'],
  ['a list with a class that is not there', [heads, ['1', '产出', ...rows[0].slice(2)]], 'projects.farmland', 'G030'],
  ...['（50分', '（2023年以前遗留）', '(3个乡镇)', '（¥50）', '（）', '50分）', '〔50分〕'].map((behind) =>
    [`a class with ${behind} behind`, [heads, rows[0].with(1, rows[0][1] + behind)], 'projects.farmland', 'G030']),
  ['heads with other brackets behind them', [heads.with(8, '分值【分】'), ...rows], 'projects.farmland', 'G035: 工作表“bad.csv”单元格 I1：'],
  ['a list with a figure that is none', [heads, rows[0].with(8, '十几')], 'projects.farmland', 'G020'],
  ['a project that is not there', [heads, ...rows], 'projects.farmlan', 'R002'],
  ['heads with something behind them', [heads.with(8, '分值（分）'), ...rows], 'projects.farmland', 'G035: 工作表“bad.csv”单元格 I1：'],
  ['a head with something before it', [heads.with(7, '全年完成值'), ...rows], 'projects.farmland',
    'G035: 工作表“bad.csv”单元格 H1：表头“全年完成值”不知道是不是“完成值”'],
  ['a row without classes below one that is no indicator', [heads, rows[0], beside, rows[1]], 'projects.farmland',
    'G029: 工作表“bad.csv”单元格'],
  ['heads once more', [heads, ...rows, heads, ...rows], 'projects.farmland', 'G037: 工作表“bad.csv”单元格 B6：'],
  ['rows of two projects', [heads.with(0, '项目名称'), rows[0].with(0, '甲'), rows[1].with(0, '乙')], 'projects.farmland',
    'G038: 工作表“bad.csv”单元格 A3：这一行是“乙”的，前面是“甲”的'],
  ['a place without lists', [heads, ...rows], 'projects', 'G042'],
  ['no table', [['一级指标；二级指标']], 'projects.farmland', '一级指标、二级指标、三级指标、指标值、完成值、指标性质、度量单位、分值、得分、偏差原因'],
  ['nothing of that kind', [heads, ...rows], 'nothing', 'R003'],
]) {
  writeFileSync(path('list.json'), before);
  writeFileSync(path('bad.csv'), asCsv(table, ','));
  const { status, stderr } = jixiao('read', '--into', into, '--apply', 'bad.csv', 'list.json');
  report(name, status === 2 && stderr.includes(code) && readFileSync(path('list.json'), 'utf8') === before ? '' : `${status} ${stderr}`);
}
const lists = { 1: [heads, ...rows], 3: [[], ['附表'], heads, ...rows] };
change(path('smallest.xlsx'), path('two.xlsx'), 1, () => asWorkbook(lists[1]),
  (name, text) => name === 'xl/worksheets/sheet3.xml' ? asWorkbook(lists[3]) : text);
const two = jixiao('read', '--into', 'projects.farmland', '--apply', 'two.xlsx', 'list.json');
report('lists in two sheets', two.status === 2 && two.stderr.includes('G037: 工作表“附件2”单元格 A3：')
  && readFileSync(path('list.json'), 'utf8') === before ? '' : two.stderr);
for (const [name, bytes, code] of [
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'), 'G011'],
  ['a web page under the name of a workbook', '<html><table></table></html>', 'G010'],
]) {
  writeFileSync(path('bad.xls'), bytes);
  const { status, stderr } = jixiao('read', '--into', 'projects.farmland', 'bad.xls', 'list.json');
  report(`${name} is told`, status === 2 && stderr.includes(code) ? '' : stderr);
}
for (const [name, rest] of [['without a column of units', (row) => row.toSpliced(6, 1)], ['without a column of signs', (row) => row.toSpliced(4, 1)]]) {
  writeFileSync(path('list.json'), JSON.stringify(bare));
  writeFileSync(path('few.csv'), asCsv([heads, one({ 指标性质: '', 指标值: '≥3000亩' })].map(rest), ','));
  const few = jixiao('read', '--into', 'projects.farmland', 'few.csv', 'list.json');
  report(`a list ${name} stays words`, few.status === 0 && few.stdout.includes('"target": "≥3000亩"') ? '' : few.stderr + few.stdout);
}

// A schema that lists the unit before its figures.
for (const folder of ['schemas', 'stylesheets'])
  cpSync(join(root, folder), path(`other/${folder}`), { recursive: true });
const types = path('other/schemas/hunan-county-2023/types.schema.json');
const schema = JSON.parse(readFileSync(types, 'utf8'));
const { unit, ...others } = schema.$defs.measure.properties;
schema.$defs.measure.properties = { unit, ...others };
writeFileSync(types, JSON.stringify(schema, null, 2));
writeFileSync(path('unit.csv'), asCsv([heads, one({ 指标性质: '', 度量单位: '', 指标值: '≥3000亩', 完成值: '3000亩' })], ','));
const first = jixiao('read', '--data-dir', 'other', '--into', 'projects.farmland', 'unit.csv', 'list.json');
report('a unit that the schema lists first is parted', first.status === 0 && first.stderr.includes('G043')
  ? differs(JSON.parse(first.stdout).at(-1).value.quantity[0], plain) : first.stderr + first.stdout);
const own = jixiao('read', '--into', 'projects.farmland', '--apply', 'smallest.xlsx', 'list.json');
report('a workbook of its own is told apart', own.status === 2 && own.stderr.match(/错误/g).length === 1
  && own.stderr.includes('smallest.xlsx: 错误 G044: 这是 jixiao sheet 写出的工作簿') ? '' : own.stderr);
writeFileSync(path('extra.csv'), asCsv([[...heads, '备注'], ...rows.map((row) => [...row, '无'])], ','));
const extra = jixiao('read', '--into', 'projects.farmland', 'extra.csv', 'list.json');
report('columns that are not read are named', extra.status === 0 && extra.stderr.includes('G036: 工作表“extra.csv”里这几列不属于指标清单，没有读取：序号、备注')
  ? '' : extra.stderr);
writeFileSync(path('bad.csv'), Buffer.from([0xd2, 0xbb, 0xbc, 0xb6]));
const gbk = jixiao('read', '--into', 'projects.farmland', 'bad.csv', 'list.json');
report('a list in another encoding', gbk.status === 2 && gbk.stderr.includes('J005') ? '' : gbk.stderr);
report('a list needs a data file', jixiao('read', '--into', 'projects.farmland', 'list.csv').status === 3 ? '' : 'read');

rmSync(work, { recursive: true });
process.exit(exitStatus());
