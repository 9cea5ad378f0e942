// Data files of one thing many times, a row each: { name, n, make, text? }.
//
// make(k) gives the data with k of the thing, text(k) the bytes of a file that
// is no JSON or not the shape; n is how many there are in the smallest file.

const head = () => ({
    edition: "hunan-county-2023", year: 2023, county: "示例县",
    unit: { name: "示例县示例局" },
});

const times = (k, make) => Array.from({ length: k }, (_, i) => make(i));
const repeat = (k, words) => words.repeat(k);

// Something that differs from one entry to the next in most of its characters.
function words(i, length = 12) {
    let state = i * 2654435761 + 12345;
    return times(length, () => {
        state = (Math.imul(state ^ (state >>> 15), 2246822519) + 1013904223) >>> 0;
        return String.fromCodePoint(0x4e00 + (state >>> 8) % 6000);
    }).join("");
}

const duties = (blocks) =>
    ({ ...head(), report: { overview: { duties: blocks } } });
const one = (text) => duties([text]);
const indicators = (list) =>
    ({ ...head(), department: { indicators: { output: { quantity: list } } } });
const projects = (k, more) => ({ ...head(), projects: times(k, (i) =>
    ({ id: `p${i}`, name: `${words(i, 8)}项目`, ...more(i) })) });

const likeName = (i) => `二〇二三年${words(i, 4)}老旧小区改造项目`;
const alike = (k) => ({ ...head(), projects: times(k, (i) =>
    ({ id: `p${i}`, name: likeName(i) })) });

const building = (name) => ({ name, approved_area: 100, actual_area: 100,
    budget_investment: 10, actual_investment: 10 });
const indicator = (name) => ({ name, measure: { relation: "≥", target: 10,
    actual: 10, unit: "件" }, points: 1 });
const fact = (i) => ({ label: words(i), value: i, unit: "件" });
const facts = (k) =>
    Object.fromEntries(times(k, (i) => [`f${i}`, fact(i)]));

function nested(k) {
    let blocks = ["内容"];
    for (let i = 0; i < k; i++)
        blocks = [{ items: [{ title: `题${i}`, content: blocks }] }];
    return blocks;
}

const inTexts = [
    ["references in a text", 100, (k) => repeat(k, "{{year}}")],
    ["unknown references", 100, (k) => repeat(k, "{{yaer}}")],
    ["{{ in a text", 100, (k) => repeat(k, "{{")],
    ["}} in a text", 100, (k) => repeat(k, "}}")],
    ["escaped braces", 100, (k) => repeat(k, "\\{{")],
    ["notations of a reference", 100, (k) => `{{year${repeat(k, "|数")}}}`],
    ["steps of a reference", 100, (k) => `{{year${repeat(k, ".a")}}}`],
    ["lines of a text", 100, (k) => repeat(k, "第一行\n")],
    ["characters of a word", 1000, (k) => words(1, k)],
    ["equal characters", 1000, (k) => repeat(k, "字")],
    ["letters of a word", 1000, (k) => repeat(k, "a")],
    ["digits of a number", 1000, (k) => repeat(k, "7")],
    ["digits of a code", 1000, (k) => `${repeat(k, "12")}，E+`],
    ["words of a code", 1000, (k) => repeat(k, "a-")],
    ["blanks", 1000, (k) => `甲${repeat(k, " ")}乙`],
    ["control marks", 100, (k) => `甲${repeat(k, "\u200b")}乙`],
    ["sentences", 100, (k) => times(k, (i) => `${words(i)}。`).join("")],
    ["clauses", 100, (k) => times(k, (i) => `${words(i)}，`).join("")],
    ["amounts", 100, (k) =>
        times(k, (i) => `${words(i, 4)}支出${i}.5万元，`).join("")],
    ["figures of a sum", 100, (k) => `共${k}万元，其中` +
        times(k, (i) => `${words(i, 4)}1万元`).join("、")],
    ["rates", 100, (k) => repeat(k, "支出12万元，完成率为81.2%；")],
    ["changes", 100, (k) => repeat(k, "比上年增加12万元，增长8.2%；")],
    ["years", 100, (k) => repeat(k, "2022年")],
    ["dates", 100, (k) => repeat(k, "2月30日，")],
    ["brackets opened", 100, (k) => repeat(k, "（")],
    ["brackets closed", 100, (k) => repeat(k, "）")],
    ["quotation marks", 100, (k) => repeat(k, "“")],
    ["titles", 100, (k) => times(k, (i) => `《${words(i)}》`).join("、")],
    ["document numbers", 100, (k) => times(k, (i) =>
        `湘财绩〔2020〕${i}号`).join("、")],
    ["enumerations", 100, (k) => times(k, (i) => `${i + 1}.${words(i)}；`)
        .join("")],
    ["placeholders", 100, (k) => repeat(k, "XX")],
    ["marks of templates", 100, (k) => repeat(k, "${甲}")],
    ["telephones", 100, (k) => repeat(k, "13800000000，")],
    ["words twice", 100, (k) => repeat(k, "的的")],
    ["units twice", 100, (k) => repeat(k, "3万元元，")],
].map(([name, n, make]) => ({ name, n, make: (k) => one(make(k)) }));

const inLists = [
    ["paragraphs", 100, (k) => duties(times(k, (i) => `${words(i, 30)}。`))],
    ["equal paragraphs", 40, (k) =>
        duties(times(k, () => "负责全县就业和社会保障工作的组织实施。"))],
    ["like paragraphs", 40, (k) => duties(times(k, (i) =>
        `负责全县就业和社会保障第${i}组工作的组织实施和监督检查。`))],
    ["numbered items", 100, (k) =>
        duties([{ items: times(k, (i) => `${words(i, 30)}。`) }])],
    ["items with titles", 100, (k) => duties([{ items: times(k, (i) =>
        ({ title: words(i), content: [`${words(i, 30)}。`] })) }])],
    ["tables", 20, (k) => duties(times(k, () => ({ table: "three_public" })))],
    ["items in items", 1, (k) => duties(nested(k))],
    ["equal buildings", 40, (k) =>
        ({ ...head(), buildings: times(k, () => building("业务用房")) })],
    ["buildings", 40, (k) =>
        ({ ...head(), buildings: times(k, (i) => building(words(i))) })],
    ["like buildings", 40, (k) => ({ ...head(),
        buildings: times(k, (i) => building(`业务用房第${i}栋`)) })],
    ["expenditure lines", 100, (k) => ({ ...head(), expenditure: { projects: {
        other: times(k, (i) => ({ name: words(i), final: i,
            initial_budget: i, previous_final: i })) } } })],
    ["indicators", 40, (k) => indicators(times(k, (i) => indicator(words(i))))],
    ["equal indicators", 40, (k) =>
        indicators(times(k, () => indicator("培训人数")))],
    ["indicators without scores", 40, (k) =>
        indicators(times(k, (i) => ({ name: words(i), target: "完成",
            actual: "完成", points: 1 })))],
    ["like indicators", 40, (k) =>
        indicators(times(k, (i) => indicator(`第${i}期培训人数`)))],
    ["offices", 100, (k) => ({ ...head(), organisation: {
        internal_offices: times(k, (i) => `${words(i, 4)}股`) } })],
    ["equal offices", 100, (k) => ({ ...head(), organisation: {
        internal_offices: times(k, () => "办公室") } })],
    ["units", 100, (k) => ({ ...head(), organisation: {
        subordinate_units: times(k, (i) => `${words(i, 4)}中心`),
        in_final_accounts: times(k, (i) => `${words(i, 4)}中心`) } })],
    ["facts", 100, (k) => ({ ...head(), facts: facts(k) })],
    ["facts referred to", 100, (k) => ({ ...head(), facts: facts(k),
        report: { overview: { duties: times(k, (i) => `{{facts.f${i}}}`) } } })],
    ["quotations", 100, (k) => ({ ...head(), facts: facts(1),
        report: { overview: { duties: times(k, (i) =>
            `${words(i)}{{facts.f0}}`) } } })],
    ["misspelt facts", 40, (k) => ({ ...head(), facts: facts(k),
        report: { overview: { duties: times(k, (i) =>
            `{{facts.x${i}}}`) } } })],
    ["facts in a chain", 1, (k) => ({ ...head(), report: { overview: {
        duties: times(k, (i) =>
            `${i}{{report.overview.duties.${(i + 1) % k}}}`) } } })],
    ["explanations", 100, (k) => ({ ...head(), explanations: times(k, (i) =>
        ({ rule: "N07", pointer: `/facts/f${i}`, reason: words(i) })) })],
    ["answered findings", 40, (k) => ({ ...duties(times(k, (i) =>
        `${words(i)}的的${words(i)}。`)), explanations: times(k, (i) =>
        ({ rule: "E08", pointer: `/report/overview/duties/${i}`,
            reason: words(i) })) })],
    ["projects", 20, (k) => projects(k, () => ({}))],
    ["full projects", 20, (k) => projects(k, (i) => ({
        funds: { total: { initial_budget: 10, executed: 9.5 } },
        goals: { expected: words(i, 20), actual: words(i, 21) },
        indicators: { output: { quantity: [indicator(words(i))] } },
        facts: { cases: fact(i) },
        results: [`{{.name}}办结{{.facts.cases}}，${words(i, 20)}。`] }))],
    ["equal projects", 20, (k) => ({ ...head(), projects: times(k, (i) =>
        ({ id: `p${i}`, name: "同名项目", results: ["完成了任务。"] })) })],
    ["projects of one id", 20, (k) => ({ ...head(), projects: times(k, (i) =>
        ({ id: "p", name: words(i) })) })],
    ["projects referred to", 20, (k) => ({ ...projects(k, () => ({})),
        report: { overview: { duties: times(k, (i) =>
            `{{projects.p${i}.name}}`) } } })],
    ["projects of like names", 20, (k) => ({ ...alike(k),
        report: { overview: { duties: times(k, (i) =>
            `完成了${likeName(i)}的任务。`) } } })],
    ["misspelt projects", 20, (k) => ({ ...alike(k),
        report: { overview: { duties: times(k, (i) =>
            `完成了${likeName(i).replace("旧小", "旧的老小")}的任务。`) } } })],
];

const inNames = [
    ["characters of the unit's name", 1000, (k) =>
        ({ ...head(), unit: { name: words(1, k) } })],
    ["joints of telephone numbers", 100, (k) => ({ ...head(), filing: {
        telephone: `0737-8812345${repeat(k, "-")}、0737-8812346` } })],
    ["characters of a project's name", 1000, (k) =>
        ({ ...head(), projects: [{ id: "p", name: words(1, k) }] })],
    ["characters of an id", 1000, (k) =>
        ({ ...head(), projects: [{ id: repeat(k, "p"), name: "甲" }] })],
    ["characters of an indicator's name", 1000, (k) =>
        indicators([indicator(words(1, k))])],
    ["characters of a fact's name", 1000, (k) => ({ ...head(),
        facts: { [repeat(k, "f")]: fact(1) } })],
    ["characters of a path", 1000, (k) => one(`{{${words(1, k)}}}`)],
];

const inShape = [
    ["unknown members", 100, (k) => ({ ...head(), ...Object.fromEntries(
        times(k, (i) => [`member_${i}`, 1])) })],
    ["unknown members of one name", 40, (k) => projects(k, () =>
        ({ nmae: 1 }))],
    ["characters of an unknown member", 1000, (k) =>
        ({ ...head(), [repeat(k, "x")]: 1 })],
    ["wrong types", 100, (k) => duties(times(k, () => 1))],
    ["names that facts may not have", 100, (k) => ({ ...head(),
        facts: Object.fromEntries(times(k, (i) => [`F${i}`, fact(i)])) })],
].map(([name, n, make]) => ({ name, n, make }));

const inBytes = [
    ["members of one name", 100, (k) =>
        `{${times(k, () => '"a": 1').join(",\n")}}`],
    ["faults of JSON", 100, (k) =>
        `{${times(k, (i) => `"m${i}" 1`).join(",\n")}}`],
    ["digits of a JSON number", 1000, (k) => `{"year": ${repeat(k, "7")}}`],
    ["brackets", 100, (k) => repeat(k, "[")],
    ["escapes", 1000, (k) => `{"county": "${repeat(k, "\\u7532")}"}`],
    ["blank lines", 1000, (k) => `${repeat(k, "\n")}{}`],
].map(([name, n, text]) => ({ name, n, text }));

const made = [...inLists, ...inNames]
    .map(([name, n, make]) => ({ name, n, make }));

export const kinds = [...inTexts, ...made, ...inShape, ...inBytes];
export const least = head;

// The file with so many of a kind.
export const bytesOf = (kind, k) => kind.text ? kind.text(k)
    : JSON.stringify(kind.make(k), null, 1);
