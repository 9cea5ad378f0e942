// jixiao diff: what is said of changes of every kind, in words, as JSON and as a
// page; the exit status; and that the patch, applied by fast-json-patch to the old data,
// gives the new data exactly, and is refused by other data.
//
//   node tests/diff/diff.mjs        of $JIXIAO, or build/jixiao

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const require = createRequire(import.meta.url);
const jixiao = process.env.JIXIAO ?? 'build/jixiao';
const full = 'input/example-full-2024.json';
const work = mkdtempSync(join(tmpdir(), 'jixiao-diff-'));
const applier = existsSync('tests/node_modules/fast-json-patch')
  ? require('../node_modules/fast-json-patch/index.js') : null;
let failed = 0;

function report(name, fault) {
  console.log(fault ? `not ok ${name}: ${fault}` : `ok ${name}`);
  failed ||= fault ? 1 : 0;
}

function diff(...given) {
  const { status, stdout, stderr } = spawnSync(jixiao, ['diff', ...given], { encoding: 'utf8', timeout: 60000 });
  return { status, stdout, stderr };
}

const data = () => JSON.parse(readFileSync(full, 'utf8'));
let number = 0;
function write(value) {
  const ending = typeof value === 'string' && value.startsWith('<') ? 'html' : 'json';
  const path = join(work, `${++number}.${ending}`);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

// --- what is said -----------------------------------------------------------

// Lines that there must be, and how many changes there are: stated, following.
function says(name, change, stated, following, ...lines) {
  const changed = data();
  saysOf(name, full, write(change(changed) ?? changed), stated, following, ...lines);
}

function saysOf(name, old, changed, stated, following, ...lines) {
  const { status, stdout, stderr } = diff(old, changed);
  const said = stdout.split('\n').map(line => line.trim());
  const lacking = lines.filter(line => !said.includes(line));
  const counts = ['填报的改动', '由此改变的'].map(word =>
    Number(said.find(line => line.startsWith(`${word} `))?.split(' ')[1] ?? 0));
  report(name, status !== (stated ? 1 : 0) ? `status ${status}: ${stderr}`
    : lacking.length ? `it does not say ${lacking[0]}, but ${stdout}`
      : counts[0] !== stated || (following !== null && counts[1] !== following)
        ? `${counts} changes, not ${[stated, following]}: ${stdout}` : '');
}

const reception = changed => changed.expenditure.three_public.reception;
says('an amount, and what follows from it', d => { reception(d).final = 5.02; }, 1, 7,
  '附件1 “公务接待” 2024年决算数 5.13 → 5.02万元',
  '附件1 “三公经费” 2024年决算数 13.05 → 12.94万元',
  '“公务接待费51267元” → “公务接待费50200元”（引用 附件1 “公务接待” 2024年决算数）');
says('figures that print alike are told apart', d => { reception(d).final = 5.1299; }, 1, null,
  '附件1 “公务接待” 2024年决算数 5.1267 → 5.1299万元');
says('other decimals alone', () => readFileSync(full, 'utf8').replace('"final": 5.1267', '"final": 5.12670'),
  1, 0, '附件1 “公务接待” 2024年决算数 5.1267 → 5.12670万元');
says('blank on purpose is not absent', d => { delete d.filing.responsible_person; }, 1, 0,
  '“填报信息” 单位负责人签字 空白 → 未填');
says('blank on purpose', d => { d.filing.preparer = null; }, 1, 0, '“填报信息” 填表人 李明 → 空白');
says('what cannot be worked out is not absent', d => { d.expenditure.three_public.overseas.final = null; }, 1, null,
  '附件1 “出国经费” 2024年决算数 0万元 → 空白', '附件1 “三公经费” 2024年决算数 13.05万元 → 无法得出');
const conclusion = value => write({ ...data(), report: { ...data().report, conclusion: value } });
saysOf('a list that is blank on purpose is not absent', conclusion(null), conclusion(undefined), 1, 0, '附件3 “自评结论” 空白 → 未填');
saysOf('nor is it an empty one', conclusion(null), conclusion([]), 1, 0, '附件3 “自评结论” 空白 → []');
saysOf('a list that becomes blank is said entry by entry', full, conclusion(null), 2, 0);
says('an empty list', d => { d.corrections = []; }, 1, 0, '“更正原因” 未填 → []');
says('a total that was derived is stated', d => { d.staffing.total = 117; }, 1, 0,
  '附件1 “财政供养人员情况（人）” 干部职工人数 117 → 117人（原由公式得出）');
says('a first project that is gone is one change', d => { d.projects.splice(0, 1); }, 1, null,
  '附件4（高标准农田建设）：删去', '项目数 5 → 4个');
says('a project that comes', d => { d.projects.splice(1, 0, { id: 'new', name: '新项目' }); }, 1, null,
  '附件4（新项目）：新增');
says('a project that moves', d => { d.projects.push(d.projects.shift()); }, 1, null,
  '附件4（高标准农田建设）：移到第5项');
says('a renamed entry', d => { d.expenditure.projects.other[2].name = '农民培育资金'; }, 1, 0,
  '附件1 其他项目支出“农民培育资金” 名称 高素质农民培育资金 → 农民培育资金');
says('a text, by phrase', d => { d.austerity_measures = d.austerity_measures.replace('逐月', '按季'); }, 1, 0,
  '附件1 厉行节约保障措施', '“水电和用车费用逐月公示” → “水电和用车费用按季公示”');
says('words around a change are of their own side', d => { d.unit = { name: '示例县农业局', short_name: '县农业局' }; }, 2, 8,
  '“示例县示例局（以下简称…” → “示例县农业局（以下简称…”（引用 “填报单位” 县级预算部门、单位名称）',
  '“…（以下简称县示例局）是县人民政府主管农业农村工作的部门” → “…（以下简称县农业局）是县人民政府主管农业农村工作的部门”（引用 “填报单位” 单位简称）');
const scale = (d, from, to) => { d.report.management.scale[0] = d.report.management.scale[0].replace(from, to); };
says('a quoted value that is typed now', d => scale(d, '{{department.funds.executed}}', '2533.25万元'), 1, 0,
  '“全年执行2533.25万元”（引用 附件2 “年度资金总额” 全年执行数） → “全年执行2533.25万元”');
says('another value that is quoted', d => scale(d, '{{department.funds.executed}}', '{{department.funds.adjusted_budget}}'), 1, 0,
  '“全年执行2533.25万元” → “全年执行2593万元”（引用 附件2 “年度资金总额” 全年预算数）');
says('a heading with quotes in it', d => { reception(d).final = 5.02; }, 1, 7,
  '附件3 「“三公”经费的使用和管理等情况」 “2024年“三公”经费支…”',
  '“2024年“三公”经费支出130467元” → “2024年“三公”经费支出129400元”（引用 附件1 “三公经费” 2024年决算数）');
const clause = word => `县财政局会同有关乡镇和县直单位组成联合工作组对全部${word}建设项目逐一开展现场核查并且形成书面报告送县人民政府备案`;
const cut = word => `“…联合工作组对全部${word}建设项目逐一开展…”`;
saysOf('a change in a clause without a mark says that there is more', write({ ...data(), austerity_measures: clause('农田') }),
  write({ ...data(), austerity_measures: clause('水利') }), 1, 0, `${cut('农田')} → ${cut('水利')}`);
says('a sentence behind another', d => { d.explanations[0].reason += '另有说明。'; }, 1, 0,
  '“列入“重大动物疫病防控”项目自评。” → “列入“重大动物疫病防控”项目自评。另有说明。”');
says('an answer that comes', d => { d.explanations.push({ rule: 'A12', pointer: '/buildings', reason: '已核对' }); }, 1, 0,
  `情况说明第${data().explanations.length + 1}项：新增 “A12 附件1 “楼堂馆所控制情况” 已核对”`);
says('an answer that is of another place', d => { d.explanations[0].pointer = '/year'; }, 1, 0, '情况说明第1项 位置 附件1 省级专项资金“动物防疫” 名称 → 年度');
says('an answer that leads nowhere', d => { d.explanations[0].pointer = '/yaer'; }, 1, 0, '情况说明第1项 位置 附件1 省级专项资金“动物防疫” 名称 → /yaer');
says('a fact that comes', d => { d.facts.zz = { label: '新规章', value: 3, unit: '项' }; }, 1, 0, '附件3 新规章：新增 “3项”');
says('a paragraph that is gone', d => { d.report.next_steps[0].items.splice(1, 1); }, 1, 0);
says('a member that no form knows', d => { d.$schema = 'x.json'; }, 1, 0,
  '/$schema "../schemas/hunan-county-2023/submission.schema.json" → "x.json"');
says('the same in another layout and order', d => Object.fromEntries(Object.entries(d).reverse()), 0, 0);
says('the same file', d => d, 0, 0);

const english = diff('--lang', 'en', full, write({ ...data(), filing: { ...data().filing, preparer: null } }));
report('in English', /stated otherwise 1\n.* 李明 → blank\n/.test(english.stdout) ? '' : english.stdout);

// --- JSON -------------------------------------------------------------------

// In another order: what begins as a comparison does is refused as data.
function keepsToSchema(text) {
  const turned = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()));
  const folder = join(work, 'data'), edition = join(folder, 'schemas/hunan-county-2023');
  mkdirSync(edition, { recursive: true });
  execFileSync('cp', ['-r', 'stylesheets', folder]);
  execFileSync('cp', ['-r', 'schemas/common', join(folder, 'schemas')]);
  const schema = JSON.parse(readFileSync('schemas/common/comparison.schema.json', 'utf8'));
  schema['x-assert-format'] = true;
  writeFileSync(join(edition, 'submission.schema.json'), JSON.stringify(schema));
  writeFileSync(join(edition, 'formulas.xml'), '<formulas xmlns="urn:jixiao:formulas:1"/>');
  writeFileSync(join(edition, 'rules.xml'), '<rules xmlns="urn:jixiao:rules:1"/>');
  const { stdout } = spawnSync(jixiao, ['check', '--data-dir', folder, '--lang', 'en', write(turned)], { encoding: 'utf8' });
  return / (S|V|J)[0-9]+: /.test(stdout) ? stdout : '';
}

const many = data();
many.projects.reverse();
many.projects.pop();
many.projects[0].name += '（二期）';
many.filing.preparer = null;
reception(many).final = 5;
const json = diff('--report', 'json', full, write(many)).stdout;
report('JSON keeps to its schema', keepsToSchema(json));
report('JSON that does not is seen', keepsToSchema(json.replace('"changed"', '"altered"')) ? '' : 'it is not');
report('JSON has the kinds', ['changed', 'removed', 'moved'].filter(kind =>
  !JSON.parse(json).changes.some(change => change.kind === kind)).join());

// --- the page ---------------------------------------------------------------

const page = write(diff('--report', 'html', full, write(many)).stdout);
const shown = readFileSync(page, 'utf8').replace(/<(style|script).*?<\/\1>/gs, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
for (const words of ['更正对照', '原来：input/example-full-2024.json', '“填报信息” 填表人 李明 空白',
  '附件1 “公务接待” 2024年决算数 5.13万元 5万元', '附件4（高标准农田建设）（删去）', '（引用 附件1 “公务接待” 2024年决算数）'])
  report(`the page has ${words}`, shown.includes(words) ? '' : shown.slice(0, 400));
report('the page of sets that say the same', diff('--report', 'html', full, full).stdout.includes('内容相同') ? '' : 'it does not say so');
if (existsSync('tests/node_modules/vnu-jar'))
  (await import('../html/nu.mjs')).checkNu([page]);
else
  console.log('skip page: there is no vnu-jar; ./build.sh test gets it');

// --- the patch --------------------------------------------------------------

// Every list is cut, turned and mixed, every value changed somewhere, by draws
// that are the same in each run.
let seed = 7;
const draw = limit => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % limit;
};
function mix(value, often) {
  if (Array.isArray(value)) {
    if (!draw(often) && value.length > 1)
      value.splice(draw(value.length), 1);
    if (!draw(often) && value.length > 1)
      value.splice(draw(value.length), 0, ...value.splice(draw(value.length), 1));
    value.forEach(entry => mix(entry, often));
  } else if (value && typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'explanations')
        continue;
      if (['number', 'string'].includes(typeof inner) && name === 'reason' && !draw(often))
        value[name] = draw(2) ? null : `${inner}，另有说明~/"\\`;
      else if (name === 'final' && typeof inner === 'number' && !draw(often))
        value[name] = Math.round(inner * 137) / 100;
      else
        mix(inner, often);
    }
  }
  return value;
}

function patches(name, old, changed) {
  const { status, stdout, stderr } = diff('--report', 'patch', write(old), write(changed));
  const operations = status === 1 ? JSON.parse(stdout) : [];
  const guarded = operations.every(({ op }, k) => ['test', 'add'].includes(op) || operations[k - 1]?.op === 'test');
  let result;
  try {
    result = applier.applyPatch(structuredClone(old), operations, true).newDocument;
  } catch (fault) {
    result = fault.message;
  }
  report(name, status !== 1 ? `status ${status}: ${stderr}` : !guarded ? 'an operation has no test before it'
    : isDeepStrictEqual(result, changed) ? '' : `it gives something else: ${String(result).slice(0, 300)}`);
  return operations;
}

if (!applier) {
  console.log('skip patch: there is no fast-json-patch; ./build.sh test gets it');
} else {
  for (const often of [40, 12, 4, 2])
    for (let k = 1; k <= 25; k++)
      patches(`patch ${k}, one change in ${often}`, data(), mix(data(), often));
  const shorter = data();
  shorter.projects.shift();
  const operations = patches('patch of a project that is gone', data(), shorter);
  report('it is one operation with a test of the id', JSON.stringify(operations)
    === '[{"op":"test","path":"/projects/0/id","value":"farmland"},{"op":"remove","path":"/projects/0"}]'
    ? '' : JSON.stringify(operations).slice(0, 300));
  let refused = false;
  try {
    applier.applyPatch(shorter, operations, true);
  } catch {
    refused = true;
  }
  report('data without that project refuses it', refused ? '' : 'it does not');
  report('no change, no operation', diff('--report', 'patch', full, full).stdout === '[]\n' ? '' : 'there is one');
}

// --- archives ---------------------------------------------------------------

function ends(name, status, said, ...given) {
  const run = diff(...given);
  report(name, run.status !== status ? `status ${run.status}: ${run.stderr}`
    : !run.stderr.includes(said) ? `it says ${run.stderr}`
      : run.stderr.trim().split('\n').filter(line => / [A-Z][0-9]+: /.test(line)).length > 1 ? `more than one finding: ${run.stderr}` : '');
}

const archived = join(work, 'own');
spawnSync(jixiao, ['archive', '--as-filed', '--zip', '-o', archived, 'input/smallest.json']);
if (existsSync(join(archived, 'smallest.zip'))) {
  ends('an archive and its data', 0, '', join(archived, 'smallest'), 'input/smallest.json');
  ends('a ZIP file and its folder', 0, '', join(archived, 'smallest.zip'), join(archived, 'smallest'));
} else {
  console.log('skip archives: none can be made; fonts are missing');
}
// --- sets -------------------------------------------------------------------

function build(file, ...options) {
  const { stdout } = spawnSync(jixiao, ['build', '--format', 'html', '-o', join(work, 'sets'), ...options, file], { encoding: 'utf8' });
  return stdout.trim().split('\n').map(line => line.trim());
}
const corrected = join(work, 'corrected.json'), made = join(work, 'sets/corrected');
writeFileSync(corrected, readFileSync(full));
report('a first set has nothing to compare with', build(corrected).length === 1 ? '' : 'it says more');
report('it keeps the data', readFileSync(join(made, '数据.json')).equals(readFileSync(full)) ? '' : 'not as it was');
report('the same set again has no change', build(corrected).length === 1 ? '' : 'it says more');
ends('the folder of a set and its data', 0, '', made, full);
writeFileSync(corrected, readFileSync(full, 'utf8').replace('"final": 5.1267', '"final": 5.02'));
build(corrected, '--only', '附件1');
report('a part of a set leaves the data of the whole', diff(made, full).status === 0 ? '' : 'it does not');
const told = build(corrected);
report('a corrected set says what has changed', ['填报的改动 1', '附件1 “公务接待” 2024年决算数 5.13 → 5.02万元', '由此改变的 7',
  '附件1 “三公经费” 2024年决算数 13.05 → 12.94万元'].filter(line => !told.includes(line)).join());
ends('it keeps the corrected data', 0, '', made, corrected);
ends('and differs from the other', 1, '', full, made);

// --- what is none -----------------------------------------------------------

ends('a missing file', 4, 'X010', 'nowhere.json', full);
ends('a missing second file', 4, 'X010', full, 'nowhere.json');
ends('no data file', 2, 'J', 'README.md', full);
ends('a folder without data', 2, 'Q002', 'tests', full);
ends('another edition', 2, 'Q001', '--data-dir', otherEdition(), full, write({ ...data(), edition: 'own' }));
ends('one file alone', 3, 'U', full);
ends('three files', 3, 'U', full, full, full);
ends('a report that there is not', 3, 'sarif', '--report', 'sarif', full, full);

function otherEdition() {
  const folder = join(work, 'editions');
  mkdirSync(folder);
  execFileSync('cp', ['-r', 'schemas', 'stylesheets', folder]);
  for (const top of ['schemas', 'stylesheets'])
    execFileSync('cp', ['-r', join(folder, top, 'hunan-county-2023'), join(folder, top, 'own')]);
  execFileSync('sh', ['-c', `grep -rl hunan-county-2023 "$1"/*/own | xargs sed -i s/hunan-county-2023/own/g`, 'sh', folder]);
  return folder;
}

rmSync(work, { recursive: true });
process.exit(failed);
