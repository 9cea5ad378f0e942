// The table of ../shared/bench-peers, which all peers render, as a data file
// of ours: the smallest example, filed by that unit, with that project.
//
//   node tests/bench/table.mjs TABLE.json >DATA.json

import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));

// The table has figures as they are printed, and blanks.
const figure = (text) => text === "" ? null : parseFloat(text);

// The groups of the table by where they stand, and their members of ours.
const groups = [
    ["output", ["quantity", "quality", "timeliness", "cost"]],
    ["benefit", ["economic", "social", "ecological", "sustainable"]],
    ["satisfaction", ["served"]],
];
const funds = ["total", "fiscal_appropriation", "carried_over", "other"];

const indicator = ({ name, target, actual, weight, score, deviation }) => ({
    name, target, actual, points: figure(weight), score: figure(score),
    ...deviation && { deviation },
});

const fund = ({ initial, full, executed }) => ({
    initial_budget: figure(initial), adjusted_budget: figure(full),
    executed: figure(executed),
});

const pairs = (names, list, make) =>
    Object.fromEntries(names.map((name, k) => [name, make(list[k])]));

const table = read(process.argv[2]);
const data = read("input/smallest.json");
data.county = "桃江县";
data.year = 2023;
data.unit.name = table.project.department;
data.filing = {
    preparer: table.filler,
    date: table.date.replace(/(\d+)年(\d+)月(\d+)日/, (_, ...parts) =>
        parts.slice(0, 3).map((part) => part.padStart(2, "0")).join("-")),
    telephone: table.phone,
};
data.projects = [{
    id: "table",
    name: table.project.name,
    supervising_department: table.project.department,
    implementing_unit: table.project.unit,
    funds: pairs(funds, table.funds, fund),
    goals: table.goal,
    indicators: Object.fromEntries(groups.map(([name, members], k) =>
        [name, pairs(members, table.indicators[k].groups,
            ({ items }) => items.map(indicator))])),
    total: { points: figure(table.total.weight),
        score: figure(table.total.score) },
}];
console.log(JSON.stringify(data, null, 1));
