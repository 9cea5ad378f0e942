// What is pasted: text from Word into paragraphs, cells from Excel or WPS into
// the cells from here on, as one step; rows are added where there are too few.
import { say, word } from './words.js';
import { state, trouble } from './server.js';
import { change, go } from './cells.js';
import { box, drafts, entryIn, entryOf, findPlace, isNarrative } from
    './form.js';
import { splitAtCaret } from './text.js';

// A table of HTML as rows of words; what a merged cell covers is blank.
function cellsOfHtml(html) {
    const table = new DOMParser().parseFromString(html, 'text/html')
        .querySelector('table');
    const rows = [...table?.rows ?? []].map(() => []);
    [...table?.rows ?? []].forEach(({ cells }, y) => {
        for (const cell of cells) {
            const { colSpan, rowSpan } = cell;
            let x = 0;
            while (rows[y][x] !== undefined) x += 1;
            for (const row of rows.slice(y, y + (rowSpan || 1))) {
                for (let on = 0; on < colSpan; on += 1) row[x + on] = '';
            }
            rows[y][x] = cell.textContent.replace(/\s+/g, ' ').trim();
        }
    });
    return rows.map((row) => Array.from(row, (words) => words ?? ''));
}

// Tabs and lines; Excel quotes a cell that has line breaks.
function cellsOfText(text) {
    const cells = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r?\n|$)/y;
    const rows = [[]];
    while (cells.lastIndex < text.length) {
        const [, words, end] = cells.exec(text);
        rows.at(-1).push(/^".*"$/s.test(words)
            ? words.slice(1, -1).replaceAll('""', '"') : words.trim());
        if (end !== '\t' && cells.lastIndex < text.length) rows.push([]);
    }
    return rows;
}

const tight = (words) => words.replace(/\s/g, '');
const plain = (words) => tight(words).replace(/（[^（）]*）|\([^()]*\)/g, '');
const valueIn = (cell) => cell?.querySelector('.value[role]');

// The cells of a row that may hold a value, and those that never do.
const cellsIn = (row) => [...row.cells].filter((cell) =>
    cell.nodeName === 'TD' || valueIn(cell));

// The list of which a row is an entry, or the empty one that it stands for.
function listOf(row) {
    const { src, type } = valueIn(row)?.dataset ?? { src: '' };
    const entry = entryOf(src);
    if (type === 'list') return src;
    return entry?.pointer === box.firstElementChild.dataset.src ? null
        : entry?.list;
}

// The table of the form that a row is in: its rows with values, by their label,
// and whether words are the heads of its columns. One in another unit is none.
function tableOf(start) {
    const table = start.closest('table');
    const columns = [...table.querySelectorAll('th[scope=col]')].flatMap(
        ({ textContent: words }) => [plain(words), tight(words)]);
    return {
        rows: [...table.rows].filter(valueIn),
        labels: new Map([...table.querySelectorAll('th:not([scope=col])')]
            .reverse().map((th) => [plain(th.textContent), th.closest('tr')])),
        isHead: (words) => words.filter((each) =>
            each && columns.includes(tight(each))).length > 1,
    };
}

// Where each row of a block goes: a row of the form, or one to be added behind
// the last of its list. A block with the labels of the form goes where they
// say; one that begins in a list stays in it. Heads, what is above them, totals
// that the form has no row for and rows that only part others are left out;
// below heads the words of the rows are in front of the cells.
function layOut(block, value) {
    const start = value.closest('tr');
    const { rows, labels, isHead } = tableOf(start);
    const own = (row) => cellsIn(row).findIndex(({ nodeName }) =>
        nodeName === 'TD');
    const first = cellsIn(start).findIndex((cell) => cell.contains(value));
    const stays = listOf(start);
    const wide = block.findIndex((words) => words.filter(Boolean).length > 1);
    const top = isHead(block[wide] ?? []) ? wide : 0;
    const left = { above: block.slice(0, top).flat().filter(Boolean).join(' '),
        totals: 0, beyond: 0 };
    const placed = [];
    let [row, lead, added] = [start, 0, 0];
    for (const words of block.slice(top)) {
        const names = words.map(plain);
        const name = names.find(Boolean)?.replace(/[:：]$/, '');
        const next = rows[rows.indexOf(row) + 1];
        const list = (stays || lead) && listOf(row);
        const isLast = list && (!next || listOf(next) !== list);
        const named = names.findLastIndex((each, n) => n < words.length - 1 &&
            n <= lead + 2 && each && labels.has(each));
        if (isHead(words)) lead = Math.max(0,
            words.length + first - cellsIn(start).length);
        else if (named < 0 && state.totals.split(' ').includes(name))
            left.totals += 1;
        else if (named < 0 && placed.length && !list && !next) {
            left.beyond += words.filter(Boolean).length;
        } else if (name || !(lead || isLast || (list && first <= own(row)))) {
            if (named >= 0) {
                row = labels.get(names[named]);
                [lead, added] = [named + 1, 0];
            } else if (placed.length && isLast) added += 1;
            else if (placed.length) row = next;
            placed.push({ row, added, words: words.slice(lead),
                from: lead ? own(row) : first });
        }
    }
    return { placed, left };
}

// Lists without entries get one, so that its cells are seen; whether any did.
async function openLists({ placed }) {
    const empty = placed.map(({ row }) => valueIn(row)?.dataset ?? {})
        .filter(({ type }) => type === 'list').map(({ src }) => `${src}/0`);
    return empty.length > 0 && change([...new Set(empty)]
        .map((pointer) => ({ op: 'insert', pointer })));
}

function changesOf({ placed, left }) {
    const changes = [];
    const count = { pasted: 0, derived: 0, ...left };
    for (const { row, added, words, from } of placed) {
        const cells = cellsIn(row);
        const { list, at, pointer = '' } = listOf(row)
            ? entryOf(valueIn(row).dataset.src) : {};
        const entry = added ? `${list}/${at + added}` : pointer;
        if (added) changes.push({ op: 'insert', pointer: entry });
        words.forEach((text, n) => {
            const { src, state } = valueIn(cells[from + n])?.dataset ?? {};
            const to = src && entry + src.slice(pointer.length);
            const what = !to ? 'beyond' : state === 'derived' ? 'derived'
                : 'pasted';
            if (text || (what === 'pasted' && !added)) count[what] += 1;
            if (what === 'pasted' && (text || !added)) {
                changes.push({ op: text ? 'set' : 'clear', pointer: to,
                    words: text });
            }
        });
    }
    return { changes, count };
}

async function pasteCells(block, value) {
    const { src } = value.dataset;
    drafts.delete(src);
    const join = await openLists(layOut(block, value));
    const { changes, count } = changesOf(layOut(block, findPlace(src)));
    if (!await change(changes, { join })) return;
    const told = Object.entries(count).filter(([, n]) => n)
        .map(([what, n]) => word(what, n));
    say(told.join('；'));
    if (told.length > (count.derived ? 2 : 1)) trouble('left', told.join('；'));
    go(findPlace(src));
}

// The first is joined to what stands before the caret, the last behind it.
async function pasteParagraphs(text, value) {
    const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
    const [before, after] = splitAtCaret(value);
    const { src, type } = value.dataset;
    const { list, n } = entryIn(value);
    lines[0] = before + lines[0];
    lines.push(lines.pop() + after);
    const changes = lines.flatMap((source, k) => {
        const pointer = `${list}/${n + k}`;
        return [...k || type === 'list' ? [{ op: 'insert', pointer }] : [],
            { op: 'text', pointer, source }];
    });
    if (await change(changes, { pointers: [src] })) {
        go(findPlace(`${list}/${n + lines.length - 1}`));
    }
}

export function paste(clipboard, value) {
    const raw = clipboard.getData('text/plain');
    const text = raw.trim();
    const html = cellsOfHtml(clipboard.getData('text/html'));
    const block = html.length ? html : cellsOfText(raw);
    const isBlock = block.length > 1 || block[0]?.length > 1;
    const keepsLines = value.dataset.type === 'text' && !isNarrative(value);
    if (isNarrative(value) && /\n/.test(text) && entryIn(value).list !==
        undefined) return pasteParagraphs(text, value);
    if (isBlock && value.closest('table')) return pasteCells(block, value);
    return document.execCommand('insertText', false,
        keepsLines ? text : text.replace(/\s+/g, ' '));
}
