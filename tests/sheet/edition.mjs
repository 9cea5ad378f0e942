// Workbooks of another edition: members under other names, lists, maps, grids
// and choices that the program has never met come back as they were.
//
// JIXIAO names the program, build/jixiao by default.

import { spawnSync } from 'node:child_process';
import { deepStrictEqual } from 'node:assert';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exitStatus, program, report, root } from '../rules/check.mjs';
import { change, part, words } from './workbook.mjs';

const work = mkdtempSync(join(tmpdir(), 'edition-'));
const path = (name) => join(work, name);
const jixiao = (verb, ...options) => spawnSync(program, [verb, '--data-dir', work, ...options],
  { cwd: work, encoding: 'utf8', maxBuffer: 1 << 30 });
const differs = (a, b) => { try { deepStrictEqual(a, b); return ''; } catch (error) { return error.message; } };

// --- the edition ------------------------------------------------------------------

const renamed = (text) => text.replaceAll('hunan-county-2023', 'own').replaceAll('buildings', 'halls')
  .replaceAll('quantity', 'amounts').replaceAll(/\bprojects\b(?!\.xml)/g, 'programmes');
for (const folder of ['schemas', 'stylesheets']) {
  cpSync(join(root, folder), path(folder), { recursive: true });
  renameSync(path(`${folder}/hunan-county-2023`), path(`${folder}/own`));
  for (const name of readdirSync(path(folder), { recursive: true })) {
    const file = path(join(folder, name));
    if (statSync(file).isFile())
      writeFileSync(file, renamed(readFileSync(file, 'utf8')));
  }
}

function extend(name, edit) {
  const file = path(`schemas/own/${name}`);
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  edit(schema);
  writeFileSync(file, JSON.stringify(schema));
}

const type = (name, title) => ({ $ref: `types.schema.json#/$defs/${name}`, title });
const token = (title) => ({ title, type: 'string', 'x-type': 'token' });
const count = (title, unit) => ({ title, type: ['integer', 'null'], 'x-type': 'count', 'x-unit': unit });
const choice = (title, choices) => ({ title, enum: [...Object.keys(choices), null], 'x-choices': choices, 'x-type': 'token' });
const object = (title, properties) => ({ title, type: ['object', 'null'], additionalProperties: false, properties });
const list = (title, items) => ({ title, type: ['array', 'null'], 'x-attachment': '附件1', items });
const map = (title, values) => ({ title, type: 'object', 'x-attachment': '附件1', additionalProperties: values });

extend('submission.schema.json', (schema) => Object.assign(schema.properties, {
  contracts: list('合同', object('一份合同', {
    name: type('line', '名称'), amount: type('wan_yuan', '金额'), signed: type('date', '签订日期'),
    kind: choice('采购方式', { open: '公开招标', single: '单一来源' }),
    terms: object('条件', { text: type('line', '说明'), weeks: count('工期', '周') }),
  })),
  tags: list('标签', token('标签')),
  visits: list('走访', object('一次走访', { place: type('line', '地点'),
    people: list('人员', object('一人', { name: type('line', '姓名'), age: count('年龄', '岁') })) })),
  notes: map('备注', token('备注')),
  prices: map('单价', object('单价', { low: type('wan_yuan', '最低'), high: type('wan_yuan', '最高') })),
  deep: object('层次', { parts: list('部分', object('一部分', { names: list('名称', token('名称')), note: type('line', '说明') })) }),
  grid: list('数表', { title: '一行', type: 'array', items: { title: '一格', type: ['number', 'null'], 'x-type': 'number' } }),
}));
extend('project.schema.json', (schema) => {
  schema.properties.milestones = list('节点', object('一个节点', { name: type('line', '名称'), due: type('date', '时限'),
    state: choice('状态', { done: '完成', late: '推迟' }) }));
  schema.properties.kind = choice('类别', { fresh: '新增,扩建', old: '延续' });
  schema.$defs.source_funds.properties.returned = type('wan_yuan', '退回数');
});

// What formulas make of texts and of lists: told to spreadsheets, or what they
// give now.
const zh = { tag_count: '标签数', contract_count: '合同数', code: '编码', short: '短码', kind_of: '种类', named: '全名', printed: '金额', cut: '短名' };
extend('submission.schema.json', (schema) => {
  Object.entries(zh).forEach(([name, title]) => {
    schema.properties[name] = { ...name.endsWith('count') ? count(title, '个') : token(title), 'x-attachment': '附件1' };
  });
  Object.assign(schema.properties, { serial: token('序列'), form: choice('形式', { a: '甲', b: '乙' }) });
});
const formulas = path('schemas/own/formulas.xml');
const formula = (target, value) => `<formula code="D04" target="${target}" value="${value}"><zh>得出</zh> <en>made</en></formula>`;
writeFileSync(formulas, readFileSync(formulas, 'utf8').replace('</formulas>', [
  ['tag_count', 'string(count(../tags/item))'], ['contract_count', 'string(count(../contracts/item))'],
  ['code', "concat('N', translate(../serial, '-', ''), '&quot;1&quot;')"], ['short', "translate(../serial, '-x', '')"],
  ['kind_of', "concat(../form, '类')"], ['named', "concat(../county, '局')"],
  ['printed', "concat(x:print(../expenditure/basic/final, '元'), '整')"], ['cut', "concat(string(../serial), '')"],
].map((row) => formula(...row)).join('') + '</formulas>'));

// --- the data ---------------------------------------------------------------------

const example = renamed(readFileSync(join(root, 'input/example-full-2024.json'), 'utf8'));
const data = Object.assign(JSON.parse(example), {
  contracts: [{ name: '甲合同', amount: 12.5, signed: '2024-05-06', kind: 'single', terms: { text: '条', weeks: 3 } },
    { name: '乙合同', kind: null, terms: {} }, { name: '丙合同', amount: null, terms: { text: null } }],
  serial: '12-34', form: 'a',
  tags: ['一', '〔无〕', '', '=1+1', '公开招标'],
  visits: [{ place: '甲村', people: [{ name: '张三', age: 30 }, { name: '李四' }] }, { place: '乙村', people: [] }, { people: null }],
  notes: { 甲: '注', 乙: '' },
  prices: { 土方: { low: 1, high: 2.5 }, 石方: {} },
  deep: { parts: [{ names: ['甲', '乙'], note: '注' }, { names: [] }, {}] },
  grid: [[1, null, 2.5], [], [3]],
});
delete data.$schema;
data.staffing.establishment = null;
Object.assign(data.programmes[0], { milestones: [{ name: '开工', due: '2024-03-01', state: 'late' }, { name: '完工', state: null }], kind: 'fresh' });
Object.assign(data.programmes[1], { milestones: [], kind: 'old' });
data.programmes[0].funds.other.returned = 3;
writeFileSync(path('data.json'), JSON.stringify(data));

const made = jixiao('sheet', 'data.json', '-o', 'data.xlsx');
const read = jixiao('read', 'data.xlsx');
report('another edition comes back', made.status === 0 && read.status === 0
  ? differs(JSON.parse(read.stdout), data) : made.stderr + read.stderr);

const cells = new Map();
for (const [, row, values] of part(path('data.xlsx'), 'xl/worksheets/sheet*.xml')
  .matchAll(/<row [^>]*><c r="A\d+"[^>]*><is><t[^>]*>\/(\w+)<\/t>(.*?)<\/row>/gs))
  cells.set(row, /<f>(.*?)<\/f>/.exec(values)?.[1].replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/([A-Z]+)\d+/g, '$1#'));
for (const [name, told] of Object.entries({
  tag_count: 'COUNTA(D#:D#)-COUNTIF(D#:D#,"〔无〕")', contract_count: '3', short: '"1234"', kind_of: '"a类"', named: '"示例县局"',
  code: '"N"&SUBSTITUTE(SUBSTITUTE(\'基本情况\'!D#,"〔空白〕",""),"-","")&"""1"""', cut: 'SUBSTITUTE(\'基本情况\'!D#,"〔空白〕","")&""', printed: '"11963500元整"' }))
  report(`${zh[name]} is told as far as it can be`, cells.get(name) === told ? '' : `${cells.get(name)}`);

const found = (file) => [...jixiao('check', file).stdout.matchAll(/ ([A-Z]\d{2,3}): /g)].map(([, code]) => code).sort();
report('its findings are those of the data file', found('data.json').length > 0 ? differs(found('data.xlsx'), found('data.json')) : 'none');

change(path('data.xlsx'), path('edited.xlsx'), 2, (sheet) => {
  sheet.set('/contracts/0', '/kind', words('公开招标'));
  sheet.set('/contracts/1', '/kind', words('single'));
});
const edited = jixiao('read', 'edited.xlsx');
report('its choices are read in words', edited.status === 0
  ? differs(JSON.parse(edited.stdout).contracts.map(({ kind }) => kind), ['open', 'single', undefined]) : edited.stderr);

// How cells look is data, too.
const looks = path('stylesheets/formats/workbook.xml');
const look = readFileSync(looks, 'utf8');
writeFileSync(looks, look.replace('FFFFFBE6', 'FFCCFFCC'));
jixiao('sheet', 'data.json', '-o', 'green.xlsx');
const styles = part(path('green.xlsx'), 'xl/styles.xml');
report('its cells look as it says', styles.includes('rgb="FFCCFFCC"') && !styles.includes('FFFFFBE6') ? '' : styles);
for (const [name, text, code] of [
  ['lack one', look.replace(/<!-- 15[^]*?<\/xf>/, ''), 'V004'],
  ['have no size', look.replaceAll(/<sz [^>]*>/g, ''), 'V004'],
  ['are no XML', look.replace('</styleSheet>', ''), 'V002'],
]) {
  writeFileSync(looks, text);
  const bad = jixiao('sheet', 'data.json', '-o', 'bad.xlsx');
  report(`formats of cells that ${name} are told`, bad.status === 4 && bad.stderr.includes(code) && bad.stderr.includes('workbook.xml')
    && !existsSync(path('bad.xlsx')) ? '' : bad.stderr);
}
writeFileSync(looks, look);

writeFileSync(path('list.csv'), '一级指标,二级指标,三级指标,指标性质,指标值,度量单位,完成值,分值,得分\n产出指标,数量指标,新修渠道,≥,18,公里,19,10,10\n');
const into = jixiao('read', '--into', 'programmes.farmland', '--apply', 'list.csv', 'data.json');
const taken = JSON.parse(readFileSync(path('data.json'), 'utf8')).programmes[0].indicators.output.amounts;
report('a list goes where it has it', into.stderr.includes('W031') ? differs(taken.map(({ name }) => name), ['新修渠道']) : into.stderr);

rmSync(work, { recursive: true });
process.exit(exitStatus());
