// Thresholds of rules and formulas at their edges: data that just keeps a rule
// has no finding of it, data that just breaks it has one.  The smallest data of
// rules.mjs shows what a rule is about, these where it begins.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { check, exitStatus, report } from './check.mjs';

const common = { edition: 'hunan-county-2023', year: 2024, county: '示例县',
  unit: { name: '示例县示例局' } };

// Builders of the parts that many rows have.
const form1 = (expenditure) => ({ expenditure });
const row = (final, initial_budget) => ({ final, initial_budget });
const three = (total) => form1({ three_public: { total } });
const funds = (adjusted_budget, executed, more) => ({ department: { funds: { adjusted_budget,
  executed, ...more } } });
const indicator = ([group, kind], ...items) => ({ department: { indicators: { [group]: {
  [kind]: items.map((item, k) => ({ name: `检测批次${k + 1}`, ...item })) } } } });
const output = (...items) => indicator(['output', 'quantity'], ...items);
const measured = (relation, target, actual, points, score) =>
  output({ measure: { relation, target, actual, unit: '件' }, points, score });
const graded = (grade, score) => output({ grade, points: 10, score });
// A table whose funds score 10 and whose first indicator is scored by formula.
const summed = (relation, target, actual, points, score) => ({ department: {
  funds: { adjusted_budget: 1, executed: 1 },
  indicators: {
    output: { quantity: [{ name: '检测批次', measure: { relation, target, actual, unit: '件' }, points }] },
    benefit: { social: [{ name: '受益人数', points: 10, score: 0 }] },
    satisfaction: { served: [{ name: '群众满意度', points: 10, score: 0 }] },
  },
  total: { score },
} });
const percent = (target, actual) => output({ name: '参保率', measure: { relation: '≥', target, actual,
  unit: '%' } });
const graded_total = (score, grade) => ({ department: { total: { score } },
  report: { conclusion: [`自评等级为“${grade}”。`] } });
const visits = (final, batches, persons) => ({ ...form1({ three_public: { reception: { final } } }),
  reception_visits: { batches, persons } });
const abroad = (final, groups, persons) => ({ ...form1({ three_public: { overseas: { final } } }),
  overseas_visits: { groups, persons } });
const fleet = (use, final, count) => ({
  ...form1({ three_public: { vehicles: { [use]: { final } } } }),
  vehicle_fleet: { [use === 'running' ? 'kept' : 'purchased']: count },
});
const divided = (executed, ...amounts) => ({ projects: [{ id: 'p1', name: '示例项目一',
  funds: { total: { executed } },
  goals: { actual: amounts.map((amount, k) => `${'甲乙丙丁'[k]}支出${amount}万元`).join('，') + '。' } }] });
const planned = (adjusted_budget, initial_budget, amount) => ({ department: {
  funds: { adjusted_budget, initial_budget },
  goals: { expected: `安排监测${amount}万元、防控30万元。` } } });
const changed = (previous_final, final, more) => form1({ public: { office: { previous_final,
  initial_budget: final, final, ...more } } });
const spent = (previous_final, final) => form1({ three_public: { reception: { previous_final,
  initial_budget: final, final } } });
const project_funds = (total, executed) => ({ ...form1({ projects: { total } }),
  projects: [{ id: 'p1', name: '示例项目一', funds: { total: executed } }] });
const sides = (income, spending) => ({ department: { income, spending } });
const sources = (appropriation, other) => ({ projects: [{ id: 'p1', name: '示例项目一', funds: {
  fiscal_appropriation: { adjusted_budget: 10, executed: appropriation },
  carried_over: { adjusted_budget: 0, executed: 0 },
  other: { adjusted_budget: 10, executed: other } } }] });
const fund = (income, spending) => ({ facts: { income: { label: '救助基金收入', value: income, unit: '万元' },
  spending: { label: '救助基金支出', value: spending, unit: '万元' } } });
const parted = (final, previous_part, part) => form1({ projects: { total: { previous_final: 100, final },
  operations: { previous_final: previous_part, final: part, reason: '任务增减。' } } });
const told = (text) => ({ projects: [{ id: 'p1', name: '示例项目一', funds: { total: { executed: 60 } },
  results: [text] }] });
const written = (text) => ({ report: { overview: { basic: [text] } } });
const within = (total) => form1({ public: { total }, basic: row(100, 100) });
const basis = (name, parts) => ({ department: { basis: name, ...parts } });
const capped = (rate, score) => ({ department: { funds: { execution_rate: rate }, total: { score } } });
const denied = (three_public, text) => ({ ...form1({ three_public }), report: { problems: [text] } });
const building = (actual_area) => ({ buildings: [{ name: '综合楼', approved_area: 1000, actual_area }] });


// So many different letters: a text of n + 1 has n pairs that another may have.
const letters = (count) => String.fromCodePoint(...Array.from({ length: count }, (_, k) => 0x4E00 + k));
const named = (name, project) => ({ ...form1({ projects: { other: [{ name, final: 1 }] } }),
  projects: [{ id: 'p1', name: project }, { id: 'p2', name: '动物防疫' }] });
const aimed = (name, goal) => ({ ...output({ name }), report: { management: { goals: [{ items: [goal] }] } } });
const achieved = (expected, actual) => ({ department: { goals: { expected, actual } } });
const listed = (unit, name) => ({ organisation: { subordinate_units: [unit], in_final_accounts: [name] } });
const closed = (conclusion, results_use) => ({ report: { conclusion: [conclusion], problems: ['进度偏慢。'],
  improvements: ['加快进度。'], results_use: [results_use] } });

// Rule, data that keeps it, data that breaks it, how often where not once.
const edges = [
  // Form 1
  ['A03', { staffing: { establishment: 10000000, in_service: 10000004 } },
    { staffing: { establishment: 10000000, in_service: 10000040 } }],
  ['A06', three(row(10, 10)), three(row(10.0001, 10))],
  ['A07', three({ previous_final: 10, final: 10 }), three({ previous_final: 10, final: 10.0001 })],
  ['A09', { ...form1({ projects: { total: row(0, 0) } }), projects: [] },
    { ...form1({ projects: { total: row(0.0001, 0) } }), projects: [] }],
  ['A09', { ...form1({ projects: { operations: row(0, 0) } }), projects: [] },
    { ...form1({ projects: { operations: row(0, 0.0001) } }), projects: [] }],
  ['A09', { ...form1({ projects: { total: row(0, 0) } }), projects: [] },
    { ...form1({ projects: { total: row(0, 0.0001) } }), projects: [] }],
  ...[[0.0001, 0], [0, 0.0001]].map(([final, initial_budget]) => ['A09',
    { ...form1({ projects: { other: [{ name: '农村公路养护', final: 0, initial_budget: 0 }] } }),
      projects: [{ id: 'p1', name: '动物防疫' }, { id: 'p2', name: '绿化' }] },
    { ...form1({ projects: { other: [{ name: '农村公路养护', final, initial_budget }] } }),
      projects: [{ id: 'p1', name: '动物防疫' }, { id: 'p2', name: '绿化' }] }]),
  ['A10', form1({ public: { total: row(10), office: row(10) } }),
    form1({ public: { total: row(10), office: row(10.0001), utilities_and_travel: row(0),
      meetings_and_training: row(0) } })],
  ['A10', form1({ public: { total: row(10), office: row(10), utilities_and_travel: row(0),
    meetings_and_training: row(0) } }), form1({ public: { total: row(10), office: row(10.0001) } })],
  ['A10b', form1({ public: { total: row(10) }, basic: row(10) }),
    form1({ public: { total: row(10.0001) }, basic: row(10) })],
  ['A11', form1({ public: { office: row(1, 0.0001) } }), form1({ public: { office: row(1, 0) } })],
  ['A11', form1({ public: { office: row(0, 0) } }), form1({ public: { office: row(0.0001, 0) } })],
  ['A11', form1({ public: { office: row(-1, 0) } }),
    form1({ public: { total: row(1, 0), office: row(1, 0.0001), utilities_and_travel: row(0, 0) } })],
  ['A11', form1({ public: { office: row(0, 0) } }),
    form1({ public: { total: row(1, 0), office: row(0.0001, 0) } })],
  ['A12', form1({ public: { total: row(1200000.4, 1000000) } }),
    form1({ public: { total: row(1200004, 1000000) } })],
  ['A13b', { meetings: { final: 100 } }, { meetings: { final: 99.99 } }],
  ['A13b', { meetings: { final: 0 } }, { meetings: { final: 0.01 } }],
  ['A15', { ...form1({ basic: row(60), projects: { total: row(40) } }), ...funds(100, null) },
    { ...form1({ basic: row(60), projects: { total: row(40.0001) } }), ...funds(100, null) }],
  ['A15', { ...form1({ projects: { total: row(100) } }), ...funds(100, null) },
    { ...form1({ projects: { total: row(100.0001) } }), ...funds(100, null) }],
  ['A16', form1({ basic: row(1100000.4, 1000000) }), form1({ basic: row(1100004, 1000000) })],
  ['A16b', form1({ projects: { total: row(1200000.4, 1000000) } }),
    form1({ projects: { total: row(1200004, 1000000) } })],
  ['A16b', form1({ projects: { total: row(13, 10), operations: { ...row(10.0001, 10), reason: '追加。' },
    maintenance: row(2.9999, 2.9999) } }),
    form1({ projects: { total: row(13, 10), operations: row(10, 10), maintenance: row(3, 3) } })],
  ['A17', form1({ procurement: row(0) }), form1({ procurement: row(0.0001) })],
  ['A17b', form1({ procurement: row(10), basic: row(6), projects: { total: row(4) } }),
    form1({ procurement: row(10.0001), basic: row(6), projects: { total: row(4) } })],
  ['A18b', building(1000), building(1000.01)],
  ['A18b', building(999.99), building(1000.1)],
  ['A22', form1({ three_public: { reception: row(5) }, public: { total: row(5) } }),
    form1({ three_public: { reception: row(5.0001) }, public: { total: row(5) } })],
  ['A22b', visits(0, 0, 0), visits(0.0001, 0, 1)],
  ['A22b', visits(1, 1, 1), visits(1, 1, 0)],
  ['A22b', visits(1, 1, 2), visits(1, 0, 1)],
  ['A22b', visits(1, 2, 2), visits(1, 2, 1)],
  ['A22b', visits(0, 0, 0), visits(0, 1, 1)],
  ['A22c', visits(0.05, 1, 1), visits(0.0501, 1, 1)],
  ['A22c', visits(0.002, 1, 1), visits(0.0019, 1, 1)],
  ['A22c', visits(0, 1, 1), visits(0.0001, 1, 1)],
  ['A22c', visits(1, 0, 0), visits(1, 1, 1)],
  ['A22d', abroad(0, 0, 0), abroad(0.0001, 1, 0)],
  ['A22d', abroad(1, 1, 1), abroad(1, 0, 1)],
  ['A22d', abroad(0, 0, 0), abroad(0, 1, 1)],
  ['A23', fleet('running', 0, 0), fleet('running', 0.0001, 0)],
  ['A23', fleet('running', 1, 1), fleet('running', 1, 0)],
  ['A23', fleet('purchase', 0, 0), fleet('purchase', 0.0001, 0)],
  ['A23', fleet('purchase', 1, 1), fleet('purchase', 1, 0)],

  // Funds
  ['B02b', funds(0.0001), funds(0)],
  ['B03', funds(10000, 10000), funds(10000, 10001)],
  ['B03', funds(100000, 100000), funds(100000, 100000.0001)],
  ['B03', funds(100000, 100000), funds(100000, 100005)],
  ['B03', sources(10, 10), sources(11, 9)],
  ['B05', funds(10000, 9000), funds(10000, 8999)],
  ['B05', funds(10000, 9000), funds(10000, 8999.9)],
  ['B07b', basis('executed', { funds: { executed: 100 }, spending: { basic: 60, projects: 40 } }),
    basis('executed', { funds: { executed: 99.9999 }, spending: { basic: 60, projects: 40 } })],
  ['B07b', basis('budget', { funds: { initial_budget: 100 }, spending: { basic: 60, projects: 40 } }),
    basis('budget', { funds: { initial_budget: 100.0001 }, spending: { basic: 60, projects: 40 } })],
  ...[['executed', 'executed'], ['budget', 'initial_budget']].flatMap(([name, of]) =>
    [[90, 100], [100, 90]].map(([less, more]) => ['B07b',
      basis(name, { funds: { [of]: less }, income: { total: less }, spending: { total: less } }),
      basis(name, { funds: { [of]: less }, income: { total: more } })])),
  ...[['executed', 'executed'], ['budget', 'initial_budget']].map(([name, of]) => ['B07b',
    basis(name, { funds: { [of]: 90 }, income: { total: 90 }, spending: { total: 90 } }),
    basis(name, { funds: { [of]: 100 }, income: { total: 90 }, spending: { total: 90 } })]),
  ['B07b', { ...form1({ basic: { initial_budget: 60 }, projects: { total: { initial_budget: 40 } } }),
    ...basis('budget', { funds: { initial_budget: 100 }, spending: { basic: 60, projects: 30 } }) }],
  ['B08', sides({ total: 100 }, { basic: 60, projects: 40 }),
    sides({ total: 100 }, { basic: 60, projects: 40.0001 })],
  ['B08', sides({ general_public_budget: 100 }, { basic: 60, projects: 40 }),
    sides({ general_public_budget: 100.0001 }, { basic: 60, projects: 40 })],
  ['B08', sides({ general_public_budget: 100, government_fund: 0, special_account_nontax: 0, other: 0 },
    { basic: 100 }), sides({ general_public_budget: 100, government_fund: 0, special_account_nontax: 0,
      other: 0 }, { basic: 100.0001 })],
  ['B10', funds(10, undefined, { initial_budget: 10 }), funds(10.0001, undefined, { initial_budget: 10 })],
  ['B10', funds(10, undefined, { initial_budget: 10 }), funds(9.9999, undefined, { initial_budget: 10 })],

  // Points and scores
  ['B12', indicator(['satisfaction', 'served'], { points: 10 }, { points: null }),
    indicator(['satisfaction', 'served'], { points: 10.01 }, { points: null })],
  ['B13b', output({ points: 0.01 }), output({ points: 0 })],
  ['B14', { department: { funds: { score: 10 } } }, { department: { funds: { score: 10.01 } } }],
  ['B14', { department: { funds: { score: 0 } } }, { department: { funds: { score: -0.01 } } }],
  ['B16', output({ points: 10, score: 10 }), output({ points: 10, score: 9.99 })],
  ['B17', output({ points: 10, score: 9.99, deviation: '未达到。' }),
    output({ points: 10, score: 10, deviation: '未达到。' })],
  ['B18', measured('≥', 100, 100, 20, 19.9), measured('≥', 100, 100, 20, 19.89)],
  ['B18', measured('≤', 100, 100, 20, 19.9), measured('≤', 100, 100, 20, 19.89)],
  ['B18', measured('≥', 3, 1, 10, 3.43), measured('≥', 3, 1, 10, 3.44)],
  ['B18', measured('≥', 3, 1, 10, 3.23), measured('≥', 3, 1, 10, 3.22)],
  ['B18', measured('≤', 1, 3, 10, 3.43), measured('≤', 1, 3, 10, 3.44)],
  ['B18', measured('≤', 1, 3, 10, 3.23), measured('≤', 1, 3, 10, 3.22)],
  ['B18', measured('≥', 100, -50, 20, 0.1), measured('≥', 100, -50, 20, 0.11)],
  ['B18', measured('≥', 100, -50, 20, 0), measured('≥', 100, 6, 20, 1)],
  // 50 × 50.00999…% is 25.00 or 25.01 by the sixth decimal.
  ['B18', measured('≥', 1000000000, 500099996, 50, 24.91), measured('≥', 1000000000, 500099996, 50, 24.9)],
  ['B18', measured('≥', 100000000, 50009996, 50, 24.9), measured('≥', 100000000, 50009996, 50, 24.89)],
  ['B18', measured('≤', 500099996, 1000000000, 50, 24.91), measured('≤', 500099996, 1000000000, 50, 24.9)],
  ['B18', measured('≤', 50009996, 100000000, 50, 24.9), measured('≤', 50009996, 100000000, 50, 24.89)],
  ['B18', measured('≥', 1000000000, 500099996, 50, 25.11), measured('≥', 1000000000, 500099996, 50, 25.12)],
  ['B18', measured('≥', 100000000, 50009996, 50, 25.1), measured('≥', 100000000, 50009996, 50, 25.11)],
  ['B18', measured('≤', 500099996, 1000000000, 50, 25.11), measured('≤', 500099996, 1000000000, 50, 25.12)],
  ['B18', measured('≤', 50009996, 100000000, 50, 25.1), measured('≤', 50009996, 100000000, 50, 25.11)],
  ['B19', graded('achieved', 8), graded('achieved', 7.99)],
  ['B19', graded('partial', 6), graded('partial', 5.99)],
  ['B19', graded('partial', 7.99), graded('partial', 8)],
  ['B19', graded('missed', 5.99), graded('missed', 6)],
  ['B22', output({ name: '抽检批次', measure: { relation: '≥', target: 98, actual: 99, unit: '批' } }),
    output({ name: '抽检批次', measure: { relation: '≥', target: 98, actual: 99, unit: '件' } })],
  ['B22', output({ name: '培训人次', measure: { relation: '≥', target: 98, actual: 99, unit: '万人次' } }),
    output({ name: '培训人次', measure: { relation: '≥', target: 98, actual: 99, unit: '期' } })],
  ['B23', { department: { indicators: { output: { quality: [{ name: '事故零发生率', measure: { relation: '≥', target: 98, actual: 99, unit: '%' } }] } } } },
    { department: { indicators: { output: { quality: [{ name: '事故发生率', measure: { relation: '≥', target: 98, actual: 99, unit: '%' } }] } } } }],
  ['B20', measured('≥', 100, 130), measured('≥', 100, 130.01)],
  ['B20', measured('≤', 100, 70), measured('≤', 100, 69.99)],
  ['B20', measured('≤', 5, -2.1), measured('≤', 5, 0)],
  ['B20', measured('≥', 2, 3), measured('≥', 2, 3.01)],
  ['B20', measured('≤', 3, 2), measured('≤', 3, 1.99)],
  ['B20', measured('≥', 1, 2), measured('≥', 0.99, 1.99)],
  ['B20', measured('≤', 1, 0.5), measured('≤', 0.99, 0.5)],
  ['B20', output({ measure: { relation: '≤', target: 2, actual: 0, unit: '%' } }),
    output({ measure: { relation: '≤', target: 2, actual: 0.1, unit: '%' } })],
  ['B20', measured('≥', 0, 1), measured('≥', 0.5, 1)],
  ['B20', output({ measure: { relation: '≤', target: 100.01, actual: 50, unit: '%' } }),
    output({ measure: { relation: '≤', target: 100, actual: 50, unit: '%' } })],
  ['B20', measured('≥', 0.00001, 0.000012), measured('≥', 0.00001, 0.000014)],
  ['B20', measured('≤', 0.00001, 0.000008), measured('≤', 0.00001, 0.000006)],
  ['B21', output({ target: '9人', actual: '8人' }), output({ target: '9人', actual: '8件' })],
  ['B21', output({ target: '新增9人', actual: '8件' }), output({ target: '≥9', actual: '8件' })],
  ['B21', output({ target: '9人', actual: '新增8件' }), output({ target: '9', actual: '8件' })],
  ['B22', percent(100, 100), percent(100.01, 90)],
  ['B22', percent(100, 100), percent(100, 100.01)],
  ['B22b', percent(1.01, 90), percent(1, 90)],
  ['B22b', percent(0, 0), percent(0.01, 90)],
  ['B22', percent(90, 0), percent(100.5, 100.6)],
  ['B22b', percent(90, 1.01), percent(90, 1)],
  ['B22b', percent(1.01, 90), percent(1, 0.5)],
  ['B22b', percent(1.01, 1.01), percent(1.01, 0.5)],
  ['B22', output({ name: '参保率', target: '≥100%' }), output({ name: '参保率', target: '≥100.01%' })],
  ['B25', output({ name: '检测批次', points: 1, target: '≥1', actual: '无', deviation: '没有安排' }),
    output({ name: '检测批次', points: 1, target: '≥1', actual: '无', deviation: '无安排' })],
  ['B25', output({ points: 1, target: '没有新案件', actual: '无' }),
    output({ points: 1, target: '没有案件', actual: '无' })],
  ['B30', { department: { total: { score: 0 } } }, { department: { total: { score: 0.01 } } }],
  ...[80, 70, 60, 50].map((rate) => ['B32', capped(rate - 1, 100), capped(rate - 1, 100.01)]),
  ...[[60, '中', 59.99], [80, '良', 79.99], [90, '优', 89.99]].map(([least, grade, less]) =>
    ['B33', graded_total(least, grade), graded_total(less, grade)]),
  ['B33', graded_total(85, '合格'), graded_total(85, '优')],

  // Projects
  ['C04', project_funds(row(10, 5), { executed: 10, initial_budget: 5 }),
    project_funds(row(10.0001, 5), { executed: 10, initial_budget: 5 })],
  ['C04', { ...project_funds(row(10), { executed: 10 }), projects: [
    { id: 'p1', name: '示例项目一', funds: { total: { executed: 10 } } },
    { id: 'p2', name: '示例项目二', funds: { total: { executed: null } } }] },
    { ...project_funds(row(10), { executed: 10 }), projects: [
      { id: 'p1', name: '示例项目一', funds: { total: { executed: 10.0001 } } },
      { id: 'p2', name: '示例项目二', funds: { total: { executed: null } } }] }],
  ['C05', told('项目资金现在是65万元。'), told('项目资金现是65万元。')],
  ['C10', divided(60.01, 30, 30), divided(60.0101, 30, 30)],
  ['C10', divided(59.99, 30, 30), divided(59.9899, 30, 30)],
  ['C10', divided(100, 50, 48.99), divided(100, 50, 49)],
  ['C10', divided(100000, 50000, 48994), divided(100000, 50000, 48995)],
  ['C10', planned(60.01, 0, 30), planned(60.0101, 0, 30)],
  ['C10', planned(100, 0, 68.99), planned(100, 0, 69)],
  ['C10', planned(100000, 0, 98964), planned(100000, 0, 98965)],
  ['C10', planned(60.02, 60.01, 30), planned(60.02, 60.0101, 30)],

  // Alike by 50, 49.0; 20, 19.2; 50, 49.0; 10, 9.4; 100, 99.0 %
  ['A09', named(letters(51), letters(26)), named(letters(52), letters(26))],
  ['B34', aimed(letters(11), letters(51)), aimed(letters(11), letters(53))],
  ['B34', aimed(letters(51), letters(26)), aimed(letters(52), letters(26))],
  ['B35', achieved(letters(51), letters(6) + '1'), achieved(letters(54), letters(6) + '1')],
  ['D04c', listed(letters(101), letters(100)), listed(letters(101), letters(102))],

  // Changes
  ['D09', fund(100, 100), fund(100, 100.01)],
  ['N02', form1({ procurement: { previous_final: 1, initial_budget: null, final: 0.0001 } }),
    form1({ procurement: { previous_final: 1, initial_budget: null, final: 0 } })],
  ['E06', { filing: { preparer: '李　明' } }, { filing: { preparer: '李　明华' } }],
  // One rate, though two ways lead to it.
  ['D08', written('预算2000万元，执行1950万元，执行率97.5%。'),
    written('预算2000万元，执行1950万元，执行率97.6%。')],
  ['D20', changed(100, 110), changed(100, 110.01)],
  ['D20', changed(1000, 1100.04), changed(1000, 1100.05)],
  ['D20', changed(5, 5.9999), changed(5, 6)],
  ['D20', changed(100, 90), changed(100, 89.99)],
  ['D20', changed(6, 5.0001), changed(6, 5)],
  // A total that a row explains: by more than 10 %, by 1万元, or by being new.
  ['D20', parted(115, 50, 55.01), parted(115, 50, 55)],
  ['D20', parted(115, 5, 6), parted(115, 5, 5.9999)],
  ['D20', parted(115, 0, 0.0001), parted(115, 0, 0)],
  ['D20', parted(115, 0, 15), parted(115, 15, 15)],
  ['D20', parted(85, 50, 44.99), parted(85, 50, 45)],
  ['D20', parted(85, 5, 4), parted(85, 5, 4.0001)],
  ['D20', spent(100, 100), spent(100, 100.0001)],
  ['D20', { meetings: { previous_final: 100, final: 100 } },
    { meetings: { previous_final: 100, final: 100.01 } }],
  ['D17', { department: { income: { government_fund: 0.0001 } }, report: { problems: ['略。'] } },
    { department: { income: { government_fund: 0 } }, report: { problems: ['略。'] } }],
  ['D19b', denied({ overseas: row(0) }, '没有因公出国。'), denied({ overseas: row(0.0001) }, '没有因公出国。')],
  ['D19b', denied({ vehicles: { purchase: row(0) } }, '没有购置公务用车。'),
    denied({ vehicles: { purchase: row(0.0001) } }, '没有购置公务用车。')],
  ['D19b', { department: { income: { government_fund: 0 } }, report: { problems: ['没有政府性基金。'] } },
    { department: { income: { government_fund: 0.0001 } }, report: { problems: ['没有政府性基金。'] } }],

  // A text with any digit tells a figure
  ...[...'0123456789'].flatMap((digit) => [
    ['B26', output({ target: `明显改善${digit}户` }), output({ target: '明显改善农户' })],
    ['B27', output({ target: `第${digit}批` }, { target: `第${digit}批` }),
      output({ target: '全部' }, { target: '全部' })],
    ['B35', achieved('组织培训', `组织培训${digit}期`), achieved('组织培训', '组织培训多期')],
  ]),

  // Amounts in the wrong unit: by their whole, in broken rows, unlike, least
  ['F003', within({ final: 10000 }), within({ final: 10000.01 })],
  ['F003', within({ final: 1000, initial_budget: 1000.01 }),
    within({ final: 1000.01, initial_budget: 1000.01 }), 2],
  ['F003', form1({ basic: { previous_final: 500, ...row(10000, 1) } }),
    form1({ basic: { previous_final: 499.99, ...row(10000, 1) } })],
  ['F003', form1({ basic: row(99.99, 0.0099) }), form1({ basic: row(100, 0.01) })],

  // Words of which a report has one
  ...['得分', '总分', '评分', '综合评价', '等级', '等次'].map((word) =>
    ['D16', closed(`${word}较高。`, '公开。'), closed('效果较好。', '公开。')]),
  ...['公开', '公示', '公布', '通报'].map((word) =>
    ['D16', closed('总分较高。', `结果${word}。`), closed('总分较高。', '结果上报。')]),

  // Formulas
  ['A02', { staffing: { establishment: 3, in_service: 1, control_rate: 33.33 } },
    { staffing: { establishment: 3, in_service: 1, control_rate: 33.34 } }],
  ['A18', { buildings: [{ name: '楼', approved_area: 3, actual_area: 1, area_control_rate: 33.33 }] },
    { buildings: [{ name: '楼', approved_area: 3, actual_area: 1, area_control_rate: 33.34 }] }],
  ['A18', { buildings: [{ name: '楼', budget_investment: 3, actual_investment: 1,
    investment_control_rate: 33.33 }] }, { buildings: [{ name: '楼', budget_investment: 3,
      actual_investment: 1, investment_control_rate: 33.34 }] }],
  ['D05', changed(3, 4, { change_rate: 33.33 }), changed(3, 4, { change_rate: 33.34 })],
  ['B02', funds(3, 1, { execution_rate: 33.33 }), funds(3, 1, { execution_rate: 33.34 })],
  ['B04', funds(3, 1, { score: 3.33 }), funds(3, 1, { score: 3.34 })],
  ['B04', funds(100000000, 50049996, { score: 5 }), funds(100000000, 50049996, { score: 5.01 })],
  ['B04', funds(100000000, 50049999.6, { score: 5.01 }), funds(100000000, 50049999.6, { score: 5 })],
  ['B04', funds(3, 3, { score: 10 }), funds(3, 3, { score: 9.99 })],
  ...[['≥', 100, 100, 20.05, 30.05], ['≥', 100, 101, 20.05, 30.05], ['≤', 100, 100, 20.05, 30.05],
    ['≤', 100, 99, 20.05, 30.05], ['≥', 3, 1, 10, 13.33], ['≤', 1, 3, 10, 13.33], ['≥', 100, -50, 10, 10],
    ['≤', -100, 50, 10, 10], ['≥', 100, 99.996, 10, 19.99], ['≤', 99.996, 100, 10, 19.99],
    ['≥', 1000000000, 500099996, 50, 35.01], ['≥', 100000000, 50009996, 50, 35],
    ['≤', 500099996, 1000000000, 50, 35.01], ['≤', 50009996, 100000000, 50, 35]]
    .map((item) => ['B15', summed(...item), summed(...item.slice(0, 4), item[4] + 1)]),
];

const folder = mkdtempSync(join(tmpdir(), 'jixiao-edges-'));
const cases = edges.flatMap(([code, keeps, breaks, times = 1], k) => [[keeps, 0], [breaks, times]]
  .filter(([data]) => data).map(([data, count]) => ({ code, data: { ...common, ...data }, count,
    path: join(folder, `${k}-${count}.json`) })));

for (const { path, data } of cases)
  writeFileSync(path, JSON.stringify(data));
const findings = check(cases.map(({ path }) => path));
rmSync(folder, { recursive: true });
for (const { code, path, data, count } of cases) {
  const found = findings.get(path);
  const strange = found.filter((finding) => /^[JS]\d/.test(finding.code));
  const hits = found.filter((finding) => finding.code === code);
  const { edition, year, county, unit, ...own } = data;
  report(`${code} ${count ? 'begins' : 'ends'} at ${JSON.stringify(own)}`,
    strange.length ? `${strange[0].code} ${strange[0].message.zh}`
      : hits.length === count ? '' : `${hits.length} found`);
}
process.exit(exitStatus());
