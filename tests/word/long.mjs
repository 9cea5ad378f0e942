// Print a data file whose tables are longer than a page: an own line, a
// building and an indicator are repeated, each with a name that stands in one
// row alone.
//
//   node tests/word/long.mjs

// One a row.  A figure would be set off from a character before it, and read as
// a word of its own.
const names = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕';

function many(prefix, make) {
    return [...names].map((name, index) => make(prefix + name, index));
}

function indicators(prefix) {
    return {
        output: {
            quantity: many(prefix, (name) => ({
                name, target: '≥1项', actual: '1项', points: 1, score: 1,
            })),
        },
    };
}

process.stdout.write(JSON.stringify({
    edition: 'hunan-county-2023',
    year: 2024,
    county: '示例县',
    unit: { name: '示例县长表局' },
    expenditure: {
        projects: {
            other: many('行', (name) => ({
                name, previous_final: 1, initial_budget: 2, final: 3,
            })),
        },
    },
    buildings: many('楼', (name, index) => ({
        name, approved_area: 5001 + index, actual_area: 5000,
        budget_investment: 500, actual_investment: 400,
    })),
    department: { indicators: indicators('甲') },
    projects: [{
        id: 'long', name: '长表项目', indicators: indicators('乙'),
    }],
}, null, 2));
