// Check HTML files that jixiao made: the Nu HTML checker, axe-core and layout
// in headless Chromium at a desktop's and a telephone's width, and on paper.
//
//   node tests/html/check.mjs FILE.html...

import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, isInstalled, withBrowser } from './browser.mjs';
import { checkNu } from './nu.mjs';
import { checkPaper } from './paper.mjs';
import { skip, status } from './report.mjs';
import { checkScreens } from './screen.mjs';

const files = process.argv.slice(2);

checkNu(files);
if (isInstalled()) {
    await withBrowser(async (browser) => {
        for (const file of files) {
            const url = pathToFileURL(resolve(file)).href;
            await checkScreens(browser, url, basename(file));
            await checkPaper(browser, url, basename(file));
        }
    });
} else {
    skip('HTML in a browser', `no ${chromium}`);
}
process.exit(status());
