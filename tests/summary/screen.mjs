// The page of a summary in Chromium: valid, accessible, sorted and searched by
// the keyboard alone, and nothing is asked for from anywhere.
//
//   node tests/summary/screen.mjs FILE.html

import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, isInstalled, withBrowser } from '../html/browser.mjs';
import { checkNu } from '../html/nu.mjs';
import { report, skip, status } from '../html/report.mjs';
import { checkScreens } from '../html/screen.mjs';

const file = process.argv[2];
const url = pathToFileURL(resolve(file)).href;

const column = (page, k) => page.$$eval('#table tbody tr:not([hidden])',
    (rows, k) => rows.map(row => row.cells[k].textContent.trim()), k);

async function press(page, k) {
    await page.focus(`#table thead th:nth-child(${k + 1}) button`);
    await page.keyboard.press('Enter');
    return column(page, k);
}

const is = (name, found, wanted) => report(name, found === wanted ? []
    : [`${found}, not ${wanted}`]);

// Blanks are at the end either way, and figures are sorted as figures.
async function checkOrder(page) {
    is('sorts figures from the least', (await press(page, 2)).join(),
        '954.67,2593,2593,2593,,');
    is('and from the greatest', (await press(page, 2)).join(),
        '2593,2593,2593,954.67,,');
    is('says so to those who hear the page', await page.$eval(
        '#table thead th:nth-child(3)', th => th.getAttribute('aria-sort')),
        'descending');
    is('sorts words, too', (await press(page, 0))[0], '=1+1');
}

// How many lines a cell's text takes at most.
const lines = (page, cells) => page.$$eval(cells, cells => Math.max(...cells
    .map(cell => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getClientRects().length;
    })));

// Long paths leave other columns their room.
async function checkWords(page) {
    await page.setViewport({ width: 1300, height: 900 });
    await page.$$eval('#table td.links', cells => cells.forEach(
        cell => cell.append('folder/'.repeat(9))));
    is('a result stands in one line', await lines(page,
        '#table td.error'), 1);
    is('a title in two', await lines(page, '#table thead button'), 2);
    is('and the table is no wider than the page', await page.evaluate(
        () => document.documentElement.scrollWidth), 1300);
}

async function checkSearch(page) {
    await page.type('#search', '教育局 优');
    is('finds the rows with all words', (await column(page, 0)).join(),
        '示例县教育局');
    is('says how many', await page.$eval('#shown', e => e.textContent),
        '显示 1 个');
    await page.$eval('#search', e => { e.value = ''; });
    await page.type('#search', 'c09');
    is('finds rows by the code of a rule', (await column(page, 0)).join(),
        '桃江县人力资源和社会保障局');
}

checkNu([file]);
if (isInstalled())
    await withBrowser(async browser => {
        const page = await browser.newPage();
        const asked = [];
        page.on('request', request => asked.push(request.url()));
        await checkScreens(browser, url, basename(file));
        await page.goto(url);
        await checkWords(page);
        await checkOrder(page);
        await checkSearch(page);
        await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => 0));
        is('asks for nothing but itself', asked.join(), url);
    });
else
    skip('the page in a browser', `no ${chromium}`);
process.exit(status());
