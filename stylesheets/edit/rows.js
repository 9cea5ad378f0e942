// Rows, paragraphs, items and projects: entries of lists, added, moved and
// removed.

import { state } from './server.js';
import { change, commit, go, typed } from './cells.js';
import { box, entryOf, findPlace } from './form.js';
import { splitAtCaret } from './text.js';

// The entry that a place is in; the attachment's own where it is in no other.
export function entryAt(value) {
    return value && value.dataset.type !== 'list'
        ? entryOf(value.dataset.src)
        : entryOf(box.firstElementChild?.dataset.src ?? '');
}

const sizeOf = (list) =>
    state.lists.find(({ pointer }) => pointer === list)?.count ?? 0;

export async function add(value, kind) {
    if (value && typed(value) && !await commit(value)) return;
    const entry = value && entryAt(value);
    const pointer = entry ? `${entry.list}/${entry.at + 1}`
        : `${value.dataset.src}/0`;

    await addAt(pointer, kind);
}

export async function addAt(pointer, kind) {
    const { isTaken } = await change([{ op: 'insert', pointer, kind }]);

    if (isTaken) go(findPlace(pointer));
}

export async function addTo(list) {
    await addAt(`${list}/${sizeOf(list)}`);
}

export async function move(value, step) {
    const entry = entryAt(value);
    const to = entry && entry.at + step;

    if (!entry || to < 0 || to >= sizeOf(entry.list)) return;
    if (value && typed(value) && !await commit(value)) return;
    const pointer = `${entry.list}/${to}`;
    const same = value?.dataset.src.replace(entry.pointer, pointer);
    const { isTaken } = await change([
        { op: 'move', from: entry.pointer, pointer }]);
    if (isTaken && same) go(findPlace(same));
}

export async function remove(value) {
    const entry = entryAt(value);
    if (!entry) return;
    const { isTaken } = await change([
        { op: 'remove', pointer: entry.pointer }]);
    const left = sizeOf(entry.list);

    if (isTaken) {
        go(findPlace(left ? `${entry.list}/${Math.min(entry.at, left - 1)}`
            : entry.list));
    }
}

// Enter in a paragraph or item: what stands behind the caret is the next one.
export async function split(value) {
    const [before, after] = splitAtCaret(value);
    const { src: pointer, type } = value.dataset;
    const list = type === 'list' ? pointer : pointer.replace(/\/\d+$/, '');
    const n = type === 'list' ? 0 : +pointer.slice(list.length + 1);

    if (type !== 'list' && list === pointer) return commit(value);
    if (!before.trim()) return commit(value);
    const next = `${list}/${n + 1}`;
    const first = type === 'list' ? [{ op: 'insert', pointer: `${list}/0` }]
        : [];
    const { isTaken } = await change([
        ...first,
        { op: 'text', pointer: `${list}/${n}`, source: before },
        { op: 'insert', pointer: next },
        { op: 'text', pointer: next, source: after },
    ], { pointers: [pointer] });
    if (isTaken) go(findPlace(next), { isEnd: false });
    return isTaken;
}

// Backspace in an empty one takes it away.
export async function join(value) {
    const entry = entryAt(value);

    if (!entry || entry.pointer !== value.dataset.src) return;
    await change([{ op: 'remove', pointer: entry.pointer }],
        { pointers: [value.dataset.src] });
    go(findPlace(entry.at ? `${entry.list}/${entry.at - 1}` : entry.list));
}
