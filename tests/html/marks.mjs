// Values with findings: each has a tip that the mouse and the keyboard bring up
// within the window and Escape closes, lines break as they do without marks,
// labels where the form breaks them, and paper shows neither marks nor tips.
//
//   node tests/html/marks.mjs MARKED.html CLEAN.html [MARKED.html CLEAN.html]...

import { spawnSync } from 'node:child_process';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, isInstalled, withBrowser } from './browser.mjs';
import { report, skip, status } from './report.mjs';

const widths = { desktop: 1280, phone: 375 };

async function open(browser, file) {
    const page = await browser.newPage();

    await page.goto(pathToFileURL(resolve(file)).href);
    return page;
}

// What is wrong with the tip of a mark that should be shown now: below its
// value, or at the foot of a telephone.
async function tipFaults(page, mark) {
    return page.evaluate((mark) => {
        const tip = document.getElementById(
            mark.getAttribute('aria-describedby'));
        const box = tip.getBoundingClientRect();
        const value = mark.getBoundingClientRect();
        const name = `“${mark.textContent.slice(0, 12)}”`;
        if (box.height === 0) return [`the tip of ${name} does not show`];
        if (box.left < 0 || box.right > innerWidth + 1) {
            return [`the tip of ${name} is cut off`];
        }
        if (getComputedStyle(tip).position === 'fixed') {
            return box.bottom <= innerHeight && box.bottom > innerHeight - 20 ?
                [] : [`the tip of ${name} is not at the foot`];
        }
        return Math.abs(box.top - value.bottom) < 60 ? [] :
            [`the tip of ${name} is far from it`];
    }, mark);
}

function isTipShown(mark) {
    return mark.evaluate((mark) =>
        mark.nextElementSibling.getClientRects().length > 0);
}

async function checkTips(page, name, screen) {
    const wrong = [];

    await page.setViewport({ width: widths[screen], height: 900 });
    for (const mark of await page.$$('mark')) {
        await mark.evaluate((mark) => mark.scrollIntoView({ block: 'center',
            inline: 'center' }));
        await mark.hover();
        wrong.push(...await tipFaults(page, mark));
        await page.keyboard.press('Escape');
        if (await isTipShown(mark)) wrong.push('Escape does not close it');
        await page.mouse.move(0, 0);
        await mark.hover();
        wrong.push(...await tipFaults(page, mark));
        await page.mouse.move(0, 0);
        await mark.focus();
        wrong.push(...await tipFaults(page, mark));
        await mark.evaluate((mark) => mark.blur());
    }
    report(`${name} shows its tips on a ${screen}`, wrong);
}

// Marks are told apart without colours, and say what was found; the signs of
// those in a cell stand at its edge.
async function checkMarks(page, name) {
    report(`${name} has marks with signs and tips`, await page.evaluate(() =>
        [...document.querySelectorAll('mark')].flatMap((mark) => {
            const tip = mark.nextElementSibling;
            const signs = mark.closest('td, th')?.querySelectorAll('.signs b');
            const sign = [mark, ...signs ?? []].map((element) =>
                getComputedStyle(element, '::after').content).join('');
            const shown = tip?.getClientRects().length;
            return mark.tabIndex === 0 && tip?.id ===
                mark.getAttribute('aria-describedby') && tip.role === 'tooltip' &&
                tip.textContent && !shown && /[错警提释]/.test(sign) &&
                mark.querySelector('.said').textContent ?
                [] : [mark.outerHTML.slice(0, 120)];
        })));
}

// Each line of text on the page, by where its characters stand.
async function lines(page, screen) {
    await page.setViewport({ width: widths[screen], height: 900 });
    return page.evaluate(() => {
        const lines = [];
        const walker = document.createTreeWalker(
            document.querySelector('main'), NodeFilter.SHOW_TEXT, (node) =>
                node.parentElement.closest('.tip, .said') ?
                    NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
        let block, bottom;
        while (walker.nextNode()) {
            const node = walker.currentNode;
            const own = node.parentElement.closest('td, th, p, h1, h2, h3, h4');
            for (let k = 0; k < node.length; k++) {
                const range = document.createRange();
                range.setStart(node, k);
                range.setEnd(node, k + 1);
                const box = range.getBoundingClientRect();
                if (own !== block || box.top > bottom) lines.push('');
                block = own;
                bottom = (box.top + box.bottom) / 2;
                lines[lines.length - 1] += node.data[k];
            }
        }
        return lines;
    });
}

// Labels, and names of rows, that have a character by itself in a line.
async function lonelyLabels(page, screen) {
    await page.setViewport({ width: widths[screen], height: 900 });
    return page.evaluate(() => [...document.querySelectorAll('th, .stays')].filter((th) => {
        const tops = new Map();
        const walker = document.createTreeWalker(th, NodeFilter.SHOW_TEXT,
            (node) => node.parentElement.closest('.tip, .said') ?
                NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
        while (walker.nextNode()) {
            for (let k = 0; k < walker.currentNode.length; k++) {
                const range = document.createRange();
                range.setStart(walker.currentNode, k);
                range.setEnd(walker.currentNode, k + 1);
                const top = Math.round(range.getBoundingClientRect().bottom / 9);
                tops.set(top, (tops.get(top) ?? 0) + 1);
            }
        }
        return tops.size > 1 && [...tops.values()].includes(1);
    }).map((th) => th.textContent));
}

async function paper(page) {
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true }));
    const run = spawnSync('pdftotext', ['-layout', '-', '-'],
        { input: pdf, encoding: 'utf8', maxBuffer: 1 << 28 });

    return run.error ? null : run.stdout;
}

function reportPaper(name, marked, clean) {
    if (marked === null) {
        skip(`${name} prints without marks`, 'there is no pdftotext');
        return;
    }
    report(`${name} prints without marks`, marked === clean ? [] :
        ['the pages differ']);
}

// One page at a time: those behind another do not move.
async function checkPair(browser, marked, clean) {
    const name = basename(marked);
    const page = await open(browser, marked);

    await checkMarks(page, name);
    for (const screen of Object.keys(widths)) {
        await checkTips(page, name, screen);
    }
    const broken = {};
    for (const screen of Object.keys(widths)) {
        broken[screen] = await lines(page, screen);
    }
    const printed = await paper(page);
    await page.close();

    const other = await open(browser, clean);
    report(`${name} has no marks where none are wanted`,
        await other.$('mark, .tip') ? ['it has'] : []);
    for (const screen of Object.keys(widths)) {
        const without = await lines(other, screen);
        report(`${name} breaks its lines on a ${screen} as without marks`,
            broken[screen].filter((line, k) => line !== without[k]));
        report(`${name} leaves no character of a label alone on a ${screen}`,
            await lonelyLabels(other, screen));
    }
    reportPaper(name, printed, await paper(other));
    await other.close();
}

const files = process.argv.slice(2);

if (isInstalled()) {
    await withBrowser(async (browser) => {
        for (let k = 0; k + 1 < files.length; k += 2) {
            await checkPair(browser, files[k], files[k + 1]);
        }
    });
} else {
    skip('marks in a browser', `no ${chromium}`);
}
process.exit(status());
