// Every reason that the sources give for leaving a stylesheet to libxslt is in
// pipeline/7_forms/reasons.def, in Chinese, and none is there that none gives.

import { readFileSync, readdirSync } from 'node:fs';

const rooms = ['pipeline/7_forms/xslt', 'pipeline/4_formulas/xpath'];
const calls = new RegExp('(?:give_up|refuse_element|reader_refuse)\\s*\\('
    + '[^;"]*"((?:[^"\\\\]|\\\\.)*)"|(?:program_endless|too_\\w+)\\[\\] = "([^"]*)"',
    'g');
const rows = /^R\("([^"]*)", "([^"]*)"\)$/gm;
let failed = false;

const given = new Set(rooms.flatMap((room) => readdirSync(room)
    .filter((name) => /\.[ch]$/.test(name))
    .flatMap((name) => [...readFileSync(`${room}/${name}`, 'utf8')
        .matchAll(calls)].map(([, call, named]) => call ?? named))));
const known = new Map([...readFileSync('pipeline/7_forms/reasons.def', 'utf8')
    .matchAll(rows)].map(([, english, chinese]) => [english, chinese]));

function check(name, wrong) {
    console.log(`${wrong.length ? 'not ok' : 'ok'} ${name}${
        wrong.length ? `: ${wrong.join(', ')}` : ''}`);
    failed ||= wrong.length > 0;
}

check('the sources give reasons', given.size > 50 ? [] : [given.size]);
check('each reason has a row',
    [...given].filter((reason) => !known.has(reason)));
check('each row is a reason', [...known.keys()].filter(
    (reason) => !given.has(reason)));
check('each row is in Chinese', [...known].filter(([, chinese]) =>
    !/\p{Script=Han}/u.test(chinese)).map(([english]) => english));
process.exit(failed ? 1 : 0);
