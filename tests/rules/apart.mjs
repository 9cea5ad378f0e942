// Two sides of a finding that round to the same print are told apart: the
// smallest data of a rule, its figures nearly alike, and what it then says.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { check, exitStatus, report } from './check.mjs';

const line = (path, members) => path.split('.').reverse().reduce((inner, name) => ({ [name]: inner }), members);
const funds = (members) => ({ department: { funds: members } });
const indicator = (members) => ({ department: { indicators: { output: { quantity: [{ name: '甲', ...members }] } } } });

// Data, the code, and words of its sentence.
const cases = [
  [{ staffing: { establishment: 100000, in_service: 100001 } }, 'A03', '控制率100.001%，超过 100%'],
  [line('expenditure.three_public.total', { initial_budget: 2, final: 2.0012 }), 'A06',
    '2.0012万元，超过年初预算数2万元'],
  [line('expenditure.three_public.total', { previous_final: 2, final: 2.0012 }), 'A07',
    '2.0012万元，比上年决算数2万元多0.0012万元'],
  [line('expenditure.public', { total: { final: 2 }, office: { final: 1.0012 },
    utilities_and_travel: { final: 1 }, meetings_and_training: { final: 0 } }), 'A10',
    '2.00万元，小于其中各项之和2.0012万元'],
  [line('expenditure.public.total', { initial_budget: 100, final: 120.004 }), 'A12',
    '120.00万元，为年初预算数100万元的120.004%，超过 120%'],
  [line('expenditure.basic', { initial_budget: 100, final: 110.0041 }), 'A16', '多10.004%，超过 10%'],
  [line('expenditure', { basic: { final: 1 }, projects: { total: { final: 1 } }, procurement: { final: 2.0012 } }),
    'A17b', '2.0012万元，超过基本支出与项目支出之和2.00万元'],
  [line('expenditure', { public: { total: { final: 2 } }, three_public: { reception: { final: 2.0012 } } }), 'A22',
    '2.0012万元，超过公用经费决算数2.00万元'],
  [line('expenditure.three_public.vehicles.running', { final: 0.0012 }), 'A23', '公车运行维护决算数为0.0012万元'],
  [line('department', { income: { total: 2.0012 }, spending: { total: 2 } }), 'B08', '2.0012万元'],
  [funds({ initial_budget: 2, adjusted_budget: 2.0012 }), 'B10', '2.0012万元，与年初预算数2万元不同'],
  [line('department.indicators.output', { points: 50, quantity: [{ name: '甲', points: 50.004 }] }), 'B12',
    '加起来却是50.004分'],
  [indicator({ points: 10, score: 10, measure: { relation: '=', target: 0.004, actual: 0.0039 } }), 'B18',
    '完成值0.0039÷目标值0.004'],
  [{ ...line('expenditure.projects.total', { final: 2 }), projects: [{ id: 'a', name: '甲',
    funds: { total: { executed: 2.0012 } } }] }, 'C04', '2万元，附件4 各项目的全年执行数加起来却是2.0012万元'],
  [{ ...line('expenditure.three_public.overseas', { final: 0.0012 }),
    report: { overview: { basic: ['全年没有因公出国。'] } } }, 'D19b', '0.0012万元'],
  // Where equal sides say something else.
  [line('department', { income: { other: 1.9988 }, spending: { total: 2 } }), 'N02',
    '1.9988万元，比支出合计2万元少0.0012万元'],
  [line('department', { income: { other: 2 }, spending: { total: 2 } }), 'N02', '请补填，没有发生的填 0'],
];

const head = { edition: 'hunan-county-2023', year: 2024, county: '示例县', unit: { name: '示例县示例局' } };
const folder = mkdtempSync(join(tmpdir(), 'jixiao-apart-'));
const paths = cases.map((_, k) => join(folder, `${k}.json`));

cases.forEach(([data], k) => writeFileSync(paths[k], JSON.stringify({ ...head, ...data })));
const findings = check(paths);
rmSync(folder, { recursive: true });
cases.forEach(([, code, words], k) => {
  const said = findings.get(paths[k]).filter((finding) => finding.code === code).map((finding) =>
    JSON.stringify(finding));
  report(`${code} tells its figures apart`, said.some((text) => text.includes(words)) ? ''
    : `it says ${said.join('; ') || 'nothing'}, not “${words}”`);
});
process.exit(exitStatus());
