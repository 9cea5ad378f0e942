// Edit every Word document in LibreOffice, through UNO, and read it back by the
// bookmarks around its content controls: nothing is repeated, nothing is lost,
// and each edited value is found at its JSON Pointer.
//
//   node tests/word/edits.mjs FILE.docx...
//
// The edits are those of edits.bas, in turn; every fourth value stays.  A value
// at the edge of the text that quotes it is not replaced as a whole, but typed
// anew: LibreOffice 7.4 then leaves it out of the text's own bookmark.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { report, status } from '../html/report.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const ways = ['replace', 'retype', 'type', ''];

const unescape = (text) => text.replace(/&(lt|gt|amp|quot|apos);/g,
    (all, name) => ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }[name]));

function run(command, args) {
    return spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
}

const readPart = (file, part) => run('unzip', ['-p', file, part]);

const attribute = (tag, name) => tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1];

// The text of the body, and where in it each bookmark begins and ends.
function readBody(file) {
    const xml = readPart(file, 'word/document.xml');
    const open = new Map();
    const marks = [];
    let text = '';
    let inText = false;

    for (const [token] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
        const name = token.match(/^<\/?(w:\w+)/)?.[1];
        if (!name) {
            text += inText ? unescape(token) : '';
        } else if (name === 'w:t') {
            inText = token[1] !== '/' && !token.endsWith('/>');
        } else if (name === 'w:br' || token === '</w:p>') {
            text += '\n';
        } else if (name === 'w:bookmarkStart') {
            const mark = { name: attribute(token, 'w:name'), begin: text.length,
                around: [...open.values()] };
            open.set(attribute(token, 'w:id'), mark);
            marks.push(mark);
        } else if (name === 'w:bookmarkEnd') {
            const id = attribute(token, 'w:id');
            open.get(id).end = text.length;
            open.delete(id);
        }
    }
    return { text, marks };
}

// [[bookmark, { tag, src, occurrence }]], of whichever part has them now.
function readControls(file) {
    const parts = run('unzip', ['-Z1', file]).split('\n')
        .filter((name) => /^customXml\/item\d+\.xml$/.test(name))
        .map((name) => readPart(file, name));
    const xml = parts.find((text) => text.includes('urn:jixiao:values:1')) ?? '';

    return [...xml.matchAll(/<value ([^>]*[^/])>(.*?)<\/value>/gs)].flatMap(
        ([, value, inner]) => [...inner.matchAll(/<control ([^>]*)\/>/g)].map(
            ([, control]) => [attribute(` ${control}`, 'bookmark'), {
                tag: attribute(` ${value}`, 'tag'),
                src: attribute(` ${value}`, 'src'),
                occurrence: attribute(` ${control}`, 'occurrence'),
            }]));
}

function insertInto(text, words) {
    const middle = Math.floor(text.length / 2);

    return text.slice(0, middle) + words + text.slice(middle);
}

function isAtEdge({ begin, end, around }) {
    return around.some((outer) => outer.begin === begin || outer.end === end);
}

function chooseWay(mark, k) {
    const way = ways[k % ways.length];

    return way === 'replace' && isAtEdge(mark) ? 'retype' : way;
}

// Values that quote no other one, with what becomes of each.
function planEdits({ text, marks }) {
    const quoting = new Set(marks.flatMap((mark) => mark.around));

    return marks.filter((mark) => !quoting.has(mark))
        .map((mark, k) => ({ mark, way: chooseWay(mark, k), words: `e${k}` }))
        .filter(({ way }) => way)
        .map((edit) => ({ ...edit, becomes: edit.way !== 'type' ? edit.words
            : insertInto(text.slice(edit.mark.begin, edit.mark.end), edit.words) }));
}

// A part of the text with the edits that are made in it.
function edited(text, { begin, end }, edits) {
    let made = '';
    let at = begin;

    for (const { mark, becomes } of edits) {
        made += text.slice(at, mark.begin) + becomes;
        at = mark.end;
    }
    return made + text.slice(at, end);
}

// LibreOffice has a blank paragraph of its own at the end of a section.
const compact = (text) => text.replace(/\n+/g, '\n').trim();

// What differs in a saved file from the body that was made, with the edits.
function compare(body, saved, edits) {
    const found = new Map(saved.marks.map((mark) => [mark.name, []]));
    const whole = edited(body.text, { begin: 0, end: body.text.length }, edits);

    saved.marks.forEach((mark) => found.get(mark.name).push(mark));
    const wrong = body.marks.flatMap((mark) => {
        const got = found.get(mark.name) ?? [];
        const wanted = edited(body.text, mark, edits.filter((edit) =>
            edit.mark === mark || edit.mark.around.includes(mark)));
        const is = got.map(({ begin, end }) => saved.text.slice(begin, end));
        return is.length === 1 && is[0] === wanted ? []
            : [`${mark.name} is “${is.join('” and “')}” and not “${wanted}”`];
    });
    return compact(whole) === compact(saved.text) ? wrong
        : [...wrong, 'the text differs'];
}

// The custom part has every bookmark, and what its tag stands for.
function checkControls(name, body, file) {
    const controls = new Map(readControls(file));

    report(`${name} says what each bookmark stands for`, body.marks
        .filter(({ name: bookmark }) => {
            const control = controls.get(bookmark);
            return !control || control.src === undefined ||
                bookmark !== `v_${control.tag}_${control.occurrence}`;
        })
        .map(({ name: bookmark }) => `${bookmark} is not there`)
        .concat(controls.size === body.marks.length ? []
            : [`${controls.size} of ${body.marks.length}`]));
    report(`${name} has names that Word keeps`, body.marks
        .filter(({ name: bookmark }) => !/^[a-z]\w{0,39}$/.test(bookmark) ||
            body.marks.filter((mark) => mark.name === bookmark).length > 1)
        .map(({ name: bookmark }) => bookmark));
}

// An XML file that holds a module of Basic.
function writeModule(profile) {
    const escape = (text) => text.replace(/[&<>]/g,
        (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' }[sign]));
    const module = '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument' +
        ' 1.0//EN" "module.dtd">\n<script:module script:name="Module1"' +
        ' xmlns:script="http://openoffice.org/2000/script"' +
        ' script:language="StarBasic">' +
        escape(readFileSync(join(here, 'edits.bas'), 'utf8')) +
        '</script:module>\n';

    writeFileSync(join(profile, 'user/basic/Standard/Module1.xba'), module);
}

function office(profile, ...args) {
    run('timeout', ['500', 'soffice', `-env:UserInstallation=${pathToFileURL(profile)}`,
        '--headless', '--norestore', ...args]);
}

// Each file saved as it is and saved edited, all in one run of LibreOffice,
// whose first run makes the profile that the module goes into.
function makeSaved(jobs, folder) {
    const profile = join(folder, 'profile');
    const steps = jobs.flatMap(({ file, edits, again, changed }) => [
        `open\t${pathToFileURL(file)}`,
        `save\t${pathToFileURL(again)}`,
        `open\t${pathToFileURL(file)}`,
        ...edits.map(({ way, mark, words }) => `${way}\t${mark.name}\t${words}`),
        `save\t${pathToFileURL(changed)}`,
    ]);

    office(profile, '--terminate_after_init');
    writeModule(profile);
    writeFileSync(join(folder, 'steps'), `${steps.join('\n')}\n`);
    office(profile, `macro:///Standard.Module1.Main("${join(folder, 'steps')}",` +
        `"${join(folder, 'said')}")`);
    return readFileSync(join(folder, 'said'), 'utf8').trim().split(/\r?\n/);
}

function check({ name, file, body, edits, again, changed }) {
    checkControls(name, body, file);
    report(`${name} keeps every value when LibreOffice saves it`,
        compare(body, readBody(again), []));
    checkControls(`${name}, saved again,`, body, again);
    report(`${name} gives each edited value at its place`,
        compare(body, readBody(changed), edits));
}

const folder = mkdtempSync(join(tmpdir(), 'jixiao-edits-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const jobs = process.argv.slice(2).map((file, k) => {
    const body = readBody(file);
    return { name: basename(file, '.docx'), file: resolve(file), body,
        edits: planEdits(body), again: join(folder, `${k}.again.docx`),
        changed: join(folder, `${k}.changed.docx`) };
});
const said = makeSaved(jobs, folder);
report('LibreOffice edits all documents', said.filter((line) => line !== 'end')
    .concat(said.at(-1) === 'end' ? [] : ['it did not come to the end']));
jobs.forEach(check);
process.exit(status());
