// Check pages that LibreOffice made of Word documents: paper, margins, the
// page number's place, lines and characters of the text, what must not stand
// alone on a page, and heads of tables on each page that their rows reach.
//
//   node tests/word/pages.mjs FILE.pdf...
//
// Beside FILE.pdf stands FILE.model, the page model of its attachments.
// Standard: GB/T 9704-2012, 5.1, 5.2, 7.5.  Lengths are in points.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { report, status } from '../html/report.mjs';

const mm = 72 / 25.4;
const a4 = { width: 210 * mm, height: 297 * mm };
const margin = { top: 37 * mm, right: 26 * mm, bottom: 35 * mm, left: 28 * mm };
const linesOfPage = 22;
const charactersOfLine = 28;
const bodySize = 16;
const numberSize = 14;
const numberBelow = 7 * mm;
// A glyph's box reaches over its line; a mark at a line's end may hang.
const slack = 4;

const entities = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

function unescape(text) {
    return text.replace(/&([a-z]+|#39);/g, (all, name) => entities[name] ?? all);
}

function attributes(tag) {
    return Object.fromEntries([...tag.matchAll(/(\w+)="([^"]*)"/g)]
        .map(([, name, value]) => [name, Number(value)]));
}

// [{ width, height, words: [{ xMin, yMin, xMax, yMax, text }] }]
function readPages(file) {
    const out = spawnSync('pdftotext', ['-bbox', file, '-'],
        { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;

    return out.split('<page ').slice(1).map((page) => ({
        ...attributes(page.slice(0, page.indexOf('>'))),
        words: [...page.matchAll(/<word ([^>]*)>(.*?)<\/word>/g)].map(
            ([, tag, text]) => ({ ...attributes(tag), text: unescape(text) })),
    }));
}

function isTurned(page) {
    return page.width > page.height;
}

// The page as it lies in the bound set: a turned one upright, its head at the
// left, so that both have their number at the same place.
function upright(page) {
    if (!isTurned(page)) {
        return page;
    }
    return {
        width: page.height,
        height: page.width,
        words: page.words.map((word) => ({
            text: word.text,
            xMin: word.yMin,
            xMax: word.yMax,
            yMin: page.width - word.xMax,
            yMax: page.width - word.xMin,
        })),
    };
}

function isBelowText(word) {
    return word.yMin > a4.height - margin.bottom;
}

function checkPaper(page) {
    return Math.abs(page.width - a4.width) > 1 ||
        Math.abs(page.height - a4.height) > 1
        ? [`${page.width} × ${page.height} pt is not A4`] : [];
}

function checkMargins(page) {
    return page.words.filter((word) => !isBelowText(word) &&
        (word.xMin < margin.left - slack ||
         word.xMax > a4.width - margin.right + bodySize ||
         word.yMin < margin.top - slack ||
         word.yMax > a4.height - margin.bottom + slack))
        .map((word) => `“${word.text}” runs out of the text area`);
}

// — 1 — seven millimetres below the text, one character in from its side.
function checkNumber(page, index) {
    const words = page.words.filter(isBelowText);
    const text = words.map((word) => word.text).join('').replace(/\s/g, '');
    const xMin = Math.min(...words.map((word) => word.xMin));
    const xMax = Math.max(...words.map((word) => word.xMax));
    const yMin = Math.min(...words.map((word) => word.yMin));
    const side = index % 2 === 0
        ? a4.width - margin.right - numberSize - xMax
        : xMin - margin.left - numberSize;
    const wrong = [];

    if (text.replace(/[—|︱]/g, '') !== `${index + 1}`) {
        wrong.push(`its number is “${text}”`);
    } else {
        if (Math.abs(side) > slack) {
            wrong.push(`its number is ${(side / mm).toFixed(1)} mm off its side`);
        }
        if (Math.abs(yMin - (a4.height - margin.bottom + numberBelow)) > slack) {
            wrong.push('its number is not 7 mm below the text');
        }
    }
    return wrong;
}

// Words of the text area joined to lines, from the top, without blanks.
function linesOf(page) {
    const lines = [];
    const words = page.words.filter((word) => word.yMin <
        page.height - (isTurned(page) ? margin.right : margin.bottom) &&
        word.xMin > margin.left - slack);

    words.sort((a, b) => a.yMin + a.yMax - b.yMin - b.yMax || a.xMin - b.xMin);
    for (const word of words) {
        const middle = (word.yMin + word.yMax) / 2;
        const last = lines.at(-1);
        if (last && Math.abs(last.middle - middle) < 4) {
            last.words.push(word);
        } else {
            lines.push({ middle, words: [word] });
        }
    }
    return lines.map(({ middle, words: own }) => ({
        middle,
        text: own.sort((a, b) => a.xMin - b.xMin).map((word) => word.text)
            .join('').replace(/\s/g, ''),
    }));
}

function plain(xml) {
    return unescape(xml.replace(/<[^>]*>/g, '')).replace(/\s/g, '');
}

// Words of cells, a line each, as they stand in a line of the page.
function wordsOf(xml) {
    return [...xml.matchAll(/<cell [^>]*?(?:\/>|>(.*?)<\/cell>)/gs)]
        .flatMap(([, inner = '']) => inner.split(/<break\/>|<\/paragraph>/))
        .map(plain).filter((word) => word !== '');
}

// Heads of columns, and words that stand in one row alone.
function readParts(xml) {
    const counts = new Map();

    for (const word of wordsOf(xml)) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return [...xml.matchAll(/<head>(.*?)<\/head>\s*<body>(.*?)<\/body>/gs)]
        .map(([, head, body]) => ({
            heads: wordsOf(head),
            rows: new Set(wordsOf(body).filter((word) =>
                counts.get(word) === 1)),
        }));
}

// What the page model says of headings and of what stands under tables.
function readModel(file) {
    const xml = readFileSync(file, 'utf8');

    return {
        parts: readParts(xml),
        headings: new Set([...xml.matchAll(
            /<heading [^>]*number="([^"]*)"[^>]*>(.*?)<\/heading>/gs)]
            .map(([, number, text]) => plain(number + text))),
        marks: new Set([...xml.matchAll(/<mark>(.*?)<\/mark>/gs)]
            .map(([, text]) => plain(text))),
        feet: [...xml.matchAll(/<note>(.*?)<\/note>/gs)]
            .map(([, text]) => plain(text).slice(0, 6))
            .concat([...xml.matchAll(/<signatures>\s*<field label="([^"]*)"/g)]
                .map(([, label]) => `${label}：`)),
    };
}

// The last heading of an attachment may have nothing under it.
function checkAlone(lines, model, index, next) {
    const wrong = [];

    if (lines.length === 0) {
        return [`page ${index + 1} is empty`];
    }
    if (model.headings.has(lines.at(-1).text) && next?.length > 0 &&
        !model.marks.has(next[0].text)) {
        wrong.push(`page ${index + 1} ends in the heading “${lines.at(-1).text}”`);
    }
    if (model.feet.some((foot) => lines[0].text.startsWith(foot))) {
        wrong.push(`page ${index + 1} begins with “${lines[0].text}”, ` +
            'without a row of its table');
    }
    return wrong;
}

// The rows of a part on a page, and its heads above the first of them.
function checkHeads(pages, part) {
    const reached = pages.filter((page) =>
        page.words.some((word) => part.rows.has(word.text)));

    return {
        pages: reached.length,
        wrong: reached.flatMap((page) => {
            const first = Math.min(...page.words.filter((word) =>
                part.rows.has(word.text)).map((word) => word.yMin));
            const above = page.words.filter((word) => word.yMin < first)
                .map((word) => word.text).join('');
            return part.heads.filter((head) => !above.includes(head))
                .map((head) => `page ${pages.indexOf(page) + 1} has no ${head}`);
        }),
    };
}

// In the files of long tables the words of a row stand nowhere else, and each
// part reaches a second page.
function checkParts(pages, model, name) {
    if (!name.startsWith('long-tables.')) {
        return;
    }
    const seen = model.parts.map((part) => checkHeads(pages, part))
        .filter((part) => part.pages > 0);

    report(`${name} has the heads of its rows on each page`,
        seen.flatMap((part) => part.wrong));
    report(`${name} has rows on a second page`,
        seen.length > 0 && seen.every((part) => part.pages > 1)
            ? [] : ['it has none']);
}

function checkMark(page, lines, model, index) {
    const mark = lines.find((line) => model.marks.has(line.text));

    if (!mark) {
        return [];
    }
    const top = isTurned(page) ? margin.left : margin.top;
    return mark === lines[0] && mark.middle < top + 30
        ? [] : [`“${mark.text}” is not the first line of page ${index + 1}`];
}

// A page of nothing but 字, in the samples, shows the grid.
function checkGrid(pages, name) {
    const full = pages.map(linesOf).filter((lines) =>
        lines.every((line) => /^字+$/.test(line.text)));
    const page = full[0];

    if (!page) {
        return;
    }
    const pitch = (page.at(-1).middle - page[0].middle) / (page.length - 1);
    report(`${name}: a page has ${linesOfPage} lines`,
        page.length === linesOfPage ? [] : [`${page.length}`]);
    report(`${name}: the lines fill the text area`,
        Math.abs(pitch * linesOfPage - 225 * mm) < 2 ? []
            : [`they are ${pitch.toFixed(2)} pt apart`]);
    report(`${name}: a line has ${charactersOfLine} characters`,
        page.map((line) => line.text.length)
            .filter((length) => length !== charactersOfLine)
            .map((length) => `one has ${length}`));
}

// A line of the title of that sample is too long, the other one, of 短, is not.
function checkTitle(lines, name) {
    const short = lines.flat().map(({ text }) => text)
        .filter((text) => /^短+$/.test(text));

    if (short.length > 0) {
        report(`${name}: a line of a title that fits stays whole`,
            short.length === 1 ? [] : short);
    }
}

function checkFile(file) {
    const name = basename(file, '.pdf');
    const pages = readPages(file);
    const lines = pages.map(linesOf);
    const model = readModel(file.replace(/pdf$/, 'model'));
    const onEach = (check) => pages.flatMap((page, index) =>
        check(upright(page), index)
            .map((wrong) => `page ${index + 1}: ${wrong}`));

    report(`${name} is on A4`, onEach(checkPaper));
    report(`${name} keeps to its margins`, onEach(checkMargins));
    report(`${name} has page numbers in their place`, onEach(checkNumber));
    report(`${name} leaves nothing alone on a page`, lines.flatMap(
        (own, index) => checkAlone(own, model, index, lines[index + 1])));
    report(`${name} has its marks on first lines`, pages.flatMap(
        (page, index) => checkMark(page, lines[index], model, index)));
    checkParts(pages, model, name);
    checkGrid(pages, name);
    checkTitle(lines, name);
}

process.argv.slice(2).forEach(checkFile);
process.exit(status());
