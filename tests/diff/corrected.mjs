// What a build says of the set that it corrects, on the terminal, on the index
// page and in the check report (本次更正): the files that are new for it, and
// the findings that went and came; that the same data gives the same bytes again,
// and that nothing of this ever stops a build.
//
//   node tests/diff/corrected.mjs        of $JIXIAO, or build/jixiao

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const jixiao = process.env.JIXIAO ?? 'build/jixiao';
const full = readFileSync('input/example-full-2024.json', 'utf8');
const work = mkdtempSync(join(tmpdir(), 'jixiao-corrected-'));
const file = join(work, 'data.json'), output = join(work, 'sets'), set = join(output, 'data');
const KEPT = '数据.json', FORMER = '更正前数据.json';
let failed = 0;

function report(name, fault) {
  console.log(fault ? `not ok ${name}: ${fault}` : `ok ${name}`);
  failed ||= fault ? 1 : 0;
}

// Makes the set; only what is made of a correction is verified, which takes most
// of the time.
function make(...options) {
  const { status, stdout, stderr } = spawnSync(jixiao, ['build', '--format', 'html', '-o', output, ...options, file],
    { encoding: 'utf8', timeout: 120000 });
  return { status, lines: stdout.trim().split('\n').map(line => line.trim()), stderr };
}

const build = (...options) => make('--verify', ...options);
const write = data => writeFileSync(file, typeof data === 'string' ? data : JSON.stringify(data, null, 1));
const bytes = () => Object.fromEntries(readdirSync(set).map(name => [name, readFileSync(join(set, name), 'latin1')]));
const shown = name => readFileSync(join(set, name), 'utf8').replace(/<(style|script).*?<\/\1>/gs, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const differing = (a, b) => [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(name => a[name] !== b[name]);

// The lines below a heading, up to the next.
function part(lines, heading) {
  const headings = /^(填报的改动|由此改变的|内容随之改变的文件|消除的问题|新出现的问题) \d+$/;
  const first = lines.findIndex(line => line.startsWith(`${heading} `) && headings.test(line));
  if (first < 0)
    return [];
  const rest = lines.slice(first + 1), next = rest.findIndex(line => headings.test(line));
  return next < 0 ? rest : rest.slice(0, next);
}

// A first set of the data as it is, and what is said of it changed.
function correct(change, ...options) {
  rmSync(output, { recursive: true, force: true });
  write(full);
  make(...options);
  const data = JSON.parse(full);
  write(change(data) ?? data);
  return build(...options);
}

const names = documents => ['全套材料', '核对报告', ...documents];
const FORMS = { 1: '附件1 部门整体支出绩效评价基础数据表', 2: '附件2 部门整体支出绩效自评表', 3: '附件3 部门整体支出绩效报告' };

// Which files are new, and which findings of which codes went and came; the index
// and the report show each of them, and another build of the same changes nothing.
function says(name, change, documents, gone = [], came = []) {
  const { lines, stderr } = correct(change);
  const files = part(lines, '内容随之改变的文件');
  const codes = heading => part(lines, heading).map(line => line.match(/ ([A-Z]+\d+[a-z]?): /)?.[1] ?? line);
  const expected = documents.length ? names(documents) : ['核对报告'];
  const pages = [shown('index.html'), shown('核对报告.html')];
  const lacking = [...files, ...part(lines, '消除的问题'), ...part(lines, '新出现的问题')]
    .map(line => line.replace(/^.*?[A-Z]+\d+[a-z]?: .*?：/, '').replace(/：(删去|新增)$/, '').split(' ').at(-1))
    .filter(words => pages.some(page => !page.includes(words)));
  const before = bytes();
  const again = make();
  const faults = differing(before, bytes());
  report(name, !lines.some(line => line.startsWith('填报的改动')) ? `it tells no correction: ${lines} ${stderr}`
    : JSON.stringify(files) !== JSON.stringify(expected) ? `new files: ${files}`
      : JSON.stringify(codes('消除的问题')) !== JSON.stringify(gone) ? `gone: ${part(lines, '消除的问题')}`
        : JSON.stringify(codes('新出现的问题')) !== JSON.stringify(came) ? `come: ${part(lines, '新出现的问题')}`
          : lacking.length ? `a page lacks ${lacking[0]}`
            : pages.some(page => !page.includes('本次更正')) ? 'a page has no 本次更正'
              : again.lines.length !== 1 ? `a second build tells ${again.lines}`
                : faults.length ? `a second build changes ${faults}`
                  : readFileSync(join(set, FORMER), 'utf8') !== full ? 'it does not keep the former data' : '');
}

// --- every kind of change -----------------------------------------------------

says('an amount', d => { d.expenditure.three_public.reception.final = 5.02; }, [FORMS[1], FORMS[3]]);
says('a text that one attachment prints', d => { d.austerity_measures = d.austerity_measures.replace('逐月', '按季'); }, [FORMS[1]]);
says('a report alone', d => { d.report.next_steps[0].items.splice(1, 1); }, [FORMS[3]]);
says('a stated total that is wrong', d => { d.staffing.total = 118; }, [FORMS[3]], [], ['D03', 'D07']);
says('what no form prints', d => { d.$schema = 'x.json'; }, []);
says('a warning that is no longer explained', d => { d.explanations = []; }, [], [], ['A09']);

const explained = JSON.parse(full).explanations;
const unexplained = full.replace(/"explanations": \[[^\]]*\]/, '"explanations": []');
rmSync(output, { recursive: true, force: true });
write(unexplained);
make();
write({ ...JSON.parse(unexplained), explanations: explained });
const answered = part(build().lines, '消除的问题');
report('a warning that is explained is told as such', answered.length === 1 && answered[0].startsWith('（已说明理由）警告 A09')
  && shown('index.html').includes('（已说明理由）') ? '' : `it tells ${answered}`);

const entries = (kind, title, ...projects) => projects.map((project, k) => `附件${kind}-${k + 1} ${title}（${project}）`);
const TABLE = '项目支出绩效自评表', REPORT = '项目支出绩效报告';
const [first, second, ...others] = JSON.parse(full).projects.map(project => project.name);
says('projects that change places', d => { d.projects.unshift(...d.projects.splice(1, 1)); },
  [FORMS[3], ...entries(4, TABLE, second, first), ...entries(5, REPORT, second, first)]);

// A finding inside an entry is the same where the entry has moved.
const wrong = JSON.parse(full);
wrong.projects[0].total = { ...wrong.projects[0].total, score: 12 };
rmSync(output, { recursive: true, force: true });
write(wrong);
make();
wrong.projects.push(wrong.projects.shift());
write(`\n\n${JSON.stringify(wrong)}`);
const moved = build();
report('a finding moves with its entry, whatever its line', part(moved.lines, '填报的改动').length === 1
  && !moved.lines.some(line => /^(消除的问题|新出现的问题)/.test(line)) && /错误 /.test(moved.stderr) ? ''
  : `${moved.lines} ${moved.stderr}`);

const added = correct(d => { d.projects.push({ id: 'new', name: '新项目' }); }).lines;
report('a project that comes brings its attachments', ['附件4-6 项目支出绩效自评表（新项目）：新增', '附件5-6 项目支出绩效报告（新项目）：新增']
  .filter(line => !part(added, '内容随之改变的文件').includes(line)).join());
const removed = correct(d => { d.projects.pop(); }).lines;
report('and one that goes takes them away', entries(4, TABLE, first, second, ...others).concat(entries(5, REPORT, first, second, ...others))
  .filter(line => /-5 /.test(line) && !part(removed, '内容随之改变的文件').includes(`${line}：删去`)).join());

// --- which data it is compared with -------------------------------------------

const reception = figure => full.replace('"final": 5.1267', `"final": ${figure}`);
correct(() => reception(5.02));
write(reception(5.03));
const next = build().lines;
report('each correction is told from the one before', part(next, '填报的改动')[0] === '附件1 “公务接待” 2024年决算数 5.02 → 5.03万元'
  && readFileSync(join(set, FORMER), 'utf8') === reception(5.02) ? '' : String(next));
const before = bytes();
write(`${reception(5.03)}\n`);
const layout = build();
report('another layout of the data corrects nothing', layout.lines.length === 1 && shown('index.html').includes('5.02万元') ? '' : String(layout.lines));
report('the data is kept as it is all the same', readFileSync(join(set, KEPT), 'utf8') === `${reception(5.03)}\n` ? '' : 'it is not');
rmSync(output, { recursive: true });
write(reception(5.03));
make();
report('a set made afresh tells no correction', !existsSync(join(set, FORMER)) && !shown('index.html').includes('本次更正')
  && !shown('核对报告.html').includes('本次更正') ? '' : 'it does');
rmSync(output, { recursive: true });
write(reception(5.02));
make();
write(reception(5.03));
make();
report('the same two give the same bytes', differing(before, bytes()).join());

// --- a part of the set --------------------------------------------------------

const only = correct(() => reception(5.02)) && (write(reception(5.03)), build('--only', '附件1')).lines;
report('a part tells what it has not made', JSON.stringify(part(only, '内容随之改变的文件')) === JSON.stringify(['全套材料（这次没有生成）', '核对报告',
  FORMS[1], `${FORMS[3]}（这次没有生成）`]) ? '' : String(only));
report('its pages say so', shown('index.html').includes('（这次没有生成）') && shown('核对报告.html').includes('（这次没有生成）') ? '' : 'they do not');
report('and leaves the data that was corrected', readFileSync(join(set, FORMER), 'utf8') === full
  && readFileSync(join(set, KEPT), 'utf8') === reception(5.02) ? '' : 'it does not');
const whole = build().lines;
report('the whole set tells the same then', part(whole, '填报的改动')[0] === part(only, '填报的改动')[0] ? '' : String(whole));

// --- what cannot be compared --------------------------------------------------

// The build ends as without, with a hint, and no page tells a correction; the next
// one is as if nothing had been.
function refuses(name, code, spoil, ...options) {
  correct(() => reception(5.02));
  spoil();
  const { lines, stderr, status } = build(...options);
  const hints = stderr.split('\n').filter(line => / Q\d+: /.test(line));
  const made = bytes();
  report(name, status > 2 || lines.length !== 1 ? `status ${status}: ${lines} ${stderr}`
    : hints.length !== 1 || !hints[0].includes(`提示 ${code}: `) ? `it says ${stderr}`
      : shown('index.html').includes('本次更正') || shown('核对报告.html').includes(code) ? 'a page tells of it'
        : existsSync(join(set, FORMER)) && !/更正前/.test(name) ? 'it keeps former data'
          : build().stderr.includes(' Q') ? 'the next build says it again'
            : differing(made, bytes()).length ? `the next build changes ${differing(made, bytes())}` : '');
}

refuses('data that was edited in the folder', 'Q007', () => { writeFileSync(join(set, KEPT), '{'); write(reception(5.03)); });
refuses('data that is gone', 'Q003', () => { rmSync(join(set, KEPT)); write(reception(5.03)); });
refuses('更正前数据 that is gone', 'Q003', () => rmSync(join(set, FORMER)));
refuses('更正前数据 that was edited', 'Q007', () => writeFileSync(join(set, FORMER), full.replace('5.1267', '5')));

// The set of another unit or year is left as it is, unless it is said to be
// replaced.
function spares(name, words, data) {
  for (const options of [[], ['--only', '附件1']]) {
    correct(() => reception(5.02));
    const before = bytes();
    write(data);
    const { lines, stderr, status } = build(...options);
    report([name, ...options].join(' '), status !== 3 || lines.join() ? `status ${status}: ${lines} ${stderr}`
      : !words.every(word => stderr.includes(word)) || !/ 用法 Q006: .* -o .*--overwrite/.test(stderr) ? `it says ${stderr}`
        : differing(before, bytes()).join());
  }
  refuses(`${name} --overwrite`, 'Q004', () => write(data), '--overwrite');
}

const renamed = full.replaceAll('示例县示例局', '示例县水利局');
const with_other_amounts = data => data.replace(/(?<=": )\d+\.\d+(?=[,\s])/g, '1$&');
const other_unit = with_other_amounts(renamed);
spares('another unit', ['“示例县示例局”2024年度', '“示例县水利局”2024年度'], other_unit);
spares('another year', ['“示例县示例局”2024年度', '“示例县示例局”2025年度'], with_other_amounts(full.replace('"year": 2024', '"year": 2025')));

// A unit's name that is corrected is a correction: its amounts are those that were
// there.  So is a year that is, where the set may be replaced.
function renames(name, data, [old, now], options) {
  correct(() => reception(5.02));
  const edited = join(set, readdirSync(set).find(name => name.includes('附件1_') && name.endsWith('.html')));
  writeFileSync(edited, `${readFileSync(edited, 'utf8')}<!-- by hand -->`);
  write(data.replace('"final": 5.1267', '"final": 5.02'));
  const { lines, stderr, status } = build(...options);
  const by_hand = readdirSync(set).filter(name => readFileSync(join(set, name), 'utf8').includes('by hand'));
  const kept = readFileSync(join(set, FORMER), 'utf8') === reception(5.02);
  const pages = [shown('index.html'), shown('核对报告.html')].every(page => page.includes('本次更正') && page.includes(old) && page.includes(now));
  const made = bytes();
  const again = make(), faults = differing(made, bytes());
  const part = make('--only', '附件1');
  report(name, status > 2 || !lines.some(line => line.includes(`${old} → ${now}`)) ? `status ${status}: ${lines} ${stderr}`
    : !/ 提示 Q008: /.test(stderr) ? `it does not say so: ${stderr}`
      : !options.length && !/ X028: .*jixiao pull/.test(stderr) ? `it does not say what takes the edit back: ${stderr}`
      : !kept ? 'it does not keep the former data'
        : !pages ? 'a page does not tell it'
          : by_hand.length !== 1 ? `edited by hand: ${by_hand}`
            : again.lines.length !== 1 || / Q\d+: /.test(again.stderr + part.stderr) ? `the next build says ${again.lines} ${again.stderr} ${part.stderr}`
              : faults.join());
}

renames("a unit's name that is corrected", renamed, ['示例县示例局', '示例县水利局'], []);
renames('a year that is corrected --overwrite', full.replace('"year": 2024', '"year": 2025'), ['2024', '2025年'], ['--overwrite']);
correct(() => reception(5.02));
write(renamed);
const apart = make('--only', '附件1');
report('a part does not go into the set of another name', apart.status === 3 && apart.stderr.includes(' Q006: ') ? '' : apart.stderr);
const bare = JSON.parse(readFileSync('input/smallest.json', 'utf8'));
write(bare);
make();
write({ ...bare, unit: { ...bare.unit, name: '示例县水利局' } });
const blank = make();
report('without amounts nothing tells whose set it is', blank.status === 3 && blank.stderr.includes(' Q006: ') ? '' : blank.stderr);

// Data that an edition of today does not take any longer.
function forge(data) {
  const manifest = JSON.parse(readFileSync(join(set, 'manifest.json'), 'utf8'));
  writeFileSync(join(set, KEPT), data);
  const sha256 = spawnSync('sha256sum', [join(set, KEPT)], { encoding: 'utf8' }).stdout.slice(0, 64);
  const entry = manifest.files.find(({ name }) => name === KEPT);
  Object.assign(entry, { sha256, size: Buffer.byteLength(data) });
  writeFileSync(join(set, 'manifest.json'), JSON.stringify(manifest));
}
refuses('data that is none any longer', 'Q005', () => { forge('{}'); write(reception(5.03)); });
refuses('data of an edition that there is not', 'Q005', () => { forge(full.replace(/"edition": "[^"]*"/, '"edition": "hunan-county-1999"')); write(reception(5.03)); });

// --- several sets, other folders, other steps ---------------------------------

const twin = join(work, 'twin.json');
rmSync(output, { recursive: true });
write(full);
writeFileSync(twin, full);
const both = () => spawnSync(jixiao, ['build', '--format', 'html', '-o', output, file, twin], { encoding: 'utf8' }).stdout;
both();
writeFileSync(twin, reception(5.02));
const run = both();
report('of several sets each tells its own', /sets\/data: 未变 \d+\n/.test(run) && /sets\/twin → .*twin.json:\n {2}填报的改动 1\n/.test(run) ? '' : run);
report('the one tells none', !shown('index.html').includes('本次更正') ? '' : 'it does');
const here = (...options) => spawnSync(join(process.cwd(), jixiao), ['build', '--format', 'html', '-o', '.', ...options, 'data.json'],
  { cwd: work, encoding: 'utf8' }).stdout;
here();
write(reception(5.02));
const printed = here('--to=document.xml');
report('an intermediate tells none', !printed.includes('填报的改动') ? '' : 'it does');
const there = here();
report('in the folder itself it is told', /\.\/data → data.json:\n {2}填报的改动 1\n/.test(there) ? '' : there);

const quiet = join(work, 'last.json');
writeFileSync(quiet, full.replace('"year": 2024', '"year": 2023'));
const previous = correct(d => { d.filing.preparer = '王明'; }, '--previous', quiet);
report('what is found beside last year is found in both', !previous.lines.some(line => /^(消除的问题|新出现的问题)/.test(line))
  && previous.stderr.includes(' E15: ') ? '' : String(previous.lines).slice(0, 600));
const disabled = correct(d => { d.staffing.total = 118; }, '--disable', 'D03');
report('a rule that is left out finds nothing new', !disabled.lines.some(line => line.includes(' D03: ')) ? '' : String(disabled.lines));

rmSync(work, { recursive: true });
process.exit(failed);
