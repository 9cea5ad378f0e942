// Make the pictures of README.md's first part anew, pictures/*.png: what a clerk
// sees of a set, in Chromium, of a data file with a few mistakes.
//
//   node tests/pictures.mjs

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Clerk, serve } from './edit/driver.mjs';
import { withBrowser } from './html/browser.mjs';

const work = mkdtempSync(join(tmpdir(), 'pictures-'));
const file = join(work, '2024.json');

// An amount that was typed in 元, and a warning that nobody has answered.
function make_set() {
    const data = JSON.parse(readFileSync('input/example-full-2024.json', 'utf8'));

    data.expenditure.three_public.reception.final = 51267;
    data.explanations = [];
    writeFileSync(file, `${JSON.stringify(data, null, 2)}\n`);
    spawnSync('build/jixiao', ['build', file, '--format', 'html,docx,pdf', '-o', work]);
    return join(work, '2024');
}

// What is at the top of a page, or around an element of it.
async function take(browser, page_file, name, height, selector) {
    const page = await browser.newPage();
    await page.setViewport({ width: 900, height });
    await page.goto(pathToFileURL(page_file).href);
    if (selector)
        await page.evaluate(where => document.querySelector(where)
            ?.scrollIntoView({ block: 'center' }), selector);
    await page.screenshot({ path: `pictures/${name}.png`, type: 'png' });
    await page.close();
}

// A cell that is being filled in, with what came of the one before it.
async function take_editor(browser) {
    const editor = await serve([file]);
    const clerk = await Clerk.open(browser, editor.url, { width: 900, height: 640 });

    await clerk.page.click('[data-src$="/reception/final"]');
    await clerk.page.keyboard.press('Enter');
    await clerk.settled();
    await clerk.page.screenshot({ path: 'pictures/edit.png', type: 'png' });
    await clerk.page.close();
    await editor.stop();
}

try {
    const set = make_set();
    const names = readdirSync(set);
    const form = names.find(name => /附件1.*\.html$/.test(name));
    await withBrowser(async browser => {
        await take(browser, join(set, 'index.html'), 'index', 640);
        await take(browser, join(set, form), 'form', 560, 'tr:nth-of-type(9)');
        await take(browser, join(set, '核对报告.html'), 'report', 640, 'table');
        await take_editor(browser);
    });
} finally {
    rmSync(work, { recursive: true, force: true });
}
