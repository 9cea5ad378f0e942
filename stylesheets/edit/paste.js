// What is pasted: text from Word into paragraphs, cells from Excel or WPS into
// the cells from here on, as one step; rows are added where there are too few.

import { say, word } from './words.js';
import { change, go } from './cells.js';
import { box, drafts, entryOf, findPlace, isNarrative } from './form.js';
import { splitAtCaret } from './text.js';

// A table of HTML as rows of words; what a merged cell covers is blank.
function cellsOfHtml(html) {
    const table = new DOMParser().parseFromString(html, 'text/html')
        .querySelector('table');
    if (!table) return null;
    const rows = [...table.rows].map(() => []);

    [...table.rows].forEach((row, y) => {
        let x = 0;
        for (const cell of row.cells) {
            while (rows[y][x] !== undefined) x += 1;
            for (let down = 0; down < Math.min(cell.rowSpan || 1,
                rows.length - y); down += 1) {
                for (let on = 0; on < cell.colSpan; on += 1) {
                    rows[y + down][x + on] = '';
                }
            }
            rows[y][x] = cell.textContent.replace(/\s+/g, ' ').trim();
        }
    });
    return rows.map((row) => Array.from(row, (words) => words ?? ''));
}

// Excel quotes a cell that has line breaks.
function cellsOfText(text) {
    const rows = [[]];
    const cells = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r?\n|$)/y;

    while (cells.lastIndex < text.length) {
        const [, words, end] = cells.exec(text);
        rows.at(-1).push(words.startsWith('"') && words.endsWith('"')
            ? words.slice(1, -1).replace(/""/g, '"') : words.trim());
        if (end !== '\t' && cells.lastIndex < text.length) rows.push([]);
        if (!end) break;
    }
    return rows;
}

export function cellsOf(clipboard) {
    const text = clipboard.getData('text/plain');
    const rows = cellsOfHtml(clipboard.getData('text/html')) ??
        (text.includes('\t') || /\n./.test(text) ? cellsOfText(text) : null);

    return rows && (rows.length > 1 || rows[0]?.length > 1) ? rows : null;
}

const plain = (words) => words.replace(/[\s　]|（[^（）]*）|\([^()]*\)/g, '');

// The cells of a row that may hold a value, and those that never do.
const cellsIn = (row) => [...row.cells].filter((cell) =>
    cell.nodeName === 'TD' || cell.querySelector('.value[role]'));

const valueIn = (cell) => cell?.querySelector('.value[role]');

// Rows of the table by the label that they begin with.
function labelsOf(table) {
    const labels = new Map();

    for (const row of table.rows) {
        for (const head of row.querySelectorAll('th')) {
            const words = plain(head.textContent);
            if (words && !labels.has(words)) labels.set(words, row);
        }
    }
    return labels;
}

// Where each row of a block goes: a row of the form, or an entry to be added
// behind a list that is all filled; and how many cells before it are labels.
function layOut(block, value) {
    const table = value.closest('table');
    const labels = labelsOf(table);
    const first = cellsIn(value.closest('tr')).findIndex((cell) =>
        cell.contains(value));
    const placed = [];
    let row = value.closest('tr');
    const stays = listOf(row);  // a block that begins in a list stays in it
    let lead = 0;
    let added = 0;

    for (const words of block) {
        const named = words.map((each, n) => [labels.get(plain(each)), n])
            .filter(([to, n]) => to && n <= lead + 2 && n < words.length - 1);
        if (named.length) {
            [row] = named.at(-1);
            lead = named.at(-1)[1] + 1;
            added = 0;
        } else if (placed.length) {
            const list = (stays || lead) && listOf(row);
            const next = nextRow(row);
            if (list && (!next || listOf(next) !== list)) added += 1;
            else if (next) row = next;
            else break;
        }
        const own = cellsIn(row).findIndex(({ nodeName }) => nodeName === 'TD');
        placed.push({ row, added, words: words.slice(lead),
            from: lead ? own : first });
    }
    return placed;
}

function listOf(row) {
    for (const cell of cellsIn(row)) {
        const value = valueIn(cell);
        const own = box.firstElementChild.dataset.src;
        if (value?.dataset.type === 'list') return value.dataset.src;
        const entry = value && entryOf(value.dataset.src);
        if (entry && entry.pointer !== own) return entry.list;
    }
    return null;
}

// The next row that has a place.
function nextRow(row) {
    const rows = [...row.closest('table').rows];

    return rows.slice(rows.indexOf(row) + 1)
        .find((each) => cellsIn(each).some(valueIn));
}

// Lists without entries get one, so that its cells are seen.
async function open(placed) {
    const empty = [...new Set(placed.map(({ row }) => row)
        .map((row) => cellsIn(row).map(valueIn)
            .find((value) => value?.dataset.type === 'list')?.dataset.src)
        .filter(Boolean))];

    if (!empty.length) return null;
    const { isTaken } = await change(empty.map((list) =>
        ({ op: 'insert', pointer: `${list}/0` })));
    return isTaken ? empty : [];
}

function changesOf(placed) {
    const changes = [];
    const count = { set: 0, derived: 0, beyond: 0 };

    for (const { row, added, words, from } of placed) {
        const cells = cellsIn(row);
        const list = listOf(row);
        const entry = list && entryOf(valueIn(cells.find((cell) =>
            valueIn(cell))).dataset.src);
        const here = added ? `${list}/${entry.at + added}` : entry?.pointer;
        if (added) changes.push({ op: 'insert', pointer: here });
        words.forEach((text, n) => {
            const value = valueIn(cells[from + n]);
            if (!value) count.beyond += Boolean(text);
            else if (value.dataset.state === 'derived') {
                count.derived += Boolean(text);
            } else if (text || !added) {
                const pointer = added ? here +
                    value.dataset.src.slice(entry.pointer.length)
                    : value.dataset.src;
                changes.push(text ? { op: 'set', pointer, words: text }
                    : { op: 'clear', pointer });
                count.set += 1;
            }
        });
    }
    return { changes, count };
}

export async function pasteCells(block, value) {
    const { src } = value.dataset;
    drafts.delete(src);
    const opened = await open(layOut(block, value));
    const start = findPlace(src);
    if (!start) return;
    const { changes, count } = changesOf(layOut(block, start));

    const { isTaken } = await change(changes, { join: Boolean(opened) });
    if (!isTaken) return;
    say([word('pasted', count.set),
        count.derived && word('pasted.derived', count.derived),
        count.beyond && word('pasted.beyond', count.beyond)]
        .filter(Boolean).join(''));
    go(findPlace(start.dataset.src));
}

// Paragraphs behind one another; the first is joined to what stands before the
// caret, the last to what stands behind it.
export async function pasteParagraphs(text, value) {
    const lines = text.split(/\r?\n/).map((line) => line.trim())
        .filter(Boolean);
    const [before, after] = splitAtCaret(value);
    const { src, type } = value.dataset;
    const list = type === 'list' ? src : src.replace(/\/\d+$/, '');
    const n = type === 'list' ? 0 : +src.slice(list.length + 1);

    lines[0] = before + lines[0];
    lines[lines.length - 1] += after;
    const changes = lines.flatMap((source, k) => {
        const pointer = `${list}/${n + k}`;
        return [...k || type === 'list' ? [{ op: 'insert', pointer }] : [],
            { op: 'text', pointer, source }];
    });
    const { isTaken } = await change(changes, { pointers: [src] });
    if (isTaken) go(findPlace(`${list}/${n + lines.length - 1}`));
}

// One line, or words for a cell: at the caret.
export function pasteWords(text) {
    document.execCommand('insertText', false, text);
}

export async function paste(clipboard, value) {
    const text = clipboard.getData('text/plain');
    const isList = /\/\d+$/.test(value.dataset.src) ||
        value.dataset.type === 'list';

    if (isNarrative(value) && isList) {
        if (/\S\s*\n\s*\S/.test(text)) return pasteParagraphs(text, value);
        return pasteWords(text.trim());
    }
    const block = value.closest('table') && cellsOf(clipboard);
    if (block) return pasteCells(block, value);
    return pasteWords(value.dataset.type === 'text' ? text.trim()
        : text.replace(/\s+/g, ' ').trim());
}
