// Every link of the pages of a set leads somewhere: to a file beside the page,
// and to an anchor in it.
//
//   node tests/html/links.mjs FILE.html...

import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { report, status } from './report.mjs';

const read = new Map();

function text(file) {
    if (!read.has(file)) read.set(file, readFileSync(file, 'utf8'));
    return read.get(file);
}

function attributes(html, name) {
    return [...html.matchAll(new RegExp(`<[^>]*\\s${name}="([^"]*)"`, 'g'))]
        .map((match) => match[1].replaceAll('&amp;', '&'));
}

// What is wrong with one link of a file, or nothing.
function fault(link, file) {
    const url = new URL(link, pathToFileURL(file));
    if (url.protocol === 'data:') return [];
    if (url.protocol !== 'file:') return [`${link} leaves the set`];

    const anchor = decodeURIComponent(url.hash.slice(1));
    url.hash = '';
    const target = fileURLToPath(url);
    if (!existsSync(target)) return [`no file ${basename(target)}`];
    if (anchor && !attributes(text(target), 'id').includes(anchor)) {
        return [`no ${anchor} in ${basename(target)}`];
    }
    return [];
}

for (const file of process.argv.slice(2)) {
    const links = attributes(text(file), 'href');
    report(`${basename(file)}: ${links.length} links lead somewhere`,
        links.flatMap((link) => fault(link, file)));
}
process.exit(status());
