// A page on paper: A4, as many sheets as attachments need, nothing cut off, no
// heading left alone at the end of a sheet.

import { spawnSync } from 'node:child_process';
import { report, skip } from './report.mjs';

const millimetre = 96 / 25.4;
// The widths of the text, GB/T 9704-2012: 156 mm, turned 225 mm.
const widths = { portrait: 156, landscape: 225 };

// Chromium writes the dictionaries of pages uncompressed.
function pageSizes(pdf) {
    const pages = pdf.toString('latin1')
        .match(/\/Type\s*\/Page\b[^]*?endobj/g) ?? [];

    return pages.map((page) => page.match(/\/MediaBox\s*\[([^\]]*)\]/)[1]
        .trim().split(/\s+/).slice(2)
        .map((points) => Math.round(points / 72 * 25.4)));
}

// Attachments are <article>; a page without any is a sheet by itself.
async function sheets(page) {
    return page.evaluate(() => {
        const articles = [...document.querySelectorAll('article')];
        return articles.length === 0 ? ['portrait'] : articles.map((article) =>
            article.classList.contains('landscape') ? 'landscape' : 'portrait');
    });
}

async function checkPages(page, pdf, name) {
    const wanted = await sheets(page);
    const sizes = pageSizes(pdf);
    const upright = sizes.filter(([w, h]) => w === 210 && h === 297).length;
    const turned = sizes.filter(([w, h]) => w === 297 && h === 210).length;
    const asked = wanted.filter((sheet) => sheet === 'landscape').length;
    // A report of a dozen pages is a long one; what says how many findings
    // there are, an index or a check report, has any number.
    const most = await page.$('.mark') ? wanted.length * 12 : Infinity;
    const wrong = [];

    report(`${name} prints on A4`, upright + turned === sizes.length ? [] :
        [JSON.stringify(sizes)]);
    if (upright < wanted.length - asked || turned < asked ||
        (asked === 0 && turned > 0) || sizes.length > most) {
        wrong.push(`${upright} upright and ${turned} turned for ` +
            wanted.join(' '));
    }
    report(`${name} prints on as many pages as it should`, wrong);
}

const squeeze = (text) => text.replace(/\s/g, '');

// The lines of each page, without the page number.
function pageLines(pdf) {
    const run = spawnSync('pdftotext', ['-', '-'],
        { input: pdf, encoding: 'utf8', maxBuffer: 1 << 28 });

    return run.error ? null : run.stdout.split('\f').map((page) =>
        page.split('\n').filter((line) =>
            line.trim() && !/^—\d+—$/.test(squeeze(line))));
}

// What a page ends with, the head of a table aside.
function lastLine(lines, heads) {
    const isHead = (word) => heads.some((head) => head.includes(word));
    return squeeze(lines.findLast((line) =>
        !line.trim().split(/\s+/).every(isHead)) ?? '');
}

// Nor the caption of a table; but the last heading of an attachment may have
// nothing under it.
async function checkHeadings(page, pdf, name) {
    const pages = pageLines(pdf);
    const text = async (selector) => (await page.$$eval(selector,
        (elements) => elements.map((element) => element.textContent)))
        .map(squeeze);
    const headings = await text(
        'article :is(h2, h3, h4, h5, h6), .text-table caption');
    const heads = await text('thead th');
    const marks = await text('.mark');

    if (pages === null) {
        skip(`${name} leaves no heading alone`, 'there is no pdftotext');
        return;
    }
    report(`${name} leaves no heading alone`, pages.slice(0, -1)
        .filter((lines, k) => headings.includes(lastLine(lines, heads)) &&
            pages[k + 1].length > 0 && !marks.includes(squeeze(pages[k + 1][0])))
        .map((lines) => lastLine(lines, heads)));
}

// Laid out at the width of the text, nothing may stand outside.
async function checkOverflow(page, name) {
    const wrong = [];

    await page.emulateMediaType('print');
    for (const [sheet, width] of Object.entries(widths)) {
        const given = Math.round(width * millimetre);
        await page.setViewport({ width: given, height: 1000 });
        wrong.push(...await page.evaluate((sheet, given) => {
            const scope = document.querySelector('article') ?
                `article.${sheet}, article.${sheet} *` :
                sheet === 'portrait' ? 'body *' : '.none';
            return [...document.querySelectorAll(scope)]
                .filter((element) => {
                    const box = element.getBoundingClientRect();
                    const style = getComputedStyle(element);
                    return style.clipPath === 'none' && box.width > 0 &&
                        (box.right > given + 1 || box.left < -1) ||
                        style.display === 'table-cell' &&
                        element.scrollWidth > element.clientWidth + 1;
                })
                .map((element) => `${element.localName} ` +
                    `"${element.textContent.trim().slice(0, 20)}"`);
        }, sheet, given));
    }
    report(`${name} fits the width of the paper`, wrong);
}

export async function checkPaper(browser, url, name) {
    const page = await browser.newPage();

    await page.goto(url);
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true }));
    await checkPages(page, pdf, name);
    await checkHeadings(page, pdf, name);
    await checkOverflow(page, name);
    await page.close();
}
