// Slips of a clerk, one at a time in an example without any: where, what is
// typed, and the rule that finds it; null: it is not taken at all.

const table1 = [
    ['/staffing/in_service', '110', 'A03'],
    ['/staffing/in_service', '82.5', null],
    ['/staffing/in_service', '八十二个半', null],
    ['/staffing/establishment', '', 'A01'],
    ['/staffing/establishment', '-86', null],
    ['/expenditure/three_public/vehicles/purchase/final', '20', 'A06'],
    ['/expenditure/three_public/overseas/final', '3', 'D19b'],
    ['/expenditure/three_public/reception/final', '51.267', 'A07'],
    ['/expenditure/three_public/reception/final', '5.12.67', null],
    ['/expenditure/three_public/reception/final', '约5万元', null],
    ['/expenditure/three_public/reception/final', '5.1267人', null],
    ['/expenditure/public/total/final', '10', 'A10'],
    ['/expenditure/public/office/final', '9,000,000元', 'A10'],
    ['/expenditure/projects/operations/final', '2388', 'C04'],
    ['/expenditure/projects/other/0/final', '0', 'C04'],
    ['/expenditure/projects/other/0/name', '', 'N01'],
    ['/expenditure/basic/final', '119', 'A10b'],
    ['/expenditure/procurement/final', '5000', 'A17b'],
    ['/buildings/0/actual_area', '99999', 'A18b'],
    ['/buildings/0/approved_area', '', 'N01'],
    ['/filing/date', '2023年1月1日', 'E02'],
    ['/filing/date', '2025年13月1日', null],
    ['/filing/preparer', '', 'E01'],
    ['/filing/telephone', '电话不详', null],
    ['/year', '2025', 'E02'],
    ['/year', '二〇二四年上半年', null],
];

const table2 = [
    ['/department/funds/adjusted_budget', '100', 'B03'],
    ['/department/income/general_public_budget', '1', 'B08'],
    ['/department/income/other', '4580', 'B08'],
    ['/department/indicators/output/quantity/0/points', '20', 'B12'],
    ['/department/indicators/output/quantity/0/score', '9', 'B14'],
    ['/department/indicators/output/quantity/0/score', '7', 'B16'],
];

const table4 = [
    ['/projects/1/name', '高标准农田建设', 'N11'],
    ['/projects/1/name', '', 'C02'],
    ['/projects/1/goals/expected', '完成 任务,', 'E06'],
];

export const mistakes = Object.entries({
    附件1: table1, 附件2: table2, '附件4-2': table4,
}).flatMap(([id, rows]) => rows.map(([pointer, words, code]) =>
    ({ id, pointer, words, code })));
