// A page on a screen: accessible, within the window, needing nothing else.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { report } from './report.mjs';

const axe = readFileSync(createRequire(import.meta.url)
    .resolve('axe-core/axe.min.js'), 'utf8');

const screens = [
    { name: 'desktop', width: 1280, height: 900 },
    { name: 'phone', width: 375, height: 812, isMobile: true, hasTouch: true,
        deviceScaleFactor: 2 },
];

function violationSentence(violation) {
    return `${violation.id} (${violation.nodes.length}): ` +
        violation.nodes[0].html.slice(0, 120);
}

async function checkAxe(page, name) {
    await page.evaluate(axe);
    const result = await page.evaluate(() =>
        window.axe.run(document, { resultTypes: ['violations'] }));
    report(`${name} has no violations of accessibility`,
        result.violations.map(violationSentence));
}

async function checkWidth(page, name) {
    const [needed, given] = await page.evaluate(() =>
        [document.documentElement.scrollWidth, window.innerWidth]);
    report(`${name} does not scroll sideways`,
        needed <= given ? [] : [`${needed} of ${given} pixels`]);
}

// Nobody reads less than 12 pixels on a telephone.
async function checkTypeSize(page, name) {
    const small = await page.evaluate(() => {
        const sizes = new Set();
        const walker = document.createTreeWalker(document.body,
            NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            if (!walker.currentNode.data.trim()) continue;
            const size = parseFloat(
                getComputedStyle(walker.currentNode.parentElement).fontSize);
            if (size < 12) sizes.add(size);
        }
        return [...sizes];
    });
    report(`${name} has no type under 12 pixels`,
        small.map((size) => `${size} pixels`));
}

// Where a table scrolls, what names its rows is seen at its other end too.
async function checkStays(page, name) {
    const lost = await page.evaluate(() => {
        const lost = [];
        for (const box of document.querySelectorAll('.scroll')) {
            if (box.scrollWidth <= box.clientWidth) continue;
            const cells = [...box.querySelectorAll('.stays, .held')];
            if (!cells.length) lost.push('a table keeps no cell in sight');
            for (const at of [0.5, 1]) {
                box.scrollLeft = at * (box.scrollWidth - box.clientWidth);
                for (const cell of cells) {
                    cell.scrollIntoView({ block: 'center', inline: 'nearest' });
                    const to = cell.getBoundingClientRect();
                    const seen = document.elementFromPoint(
                        to.left + to.width / 2, to.top + to.height / 2);
                    if (to.left < box.getBoundingClientRect().left - 1 ||
                        !cell.contains(seen)) lost.push(cell.textContent);
                }
            }
            box.scrollLeft = 0;
        }
        return lost;
    });
    report(`${name} keeps what names a row in sight`, lost);
}

export async function checkScreens(browser, url, name) {
    for (const { name: screen, ...viewport } of screens) {
        const page = await browser.newPage();
        const asked = [];

        page.on('request', (request) => {
            const other = request.url();
            if (other !== url && !other.startsWith('data:')) asked.push(other);
        });
        await page.setViewport(viewport);
        await page.goto(url);
        await checkWidth(page, `${name} on a ${screen}`);
        await checkTypeSize(page, `${name} on a ${screen}`);
        await checkStays(page, `${name} on a ${screen}`);
        await checkAxe(page, `${name} on a ${screen}`);
        report(`${name} on a ${screen} loads nothing else`, asked);
        await page.close();
    }
}
