// The complete example with one change gives exactly the findings named beside
// it: a rule that another one draws along shows here, where the smallest data
// of rules.mjs cannot show it.  A text that quotes a wrong figure is wrong with
// it; one that quotes a blank says so only where the blank itself is no finding.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { check, exitStatus, report, root } from './check.mjs';
import { reportShared } from './shared.mjs';

const example = readFileSync(join(root, 'input/example-full-2024.json'), 'utf8');

const E = '/expenditure', D = '/department', P = '/projects/0';
const THREE_PUBLIC = '/report/management/basic_expenditure/three_public';
const OUTPUT = P + '/indicators/output', BENEFIT = P + '/indicators/benefit';

const at = (pointer) => pointer.slice(1).split('/').reduce((around, name) =>
  around[name], JSON.parse(example));

// What the case shows, changes as [pointer, value], findings "CODE pointer".
// A value of undefined removes the member.
const cases = [
  ['the example as it is', [], []],

  // Formulas
  ['a year before that is not', [['/previous_year', 2022]], ['F001 /previous_year']],
  ['a year after that is not', [['/next_year', 2026]], ['F002 /next_year']],
  ['a control rate that is not', [['/staffing/control_rate', 95.34]], ['A02 /staffing/control_rate']],
  ['a control rate that is', [['/staffing/control_rate', 95.35]], []],
  ['staff that do not add up', [['/staffing/total', 116]], ['D03 /staffing/total', 'D07 /report/overview/basic/0']],
  ['the sum of 万元 and 元', [[E + '/public/meetings_and_training/final', 6.53]],
    ['A13 ' + E + '/public/meetings_and_training/final']],
  ['the same, rounded half up', [[E + '/public/meetings_and_training/final', 6.52]], []],
  ['vehicles that do not add up', [[E + '/three_public/vehicles/total/final', 7.93],
    [E + '/three_public/total/final', 13.0567]],
    ['A05 ' + E + '/three_public/vehicles/total/final']],
  ['三公经费 that do not add up', [[E + '/three_public/total/final', 13]],
    ['A04 ' + E + '/three_public/total/final']],
  ['三公经费 rounded', [[E + '/three_public/total/final', 13.05]], []],
  ['三公经费 that do not add up, and therefore rise', [[E + '/three_public/total/final', 34],
    [E + '/three_public/total/reason', null], [THREE_PUBLIC + '/0/items/0/content/0', '三公经费见附件1。']],
    ['A04 ' + E + '/three_public/total/final']],
  ['projects that do not add up', [[E + '/projects/total/previous_final', 1318]],
    ['A08 ' + E + '/projects/total/previous_final']],
  ['an area rate that is not', [['/buildings/0/area_control_rate', 98]],
    ['A18 /buildings/0/area_control_rate']],
  ['an investment rate that is not', [['/buildings/0/investment_control_rate', 98]],
    ['A18 /buildings/0/investment_control_rate']],
  ['a change that is not', [['/meetings/change', 2220]], ['D05 /meetings/change', 'D05b ' + THREE_PUBLIC + '/0/items/2/content/0']],
  ['a change rate that is not', [['/training/change_rate', -4]], ['D05 /training/change_rate']],
  ['a project total that is not', [[P + '/funds/total/adjusted_budget', 744]],
    ['C01 ' + P + '/funds/total/adjusted_budget']],
  ['a budget that is not the sum of form 1', [[D + '/funds/initial_budget', 2534]],
    ['B07 ' + D + '/funds/initial_budget']],
  ['spending that is not that of form 1', [[D + '/spending/basic', 1196],
    [D + '/spending/projects', 1337.25]],
    ['A15 ' + D + '/spending/basic', 'B09 ' + D + '/spending/projects']],
  ['income that does not add up', [[D + '/income/total', 2533]],
    ['B06 ' + D + '/income/total']],
  ['classes with points of their own', [[D + '/indicators/output/points', 60]],
    ['B11 ' + D + '/indicators/output/points']],
  ['an execution rate that is not', [[P + '/funds/total/execution_rate', 98]],
    ['B02 ' + P + '/funds/total/execution_rate']],
  ['a funds score that is not', [[P + '/funds/total/score', 9.8]], ['B04 ' + P + '/funds/total/score']],
  ['a total score that is not', [[D + '/total/score', 98]], ['B15 ' + D + '/total/score']],
  ['a count that is not', [['/organisation/internal_office_count', 9]],
    ['D04 /organisation/internal_office_count']],

  // Sentences beside the figures
  ['another unit in the measures taken', [['/austerity_measures', '我校厉行节约。']],
    ['D18 /austerity_measures']],
  ['and one that speaks of itself there', [['/austerity_measures', '县民政局内设6个股室。']],
    ['D18 /austerity_measures']],
  ['a list in a reason', [[E + '/three_public/reception/reason', '采取三项措施：一是公函接待；二是食堂就餐。']],
    ['D04b ' + E + '/three_public/reception/reason']],
  ['a change in the measures taken',
    [['/austerity_measures', '用纸由5箱减少到3箱，下降50%，少于上年的2箱。']],
    ['D05b /austerity_measures']],
  ['a rate and a relation in deviations',
    [[OUTPUT + '/timeliness/0/deviation', '受理申请200件，办结180件，办结率95%，正在抓紧办理。'],
      [BENEFIT + '/economic/0/deviation', '亩产450公斤，低于上年的420公斤。已安排补种绿肥。']],
    ['D08 ' + OUTPUT + '/timeliness/0/deviation', 'D06 ' + BENEFIT + '/economic/0/deviation']],

  // A telephone as people write it
  ['a telephone with a note', [['/filing/telephone', '0700-1234567转801（办公室）']], []],
  ['one telephone or another', [['/filing/telephone', '0700-1234567或1234568']], []],
  ['a telephone with a wide hyphen', [['/filing/telephone', '0700－1234567、1234568']], []],

  // N: blanks
  ['a blank the forms ask for', [['/filing/preparer', null]], ['E01 /filing/preparer']],
  ['one blank in a row', [[E + '/public/total/previous_final', null]],
    ['N01 ' + E + '/public/total/previous_final']],
  ['one blank in a row of less weight', [[E + '/public/office/previous_final', null]],
    ['N02 ' + E + '/public/office/previous_final']],
  ['a row blank as a whole', [[E + '/public/office', { previous_final: null, initial_budget: null, final: null }]],
    ['N05 ' + E + '/public/office']],
  ['a row of weight blank as a whole', [[E + '/public/total', { previous_final: null, initial_budget: null, final: null }]],
    ['N04 ' + E + '/public/total']],
  ['a part that is missing', [['/staffing', undefined]], ['A01 /staffing']],
  ['a row that is missing', [[P + '/funds/other', undefined]], ['N14 ' + P + '/funds/other']],
  ['a control rate left blank', [['/staffing/control_rate', null]], ['N08 /staffing/control_rate']],
  ['a total of 附件2 left blank', [[D + '/spending/total', null]], ['N08 ' + D + '/spending/total']],
  ['a total of 附件1 left blank', [[E + '/projects/total/previous_final', null]],
    ['N08 ' + E + '/projects/total/previous_final']],
  ['no building, said so', [['/buildings', []]], []],
  ['no building, blank', [['/buildings', null]], ['A18 /buildings']],
  ['two rows of one name', [[E + '/projects/other/1/name', '高标准农田建设县级配套资金']],
    ['N10 ' + E + '/projects/other/1/name']],
  ['two projects of one name', [['/projects/2/name', '重大动物疫病防控']], ['N11 /projects/2/name']],

  // A
  ['more staff than posts', [['/staffing/in_service', 90]], ['A03 /staffing/in_service']],
  ['more staff than posts, explained', [['/staffing/in_service', 90],
    ['/staffing/reason', '接收退役军人，按规定消化。']], []],
  ['more than the budget', [[E + '/three_public/reception/final', 7]],
    ['A06 ' + E + '/three_public/total/final']],
  ['more than last year', [[E + '/three_public/vehicles/purchase/previous_final', 0],
    [E + '/three_public/reception/previous_final', 4]],
    ['A07 ' + E + '/three_public/total/final']],
  ['parts above the whole', [[E + '/public/office/final', 157.84],
    [E + '/public/office/reason', '更换办公设备。']], ['A10 ' + E + '/public/total/final']],
  ['parts above the whole, last year', [[E + '/public/office/previous_final', 162.3],
    [E + '/public/office/reason', '上年更换办公设备。']],
    ['A10 ' + E + '/public/total/previous_final']],
  ['parts above the whole, budgeted', [[E + '/public/office/initial_budget', 160]],
    ['A10 ' + E + '/public/total/initial_budget']],
  ['spent without budget', [[E + '/public/office/initial_budget', 0]], ['A11 ' + E + '/public/office/final']],
  ['far over budget', [[E + '/public/total/initial_budget', 150], [E + '/public/total/reason', null]],
    ['A12 ' + E + '/public/total/final', 'D06 /report/management/basic_expenditure/uses/1']],
  ['basic expenditure over budget', [[E + '/basic/initial_budget', 1000], [E + '/basic/reason', undefined]],
    ['A16 ' + E + '/basic/final', 'R007 /report/management/basic_expenditure/uses/0']],
  ['nothing executed, and more spent than budgeted', [[D + '/funds/executed', null], [D + '/funds/adjusted_budget', 2500]],
    ['A15 ' + D + '/funds/adjusted_budget', 'B01 ' + D + '/funds/executed']],
  ['procurement without budget', [[E + '/procurement/initial_budget', null]],
    ['A17 ' + E + '/procurement/initial_budget']],
  ['a building too large', [['/buildings/0/actual_area', 1300]], ['A18b /buildings/0/area_control_rate']],
  ['more reception than public expenses', [[E + '/public/total/final', 5],
    [E + '/public/office/final', 0], [E + '/public/utilities_and_travel/final', 0],
    ...['office', 'utilities_and_travel', 'meetings_and_training'].map((row) =>
      [`${E}/public/${row}/reason`, '合署办公，由主管部门承担。']),
    ['/meetings/final', 10000], ['/training/final', 10000]],
    ['A22 ' + E + '/three_public/reception/final']],
  ['reception without guests', [['/reception_visits/batches', 0]], ['A22b /reception_visits/batches']],
  ['dear reception', [['/reception_visits/persons', 100]], ['A22c /reception_visits/persons']],
  ['vehicles that cost, and none', [['/vehicle_fleet/kept', 0]], ['A23 /vehicle_fleet/kept']],

  // B
  ['a budget of nothing', [['/projects/1/funds/fiscal_appropriation/adjusted_budget', 0]],
    ['B02b /projects/1/funds/total/adjusted_budget']],
  ['executed more than budgeted', [['/projects/1/funds/fiscal_appropriation/adjusted_budget', 170]],
    ['B03 /projects/1/funds/total/execution_rate']],
  ['executed little, unexplained', [['/projects/3/funds/total/reason', null]],
    ['B05 /projects/3/funds/total/execution_rate', 'R007 /projects/3/results/0']],
  ['income other than spending', [[D + '/income/other', 50]], ['B08 ' + D + '/income/total']],
  ['a budget adjusted, unexplained', [[D + '/funds/reason', undefined]],
    ['B10 ' + D + '/funds/adjusted_budget', 'R007 /report/management/scale/0']],
  ['points that are not those of the class', [[OUTPUT + '/quality/0/points', 11]],
    ['B12 ' + OUTPUT + '/points']],
  ['one score blank', [[BENEFIT + '/sustainable/0/score', null]],
    ['B13 ' + BENEFIT + '/sustainable/0/score']],
  ['no points at all', [BENEFIT, OUTPUT, P + '/indicators/satisfaction'].flatMap((around) =>
    Object.entries(at(around)).flatMap(([kind, list]) => list.map((_, k) =>
      [`${around}/${kind}/${k}/points`, null]))), ['B13 ' + P + '/indicators']],
  ['no points', [[OUTPUT + '/quality/0/points', 0], [OUTPUT + '/quantity/0/points', 22]],
    ['B13b ' + OUTPUT + '/quality/0/points']],
  ['a score above its points', [[BENEFIT + '/sustainable/0/score', 8]],
    ['B14 ' + BENEFIT + '/sustainable/0/score']],
  ['funds score above its points', [[P + '/funds/total/score', 100]], ['B14 ' + P + '/funds/total/score']],
  ['a deviation not explained', [[OUTPUT + '/timeliness/0/deviation', null]],
    ['B16 ' + OUTPUT + '/timeliness/0/deviation']],
  ['all points, and yet missed', [[OUTPUT + '/quality/0/deviation', '尚未完成。']],
    ['B17 ' + OUTPUT + '/quality/0/deviation']],
  ['met, and not all points', [[OUTPUT + '/quality/0/score', 9], [OUTPUT + '/quality/0/deviation', '个别工程延后验收。']],
    ['B18 ' + OUTPUT + '/quality/0/score']],
  ['missed, and too many points', [[OUTPUT + '/timeliness/0/score', 9.8]],
    ['B18 ' + OUTPUT + '/timeliness/0/score']],
  ['missed, within a tenth', [[OUTPUT + '/timeliness/0/score', 9.7]], []],
  ['over a ceiling, and too many points', [[OUTPUT + '/cost/0/measure/actual', 2600],
    [OUTPUT + '/cost/0/score', 9.9], [OUTPUT + '/cost/0/deviation', '材料涨价。']],
    ['B18 ' + OUTPUT + '/cost/0/score']],
  ['over a ceiling, by proportion', [[OUTPUT + '/cost/0/measure/actual', 2500],
    [OUTPUT + '/cost/0/score', 9.8], [OUTPUT + '/cost/0/deviation', '材料涨价。']], []],
  ['more than the zero aimed at', [['/projects/1/indicators/benefit/social/0/measure/actual', 1],
    ['/projects/1/indicators/benefit/social/0/score', 8]],
    ['B18 /projects/1/indicators/benefit/social/0/score']],
  ['a score outside of its band', [[BENEFIT + '/sustainable/0/score', 5]],
    ['B19 ' + BENEFIT + '/sustainable/0/score']],
  ['far above its target', [[OUTPUT + '/quantity/1/measure/actual', 30]],
    ['B20 ' + OUTPUT + '/quantity/1/measure/actual']],
  ['a unit as target', [[BENEFIT + '/sustainable/0/target', '百分比']],
    ['B21 ' + BENEFIT + '/sustainable/0/target']],
  ['more than all of it', [[OUTPUT + '/quality/0/measure/target', 110], [OUTPUT + '/quality/0/measure/actual', 110]],
    ['B22 ' + OUTPUT + '/quality/0/measure/target']],
  ['costs to be raised', [[OUTPUT + '/cost/0/measure/relation', '≥'], [OUTPUT + '/cost/0/measure/target', 2430]],
    ['B23 ' + OUTPUT + '/cost/0/measure/relation']],
  ['quantities to be lowered', [[OUTPUT + '/quantity/0/measure/relation', '≤']],
    ['B23 ' + OUTPUT + '/quantity/0/measure/relation']],
  ['costs over 100%', [[D + '/indicators/output/cost/1/measure/target', 1000]],
    ['B22 ' + D + '/indicators/output/cost/1/measure/target']],
  ['a percentage as a fraction', [[D + '/indicators/output/timeliness/0/measure/target', 0.95],
    [D + '/indicators/output/timeliness/0/measure/actual', 0.9]],
    ['B22b ' + D + '/indicators/output/timeliness/0/measure/target']],
  ['full marks for what was achieved in part', [['/projects/2/indicators/benefit/sustainable/0/score', 7]],
    ['B19 /projects/2/indicators/benefit/sustainable/0/score']],
  ['batches and persons exchanged', [['/reception_visits', { batches: 486, persons: 58 }]],
    ['A22b /reception_visits/persons']],
  ['a class without indicators', [[P + '/indicators/satisfaction/served', []],],
    ['B24 ' + P + '/indicators/satisfaction', 'R002 ' + P + '/results/1',
      'R007 ' + P + '/report/conclusion/0', 'R007 /report/conclusion/1']],
  ['a kind without indicators', [['/projects/4/indicators/output/cost', []],
    ['/projects/4/indicators/output/quantity/0/points', 30]],
    ['B24b /projects/4/indicators/output/cost']],
  ['a kind that cannot be', [['/projects/4/indicators/output/cost', null],
    ['/projects/4/indicators/output/quantity/0/points', 30]], []],
  ['无 for a target', [[BENEFIT + '/sustainable/0/target', '无']], ['B25 ' + BENEFIT + '/sustainable/0/target']],
  ['vague words', [[BENEFIT + '/sustainable/0/target', '明显改善'], [BENEFIT + '/sustainable/0/actual', '达成预期指标'],
    [BENEFIT + '/sustainable/0/grade', null]],
    ['B26 ' + BENEFIT + '/sustainable/0/target']],
  ['the same indicator twice', [[BENEFIT + '/sustainable/0/name', '工程竣工验收合格率']],
    ['B27 ' + BENEFIT + '/sustainable/0/name']],
  ['satisfaction that is no percentage', [['/projects/2/indicators/satisfaction/served/0/target', '满意'],
    ['/projects/2/indicators/satisfaction/served/0/measure', undefined],
    ['/projects/2/indicators/satisfaction/served/0/actual', '92%'],
    ['/projects/2/indicators/satisfaction/served/0/score', 10]],
    ['B28 /projects/2/indicators/satisfaction/served/0/target']],
  ['a total over a blank', [[BENEFIT + '/sustainable/0/score', null], [P + '/total/score', 98]],
    ['B30 ' + P + '/total/score', 'B13 ' + BENEFIT + '/sustainable/0/score']],
  ['a funds score without rate', [[D + '/funds/executed', null], [D + '/funds/score', 10],
    [D + '/funds/adjusted_budget', 2600]],
    ['B30b ' + D + '/funds/score', 'B01 ' + D + '/funds/executed']],
  ['all points of all', [['/projects/4/indicators/benefit/sustainable/0/score', 10]], ['B31 /projects/4/total/score']],
  ['results without a figure', [[D + '/goals/actual', '各项目标均已完成。']], ['B35 ' + D + '/goals/actual']],

  // C
  ['projects that are not those of form 1', [[E + '/projects/maintenance/final', 31],
    [D + '/income/other', 46.8]], ['C04 ' + E + '/projects/total/final']],
  ['the same, budgeted', [[E + '/projects/maintenance/initial_budget', 31]],
    ['C04 ' + E + '/projects/total/initial_budget']],
  ['a project that keeps the office running', [[P + '/report/overview/unit/0', '{{.name}}项目保障机关正常运转。']],
    ['C08 ' + P + '/report/overview/unit/0']],
  ['a definition for a target', [[BENEFIT + '/sustainable/0/target', '项目实施对社会发展所带来的直接或间接影响情况。']],
    ['C09 ' + BENEFIT + '/sustainable/0/target']],

  // Units
  ['元 for 万元', [[E + '/three_public/reception/final', 51267]], ['F003 ' + E + '/three_public/reception/final']],
  ['元 for 万元, said to be right', [[E + '/three_public/reception/final', 51267], ['/explanations/1',
    { rule: 'F003', pointer: E + '/three_public/reception/final', reason: '承办全国会议。' }]],
    ['A06 ' + E + '/three_public/total/final', 'A07 ' + E + '/three_public/total/final',
      'A22 ' + E + '/three_public/reception/final', 'A22c /reception_visits/persons']],
  ['元 for 万元, two of them', [[E + '/three_public/reception/final', 51267], [E + '/public/office/final', 578400]],
    ['F003 ' + E + '/three_public/reception/final', 'F003 ' + E + '/public/office/final']],

  // Explanations
  ['an answered warning', [[E + '/three_public/reception/final', 7], ['/explanations/1',
    { rule: 'A06', pointer: E + '/three_public/total/final', reason: '承办全省现场会。' }]], []],
  ['one that waits for a wrong sum to be corrected', [[E + '/three_public/total/final', 17],
    ['/explanations/1', { rule: 'A06', pointer: E + '/three_public/total/final', reason: '承办全省现场会。' }]],
    ['A04 ' + E + '/three_public/total/final']],
  ['a meeting fee left blank', [['/meetings/final', null]], ['N02 /meetings/final']],
  ['no meeting fees at all', [['/meetings', undefined]], ['N07 /meetings']],
  ['an actual value left blank that others quote', [[OUTPUT + '/quantity/0/measure/actual', null]],
    ['N01 ' + OUTPUT + '/quantity/0/actual']],
  ['a row without amounts, but with its reason', ['previous_final', 'initial_budget', 'final']
    .map((name) => [E + '/basic/' + name, undefined]), ['N04 ' + E + '/basic']],
  ['a part that texts quote', [[E + '/public', undefined]], ['N06 ' + E + '/public']],
  ['funds that scores follow from', [['/projects/1/funds', undefined]], ['N06 /projects/1/funds']],
  ['a text that is a reference to a project that is gone, and no more',
    [['/austerity_measures', '{{projects.gone.name}}']], ['R012 /austerity_measures']],
  ['a reason of a space, quoted', [['/meetings/reason', ' ']], ['N03 /meetings/reason']],
  ['what was achieved, a space', [[D + '/goals/actual', ' ']], ['N03 ' + D + '/goals/actual']],
  ['cells of indicators of a space', [[P + '/indicators/output/timeliness/0/target', ' '],
    [P + '/indicators/output/timeliness/0/actual', ' ']], ['N03 ' + P + '/indicators/output/timeliness/0/actual',
    'N03 ' + P + '/indicators/output/timeliness/0/target']],
  ['a title of a space', [['/report/title', ' ']], ['N03 /report/title']],
  ['a name of a space', [[E + '/projects/other/0/name', ' ']], ['N03 ' + E + '/projects/other/0/name']],
  ['an explanation of nothing', [['/explanations/1',
    { rule: 'A06', pointer: E + '/three_public/total/final', reason: '承办全省现场会。' }]],
    ['P001 /explanations/1']],
];

function set(data, pointer, value) {
  const names = pointer.slice(1).split('/');
  const last = names.pop();
  let around = data;
  for (const name of names)
    around = around[name] ??= {};
  if (value === undefined)
    delete around[last];
  else
    around[last] = value;
}

function change(changes) {
  const data = JSON.parse(example);
  for (const [pointer, value] of changes)
    set(data, pointer, value);
  return JSON.stringify(data, null, 2);
}

const folder = mkdtempSync(join(tmpdir(), 'jixiao-rules-'));
const paths = cases.map((_, k) => join(folder, `${k}.json`));

cases.forEach(([, changes], k) => writeFileSync(paths[k], change(changes)));
const findings = check(paths);
rmSync(folder, { recursive: true });
cases.forEach(([name, , expected], k) => {
  const found = findings.get(paths[k])
    .filter((finding) => !finding.answer)
    .map((finding) => `${finding.code} ${finding.pointer}`).sort();
  report(name, JSON.stringify(found) === JSON.stringify([...expected].sort()) ? ''
    : `found ${found.join(', ') || 'nothing'}; expected ${expected.join(', ') || 'nothing'}`);
});
reportShared();
process.exit(exitStatus());
