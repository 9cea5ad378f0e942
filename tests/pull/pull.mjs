// What jixiao pull takes from Word files that persons have edited.
//
// JIXIAO names the program, build/jixiao by default.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exitStatus, program, report as say, root } from '../rules/check.mjs';
import { contentOf, edit, repack, run, tagOf, wrap } from './word.mjs';

const report = (name, faults) => say(name, faults.join('; '));
const work = mkdtempSync(join(tmpdir(), 'pull-'));
const jixiao = (...options) => {
  const { status, stdout, stderr } = spawnSync(program, options, { cwd: work, encoding: 'utf8', maxBuffer: 1 << 30 });
  return { status, stdout, stderr };
};

// --- what nobody has touched is no edit ---------------------------------------

const sets = new Map();
for (const [name, path] of [['full', 'input/example-full-2024.json'], ['smallest', 'input/smallest.json'],
  ['taojiang', 'input/taojiang-hrss-2023.json']]) {
  writeFileSync(join(work, `${name}.json`), readFileSync(join(root, path)));
  jixiao('build', '--format', 'docx,flat-opc', '-o', 'out', `${name}.json`);
  const folder = join(work, 'out', name);
  const files = readdirSync(folder).filter((file) => /\.(docx|xml)$/.test(file));
  sets.set(name, { folder, files });
  const all = jixiao('pull', ...files.map((file) => join(folder, file)), `${name}.json`);
  report(`${name}: files that nobody has touched`, all.status === 0 && all.stdout === '[]\n'
    && /核对报告\.docx: 提示 W039/.test(all.stderr) ? []
    : [all.stdout, all.stderr]);
}
{
  const corrected = JSON.parse(readFileSync(join(work, 'full.json')));
  corrected.expenditure.three_public.reception.final = 5.11;
  corrected.corrections = [{ pointer: '/expenditure/three_public/reception', reason: '发票补录' }];
  writeFileSync(join(work, 'corrected.json'), JSON.stringify(corrected));
  jixiao('diff', '--redline', 'changes', '--format', 'docx', 'full.json', 'corrected.json');
  const notice = readdirSync(join(work, 'changes')).find((file) => file.includes('更正说明'));
  const taken = jixiao('pull', join(work, 'changes', notice), 'corrected.json');
  report('a notice, which has nothing to be taken', taken.status === 0 && taken.stdout === '[]\n'
    && /更正说明\.docx: 提示 W039/.test(taken.stderr) ? [] : [taken.stdout, taken.stderr]);
}

// --- one attachment with edits ------------------------------------------------

const flat = (form) => readFileSync(join(sets.get('full').folder,
  sets.get('full').files.find((file) => file.includes(`_${form}_`) && file.endsWith('.xml'))), 'utf8');
const one = flat('附件1'), two = flat('附件2'), three = flat('附件3');
const data = readFileSync(join(work, 'full.json'), 'utf8');

// Pulls a file of that text; the operations that change something, and the
// codes that were found.
function pull(xml, ...options) {
  writeFileSync(join(work, 'back.xml'), xml);
  const { status, stdout, stderr } = jixiao('pull', ...options, 'back.xml', 'full.json');
  const patch = JSON.parse(stdout || '[]');
  return { status, stderr, patch, codes: [...stderr.matchAll(/^back\.xml: \S+ (\w+):/gm)].map(([, code]) => code),
    changes: patch.filter(({ op }) => op !== 'test') };
}

function expect(name, { changes, codes, status, stderr }, wanted) {
  const faults = [];
  const seen = changes.map(({ op, path, value }) => `${op} ${path} ${JSON.stringify(value)}`);
  if (seen.join('\n') !== (wanted.changes ?? []).join('\n'))
    faults.push(`changes ${seen.join(', ')}`);
  if (codes.join(' ') !== (wanted.codes ?? []).join(' '))
    faults.push(`found ${codes.join(' ')}: ${stderr}`);
  if (wanted.status !== undefined && status !== wanted.status)
    faults.push(`status ${status}`);
  if (wanted.said && !stderr.includes(wanted.said))
    faults.push(`not ${wanted.said}: ${stderr}`);
  report(name, faults);
}

const final = '/expenditure/three_public/reception/final';
const replaced = (value) => [`replace ${final} ${JSON.stringify(value)}`];

for (const [words, value] of [['9.99', 9.99], ['９．９９', 9.99], [' 9.990 ', 9.99], ['9.99万元', 9.99],
  ['99,900元', 9.99], ['1,234.5', 1234.5], ['0.000001', 0.000001], ['0.5亿元', 5000], ['−9.99', -9.99], ['12 345', 12345], ['九点九万元', 9.9],
  ['.5', 0.5], ['', null], ['—', null]])
  expect(`an amount “${words}”`, pull(edit(one, final, words)), { changes: replaced(value), status: 0 });
for (const words of ['5.13', '5.130', '５．１３'])
  expect(`the same amount “${words}”`, pull(edit(one, final, words)), { status: 0 });
for (const words of ['约9.99', '9.99多', '1,23', '1,234,5', '9.9.9', '0.0000001', '9.99%', '九点万', '---'])
  expect(`no amount “${words}”`, pull(edit(one, final, words)), { codes: ['W010'], status: 2 });

expect('an amount in another unit than that of the data', pull(edit(three, final, '51,300')),
  { changes: replaced(5.13), status: 0 });
expect('the same where it was 0', pull(edit(three, '/expenditure/three_public/overseas/final', '300')),
  { changes: ['replace /expenditure/three_public/overseas/final 0.03'], status: 0 });
expect('a count', pull(edit(one, '/staffing/in_service', '83人')),
  { changes: ['replace /staffing/in_service 83'], status: 0 });
expect('no count', pull(edit(one, '/staffing/in_service', '83个')), { codes: ['W010'], status: 2 });
for (const words of ['2025年4月20日', '2025-04-20', '2025/4/20', '2025.4.20', '２０２５年４月２０日', '二〇二五年四月二十日',
  '2025 年 4 月 20 日', '2025年4月20号', '20250420'])
  expect(`a date “${words}”`, pull(edit(one, '/filing/date', words)),
    { changes: ['replace /filing/date "2025-04-20"'], status: 0 });
for (const words of ['2025年4月', '2025年2月30日', '4月20日', '2025-4.20', '2025年4月20', '2025年4月20号楼', '20250431'])
  expect(`no date “${words}”`, pull(edit(one, '/filing/date', words)), { codes: ['W010'], status: 2 });
expect('words', pull(edit(one, '/filing/preparer', '张"三\\')),
  { changes: ['replace /filing/preparer "张\\"三\\\\"'], status: 0 });
expect('a value that was blank on purpose', pull(edit(one, '/filing/responsible_person', '王五')),
  { changes: ['replace /filing/responsible_person "王五"'], status: 0 });
expect('a value that the data does not state', pull(edit(two, '/department/indicators/output/quantity/0/deviation', '雨水偏多')),
  { changes: ['add /department/indicators/output/quantity/0/deviation "雨水偏多"'], status: 0 });
expect('a value that follows from others', pull(edit(one, '/expenditure/three_public/total/final', '14')),
  { codes: ['W011'], status: 1 });

for (const words of ['13.050', '13.05万元', '１３．０５'])
  expect(`a value that follows from others, said as “${words}”`,
    pull(edit(one, '/expenditure/three_public/total/final', words)), { status: 0 });

// The target and the result of an indicator are texts made of a figure that the data states.
const measure = '/department/indicators/output/quality/1';
for (const [name, words, value] of [['target', '≥97%', 97], ['target', ' ≥ ９７．５％', 97.5], ['actual', '99.10%', 99.1],
  ['actual', '−1.5%', -1.5]])
  expect(`the ${name} of an indicator “${words}”`, pull(edit(two, `${measure}/${name}`, words)),
    { changes: [`replace ${measure}/measure/${name} ${value}`], status: 0 });
expect('the same result, said in another way', pull(edit(two, `${measure}/actual`, '98.90%')), { status: 0 });
for (const words of ['≥97%', '>=97%', '大于等于97%', '不低于97%', '至少 97%', '达到97%', '97%以上', '97%及以上', '97％或以上', '达到97%以上'])
  expect(`the target of an indicator in words “${words}”`, pull(edit(two, `${measure}/target`, words)),
    { changes: [`replace ${measure}/measure/target 97`], status: 0 });
for (const words of ['≤97%', '不超过97%', '97%以下', '97%以内', '控制在97%以内', '97%之内', '最多97%', '至多97%', '97%及以下', '97%或以下'])
  expect(`a target that is a ceiling now “${words}”`, pull(edit(two, `${measure}/target`, words)),
    { changes: [`replace ${measure}/measure/relation "≤"`, `replace ${measure}/measure/target 97`], status: 0 });
expect('the same target in words', pull(edit(two, `${measure}/target`, '不低于98%')), { status: 0 });
for (const [name, words] of [['target', '97%'], ['target', '力争97%'], ['target', '≥97%以下'], ['target', '≥97'], ['target', '≥'], ['target', '97%左右'],
  ['target', '＞97%'], ['target', ''], ['target', '—'], ['actual', '99.1'], ['actual', '约99%'], ['actual', '99.1‰']])
  expect(`the ${name} of an indicator, no more a figure “${words}”`, pull(edit(two, `${measure}/${name}`, words)), { codes: ['W042'], status: 2,
    said: name === 'target' ? '请写成≥、≤、= 之一加上数和原来的单位' : '请写成数和原来的单位' });
for (const words of ['', '-', '—', '无'])
  expect(`a result that is blank “${words}”`, pull(edit(two, `${measure}/actual`, words)), { changes: [`replace ${measure}/measure/actual null`], status: 0 });
expect('a target that is as good as a figure with a space', pull(edit(two, `${measure}/target`, '≥ 1,097.5 %')),
  { changes: [`replace ${measure}/measure/target 1097.5`], status: 0 });
const graded = '/department/indicators/benefit/sustainable/0';
expect('what a grade says', pull(edit(two, `${graded}/actual`, '部分达成')), { codes: ['W042'], status: 2, said: '请写成达成预期指标、部分达成' });
expect('another grade', pull(edit(two, `${graded}/actual`, '未达成预期指标且效果较差')), { changes: [`replace ${graded}/grade "missed"`], status: 0 });
expect('a target with a sign in it', pull(edit(two, `${measure}/target`, () => '<w:r><w:t>≥97%</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')),
  { codes: ['W023', 'W026'], status: 2 });
expect('a target that a text quotes', pull(edit(three, `${measure}/target`, '≥97%')), { codes: ['W012'], status: 1 });
expect('the same target where it is quoted', pull(edit(three, `${measure}/target`, '≥ 98.0%')), { status: 0 });

{
  writeFileSync(join(work, 'falling.json'), data.replace('"actual": 98.9,', '"actual": -1.5,'));
  jixiao('build', '--format', 'flat-opc', '-o', 'out', 'falling.json');
  const folder = join(work, 'out/falling'), table = readFileSync(join(folder, readdirSync(folder).find((file) => file.includes('_附件2_'))), 'utf8');
  for (const [words, value] of [['−2.5%', -2.5], ['-2.5%', -2.5], ['2.5%', 2.5]]) {
    writeFileSync(join(work, 'back.xml'), edit(table, `${measure}/actual`, words));
    const { stdout } = jixiao('pull', 'back.xml', 'falling.json');
    report(`a result below zero, now “${words}”`, JSON.parse(stdout).at(-1)?.value === value ? [] : [stdout]);
  }
}

// Without --apply nothing is checked, and nothing said to be fine.
for (const [name, code, words] of [['a patch that was only shown', 'W036', '9.99'], ['nothing to show', 'W030', '5.13']]) {
  const { status, stderr } = pull(edit(one, final, words));
  report(name, status === 0 && stderr.includes(`full.json: 提示 ${code}: `) && !stderr.includes('没有问题') ? [] : [stderr]);
}
report('of errors no more is said', / W03[06]/.test(pull(edit(one, final, '约1')).stderr) ? ['it is'] : []);

// --- as Word and others write it ------------------------------------------------

const split = '<w:r w:rsidR="00A1"><w:t>9</w:t></w:r><w:proofErr w:type="spellStart"/><w:smartTag w:uri="x" w:element="y"><w:r><w:t>.9</w:t></w:r></w:smartTag><w:proofErr w:type="spellEnd"/><w:r><w:t>9</w:t></w:r>';
const changed = (text) => `<w:del w:id="901" w:author="a"><w:r><w:delText>5.13</w:delText></w:r></w:del><w:ins w:id="902" w:author="a">${run(text)}</w:ins>`;
const alternatives = (choice, fallback) => `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w14">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
const ways = [
  ['words for new and old programs', `<w:r>${alternatives('<w:t>9.99</w:t>', '<w:t>9.98</w:t>')}</w:r>`],
  ['a comment on it', '<w:commentRangeStart w:id="0"/><w:r><w:t>9.99</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'],
  ['the end of a page', '<w:r><w:lastRenderedPageBreak/><w:t>9.</w:t><w:softHyphen/><w:t>99</w:t></w:r>'],
  ['runs split, proofing and smart tags', split],
  ['a tracked change', changed('9.99')],
  ['a tracked change in two parts', `${run('9.9')}<w:ins w:id="1" w:author="a">${run('9')}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>8</w:delText></w:r></w:del>`],
  ['a move', `<w:moveFrom w:id="1" w:author="a">${run('5.13')}</w:moveFrom><w:moveTo w:id="2" w:author="a">${run('9.99')}</w:moveTo>`],
  ['a field', `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> = 1 + 1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('9.99')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`],
  ['a simple field', `<w:fldSimple w:instr=" X ">${run('9.99')}</w:fldSimple>`],
  ['a link', `<w:hyperlink w:anchor="x">${run('9.99')}</w:hyperlink>`],
  ['a control within', `<w:sdt><w:sdtPr><w:tag w:val="other"/></w:sdtPr><w:sdtContent>${run('9.99')}</w:sdtContent></w:sdt>`],
];
for (const [name, content] of ways)
  expect(name, pull(edit(one, final, () => content)), { changes: replaced(9.99), status: 0 });
expect('a tracked change not made', pull(edit(one, final, () => changed('9.99')), '--original'), { status: 0 });
expect('the words of an empty control', pull(wrap(one, final, (control) =>
  control.replace('</w:sdtPr>', '<w:showingPlcHdr/></w:sdtPr>').replace(/<w:sdtContent>.*<\/w:sdtContent>/,
    `<w:sdtContent>${run('单击此处输入文字。')}</w:sdtContent>`))), { changes: replaced(null), status: 0 });
const cell = (xml) => {
  const at = xml.indexOf(contentOf(xml, final));
  const begin = xml.lastIndexOf('<w:tc>', at), end = xml.indexOf('</w:tc>', at) + '</w:tc>'.length;
  return { begin, end, text: xml.slice(begin, end) };
};
const control = /<w:sdt><w:sdtPr>(.*?)<\/w:sdtPr><w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/;
function recell(xml, make) {
  const { begin, end, text } = cell(xml);
  return xml.slice(0, begin) + make(text) + xml.slice(end);
}
const edited = edit(one, final, '9.99');
expect('a control of the cell', pull(recell(edited, (text) => {
  const [, properties] = control.exec(text);
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${text.replace(control, '$2')}</w:sdtContent></w:sdt>`;
})), { changes: replaced(9.99), status: 0 });
expect('a control of the block', pull(recell(edited, (text) => {
  const [, properties] = control.exec(text);
  return text.replace(/<w:p>(.*)<\/w:p>/, (all) =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${all.replace(control, '$2')}</w:sdtContent></w:sdt>`);
})), { changes: replaced(9.99), status: 0 });

// --- words that are no value ------------------------------------------------------

expect('words around values', pull(one.replace('出国经费', '出国（境）经费')), { codes: ['W020'], status: 1, said: '附件1 “三公经费”“出国经费”：值以外' });
expect('a control that is gone, its bookmark around the value', pull(wrap(one, final, () => run('9.99'))), { changes: replaced(9.99), status: 0 });
const unmarked = (xml, src) => xml.replace(new RegExp(`<w:bookmarkStart [^>]*w:name="v_${tagOf(xml, src)}_[^>]*/>`), '');
expect('a control that is gone with its bookmark', pull(unmarked(wrap(one, final, () => run('9.99')), final)), { codes: ['W018'], status: 1 });
expect('a control and its value that are gone', pull(wrap(one, final, () => '')), { codes: ['W021'], status: 1, said: '少了一格：“5.13”' });
const row = (xml) => {
  const at = xml.indexOf(contentOf(xml, final));
  return xml.slice(xml.lastIndexOf('<w:tr>', at), xml.indexOf('</w:tr>', at) + '</w:tr>'.length);
};
expect('a row that is gone', pull(one.replace(row(one), '')), { codes: ['W021'], status: 1, said: '附件1 “三公经费”“公务接待”：少了一行' });
const above = (xml) => {
  const at = xml.indexOf(contentOf(xml, '/expenditure/three_public/overseas/final'));
  return xml.slice(xml.lastIndexOf('<w:tr>', at), xml.indexOf('</w:tr>', at) + '</w:tr>'.length);
};
const upward = (xml) => xml.replace(row(xml), '').replace(above(one), row(xml) + above(one));
expect('a row that was moved', pull(upward(one)), { codes: ['W027'], status: 1, said: '附件1 “三公经费”“公务接待”：移动了一行' });
expect('an edit in a row that was moved', pull(upward(edit(one, final, '9.99'))), { changes: replaced(9.99), codes: ['W027'], status: 1 });
expect('a row that was copied', pull(one.replace(row(one), row(one) + row(one))), { codes: ['W022'], status: 1 });
expect('a row that is deleted with its change tracked', pull(one.replace(row(one), (text) =>
  text.replace('<w:trPr>', '<w:trPr><w:del w:id="9" w:author="a"/>'))), { codes: ['W021'], status: 1 });
expect('the same, not made', pull(one.replace(row(one), (text) =>
  text.replace('<w:trPr>', '<w:trPr><w:del w:id="9" w:author="a"/>')), '--original'), { status: 0 });
expect('a row that is new', pull(one.replace(row(one), (text) =>
  `${text}<w:tr><w:tc><w:p>${run('培训费')}</w:p></w:tc><w:tc><w:p>${run('3')}</w:p></w:tc></w:tr>`)),
  { codes: ['W022'], status: 1, said: '附件1 “公务接待” 2024年决算数之后：多了一行' });
const paragraphs = [...three.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)].map(([text]) => text).filter((text) => text.length > 2500);
const deleted = (text) => text.replace('<w:p>', '<w:p><w:pPr><w:rPr><w:del w:id="9" w:author="a"/></w:rPr></w:pPr>')
  .replaceAll(/<w:r>(.*?)<\/w:r>/gs, (all, content) => `<w:del w:id="9" w:author="a"><w:r>${content.replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')}</w:r></w:del>`);
const scale = JSON.parse(data).report.management.scale[0];
expect('words typed behind the value that a paragraph is', pull(three.replace(paragraphs[1], (text) => text.replace('</w:p>', `${run('另有说明。')}</w:p>`))),
  { changes: [`replace /report/management/scale/0 ${JSON.stringify(`${scale}另有说明。`)}`], status: 0 });
expect('words typed before it', pull(three.replace(paragraphs[1], (text) => text.replace(/(<\/w:pPr>)?(?=<w:bookmarkStart|<w:sdt>)/, (all) => `${all}${run('另：')}`))),
  { changes: [`replace /report/management/scale/0 ${JSON.stringify(`另：${scale}`)}`], status: 0 });
expect('a digit typed beside the figure of a cell', pull(wrap(one, final, (control) => `${control}${run('5')}`)), { changes: replaced(5.135), status: 0 });
expect('a word typed beside the figure of a cell', pull(wrap(one, final, (control) => `${run('约')}${control}`)), { codes: ['W010'], status: 2, said: '约5.13' });
expect('a word typed beside values that a line has others of', pull(three.replace(/(<w:p>(?:(?!<\/w:p>).)*概况(?:(?!<\/w:p>).)*)<\/w:p>/s, `$1${run('说明')}</w:p>`)), { codes: ['W020'], status: 1 });
expect('a paragraph that was moved', pull(three.replace(paragraphs[1], '').replace(paragraphs[0], paragraphs[1] + paragraphs[0])),
  { codes: ['W027'], status: 1, said: '附件3 “部门整体支出规模” “2024年，县示例局年初…”：移动了一段' });
expect('two paragraphs that were exchanged, one of them edited', pull(three.replace(paragraphs[3], '').replace(paragraphs[1], paragraphs[3]
  + paragraphs[1].replace('年初预算', '年初的预算'))), { changes: [`replace /report/management/scale/0 ${JSON.stringify(
  JSON.parse(data).report.management.scale[0].replace('年初预算', '年初的预算'))}`], codes: ['W027'], status: 1 });
expect('a paragraph that is gone', pull(three.replace(paragraphs[1], '')), { codes: ['W021'], status: 1, said: '附件3 “部门整体支出规模” “2024年，县示例局年初…”：少了一段' });
expect('a paragraph that is deleted with its change tracked', pull(three.replace(paragraphs[1], deleted)), { codes: ['W021'], status: 1 });
expect('the same, not made', pull(three.replace(paragraphs[1], deleted), '--original'), { status: 0 });
expect('a text box', pull(one.replace('<w:body>',
  `<w:body><w:p><w:r><w:pict><w:txbxContent><w:p>${run('注')}</w:p></w:txbxContent></w:pict></w:r></w:p>`)),
  { codes: ['W022'], status: 1, said: '附件1：多了一个文本框' });
expect('a text box for new and old programs', pull(one.replace('<w:body>', `<w:body><w:p><w:r>${alternatives(
  `<w:drawing><w:txbxContent><w:p>${run('注')}</w:p></w:txbxContent></w:drawing>`,
  `<w:pict><w:txbxContent><w:p>${run('注')}</w:p></w:txbxContent></w:pict>`)}</w:r></w:p>`)), { codes: ['W022'], status: 1 });
for (const [name, object] of [['a picture', '<w:drawing/>'], ['an object', '<w:object/>'], ['a picture of old', '<w:pict/>']])
  expect(name, pull(one.replace('<w:body>', `<w:body><w:p><w:r>${object}</w:r></w:p>`)), { codes: ['W023'], status: 1 });
expect('another file within', pull(one.replace('<w:body>', '<w:body><w:altChunk/>')), { codes: ['W023'], status: 1 });
expect('a picture behind a value', pull(wrap(one, final, (control) => `${control}<w:r><w:drawing/></w:r>`)), { codes: ['W023'], status: 1, said: '附件1 “公务接待” 2024年决算数：文件里有图片' });
for (const [name, content] of [['a picture', '<w:r><w:drawing/></w:r>'], ['a sign', '<w:r><w:t>9.99</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'],
  ['an equation', '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>9.99</m:t></m:r></m:oMath>'],
  ['words struck through', '<w:r><w:rPr><w:strike/></w:rPr><w:t>5.13</w:t></w:r><w:r><w:t>9.99</w:t></w:r>'],
  ['words struck through twice', '<w:r><w:rPr><w:dstrike/></w:rPr><w:t>5.13</w:t></w:r><w:r><w:t>9.99</w:t></w:r>'],
  ['hidden words', '<w:r><w:rPr><w:vanish/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>9.99</w:t></w:r>']])
  expect(`${name} in a value`, pull(edit(one, final, () => content)), { codes: ['W023', 'W026'], status: 2 });
const raised = (words, digit) => `<w:r><w:t>${words}</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${digit}</w:t></w:r>`;
expect('the number of a note is none of the figure', pull(edit(one, final, () => raised('9.99', 1))), { codes: ['W010'], status: 2, said: '9.99¹' });
expect('words that are not hidden', pull(edit(one, final, () => '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>9.99</w:t></w:r>')), { changes: replaced(9.99), status: 0 });
expect('a paragraph that is new', pull(three.replace('</w:body>', `<w:p>${run('又及。')}</w:p></w:body>`)),
  { codes: ['W022'], status: 1, said: '”之后：多了一段' });

{
  const whole = [...three.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)].map(([text]) => text);
  const bare = (text) => text.replace(/^<w:p>(<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)?/s, '').replace(/<\/w:p>$/, '');
  const k = whole.indexOf(paragraphs[0]), [first, second] = whole.slice(k);
  const join = (xml, left, right) => xml.replace(left + right, `${left.replace(/<\/w:p>$/, '')}${bare(right)}</w:p>`);
  expect('two paragraphs that were joined', pull(join(three, first, second)), { codes: ['W046'], status: 1, said: '2 段并成了一段' });
  const n = whole.indexOf(paragraphs[3]);
  expect('a paragraph and the heading behind it that were joined', pull(join(three, whole[n], whole[n + 1])), { codes: ['W046'], status: 1 });
  const [last, words] = [...paragraphs[1].matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/gs)].at(-1);
  const parted = paragraphs[1].replace(last, last.replace(words, words.slice(0, 1))) + `<w:p>${run(words.slice(1))}</w:p>`;
  expect('a paragraph that was parted', pull(three.replace(paragraphs[1], parted)), { codes: ['W047'], status: 1, said: '一段分成了 2 段' });
  // A value in several paragraphs, its control in the k-th of them.
  const typed = (text) => `<w:p>${run(text)}</w:p>`;
  const apart = (xml, src, texts, k) => {
    const made = edit(xml, src, texts[k]), at = made.indexOf(`<w:tag w:val="${tagOf(xml, src)}"/>`);
    const begin = Math.max(made.lastIndexOf('<w:p>', at), made.lastIndexOf('<w:p ', at)), end = made.indexOf('</w:p>', at) + '</w:p>'.length;
    return [made.slice(0, begin), ...texts.slice(0, k).map(typed), made.slice(begin, end), ...texts.slice(k + 1).map(typed), made.slice(end)].join('');
  };
  const plain = (xml, src) => contentOf(xml, src).replaceAll(/<[^>]*>/g, '');
  const said = plain(three, '/report/management/scale/0'), middle = said.length >> 1;
  const [front, back] = [said.slice(0, middle), said.slice(middle)], third = Math.floor(said.length / 3);
  const touched = (text) => `${text.slice(0, 8)}现已核对${text.slice(12)}`;
  for (const [name, texts] of [['its first part edited', [touched(front), back]], ['its second part edited', [front, touched(back)]],
    ['both parts edited', [touched(front), touched(back)]], ['a sentence typed between', [`${front}另有说明。`, back]],
    ['its three parts edited', [touched(said.slice(0, third)), said.slice(third, 2 * third), touched(said.slice(2 * third))]]])
    for (let k = 0; k < texts.length; k++)
      expect(`a paragraph that was parted, ${name}, its control in part ${k}`, pull(apart(three, '/report/management/scale/0', texts, k)),
        { codes: ['W049'], status: 1, said: `一段分成了 ${texts.length} 段，文字也改了` });
  const cell = plain(two, '/department/goals/expected');
  expect('the text of a cell that was parted and edited', pull(apart(two, '/department/goals/expected', [touched(cell.slice(0, cell.length >> 1)), cell.slice(cell.length >> 1)], 0)),
    { codes: ['W049'], status: 1 });
  // What is typed behind a paragraph is no part of it.
  const reworded = (text) => text.replace('年初预算', '年初的预算');
  for (const more of ['另外，下一步将抓好预算执行管理。', `经核对，${said.slice(-12)}`, said])
    expect(`an edited paragraph and “${more.slice(0, 6)}…” behind it`, pull(apart(three, '/report/management/scale/0', [reworded, more], 0)),
      { changes: [`replace /report/management/scale/0 ${JSON.stringify(reworded(scale))}`], codes: ['W022'], status: 1 });
  const longest = (xml) => [...xml.matchAll(/<w:t [^>]*>([^<]*)/g)].map(([, text]) => text).sort((a, b) => b.length - a.length)[0];
  const reword = (xml) => xml.replace(longest(xml), touched);
  for (const [name, joined] of [['the first edited', join(three, first, second).replace(first.slice(0, -6), reword)],
    ['the second edited', join(three, first, second).replace(bare(second), reword)],
    ['both edited', join(three, first, second).replace(first.slice(0, -6), reword).replace(bare(second), reword)],
    ['the second without its control, edited', three.replace(first + second, first.replace(/<\/w:p>$/, `${run(touched(second.replaceAll(/<[^>]*>/g, '')))}</w:p>`))],
    ['the first without its control, edited', three.replace(first + second, second.replace(bare(second), (all) => run(touched(first.replaceAll(/<[^>]*>/g, ''))) + all))]])
    expect(`two paragraphs that were joined, ${name}`, pull(joined), { codes: ['W048'], status: 1, said: '2 段并成了一段，文字也改了' });
  expect('a paragraph that is gone behind one that was edited', pull(three.replace(first + second, reword(first))), { codes: ['W021'], status: 1,
    changes: [`replace /report/overview/basic/0 ${JSON.stringify(JSON.parse(data).report.overview.basic[0].replace(longest(first), touched))}`] });
}

// --- narrative -----------------------------------------------------------------

const paragraph = /"([^"]*截至\{\{year\}\}末[^"]*)"/.exec(data)[1];
const goals = '/department/goals/expected';
const source = JSON.parse(data).department.goals.expected;
expect('words between quoted values', pull(edit(two, goals, (content) => content.replace('稳定粮食生产', '稳住粮食生产'))),
  { changes: [`replace ${goals} ${JSON.stringify(source.replace('稳定', '稳住'))}`], status: 0 });
expect('a raised digit of a unit', pull(edit(two, goals, (content) => content.replace('<w:t xml:space="preserve">稳定粮食生产', `<w:t>10万m</w:t></w:r>${raised('', 2)}<w:r><w:t xml:space="preserve">稳定粮食生产`))),
  { changes: [`replace ${goals} ${JSON.stringify(`10万m²${source}`)}`], status: 0 });
expect('a quoted value', pull(edit(two, goals, (content) => content.replace('3000亩', '3200亩'))),
  { codes: ['W012'], status: 1 });
for (const words of ['3,000亩', '3000 亩', '３０００亩'])
  expect(`a quoted value said as “${words}”`, pull(edit(two, goals, (content) => content.replace('3000亩', words))), { status: 0 });
expect('a quoted value that follows from others', pull(edit(three, '/projects/0/funds/total/executed', '730')),
  { codes: ['W011'], status: 1, said: '公式 C01' });
for (const [number, words] of [[0, '7个'], [1, '办公室、政策法规股']])
  expect(`a quoted list “${words}”`, pull(edit(three, '/organisation/internal_offices', words, number)), { codes: ['W015'], status: 1 });
expect('several entries in the cell of a blank list', pull(edit(flat('附件4-5'), '/projects/4/indicators/benefit/ecological', '甲指标\n乙指标')),
  { codes: ['W015'], status: 1 });
expect('a paragraph that was emptied', pull(edit(three, '/report/management/scale/0', () => '')), { codes: ['W035'], status: 1 });
expect('a text that was emptied', pull(edit(two, goals, () => '')), { changes: [`replace ${goals} null`], status: 0 });
const [first] = /\{\{.*?\}\}/.exec(source);
expect('a quoted value that is gone', pull(edit(two, goals, (content) =>
  content.replace(/<w:bookmarkStart [^>]*><w:sdt>.*?<\/w:sdt>/, run('很多')))),
  { changes: [`replace ${goals} ${JSON.stringify(source.replace(first, '很多'))}`], codes: ['W013'], status: 1 });
expect('braces that are words', pull(edit(two, goals, (content) => content.replace('稳定粮食生产', '{{year}}'))),
  { changes: [`replace ${goals} ${JSON.stringify(source.replace('稳定粮食生产', '\\{{year}}'))}`], status: 0 });
report('the sample has a text with many references', paragraph.includes('{{staffing.total}}') ? [] : [paragraph]);

// --- several places, several files ------------------------------------------------


const date = '/filing/date';
const write = (name, text) => writeFileSync(join(work, name), text);
// Pulls several files; the changes, and the codes of each file.
function pullAll(texts, ...options) {
  const names = texts.map((text, k) => { write(`${k}.xml`, text); return `${k}.xml`; });
  const { status, stdout, stderr } = jixiao('pull', ...options, ...names, 'full.json');
  return { status, stderr, changes: JSON.parse(stdout || '[]').filter(({ op }) => op !== 'test'),
    codes: [...stderr.matchAll(/^(\d)\.xml: \S+ (\w+):/gm)].map(([, file, code]) => `${file}:${code}`) };
}
expect('a value that is edited in one of many places', pullAll([edit(one, date, '2025年4月20日'), two]),
  { changes: [`replace ${date} "2025-04-20"`], codes: ['0:W043'], status: 1, said: '另有 1 处没有改，仍是“2025年4月18日”（1.xml）' });
expect('the same where the other place says it, too', pullAll([edit(one, date, '2025年4月20日'), edit(two, date, '2025年4月20日')]),
  { changes: [`replace ${date} "2025-04-20"`], status: 0 });
{
  const places = one.split(`<w:tag w:val="${tagOf(one, '/year')}"/>`).length - 1;
  const everywhere = Array.from({ length: places }, (_, k) => k).reduce((xml, k) => edit(xml, '/year', '2025', k), one);
  report('the year stands in several places', places > 1 ? [] : [places]);
  expect('one of the places of the year', pull(edit(one, '/year', '2025')), { codes: ['W044'], status: 2, said: `同一个文件里另有 ${places - 1} 处仍是` });
  expect('all places of the year', pull(everywhere), { changes: ['replace /year 2025'], status: 0 });
}
expect('the same edit in two files', pullAll([edit(one, date, '2025年4月20日'), edit(two, date, '2025-4-20')]),
  { changes: [`replace ${date} "2025-04-20"`], status: 0 });
expect('another edit in each file', pullAll([edit(one, date, '2025年4月20日'), edit(two, date, '2025-4-21')]),
  { codes: ['1:W017'], status: 2 });
expect('a quoted value that is edited where it is from, too', pullAll([edit(one, final, '5.13万元').replace('x', 'x'),
  edit(three, '/staffing/in_service', '83人'), edit(one, '/staffing/in_service', '83')]),
  { changes: ['replace /staffing/in_service 83'], codes: ['2:W043'], status: 1 });
expect('another edit of a text in each file', pullAll(['稳住', '确保'].map((words) =>
  edit(two, goals, (content) => content.replace('稳定', words)))), { codes: ['1:W017'], status: 2 });
expect('one file of the whole set', pull(edit(readFileSync(join(sets.get('full').folder,
  sets.get('full').files.find((file) => !/附件/.test(file) && file.endsWith('.xml'))), 'utf8'), final, '9.99')),
  { changes: replaced(9.99), codes: ['W043'], status: 1 });

// References go by the name of an indicator.
{
  const named = '/projects/0/indicators/output/quantity/0/name', before = JSON.parse(data);
  for (const name of ['新建高标准农田', '新建.高标准农田']) {
    const written = /[.]/.test(name) ? `'${name}'` : name;
    const renamed = JSON.parse(data.replaceAll(/\{\{(projects\.farmland)?\.indicators\.output\.quantity\.新建高标准农田面积/g, `{{$1.indicators.output.quantity.${written}`));
    renamed.projects[0].indicators.output.quantity[0].name = name;
    write('back.xml', edit(flat('附件4-1'), named, name));
    write('own.json', data);
    const { status, stderr } = jixiao('pull', '--apply', 'back.xml', 'own.json');
    const own = JSON.parse(readFileSync(join(work, 'own.json'), 'utf8'));
    report(`references follow the name “${name}”`, JSON.stringify(own) === JSON.stringify(renamed) && status < 2 && / W045: .*处跟着改成了新名称/.test(stderr)
      && JSON.stringify(own) !== JSON.stringify(before) ? [] : [stderr]);
  }
  // A name that another entry has, too, leads to one of them only.
  const four = flat('附件4-1'), [first, second] = before.projects[0].indicators.output.quantity.map(({ name }) => name);
  const secondNamed = named.replace('/0/name', '/1/name'), called = (src, name) => `replace ${src} ${JSON.stringify(name)}`;
  expect('a name that another entry has', pull(edit(four, named, second)),
    { changes: [called(named, second)], codes: ['W050'], status: 1, said: '引用它的 10 处没有跟着改' });
  expect('a new name that two entries have', pull(edit(edit(four, named, '农田'), secondNamed, '农田')),
    { changes: [called(named, '农田'), called(secondNamed, '农田')], codes: ['W050', 'W050'], status: 1 });
  const swapped = pull(edit(edit(four, named, second), secondNamed, first));
  report('references follow names that changed places', swapped.codes.join(' ') === 'W045 W045' && swapped.changes.length > 2 ? [] : [swapped.stderr]);
  // A text that is edited in two ways stays as it is, with its references.
  const both = pullAll([edit(four, named, '农田'), ...['稳住', '确保'].map((words) => edit(two, goals, (content) => content.replace('稳定', words)))]);
  expect('references in a text that is edited in two ways', { ...both, changes: both.changes.filter(({ path }) => [goals, named].includes(path)) },
    { changes: [called(named, '农田')], codes: ['0:W045', '0:W051', '2:W017'], status: 2, said: '引用它的 1 处所在的文字改法不一' });
}

// --- what a patch is -------------------------------------------------------------

{
  const four = flat('附件4-2');
  const { patch } = pull(edit(edit(four, '/projects/1/name', '疫病防控'), '/projects/1/funds/fiscal_appropriation/executed', '170'));
  const { id, funds, name } = JSON.parse(data).projects[1];
  const wanted = [{ op: 'test', path: '/projects/1/id', value: id }, { op: 'test', path: '/projects/1/name', value: name },
    { op: 'replace', path: '/projects/1/name', value: '疫病防控' },
    { op: 'test', path: '/projects/1/id', value: id },
    { op: 'test', path: '/projects/1/funds/fiscal_appropriation/executed', value: funds.fiscal_appropriation.executed },
    { op: 'replace', path: '/projects/1/funds/fiscal_appropriation/executed', value: 170 }];
  report('a patch tests ids and values first', JSON.stringify(patch) === JSON.stringify(wanted) ? [] : [JSON.stringify(patch)]);
}

// --- the data file -----------------------------------------------------------------

// Rules run where the data is written; a change of them is looked at in any case.
{
  const refused = pull(edit(one, final, '9.99'), '--disable', 'A99');
  expect('a change of a rule that is not there', refused, { status: 3 });
  report('and it is said', /U019/.test(refused.stderr) ? [] : [refused.stderr]);
}

// The data file after --apply, and what was said.
function apply(text, ...files) {
  write('own.json', text);
  const names = files.map((file, k) => { write(`${k}.xml`, file); return `${k}.xml`; });
  const { status, stderr } = jixiao('pull', '--apply', ...names, 'own.json');
  return { status, stderr, text: readFileSync(join(work, 'own.json'), 'utf8') };
}
function applied(name, { text, status, stderr }, wanted, code) {
  report(name, [...text === wanted ? [] : ['other bytes'], ...status < 3 ? [] : [`status ${status}`],
    ...stderr.includes(` ${code}: `) ? [] : [stderr]]);
}
applied('edited values alone are written', apply(data, edit(edit(one, final, '9.99'), date, '2025-4-20')),
  data.replace('"final": 5.1267', '"final": 9.99').replace('"2025-04-18"', '"2025-04-20"'), 'W031');
applied('nothing is written where nothing was edited', apply(data, one), data, 'W030');
applied('nothing is written where a value cannot be read', apply(data, edit(edit(one, final, '约9'), date, '2025-4-20')), data, 'W032');
applied('nothing is written where two files contradict one another',
  apply(data, edit(one, date, '2025-4-20'), edit(two, date, '2025-4-21')), data, 'W032');
{
  const { status, stderr } = apply(data, edit(one, final, '9.99'));
  const lines = stderr.split('\n').filter((line) => /^\S+: \S+ \w+: /.test(line));
  report('what came back is said last', lines.length > 1 && / W031: /.test(lines.at(-1)) && !lines.slice(0, -1).some((line) => / W\d+: /.test(line)) ? [] : [stderr]);
  report('what was checked is said as check says it', status === 1 && /^ +警告 A06 +1 处 +\S/m.test(stderr) ? [] : [stderr]);
}
applied('nothing is written that has not the right shape', apply(data, edit(one, '/staffing/in_service', '-3')), data, 'W033');
{
  const wide = `\uFEFF${data}`;
  applied('a byte order mark stays', apply(wide, edit(one, final, '9.99')), wide.replace('"final": 5.1267', '"final": 9.99'), 'W031');
  const packed = JSON.stringify(JSON.parse(data));
  applied('the layout stays', apply(packed, edit(one, final, '9.99')), packed.replace('"final":5.1267', '"final":9.99'), 'W031');
  const string = data.replace('"final": 5.1267', '"final": "5.1267"');
  applied('a figure in quotation marks keeps them', apply(string, edit(one, final, '9.99')), data.replace('"final": 5.1267', '"final": "9.99"'), 'W031');
  const bare = JSON.parse(data);
  delete bare.filing;
  write('bare.json', JSON.stringify(bare, null, 2));
  jixiao('build', '--format', 'flat-opc', '-o', 'out', 'bare.json');
  const blank = readFileSync(join(work, 'out/bare', sets.get('full').files.find((file) => file.includes('_附件1_') && file.endsWith('.xml'))), 'utf8');
  const filled = apply(JSON.stringify(bare, null, 2), edit(edit(edit(blank, '/filing/preparer', '王五'), date, '2025-4-20'), '/staffing/in_service', '83'));
  const wanted = JSON.parse(JSON.stringify(bare));
  wanted.staffing.in_service = 83;
  wanted.filing = { date: '2025-04-20', preparer: '王五' };
  report('objects are added around values', JSON.stringify(JSON.parse(filled.text)) === JSON.stringify(wanted)
    ? [] : [filled.stderr, filled.text.slice(-300)]);
  const deviation = '/department/indicators/output/quantity/0/deviation';
  const { text } = apply(data, edit(two, deviation, '雨水偏多'));
  const before = JSON.parse(data);
  before.department.indicators.output.quantity[0].deviation = '雨水偏多';
  const missing = data.split('\n').filter((line) => !text.split('\n').includes(line));
  report('a member that is added leaves all else', JSON.stringify(JSON.parse(text)) === JSON.stringify(before) && missing.length <= 1
    ? [] : [missing.join('\n')]);
}

// Parts beside the document, as its relationships name them.
const related = (...parts) => one.replace('</Relationships></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml"',
  `${parts.map(([type], k) => `<Relationship Id="rId9${k}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="own${k}.xml"/>`).join('')
  }</Relationships></pkg:xmlData></pkg:part>${parts.map(([, xml], k) => `<pkg:part pkg:name="/word/own${k}.xml" pkg:contentType="x"><pkg:xmlData>${
    xml.replace('>', ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">')}</pkg:xmlData></pkg:part>`).join('')
  }<pkg:part pkg:name="/word/document.xml"`);
// Pulls from a pipe, and does something once the data file has been read.
function applyLate(text, between) {
  write('own.json', text);
  execFileSync('mkfifo', [join(work, 'late.xml')]);
  const child = spawn(program, ['pull', '--apply', 'late.xml', 'own.json'], { cwd: work, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (bytes) => { stderr += bytes; });
  const pipe = openSync(join(work, 'late.xml'), 'w');           // waits for who reads
  between();
  writeSync(pipe, edit(one, final, '9.99'));
  closeSync(pipe);
  rmSync(join(work, 'late.xml'));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stderr })));
}
for (const [name, other] of [['changed', () => write('own.json', `${data} `)], ['taken away', () => rmSync(join(work, 'own.json'))],
  ['put in place of', () => { rmSync(join(work, 'own.json')); write('other.json', data.replace('2024', '2023')); symlinkSync('other.json', join(work, 'own.json')); }]]) {
  const { status, stderr } = await applyLate(data, other);
  const left = existsSync(join(work, 'own.json')) ? readFileSync(join(work, 'own.json'), 'utf8') : '';
  report(`nothing is written over data that was ${name} since`, status >= 2 && / W034: /.test(stderr) && !left.includes('"final": 9.99') ? [] : [`${status} ${stderr}`]);
  rmSync(join(work, 'own.json'), { force: true });
}

// --- made of other data, or of another edition ---------------------------------------

{
  write('full.json', data.replace('"final": 5.1267', '"final": 6').replace('稳定粮食生产', '确保粮食生产'));
  const before = pull(one), after = pull(edit(one, date, '2025-4-20'));
  expect('old values that nobody has touched', before, { codes: ['W007'], status: 1 });
  expect('an edit among old values', after, { changes: [`replace ${date} "2025-04-20"`], codes: ['W007'], status: 1 });
  expect('a value that was changed on both sides', pull(edit(one, final, '9.99')), { codes: ['W007', 'W019'], status: 2 });
  const fewer = JSON.parse(data);
  fewer.projects.pop();
  write('full.json', JSON.stringify(fewer));
  const gone = pull(edit(flat('附件4-5'), '/projects/4/name', '新名'));
  expect('values that the data has no more', gone, { codes: ['W040'], status: 1 });
  // Entries are known by their keys, wherever they are now.
  const moved = JSON.parse(data);
  moved.projects.unshift(moved.projects.pop());
  moved.department.indicators.output.quality.reverse();
  write('full.json', JSON.stringify(moved));
  const executed = (k) => `/projects/${k}/funds/fiscal_appropriation/executed`;
  const four = edit(flat('附件4-2'), executed(1), '170');
  expect('an edit of a project that has been moved', pull(four), { changes: [`replace ${executed(2)} 170`], codes: ['W029', 'W041'], status: 0 });
  expect('the same by its bookmark', pull(four.replaceAll(/<w:tag [^>]*>/g, '')), { changes: [`replace ${executed(2)} 170`], codes: ['W029', 'W041'], status: 0 });
  expect('an edit of an indicator that has been moved', pull(edit(two, `${measure}/actual`, '99.1%')),
    { changes: ['replace /department/indicators/output/quality/0/measure/actual 99.1'], codes: ['W029', 'W041'], status: 0 });
  // Nothing of it was moved but indicators: its number is fixed words.
  const numbered = two.replace(/附件(<[^<]*>)*2/, (words) => words.replace(/2$/, '9'));
  expect('a number in an attachment that has not been moved', pull(numbered),
    { codes: ['W020', 'W029', 'W041'], status: 1, said: '附件9' });
  moved.projects[2].id = 'renewed';
  write('full.json', JSON.stringify(moved));
  expect('an edit of a project that has been moved and has another id', pull(four), { codes: ['W040'], status: 1 });
  const renamed = JSON.parse(data);
  renamed.projects[1].id = 'renewed';
  write('full.json', JSON.stringify(renamed).replaceAll(`projects.${JSON.parse(data).projects[1].id}.`, 'projects.renewed.'));
  expect('an edit of a project that has another id', pull(four), { changes: [`replace ${executed(1)} 170`], codes: ['W029'], status: 0 });
  renamed.projects = JSON.parse(data).projects;
  renamed.projects.splice(1, 1);
  write('full.json', JSON.stringify(renamed));
  expect('an edit of a project that has been removed', pull(four), { codes: ['W040'], status: 1, said: '“epidemic”的' });
  write('full.json', data.replace('稳定粮食生产', '确保粮食生产'));
  report('other data is said first', /^back\.xml: 警告 W007/.test(after.stderr) ? [] : [after.stderr]);
  expect('an old text that nobody has touched', pull(two), { codes: ['W007'], status: 1 });
  write('full.json', data);
  expect('another edition', pull(edit(one, final, '9.99').replace(/(<values [^>]*edition=")[^"]*/, '$1hunan-county-2031')),
    { codes: ['W006'], status: 2 });
  expect('a part that lies', pull(edit(one, final, '9.99').replace(/(<value tag="[^"]*" src=")\/county"/, '$1/year"')),
    { changes: replaced(9.99), codes: ['W009'], status: 1 });
  expect('a tag that points elsewhere', pull(one.replaceAll('w:val="7hp3hnpru5"', 'w:val="aaaaaaaaaa"')),
    { codes: ['W008', 'W018'], status: 1 });
  expect('no part at all', pull(edit(one, final, '9.99').replace(/<values .*<\/values>/s, '<other/>')),
    { changes: replaced(9.99), codes: ['W028'], status: 0 });
  const row = /(<value tag="[^"]*" src="\/expenditure\/three_public\/reception\/final"[^>]* value=")[^"]*/;
  expect('a part that lies of a value', pull(edit(one, final, '9.99').replace(row, '$199900.00')),
    { changes: replaced(9.99), codes: ['W009'], status: 1 });
  expect('a digest of other data, all values alike', pull(edit(one, final, '9.99').replace(/data-sha256="./, 'data-sha256="x')),
    { changes: replaced(9.99), codes: ['W029'], status: 0 });
  const says = (name, value) => edit(one, final, '9.99').replace(new RegExp(`(<values [^>]* ${name}=")[^"]*`), `$1${value}`);
  expect('a unit that was renamed since', pull(says('unit', '示例县某局')),
    { changes: replaced(9.99), codes: ['W038'], status: 1, said: '“示例县某局”2024年度' });
  expect('another year', pull(says('period', '2023年度')), { codes: ['W037'], status: 2, said: '“示例县示例局”2023年度' });
  write('full.json', readFileSync('input/taojiang-hrss-2023.json', 'utf8').replace('"year": 2023', '"year": 2024'));
  expect('another unit', pull(edit(one, final, '9.99')), { codes: ['W037'], status: 2 });
  write('full.json', data);
  const commented = related(['comments', `<w:comments><w:comment w:author="a" w:id="1"><w:p>${run('请核对')}</w:p></w:comment></w:comments>`])
    .replace('<w:body>', '<w:body><w:p><w:r><w:drawing/></w:r></w:p>').replace(/data-sha256="./, 'data-sha256="x').replace(row, '$199900.00');
  expect('what it was made of before all else', pull(commented), { codes: ['W007', 'W023', 'W025'], status: 1 });
}

expect('bookmarks where tags are gone', pull(edit(edit(one, final, '9.99'), date, '2025-4-20').replaceAll(/<w:tag [^>]*>/g, '')),
  { changes: [`replace ${date} "2025-04-20"`, ...replaced(9.99)], status: 0 });
expect('a text with quoted values where tags are gone', pull(edit(two, goals, (content) => content.replace('稳定粮食生产', '稳住粮食生产'))
  .replaceAll(/<w:tag [^>]*>/g, '')), { changes: [`replace ${goals} ${JSON.stringify(source.replace('稳定', '稳住'))}`], status: 0 });

{
  write('unseen.xml', edit(one, '/filing/preparer', '李\u009B31m\u202E\u2028明'));
  const { stdout } = jixiao('pull', 'unseen.xml', 'full.json');
  const value = JSON.parse(stdout).find(({ op }) => op === 'replace')?.value;
  report('what nobody sees is escaped in a patch', value === '李\u009B31m\u202E\u2028明' &&
    !/[\u0080-\u009F\u2028\u202E]/.test(stdout) ? [] : [stdout]);
}
{
  write('gone.xml', one);
  const { stderr } = jixiao('pull', 'gone.xml', 'gone.json');
  report('a data file that is not there is named', stderr.startsWith('gone.json: 系统 X010') ? [] : [stderr]);
}

// As LibreOffice leaves quoted values that were replaced as a whole: beside the
// bookmark of the text, at whose edges they were.
{
  const src = '/report/management/scale/0', text = JSON.parse(data).report.management.scale[0];
  const outer = new RegExp(`<w:bookmarkStart w:id="(\\d+)" w:name="v_${tagOf(three, src)}_[^>]*/>`).exec(three);
  const beside = (content) => {
    const plain = wrap(three, src, (control) => content(contentOf(control, src, 0, three))).replace(outer[0], '');
    return plain.replaceAll(/<w:tag [^>]*>/g, '');
  };
  const start = outer[0], end = `<w:bookmarkEnd w:id="${outer[1]}"/>`;
  const inner = '<w:bookmarkStart [^>]*>(?:(?!<w:bookmarkEnd).)*<w:bookmarkEnd [^>]*>';
  const left = (content) => content.replace(new RegExp(`^${inner}`), (value) => value + start);
  expect('a text beside the value that it begins with', pull(beside(left)), { status: 0 });
  expect('an edited text beside the value that it begins with', pull(beside((content) => left(content).replace('全年执行', '全年支出'))),
    { changes: [`replace ${src} ${JSON.stringify(text.replace('全年执行', '全年支出'))}`], status: 0 });
  const right = (content) => start + content.replace(new RegExp(`(${inner})$`), (all, value) => `${end}${value}`);
  expect('a text beside the value that it ends with', pull(beside(right)), { status: 0 });
}

// --- .docx files, and what is none ----------------------------------------------------

const docx = (form) => join(sets.get('full').folder, sets.get('full').files.find((file) => file.includes(`_${form}_`) && file.endsWith('.docx')));
function pullFile(name, ...options) {
  const { status, stdout, stderr } = jixiao('pull', ...options, name, 'full.json');
  return { status, stderr, changes: JSON.parse(stdout || '[]').filter(({ op }) => op !== 'test'),
    codes: [...stderr.matchAll(/^[^:\n]*\.\w+#?(?<!full\.json): \S+ (W\w+):/gm)].map(([, code]) => code) };
}
repack(docx('附件1'), join(work, '改过的表（李）.docx'), (name, text) => name === 'word/document.xml'
  ? edit(text, final, '9.99', 0, one) : text);
expect('a .docx of another name', pullFile('改过的表（李）.docx'), { changes: replaced(9.99), status: 0 });
execFileSync('python3', ['-c', `
import sys, zipfile
old, new = sys.argv[1:]
names = {'word/document.xml': 'word/document2.xml', 'word/_rels/document.xml.rels': 'word/_rels/document2.xml.rels',
    'customXml/item1.xml': 'customXml/item7.xml', 'customXml/_rels/item1.xml.rels': 'customXml/_rels/item7.xml.rels'}
with zipfile.ZipFile(old) as before, zipfile.ZipFile(new, 'w', zipfile.ZIP_DEFLATED) as after:
    for name in before.namelist():
        text = before.read(name).decode()
        if name.endswith('.rels') or name == '[Content_Types].xml':
            text = text.replace('document.xml', 'document2.xml').replace('../customXml/item1.xml', '/customXml/item7.xml')
        after.writestr(names.get(name, name), text)
`, join(work, '改过的表（李）.docx'), join(work, 'renamed.docx')]);
expect('a .docx with renamed parts', pullFile('renamed.docx'), { changes: replaced(9.99), status: 0 });
expect('comments', pull(related(['comments', `<w:comments><w:comment w:author="财政局" w:id="1"><w:p>${run('请核对')}</w:p></w:comment></w:comments>`])),
  { codes: ['W025'], status: 0 });
{
  const note = (place) => related(['comments', `<w:comments><w:comment w:author="财政局" w:id="7"><w:p>${run('请核对')}</w:p></w:comment></w:comments>`])
    .replace(contentOf(one, final), place);
  const reference = '<w:r><w:commentReference w:id="7"/></w:r>';
  for (const [name, place] of [['on words', `<w:commentRangeStart w:id="7"/>${contentOf(one, final)}<w:commentRangeEnd w:id="7"/>${reference}`],
    ['at a place', contentOf(one, final) + reference]])
    expect(`a comment ${name}`, pull(note(place)), { codes: ['W025'], status: 0, said: '附件1 “公务接待” 2024年决算数：批注（财政局）：请核对' });
}
for (const [type, root] of [['footnotes', 'footnotes'], ['endnotes', 'endnotes'], ['header', 'hdr'], ['footer', 'ftr']])
  expect(`words in ${type}`, pull(related([type, `<w:${root}><w:p>${run('内部资料')}</w:p></w:${root}>`])), { codes: ['W022'], status: 1 });
expect('the number of a page', pull(related(['footer', `<w:ftr><w:p>${run('— 12 —')}</w:p></w:ftr>`])), { status: 0 });
expect('a part that is not there', pull(related(['footnotes', '<w:x></w:x>']).replace('pkg:name="/word/own0.xml"', 'pkg:name="/word/other.xml"')), { codes: ['W023'], status: 1 });

write('empty.docx', '');
write('words.docx', '不是文档');
for (const mark of ['~$件1.docx', '.~lock.附件1.docx#', '.~附件1.docx'])
  write(mark, '\x05示例');
write('other.docx', '<a/>');
write('old.docx', Buffer.concat([Buffer.from([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), Buffer.alloc(600)]));
write('typed.docx', '<!DOCTYPE a [<!ENTITY b "c">]><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">&b;</pkg:package>');
write('cut.docx', readFileSync(docx('附件1')).subarray(0, 5000));
repack(docx('附件1'), join(work, 'entities.docx'), (name, text) => name === 'word/document.xml'
  ? text.replace(/^(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE a [<!ENTITY b "c">]>') : text);
repack(docx('附件1'), join(work, 'sheet.docx'), (name, text) => name === 'word/document.xml'
  ? '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>' : text);
repack(docx('附件1'), join(work, 'no-rels.docx'), (name, text) => name === '_rels/.rels' ? undefined : text);
repack(docx('附件1'), join(work, 'other-rels.docx'), (name, text) => name === '_rels/.rels' ? text.replace(/<Relationship [^>]*>/g, '') : text);
repack(docx('附件1'), join(work, 'bad-xml.docx'), (name, text) => name === 'word/document.xml' ? text.slice(0, 5000) : text);
repack(docx('附件1'), join(work, 'bomb.docx'), (name, text) => name === 'word/document.xml'
  ? text.replace('<w:body>', `<w:body>${' '.repeat(80 << 20)}`) : text);
write('foreign.xml', one.replaceAll(/<w:(tag|bookmarkStart) [^>]*>/g, ''));
for (const [name, code] of [['empty.docx', 'W001'], ['words.docx', 'W001'], ['other.docx', 'W001'], ['old.docx', 'W002'],
  ['typed.docx', 'W004'], ['cut.docx', 'W003'], ['entities.docx', 'W004'], ['sheet.docx', 'W001'], ['no-rels.docx', 'W001'],
  ['other-rels.docx', 'W001'], ['bad-xml.docx', 'W003'], ['bomb.docx', 'W003'], ['foreign.xml', 'W005'],
  ['~$件1.docx', 'W052'], ['.~lock.附件1.docx#', 'W052'], ['.~附件1.docx', 'W052']])
  expect(`not read: ${name}`, pullFile(name), { codes: [code], status: 2 });
report('a file that is not there', pullFile('none.docx').status === 4 ? [] : ['status']);
report('a good file beside a bad one', JSON.parse(jixiao('pull', 'old.docx', '改过的表（李）.docx', 'full.json').stdout).length === 2
  ? [] : ['no change']);
{
  const many = Array.from({ length: 10000 }, (_, k) => `<w:p><w:sdt><w:sdtPr><w:tag w:val="x${k}"/></w:sdtPr><w:sdtContent>${run(`值${k}`)}</w:sdtContent></w:sdt></w:p>`).join('');
  const { codes, status } = pull(one.replace('<w:body>', `<w:body>${many}`));
  report('ten thousand controls of others', codes.length === 10000 && codes.every((code) => code === 'W022') && status === 1 ? [] : [codes.length]);
  const { status: other, stderr } = pull(one.replace('<w:body>', `<w:body><w:p>${run('字'.repeat(3 << 20))}</w:p>`));
  report('nine megabytes of text', other === 1 && stderr.includes('字…”') && stderr.length < 2000 ? [] : [other, stderr.length]);
}

rmSync(work, { recursive: true });
process.exit(exitStatus());
