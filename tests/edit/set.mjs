// A small set as a clerk types it: what goes into each place of the forms.

const none = Symbol('a list without entries');
const first = Symbol('the first of the choices');
const removed = Symbol('an entry that is taken away');

const indicators = {
    'output/quantity': ['开展检查', '12.5'],
    'output/quality': ['检查合格率', '12.5'],
    'output/timeliness': ['按时完成率', '12.5'],
    'output/cost': ['成本控制率', '12.5'],
    'benefit/economic': ['节约资金', '7.5'],
    'benefit/social': ['群众知晓率', '7.5'],
    'benefit/ecological': ['生态达标率', '7.5'],
    'benefit/sustainable': ['制度健全率', '7.5'],
    'satisfaction/served': ['群众满意度', '10'],
};

const report = {
    'overview/basic': '本单位承担全县示例管理工作。',
    'overview/organisation': '本单位设有若干内设机构。',
    'overview/duties': '贯彻执行国家有关方针政策。',
    'management/scale': '部门整体支出用于保障单位运转，没有政府性基金预算支出。',
    'management/goals': '年初设立了部门整体绩效目标。',
    'management/basic_expenditure/uses': '基本支出主要用于人员和日常公用。',
    'management/basic_expenditure/fund_management': '资金管理严格执行财务制度。',
    'management/basic_expenditure/three_public':
        '当年没有发生公务接待、公车和出国费用。',
    'management/basic_expenditure/three_public_measures':
        '制定了厉行节约的管理办法。',
    'management/project_expenditure': '当年没有安排项目支出。',
    problems: '预算编制的细化程度不够。',
    improvements: '进一步细化预算编制。',
    results_use: '自评结果用于改进管理并随决算公开。',
    next_steps: '下一步继续做好各项管理工作。',
};

const values = {
    '/year': '２０２４年',
    '/county': '示例县',
    '/unit/name': '示例县示例局',
    '/filing/preparer': '张三',
    '/filing/date': '2025年3月10日',
    '/filing/telephone': '0737-0000000',
    '/staffing/establishment': '86人',
    '/staffing/in_service': '82',
    '/expenditure/projects/other/0/name': removed,
    '/expenditure/projects/other': none,
    '/expenditure/projects/provincial/0/name': removed,
    '/expenditure/projects/provincial': none,
    '/buildings': none,
    '/organisation/internal_offices': none,
    '/organisation/subordinate_units': none,
    '/austerity_measures': '严格执行中央八项规定，压减一般性支出。',
    '/department/basis': first,
    '/department/funds/adjusted_budget': '900.00万元',
    '/department/income/general_public_budget': '9,000,000元',
    '/department/income/government_fund': '0',
    '/department/income/special_account_nontax': '0',
    '/department/income/other': '0',
    '/department/goals/expected': '完成年度各项工作任务。',
    '/department/goals/actual': '年度8项工作任务全部完成，完成率100%。',
    '/report/title': '示例县示例局2024年度部门整体支出绩效报告',
};

for (const year of ['previous_final', 'initial_budget', 'final']) {
    for (const line of ['three_public/vehicles/purchase',
        'three_public/vehicles/running', 'three_public/overseas',
        'three_public/reception', 'projects/operations',
        'projects/maintenance', 'public/utilities_and_travel', 'procurement']) {
        values[`/expenditure/${line}/${year}`] = '0';
    }
    values[`/expenditure/public/total/${year}`] = '50';
    values[`/expenditure/public/office/${year}`] = '500000元';
    values[`/expenditure/basic/${year}`] = '９００';
}
values['/expenditure/public/meetings_and_training/initial_budget'] = '0';
for (const line of ['meetings', 'training']) {
    values[`/${line}/previous_final`] = '0';
    values[`/${line}/final`] = '0';
}
for (const [kind, [name, points]] of Object.entries(indicators)) {
    const of = `/department/indicators/${kind}/0`;
    const isLast = kind === 'satisfaction/served';
    values[`${of}/name`] = name;
    values[`${of}/target`] = '100%';
    values[`${of}/actual`] = isLast ? '95%' : '100%';
    values[`${of}/points`] = points;
    values[`${of}/score`] = isLast ? '9.5' : points;
    if (isLast) values[`${of}/deviation`] = '个别群众不满意，将改进服务态度。';
}
for (const [part, text] of Object.entries(report)) {
    values[`/report/${part}`] = text;
}

export const set = {
    values, none, first, removed,
    attachments: ['附件1', '附件2', '附件3', '表外数据'],
    // A value of the data that is picked for the text, by what it is called.
    picked: { place: '/report/conclusion', before: '整体支出绩效自评得分',
        value: '自评总分', after: '，等级为优。' },
};
