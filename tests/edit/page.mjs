// The editor in a browser: filled in from nothing by keys alone, mistakes found
// while they are typed, blocks pasted, everything undone, two windows, a program
// that dies; on a screen of any width, for everyone.
//
//   node tests/edit/page.mjs [PART...]
//   JIXIAO=PROGRAM; PICTURES=FOLDER for pictures of it; PART is a name of the
//   list at the end.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync }
    from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whyNone, withBrowser } from '../html/browser.mjs';
import { note, report, skip, status } from '../html/report.mjs';
import { Clerk, serve, sleep } from './driver.mjs';
import { mistakes } from './mistakes.mjs';
import { pasted } from './pasted.mjs';
import { set } from './set.mjs';

const jixiao = process.env.JIXIAO ?? 'build/jixiao';
const folder = mkdtempSync(join(tmpdir(), 'jixiao-edit-'));
const pictures = process.env.PICTURES;
const wanted = process.argv.slice(2);
const example = readFileSync('input/example-full-2024.json');
const axe = () => readFileSync(createRequire(import.meta.url)
    .resolve('axe-core/axe.min.js'), 'utf8');

const isEqual = (name, is, should) => report(name, is === should ? []
    : [`${JSON.stringify(is)}, and not ${JSON.stringify(should)}`]);

function fileOf(name, bytes = example) {
    const file = join(folder, name);

    writeFileSync(file, bytes);
    return file;
}

const dataOf = (file) => JSON.parse(readFileSync(file, 'utf8'));

// What the program finds in a file, by level.
function checked(file) {
    const { stdout } = spawnSync(jixiao, ['check', '--report', 'json', file],
        { encoding: 'utf8' });

    return JSON.parse(stdout).files[0].counts;
}

// --- from nothing to clean ----------------------------------------------------

// What a place of the set takes: keys, or words.
async function fillPlace(clerk, words) {
    await clerk.told();
    if (words === set.removed) await clerk.press('alt+Delete');
    else if (words === set.none) await clerk.press('ctrl+Delete');
    else if (words === set.first) await clerk.press('ArrowDown', 'Enter');
    else {
        await clerk.type(words);
        // Keeps the focus where it is: Tab goes on from here.
        await clerk.press('ctrl+s');
    }
    await clerk.settled();
}

// Tab through an attachment, in the order of the form; what is behind places
// that a key adds or takes away is reached when it is there.
async function fillAttachment(clerk, id, filled) {
    await clerk.show(id);
    await clerk.page.focus('#form');
    for (;;) {
        await clerk.press('Tab');
        const pointer = await clerk.at();
        if (pointer === null) return;
        const words = set.values[pointer];
        if (words === undefined || filled.has(pointer)) continue;
        await fillPlace(clerk, words);
        filled.add(pointer);
        // Where a row was taken away the place is another one.
        if (words === set.removed) {
            const next = await clerk.at();
            if (set.values[next] && !filled.has(next)) {
                await fillPlace(clerk, set.values[next]);
                filled.add(next);
            }
        }
    }
}

async function pickValue(clerk) {
    const { place, before, value, after } = set.picked;

    await clerk.show('附件3');
    await clerk.focus(place);
    await clerk.type(before);
    await clerk.press('ctrl+k');
    await clerk.type(value);
    await clerk.until(() => document.querySelector('#picked [aria-selected]'));
    await sleep(100);
    await clerk.press('Enter');
    await clerk.type(after);
    await clerk.press('Enter');
    await clerk.settled();
}

async function fillsFromNothing(browser) {
    const file = fileOf('from-nothing.json', execFileSync(jixiao,
        ['new', 'hunan-county-2023']));
    const server = await serve([file]);
    const clerk = await Clerk.open(browser, server.url);
    const filled = new Set();

    await clerk.show('附件4');
    await clerk.focus('/projects/0/name');
    await clerk.press('alt+Delete');
    await clerk.settled();
    for (const id of set.attachments) await fillAttachment(clerk, id, filled);
    report('Tab comes to every place of the set', Object.keys(set.values)
        .filter((pointer) => !filled.has(pointer)));
    await pickValue(clerk);
    await clerk.press('ctrl+s');
    await clerk.settled();
    report('the page shows no error and no warning', (await clerk.findings())
        .filter(({ level }) => level !== 'hint').map(({ text }) => text));
    const counts = checked(file);
    isEqual('the file that is saved has no error', counts.error, 0);
    isEqual('the file that is saved has no warning', counts.warning, 0);
    const data = dataOf(file);
    isEqual('a value that was picked is a reference',
        data.report.conclusion[0].includes('{{'), true);
    isEqual('a date is normalised', data.filing.date, '2025-03-10');
    isEqual('an amount is in the unit of the form',
        Number(data.department.income.general_public_budget), 900);
    report('nothing went wrong in the browser', clerk.errors);
    await server.stop();
    await clerk.page.close();
}

// --- mistakes -------------------------------------------------------------------

async function findsMistakes(browser) {
    const server = await serve([fileOf('mistakes.json')]);
    const clerk = await Clerk.open(browser, server.url);
    const wrong = [];

    for (const { id, pointer, words, code } of mistakes) {
        const name = `${pointer} ${words || 'nothing'}`;
        if (await clerk.page.$eval('#form article', (a) => a.id) !== id) {
            await clerk.show(id);
        }
        const said = await clerk.text(pointer);
        await clerk.focus(pointer);
        if (words) await clerk.type(words);
        await clerk.press(words ? 'Enter' : 'Delete');
        await clerk.settled();
        const found = await clerk.findings();
        if (code && !found.some((finding) => finding.code === code)) {
            wrong.push(`${name}: no ${code}`);
        }
        if (!code) {
            if (await clerk.text(pointer) !== words) {
                wrong.push(`${name} is not kept where it was typed`);
            }
            if (!await clerk.page.$eval('#note', (box) => !box.hidden &&
                box.textContent)) wrong.push(`${name}: no reason is given`);
            if (await clerk.at() !== pointer) wrong.push(`${name}: focus`);
            await clerk.press('Escape');
        } else await clerk.press('ctrl+z');
        await clerk.settled();
        await clerk.page.evaluate(() => document.activeElement.blur());
        if (await clerk.text(pointer) !== said) {
            wrong.push(`${name}: ${await clerk.text(pointer)} after undo`);
        }
    }
    report(`${mistakes.length} mistakes are found while they are typed`, wrong);
    report('nothing is found when all are taken back', (await clerk.findings())
        .filter(({ level }) => /error|warning/.test(level))
        .map(({ text }) => text));
    report('nothing went wrong in the browser', clerk.errors);
    await server.stop();
    await clerk.page.close();
}

// --- one place ------------------------------------------------------------------

// Whether all of what is said below a cell is seen.
async function staysInside(clerk, name) {
    isEqual(`${name} is seen as a whole`, await clerk.page.$eval('#told',
        (box) => {
            const { left, right, top, bottom } = box.getBoundingClientRect();
            return [[left + 2, top + 2], [right - 2, bottom - 2]].every(
                ([x, y]) => document.elementFromPoint(x, y) === box);
        }), true);
}

async function statesPlaces(browser) {
    const file = fileOf('places.json');
    const server = await serve([file]);
    const clerk = await Clerk.open(browser, server.url);
    const [rate, count, amount] = ['/staffing/control_rate',
        '/staffing/in_service', '/expenditure/three_public/reception/final'];

    await clerk.fill(count, '８０人');
    isEqual('a figure changes what follows from it', await clerk.text(rate),
        '93.02%');
    isEqual('a figure that follows is marked for a while', await clerk.page
        .$eval(clerk.select(rate), ({ classList }) =>
            classList.contains('changed')), true);
    await clerk.focus(amount);
    isEqual('what is edited is what is stated', await clerk.text(amount),
        '5.1267');
    await clerk.press('Escape');
    await clerk.press('Delete');
    await clerk.settled();
    isEqual('Delete clears a place', await clerk.is(amount), 'absent');
    await clerk.press('ctrl+Delete');
    await clerk.settled();
    isEqual('a place is blank on purpose', await clerk.is(amount), 'null');
    await clerk.fill(amount, '0');
    isEqual('zero is a figure', await clerk.is(amount), 'stated');
    await clerk.fill(amount, '51267元');
    isEqual('an amount in yuan is understood', await clerk.text(amount),
        '5.13');
    isEqual('and what was understood is shown', (await clerk.page.$eval(
        '#told', (box) => box.textContent)).includes('万元'), true);
    await staysInside(clerk, 'what was understood');
    await clerk.fill(amount, '约8', 'Tab');
    isEqual('why it was refused is seen from the next place', await clerk.page
        .$eval('#told', (box) => !box.hidden && box.textContent !== '' &&
            box.checkVisibility()), true);
    await staysInside(clerk, 'what was refused');
    await clerk.focus(amount);
    await clerk.press('Escape');
    isEqual('it is gone with what was typed', await clerk.page.$eval('#told',
        (box) => box.hidden), true);
    await clerk.fill(amount, '51,267元', 'ctrl+s');
    await clerk.told();
    isEqual('the same in other words is shown as the data has it',
        await clerk.text(amount), '5.1267');
    isEqual('and is told, too', await clerk.page.$eval('#told',
        (box) => box.textContent), '理解为：5.1267万元 = 51,267元');
    await clerk.page.focus(clerk.select(rate));
    await clerk.told();
    await clerk.type('99');
    isEqual('what a formula gives cannot be typed into',
        await clerk.text(rate), '93.02%');
    isEqual('that is said', await clerk.page.$eval('#told',
        (box) => !box.hidden && /改填.*F2/.test(box.textContent)), true);
    isEqual('its formula is shown', /÷|公式/.test(await clerk.page.$eval(
        '#place', (box) => box.textContent)), true);
    await clerk.press('F2');
    await clerk.press('ctrl+a');
    await clerk.type('99%');
    await clerk.press('Enter');
    await clerk.settled();
    isEqual('it is stated against the formula', await clerk.is(rate),
        'overridden');
    await clerk.focus(rate);
    await clerk.press('Delete');
    await clerk.settled();
    isEqual('and given back to it', await clerk.is(rate), 'derived');
    await clerk.press('ctrl+s');
    await clerk.settled();
    isEqual('what is saved is what was typed', dataOf(file).staffing.in_service,
        80);
    await server.stop();
    await clerk.page.close();
}

// --- what no form prints ----------------------------------------------------------

const label = (clerk, id) => clerk.page.$eval(`#${id}`,
    ({ textContent }) => textContent);

async function fillsOffForms(browser) {
    const file = fileOf('off-forms.json');
    const server = await serve([file]);
    const clerk = await Clerk.open(browser, server.url);
    const [basis, facts] = ['/department/basis', '/facts'];

    await clerk.show('表外数据');
    isEqual('a choice is shown in words', await clerk.text(basis),
        '全年执行数');
    await clerk.focus(basis);
    await clerk.type('别的');
    await clerk.press('Enter');
    await clerk.settled();
    isEqual('what is none of them stays as it was typed',
        await clerk.text(basis), '别的');
    isEqual('the reason is not covered by them', await clerk.page.evaluate(
        () => document.getElementById('note').getBoundingClientRect().top >=
            document.getElementById('choices').getBoundingClientRect().bottom),
    true);
    isEqual('the bar says what was not taken',
        /没有采用/.test(await label(clerk, 'saved')), true);
    await clerk.press('Escape');
    isEqual('until it is given up', await label(clerk, 'saved'), '已保存');
    await clerk.focus(basis);
    await clerk.type('年初');
    await clerk.press('Enter');
    await clerk.settled();
    isEqual('a part of one is enough', await clerk.text(basis), '年初预算数');
    await clerk.focus(`${facts}/+`);
    await clerk.type('培训次数');
    await clerk.press('Enter');
    await clerk.settled();
    isEqual('a fact is added by its name', await clerk.at(),
        `${facts}/facts1/value`);
    await clerk.type('12');
    await clerk.press('Enter');
    await clerk.settled();
    isEqual('its place is free for the next one', await clerk.text(
        `${facts}/+`), '');
    await clerk.focus(`${facts}/+`);
    await clerk.press('Delete', 'ctrl+Delete');
    await clerk.press('ctrl+s');
    await clerk.settled();
    isEqual('in the file it is one of them', JSON.stringify(
        dataOf(file).facts.facts1), '{"label":"培训次数","value":12}');
    await clerk.focus(`${facts}/facts1/value`);
    await clerk.press('alt+Delete');
    await clerk.settled();
    isEqual('it is removed as rows are', await clerk.exists(
        `${facts}/facts1/value`), false);
    report('nothing went wrong in the browser', clerk.errors);
    await server.stop();
    await clerk.page.close();
}

// --- rows -----------------------------------------------------------------------

const names = (data) => data.expenditure.projects.other.map(({ name }) => name);

async function movesRows(browser) {
    const file = fileOf('rows.json');
    const server = await serve([file]);
    const clerk = await Clerk.open(browser, server.url);
    const before = names(dataOf(file));
    const list = '/expenditure/projects/other';

    await clerk.focus(`${list}/0/name`);
    await clerk.press('ctrl+Enter');
    await clerk.settled();
    isEqual('a row is added below', await clerk.at(), `${list}/1/name`);
    await clerk.type('新增项目');
    await clerk.press('Enter');
    await clerk.settled();
    await clerk.focus(`${list}/1/name`);
    await clerk.press('alt+ArrowUp');
    await clerk.settled();
    isEqual('it is moved with the focus', await clerk.at(), `${list}/0/name`);
    isEqual('and its words', await clerk.text(`${list}/0/name`), '新增项目');
    await clerk.press('alt+Delete');
    await clerk.settled();
    isEqual('it is removed', await clerk.text(`${list}/0/name`), before[0]);
    await clerk.show('附件4-1');
    await clerk.focus('/projects/0/name');
    const name = await clerk.text('/projects/0/name');
    await clerk.press('alt+ArrowDown');
    await clerk.settled();
    isEqual('a project is moved', await clerk.text('/projects/0/name') === name,
        false);
    const { projects } = dataOf(file);
    await clerk.page.evaluate(() => {
        document.getElementById('more').open = true;
        [...document.querySelectorAll('#more button')]
            .find(({ textContent }) => textContent === '项目').click();
    });
    await clerk.settled();
    isEqual('a project is added', await clerk.page.$$eval('#attachments a',
        (links, id) => links.some(({ textContent }) =>
            textContent.startsWith(id)), `附件4-${projects.length + 1}`), true);
    for (let n = 0; n < 6; n += 1) await clerk.press('ctrl+z');
    await clerk.settled();
    await clerk.press('ctrl+s');
    await clerk.settled();
    isEqual('all of it is undone', readFileSync(file).equals(example), true);
    await server.stop();
    await clerk.page.close();
}

async function typesRows(browser) {
    const file = join(folder, 'typed-rows.json');
    const server = await serve(['--new', 'hunan-county-2023', '-o', file]);
    const clerk = await Clerk.open(browser, server.url);
    const list = '/department/indicators/output/quantity';

    await clerk.show('附件2');
    await clerk.focus(list);
    for (const [words, next] of [['新建高标准农田', 'target'],
        ['≥3000亩', 'actual'], ['3000亩', 'points']]) {
        await clerk.type(words);
        await clerk.press('Tab');
        await clerk.settled();
        isEqual(`Tab goes on to ${next}, also behind what begins the row`,
            await clerk.at(), `${list}/0/${next}`);
    }
    await clerk.press('ctrl+s');
    await clerk.settled();
    const [row] = dataOf(file).department.indicators.output.quantity;
    isEqual('what was typed is in the row', [row.name, row.target, row.actual]
        .join(' '), '新建高标准农田 ≥3000亩 3000亩');
    report('nothing went wrong in the browser', clerk.errors);
    await server.stop();
    await clerk.page.close();
}

// --- narrative ------------------------------------------------------------------

async function writesText(browser) {
    const file = fileOf('text.json');
    const server = await serve([file]);
    const clerk = await Clerk.open(browser, server.url);
    const list = '/report/overview/basic';
    const before = dataOf(file).report.overview.basic;

    await clerk.show('附件3');
    await clerk.focus(`${list}/0`);
    await clerk.press('ctrl+End');
    await clerk.type('现有编制86人。');
    await clerk.press('Enter');
    await clerk.settled();
    isEqual('Enter opens a paragraph', await clerk.at(), `${list}/+1`);
    await clerk.until(() => !document.getElementById('quotes').hidden);
    await clerk.page.click('#quotes button');
    await clerk.settled();
    await clerk.paste(`${list}/1`, { 'text/plain': '甲。\r\n\r\n乙。\r\n' });
    await clerk.press('ctrl+s');
    await clerk.settled();
    const after = dataOf(file).report.overview.basic;
    isEqual('references stay references', after[0].startsWith(before[0]), true);
    isEqual('a figure becomes one', /现有编制\{\{.*\}\}/.test(after[0]), true);
    isEqual('paragraphs are pasted as paragraphs', after.length,
        before.length + 1);
    isEqual('the last one goes on with what was there', after[2],
        `乙。${before[1]}`);
    await clerk.focus(`${list}/2`);
    await clerk.until(() => !document.getElementById('items').disabled);
    await clerk.press('ctrl+shift+Enter');
    await clerk.type('第一条。');
    await clerk.press('Enter');
    await clerk.settled();
    await clerk.type('第二条。');
    await clerk.press('ctrl+s');
    await clerk.settled();
    isEqual('numbered items are written one below the other', JSON.stringify(
        dataOf(file).report.overview.basic[3]),
    '{"items":["第一条。","第二条。"]}');
    await server.stop();
    await clerk.page.close();
}

// --- blocks ---------------------------------------------------------------------

const block = [
    ['产出指标（50分）', '数量指标', '新建高标准农田', '≥3000亩', '3000亩', '10', '10', ''],
    ['', '', '培训农民', '≥300人', '280人', '10', '9', '天气影响'],
    ['', '质量指标', '验收合格率', '100%', '100%', '15', '15', ''],
    ['', '时效指标', '按期完成率', '100%', '100%', '15', '15', ''],
];

const htmlOf = (rows) => `<html><body><table>${rows.map((row, y) =>
    `<tr>${row.map((words, x) => (words || x > 1
        ? `<td${x === 1 && y === 0 ? ' rowspan=2' : ''}${x === 0
            ? ' rowspan=4' : ''}>${words}</td>` : '')).join('')}</tr>`)
    .join('')}</table></body></html>`;

async function pastesBlocks(browser) {
    const file = fileOf('blocks.json');
    const server = await serve([file]);
    const clerk = await Clerk.open(browser, server.url);
    const list = '/expenditure/projects/other';
    const before = names(dataOf(file));
    const tsv = before.map((_, n) => `${n + 1}.5\t${n + 2}\t"${n + 3}"`)
        .concat('7\t8\t9', '0\t\t1,234.5').join('\r\n');

    await clerk.paste(`${list}/0/previous_final`, { 'text/plain': tsv });
    await clerk.press('ctrl+s');
    await clerk.settled();
    const { other } = dataOf(file).expenditure.projects;
    isEqual('cells are pasted from here on', Number(other[0].previous_final),
        1.5);
    isEqual('rows are added', other.length, before.length + 2);
    isEqual('thousands are understood', Number(other.at(-1).final), 1234.5);
    isEqual('names stay', other[1].name, before[1]);
    await clerk.press('ctrl+z');
    await clerk.settled();
    await clerk.press('ctrl+s');
    await clerk.settled();
    isEqual('a block is one step', readFileSync(file).equals(example), true);

    const of = '/department/indicators/output';
    await clerk.show('附件2');
    await clerk.paste(`${of}/quantity/0/name`, {
        'text/plain': block.map((row) => row.join('\t')).join('\r\n'),
        'text/html': htmlOf(block) });
    await clerk.press('ctrl+s');
    await clerk.settled();
    const { output } = dataOf(file).department.indicators;
    isEqual('a table of indicators lands in its kinds',
        [output.quantity[1].name, output.quality[0].name,
            output.timeliness[0].name].join('，'),
        '培训农民，验收合格率，按期完成率');
    isEqual('with its figures', Number(output.quantity[1].score), 9);
    report('nothing went wrong in the browser', clerk.errors);
    await server.stop();
    await clerk.page.close();
}

async function pastesAsTheyCome(browser) {
    const file = fileOf('pasted.json');
    const server = await serve([file]);
    const clerk = await Clerk.open(browser, server.url);
    const trouble = () => clerk.page.$eval('#trouble', (box) =>
        box.hidden ? '' : box.textContent);

    for (const { name, at, types, values, said, only } of pasted) {
        const before = await clerk.text(at);
        await clerk.paste(at, types);
        for (const [pointer, words] of Object.entries(values ??
            { [at]: before })) {
            isEqual(`${name}: ${pointer}`, await clerk.text(pointer), words);
        }
        if (only) {
            isEqual(`${name}: entries`, (await clerk.entries(only.list)).length,
                only.count);
        }
        report(`${name}: what is said of it`, said
            ? (said.test(await trouble()) ? [] : [await trouble()])
            : [await trouble()].filter(Boolean));
        if (values) await clerk.press('ctrl+z');
        await clerk.settled();
    }
    report('nothing went wrong in the browser', clerk.errors);
    isEqual('nothing of it is left', await clerk.page.$eval('#saved',
        ({ textContent }) => textContent), '已保存');
    await server.stop();
    await clerk.page.close();
}

// --- undo, windows, a program that dies ---------------------------------------

const steps = 205;

async function undoesAll(browser) {
    const file = fileOf('undo.json');
    const server = await serve([file]);
    const clerk = await Clerk.open(browser, server.url);
    const pointer = '/staffing/establishment';

    await clerk.fill(pointer, '1000');
    await clerk.fill(pointer, '1001');
    await clerk.change(Array.from({ length: steps - 2 }, (_, n) =>
        ({ op: 'set', pointer, words: String(1002 + n) })));
    await clerk.until((at) => document.querySelector(at).textContent === '1204',
        clerk.select(pointer));
    for (let n = 0; n < steps; n += 1) await clerk.press('ctrl+z');
    await clerk.settled();
    isEqual('and undone', await clerk.text(pointer), '86');
    await clerk.press('ctrl+y', 'ctrl+shift+z');
    await clerk.settled();
    isEqual('two are made again', await clerk.text(pointer), '1001');
    await clerk.press('ctrl+z', 'ctrl+z');
    await clerk.settled();
    isEqual('nothing is left to be saved', await clerk.page.$eval('#saved',
        (box) => box.textContent), '已保存');
    await forgetsWhatIsOlder(clerk, pointer);
    await clerk.fill(pointer, '95');
    await clerk.show('附件2');
    await clerk.press('ctrl+z');
    await clerk.settled();
    await clerk.until(() => document.querySelector('#form article').id ===
        '附件1');
    await clerk.settled();
    isEqual('what is undone elsewhere is shown', await clerk.at(), pointer);
    await server.stop();
    await clerk.page.close();
}

// The page looks for changes by others, and a step is answered before that.
async function forgetsWhatIsOlder(clerk, pointer) {
    await clerk.fill(pointer, '90');
    await clerk.fill(pointer, '91');
    await clerk.page.evaluate(() => {
        const { fetch } = window;
        window.fetch = async (path, ...rest) => {
            const response = await fetch(path, ...rest);
            if (path.startsWith('/state')) await new Promise((done) => {
                setTimeout(done, 1000);
            });
            return response;
        };
        window.dispatchEvent(new Event('focus'));
    });
    await sleep(300);
    await clerk.press('ctrl+z');
    await clerk.settled();
    await sleep(1500);
    await clerk.press('ctrl+z');
    await clerk.settled();
    isEqual('no step is lost to an older state', await clerk.text(pointer),
        '86');
}

async function keepsWindowsApart(browser) {
    const file = fileOf('windows.json');
    const server = await serve([file]);
    const clerk = await Clerk.open(browser, server.url);
    const [first, second] = ['/staffing/establishment', '/staffing/in_service'];
    const elsewhere = (pointer, words) =>
        clerk.change([{ op: 'set', pointer, words }]);

    await clerk.focus(second);
    await clerk.type('80');
    await elsewhere(first, '90');
    await clerk.press('Enter');
    await clerk.settled();
    isEqual('a change elsewhere is seen', await clerk.text(first), '90');
    isEqual('and what was typed is taken, where nothing else was typed there',
        await clerk.text(second), '80');
    await clerk.focus(second);
    await clerk.type('70');
    await elsewhere(second, '75');
    await clerk.press('Enter');
    await clerk.settled();
    isEqual('where something was, it is kept and asked about',
        await clerk.text(second), '70');
    isEqual('with the reason', await clerk.page.$eval('#note', (box) =>
        /窗口/.test(box.textContent)), true);
    await clerk.press('Enter');
    await clerk.settled();
    isEqual('and taken where that is said once more', await clerk.text(second),
        '70');
    writeFileSync(file, String(example).replace('"in_service": 82',
        '"in_service": 81'));
    await clerk.until(() => !document.getElementById('trouble').hidden);
    await clerk.press('ctrl+s');
    await clerk.settled();
    isEqual('a file that was changed meanwhile is not overwritten at once',
        dataOf(file).staffing.in_service, 81);
    await clerk.press('ctrl+s');
    await clerk.settled();
    isEqual('but when that is asked for', dataOf(file).staffing.in_service, 70);
    await server.stop();
    await clerk.page.close();
}

async function survivesDeath(browser) {
    const file = fileOf('death.json');
    const server = await serve([file]);
    const clerk = await Clerk.open(browser, server.url);
    const [first, second] = ['/staffing/establishment', '/staffing/in_service'];

    await clerk.fill(first, '90');
    await server.stop('SIGKILL');
    await clerk.focus(second).catch(() => {});
    await clerk.type('81');
    await clerk.press('Enter');
    await clerk.until(() => /断/.test(
        document.getElementById('trouble').textContent));
    isEqual('without the program what is typed stays',
        await clerk.text(second), '81');
    const again = await serve([file, '--port', server.port]);
    const other = await Clerk.open(browser, again.url);
    await other.page.close();
    await clerk.page.bringToFront();
    await clerk.until(() => document.getElementById('trouble').hidden);
    await clerk.settled();
    isEqual('what was confirmed is there', await clerk.text(first), '90');
    isEqual('and what was typed', await clerk.text(second), '81');
    if (await clerk.page.$eval('#note', (box) => !box.hidden)) {
        await clerk.focus(second);
        await clerk.press('Enter');
        await clerk.settled();
    }
    await clerk.press('ctrl+s');
    await clerk.settled();
    const { establishment, in_service: inService } = dataOf(file).staffing;
    isEqual('in the file, too', `${establishment} ${inService}`, '90 81');
    await again.stop();
    await clerk.page.close();
}

// --- answers, files, everyone ----------------------------------------------------

async function answersAndBuilds(browser) {
    const file = fileOf('answers.json');
    const server = await serve([file, '-o', join(folder, 'made')]);
    const clerk = await Clerk.open(browser, server.url);
    const pointer = '/staffing/in_service';

    await clerk.fill(pointer, '110');
    await clerk.focus(pointer);
    await clerk.press('alt+Enter', 'Enter');
    await clerk.type('年末接收退役士兵。');
    await clerk.press('Enter');
    await clerk.settled();
    isEqual('a warning is answered in place', (await clerk.findings())
        .some(({ level, code }) => level === 'answered' && code === 'A03'),
    true);
    await clerk.press('ctrl+s');
    await clerk.settled();
    isEqual('the answer is in the data', dataOf(file).explanations
        .some(({ rule }) => rule === 'A03'), true);
    await clerk.fill('/staffing/establishment', '120');
    await clerk.page.click('#make');
    await clerk.page.click('#made-go');
    await clerk.until(() => document.querySelector('#made a'));
    isEqual('what was changed is saved before a set is made of it',
        Number(dataOf(file).staffing.establishment), 120);
    isEqual('it has the formats that a build has', readdirSync(join(folder,
        'output', 'answers')).some((name) => name.endsWith('.pdf')), true);
    isEqual('lines stay lines', await clerk.page.$eval('#made', (box) => {
        box.prepend(Object.assign(document.createElement('p'),
            { textContent: '甲\n乙' }));
        return box.firstChild.innerText;
    }), '甲\n乙');
    const href = await clerk.page.$eval('#made a', (link) => link.href);
    const isThere = await clerk.page.evaluate(async (url) =>
        (await fetch(url)).ok, href);
    isEqual('the files of the set are a click away', isThere, true);
    await server.stop();
    await clerk.page.close();
}

const screens = [
    { name: 'desktop', width: 1440, height: 900 },
    { name: 'phone', width: 375, height: 812 },
];

async function suitsEveryone(browser) {
    const server = await serve([fileOf('screens.json',
        execFileSync(jixiao, ['new', 'hunan-county-2023']))]);
    let { url } = server;

    for (const screen of screens) {
        const clerk = await Clerk.open(browser, url, screen);
        url = new URL('/', url).href;
        for (const id of ['附件1', '附件3', '附件4', '表外数据']) {
            await clerk.show(id);
            await clerk.page.focus('#form .value[tabindex="0"]');
            await clerk.told();
            const name = `${id} on a ${screen.name}`;
            const [needed, given] = await clerk.page.evaluate(() =>
                [document.documentElement.scrollWidth, innerWidth]);
            isEqual(`${name} does not scroll sideways`, needed <= given, true);
            // The page's policy keeps the checker out; DevTools do not.
            const client = await clerk.page.createCDPSession();
            await client.send('Runtime.evaluate', { expression: axe() });
            const { violations } = await clerk.page.evaluate(() => window.axe
                .run(document, { resultTypes: ['violations'] }));
            report(`${name} has no violations of accessibility`, violations.map(
                ({ id: rule, nodes }) => `${rule} (${nodes.length}): ` +
                    nodes[0].html.slice(0, 120)));
            if (pictures) await clerk.page.screenshot(
                { path: join(pictures, `${id}-${screen.name}.png`) });
        }
        isEqual(`a trouble hides nothing, nor is hidden, on a ${screen.name}`,
            await clerk.page.evaluate(() => {
                const box = document.getElementById('trouble');
                box.textContent = '!';
                box.hidden = false;
                window.scrollTo(0, document.body.scrollHeight);
                const { top, left, right } = box.getBoundingClientRect();
                const [, ...others] = document.elementsFromPoint(
                    (left + right) / 2, top + 1);
                return document.elementFromPoint((left + right) / 2, top + 1)
                    === box && !others.some((each) =>
                    each.matches('.bar, .place'));
            }), true);
        report(`nothing went wrong on a ${screen.name}`, clerk.errors);
        await clerk.page.close();
    }
    await server.stop();
}

const parts = [fillsFromNothing, findsMistakes, statesPlaces, fillsOffForms,
    movesRows, typesRows, writesText, pastesBlocks, pastesAsTheyCome, undoesAll,
    keepsWindowsApart, survivesDeath, answersAndBuilds, suitsEveryone];

if (whyNone()) {
    skip('the editor in a browser', whyNone());
} else {
    try {
        await withBrowser(async (browser) => {
            for (const part of parts.filter(({ name }) =>
                !wanted.length || wanted.includes(name))) {
                const begun = Date.now();
                await part(browser).catch((error) =>
                    report(part.name, [error.message.split('\n')[0]]));
                if (process.env.TIMES) {
                    note(`${part.name} ${Date.now() - begun} ms`);
                }
            }
        });
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
process.exitCode = status();
