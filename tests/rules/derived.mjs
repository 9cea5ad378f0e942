// What formulas fill in, to the last decimal: findings compare it as it is
// printed, and so do not tell 33.33 from 33.333.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exitStatus, program, report } from './check.mjs';

const measured = (relation, target, actual) => ({ name: '检测批次', points: 20.005,
  measure: { relation, target, actual, unit: '件' } });
const building = { name: '综合楼', approved_area: 3, actual_area: 1, budget_investment: 3,
  actual_investment: 2 };
const funds = (points, adjusted_budget, executed) => ({ points, adjusted_budget, executed });
const indicators = ['≥', '=', '≤'].flatMap((relation) => [measured(relation, 3, 3),
  measured(relation, 3, 2), measured(relation, 2, 3)]);

const data = { edition: 'hunan-county-2023', year: 2024, county: '示例县', unit: { name: '示例县示例局' },
  staffing: { establishment: 3, in_service: 1 },
  buildings: [building],
  meetings: { previous_final: 3, final: 4 },
  department: { funds: funds(10.005, 3, 3), indicators: { output: { quantity: indicators } } },
  projects: [{ id: 'p1', name: '示例项目一', funds: { total: funds(10, 3, 1) } }],
};

// Where, and what is filled in; a third decimal of points is rounded.
const quantity = '/department/indicators/output/quantity';
const expected = [
  ['/previous_year', '2023'],
  ['/next_year', '2025'],
  ['/staffing/control_rate', '33.33'],
  ['/buildings/0/area_control_rate', '33.33'],
  ['/buildings/0/investment_control_rate', '66.67'],
  ['/meetings/change_rate', '33.33'],
  ['/department/funds/execution_rate', '100.00'],
  ['/department/funds/score', '10.01'],
  ['/projects/0/funds/total/execution_rate', '33.33'],
  ['/projects/0/funds/total/score', '3.33'],
  ...['20.01', '13.34', '20.01', '20.01', '13.34', '20.01', '20.01', '20.01', '13.34']
    .map((score, k) => [`${quantity}/${k}/score`, score]),
];

const folder = mkdtempSync(join(tmpdir(), 'jixiao-derived-'));
const path = join(folder, 'data.json');
writeFileSync(path, JSON.stringify(data));
const run = spawnSync(program, ['build', '--to=submission.xml', path], { encoding: 'utf8' });
rmSync(folder, { recursive: true });
for (const [pointer, value] of expected) {
  const [tag] = run.stdout.match(new RegExp(`<[^<>]* src="${pointer}"[^<>]*>`)) ?? [''];
  const derived = tag.includes(' state="derived"') ? tag.match(/ value="([^"]*)"/)?.[1] : undefined;
  report(`${pointer} is filled in`, derived === value ? '' : `it is ${derived}, not ${value}`);
}
process.exit(exitStatus());
