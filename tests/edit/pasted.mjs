// Blocks as programs put them on the clipboard: where a clerk pastes them, what
// is in the places then, and what the page says; null: nothing is taken.

const table = (...rows) => ({ 'text/plain': 'cells', 'text/html':
    `<!--StartFragment--><table>${rows.map((cells) =>
        `<tr>${cells.join('')}</tr>`).join('')}</table>` });
const text = (...rows) => ({ 'text/plain': rows.join('\r\n') });
const other = '/expenditure/projects/other';
const [vehicles, overseas, reception] = ['vehicles', 'overseas', 'reception']
    .map((name) => `/expenditure/three_public/${name}`);

export const pasted = [{
    name: 'heads of columns above rows',
    at: `${other}/0/name`,
    types: text('项目名称\t2023年决算数\t2024年年初预算数\t2024年决算数',
        '甲项目\t1\t2\t3', '乙项目\t4\t5\t6'),
    values: { [`${other}/0/name`]: '甲项目', [`${other}/0/final`]: '3',
        [`${other}/1/previous_final`]: '4' },
}, {
    name: 'a whole part of the form, with its heads',
    at: '/staffing/establishment',
    types: text('财政供养人员情况（人）\t编制数\t2024年实际在职人数\t控制率',
        '\t90\t80\t', '经费控制情况（万元）\t2023年决算数\t2024年预算数\t2024年决算数',
        '公车运行维护\t7.1\t7.2\t7.3', '3、公务接待\t5.1\t5.2\t5.3'),
    values: { '/staffing/establishment': '90', '/staffing/in_service': '80',
        [`${vehicles}/running/previous_final`]: '7.1',
        [`${reception}/final`]: '5.3' },
}, {
    name: 'merged cells',
    at: `${vehicles}/purchase/previous_final`,
    types: table(['<td rowspan="2">1.1</td>', '<td>2.2</td>', '<td>3.3</td>'],
        ['<td>4.4</td>', '<td>5.5</td>'],
        ['<td colspan="2">6.6</td>', '<td>7.7</td>']),
    values: { [`${vehicles}/purchase/previous_final`]: '1.1',
        [`${vehicles}/running/previous_final`]: '',
        [`${vehicles}/running/initial_budget`]: '4.4',
        [`${overseas}/previous_final`]: '6.6', [`${overseas}/final`]: '7.7' },
}, {
    name: 'figures as people write them',
    at: `${overseas}/previous_final`,
    types: text('０．５\t１，２３４．５元\t0.0001亿元'),
    values: { [`${overseas}/previous_final`]: '0.5',
        [`${overseas}/initial_budget`]: '0.12', [`${overseas}/final`]: '1' },
}, {
    name: 'a title, heads, blank rows and totals',
    at: `${other}/0/name`,
    types: text('2024年项目支出\t\t\t', '项目名称\t2023年决算数\t年初预算\t' +
        '2024年决算数', '甲项目\t1\t2\t3', '\t\t\t', '小 计\t1\t2\t3',
    '乙项目\t4\t5\t6', '合计\t5\t7\t9', '\t\t\t'),
    values: { [`${other}/0/name`]: '甲项目', [`${other}/1/name`]: '乙项目',
        [`${other}/1/final`]: '6' },
    only: { list: other, count: 3 },
    said: /表头以上的“2024年项目支出”没有贴.*；合计、小计的 2 行没有贴/,
}, {
    name: 'more columns than there are',
    at: `${overseas}/previous_final`,
    types: text('1\t2\t3\t4\t5'),
    values: { [`${overseas}/final`]: '3' },
    said: /表里放不下的 2 格没有贴/,
}, {
    name: 'heads in another unit',
    at: `${other}/0/name`,
    types: text('项目名称\t2023年决算数（元）\t2024年决算数（元）',
        '甲项目\t10000\t20000'),
    values: null,
    said: /2023年决算数（元）”读不成金额/,
}, {
    name: 'a cell that cannot be read',
    at: `${overseas}/previous_final`,
    types: text('1\t约1.5\t2.5'),
    values: null,
    said: /出国经费 年初预算数：“约1.5”/,
}];
