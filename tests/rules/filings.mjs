// A filing of some attachments alone: check --only asks for nothing that is
// not filed, and compares with nothing else.  Of the complete example, and of a
// file that has projects and no more.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

import { check, exitStatus, report, root } from './check.mjs';

const full = () => JSON.parse(readFileSync(join(root, 'input/example-full-2024.json'), 'utf8'));

const funds = (executed) => ({ initial_budget: 20, adjusted_budget: 20, executed });
const project = (id, executed = 20) => ({ id, name: `示例项目${id}`, funds: { total: funds(executed) } });
const alone = (...projects) => ({ edition: 'hunan-county-2023', year: 2024, county: '示例县',
  unit: { name: '示例县示例局' }, projects });

// A complete example that one of its figures contradicts.
function changed(change) {
  const data = full();
  change(data);
  return data;
}

const P = '/projects/0';
const asked = (at) => [`B24 ${at}/indicators`, `C02 ${at}/implementing_unit`, `C02 ${at}/supervising_department`,
  `N06 ${at}/goals`, ...['carried_over', 'fiscal_appropriation', 'other'].map((row) => `N14 ${at}/funds/${row}`)];

// What the case shows, what is filed, data, findings "CODE pointer".
const cases = [
  ['the whole example by parts', '附件1', full(), []],
  ['a table of projects alone', '附件4', alone(project('a')), ['E01 /filing', ...asked(P)]],
  ['tables and reports of projects', '附件4,附件5', alone(project('a')),
    ['E01 /filing', ...asked(P), `D12 ${P}/report`, `D12 ${P}/results`]],
  ['reports of projects alone', '附件5', alone(project('a')), [`D12 ${P}/report`, `D12 ${P}/results`]],
  ['one project of two', '附件4-2', alone(project('a'), project('b')), ['E01 /filing', ...asked('/projects/1')]],
  ['separators of Chinese', '附件4、附件5', alone(project('a')),
    ['E01 /filing', ...asked(P), `D12 ${P}/report`, `D12 ${P}/results`]],
  ['a project that is wrong in itself', '附件4', changed((data) => { data.projects[0].funds.total.adjusted_budget = 744; }),
    [`C01 ${P}/funds/total/adjusted_budget`]],
  ['projects that are not those of form 1, which is not filed', '附件4',
    changed((data) => { data.expenditure.projects.maintenance.final = 31; }), []],
  ['form 1, where projects are not filed', '附件1',
    changed((data) => { data.expenditure.projects.maintenance.final = 31; data.department.income.other = 46.8; }), []],
  ['both of them', '附件1,附件4',
    changed((data) => { data.expenditure.projects.maintenance.final = 31; data.department.income.other = 46.8; }),
    ['C04 /expenditure/projects/total/final']],
  ['a project that form 1 has and that has no table', '附件1', changed((data) => { data.projects = []; data.explanations = []; }), []],
  ['a text that quotes a blank of what is not filed', '附件5',
    changed((data) => { data.projects[0].report.overview.unit = ['{{staffing.total}}']; data.staffing.retired = null; }),
    [`R008 ${P}/report/overview/unit/0`]],
  ['results of a project, in the report of the department too', '附件3',
    changed((data) => { data.projects[0].results = null; }), [`D12 ${P}/results`]],
  ['what is explained of another attachment', '附件2', full(), []],
];

const folder = mkdtempSync(join(tmpdir(), 'jixiao-filings-'));
const openOf = (findings) => findings.filter((finding) => !finding.answer)
  .map((finding) => `${finding.code} ${finding.pointer}`).sort().join(', ');

cases.forEach(([name, only, data, expected], k) => {
  const path = join(folder, `${k}.json`);
  writeFileSync(path, JSON.stringify(data, null, 2));
  const found = openOf(check([path], ['--only', only]).get(path));
  report(name, found === [...expected].sort().join(', ') ? ''
    : `found ${found || 'nothing'}; expected ${expected.join(', ') || 'nothing'}`);
});

// A build of a part asks for what the data states something of.
function build(data, only) {
  const path = join(folder, 'built.json');
  writeFileSync(path, JSON.stringify(data, null, 2));
  return spawnSync(process.env.JIXIAO ?? join(root, 'build/jixiao'),
    ['build', '--only', only, '-o', folder, path], { encoding: 'utf8' }).stderr;
}

const projects = build(alone(project('a')), '附件4,附件5');
report('a build of projects alone', /C02/.test(projects) && !/附件[123]/.test(projects) ? '' : projects);
const part = build(changed((data) => { data.expenditure.projects.maintenance.final = 31; }), '附件4');
report('a build of a part of a set', /C04/.test(part) ? '' : part);
rmSync(folder, { recursive: true });
process.exit(exitStatus());
