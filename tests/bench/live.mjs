// What a person waits for who types into a form: from the change to the answer
// with the form at most twice what a check of the file and the form of one
// attachment take by themselves, and at most ten times that for a file of twenty
// times the size.  What follows a row that moves takes a time that grows with it.
//
// What the page knows is not told it again.
//
// Each bound is a quarter above that, for programs that run beside.
//
// Times are the processor's, of processes that have done the same before.
// JIXIAO names the program, STAGES and MEASURE what times a check.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ask, end, open, tell } from '../edit/serving.mjs';
import { exitStatus, report, root } from '../rules/check.mjs';

const stages = process.env.STAGES ?? 'build/bench/stages';
const measurer = process.env.MEASURE ?? 'build/bench/measure';
const input = join(root, 'input/example-full-2024.json');
const times = 20;
const tries = 3;                // another program may have the caches,
const allowance = 1.25;         // for all of them
const tick = 10;                // milliseconds: /proc counts in these
const pointer = '/staffing/retired';
const shown = ['附件1', '附件2'];
const single = readFileSync(input);
const large = execFileSync('node', ['tests/bench/multiply.mjs', input, times],
    { maxBuffer: 1 << 26 });

// The processor's time that a program has taken, in the system, too.
function taken({ child: { pid } }) {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * tick;
}

async function each(server, count, act) {
    await act(0);
    const begun = taken(server);
    for (let k = 1; k <= count; k++)
        await act(k);
    return (taken(server) - begun) / count;
}

// The runs after the first ones.
function checkOf(file, count) {
    const [few, many] = [2, 2 + count].map((runs) => Number(execFileSync(measurer,
        [600, stages, file, runs], { encoding: 'utf8' }).match(/^0 (\S+)/m)[1]));
    return (many - few) / count;
}

// Each time another attachment than the last.
const formOf = (server, count) => each(server, count, (k) => ask(server, 'GET',
    `/attachment/${encodeURIComponent(shown[k % shown.length])}`));

const changeOf = (server, count) => each(server, count, async (k) => {
    const { status, refused, html } = await tell(server, '/change', {
        show: shown[0], changes: [{ op: 'set', pointer, words: `${k}` }] });
    if (status !== 200 || refused.length || !html)
        throw new Error(`${status} ${JSON.stringify(refused)}`);
});

async function measured(bytes, count) {
    const work = mkdtempSync(join(tmpdir(), 'live-'));
    const file = join(work, 'data.json');
    writeFileSync(file, bytes);
    const server = await open(work, 'data.json');
    const found = { check: checkOf(file, count), form: await formOf(server, count),
        change: await changeOf(server, count) };
    await end(server);
    rmSync(work, { recursive: true });
    return found;
}

const inWords = ({ check, form, change: edit }) => `a change takes ${
    edit.toFixed(1)} ms, a check ${check.toFixed(1)} and a form ${
    form.toFixed(1)}`;

async function hold() {
    let one, many;
    for (let k = 0; k < tries; k++) {
        one = await measured(single, 50);
        many = await measured(large, 6);
        const most = 2 * (one.check + one.form);
        if (one.change <= most * allowance
            && many.change <= 10 * most * allowance)
            return '';
    }
    return `${inWords(one)}; of ${times} times the size ${inWords(many)}`;
}

// --- what is told -----------------------------------------------------------

const part = 50;                // of the whole state, at least

async function tellsLittle() {
    const work = mkdtempSync(join(tmpdir(), 'live-'));
    writeFileSync(join(work, 'data.json'), large);
    const server = await open(work, 'data.json');
    const whole = JSON.stringify(server.state).length;
    const { told } = await tell(server, '/change',
        { changes: [{ op: 'set', pointer, words: '7' }] });
    const { body } = await ask(server, 'GET',
        `/state?known=${server.state.revision}`);
    const sizes = [JSON.stringify(told).length, body.length];
    await tell(server, '/save');
    await end(server);
    rmSync(work, { recursive: true });
    return sizes.every((size) => size * part < whole) ? ''
        : `${sizes} bytes of ${whole}`;
}

// --- explanations -----------------------------------------------------------

const bound = 1.4;
const few = 400;

// A row in front of one that some number of explanations are about.
async function explained(count) {
    const work = mkdtempSync(join(tmpdir(), 'live-'));
    writeFileSync(join(work, 'data.json'), JSON.stringify({
        ...JSON.parse(readFileSync(join(root, 'input/smallest.json'))),
        buildings: [{ name: '业务用房' }],
        explanations: Array.from({ length: count }, (_, k) => ({ rule: 'A18',
            pointer: `/buildings/0/name${k}`, reason: '说明' })) }));
    const server = await open(work, 'data.json');
    const before = taken(server);
    const { status, refused } = await tell(server, '/change',
        { changes: [{ op: 'insert', pointer: '/buildings/0' }] });
    const after = taken(server);
    await tell(server, '/save');
    await end(server);
    const { explanations } = JSON.parse(readFileSync(join(work, 'data.json')));
    rmSync(work, { recursive: true });
    if (status !== 200 || refused.length || explanations.some(({ pointer: to },
        k) => to !== `/buildings/1/name${k}`))
        throw new Error(`${status} ${JSON.stringify(refused)}`);
    return after - before;
}

async function grow() {
    let exponent;
    for (let k = 0; k < tries; k++) {
        const [once, tenfold] = [await explained(few),
            await explained(10 * few)];
        exponent = Math.log10(Math.max(tenfold, tick) / Math.max(once, tick));
        if (exponent <= bound)
            return '';
    }
    return `ten times as many take a time with exponent ${exponent.toFixed(2)}`;
}

report('a change is felt at once', await hold());
report('what a page knows is not told again', await tellsLittle());
report('explanations follow a row in a time that grows as they do', await grow());
process.exit(exitStatus());
