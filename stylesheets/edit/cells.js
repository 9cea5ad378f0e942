// A place while it is filled in: what was typed becomes a change, what is
// refused stays with the reason, and keys go from place to place.

import { get, post, receive } from './server.js';
import { say, word } from './words.js';
import {
    allPlaces, box, drafts, findPlace, isNarrative, keepDrafts, placeOf,
    reload, render, shown,
} from './form.js';
import { bindReferences, sourceOf } from './text.js';

// The place that has the focus: its element, pointer, what /place says of it,
// and whether keys move in its words or between places.
export let at = null;

const listeners = [];

export function onPlace(listener) {
    listeners.push(listener);
}

const tell = () => listeners.forEach((listener) => listener(at));

export const typed = (value) => drafts.has(value.dataset.src);

function selectAll(value) {
    const range = document.createRange();

    range.selectNodeContents(value);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}

export function caretTo(value, isEnd) {
    selectAll(value);
    if (isEnd) getSelection().collapseToEnd();
    else getSelection().collapseToStart();
}

// What the data states may be more than the form prints: 9.9898 for 9.99.
function showExact(value, place) {
    const isWords = value.dataset.type !== 'text' && place.words &&
        value.isContentEditable && !typed(value);

    if (isWords && value.textContent !== place.words) {
        value.textContent = place.words;
        if (!at.inWords) selectAll(value);
    }
}

async function begin(value) {
    const pointer = value.dataset.src;

    at = { value, pointer, place: null, inWords: false };
    value.served = drafts.get(pointer)?.html ?? value.innerHTML;
    if (isNarrative(value)) at.inWords = true;
    tell();
    const here = at;
    const place = await get(`/place?pointer=${encodeURIComponent(pointer)}`)
        .catch(() => null);
    if (!place || here !== at) return;
    at.place = place;
    if (place.source) bindReferences(value, place.source);
    if (document.activeElement === value) showExact(value, place);
    tell();
}

// Show what the server has once more.
export function restore(value) {
    const draft = drafts.get(value.dataset.src);

    if (draft || value.served !== undefined) {
        value.innerHTML = draft?.html ?? value.served;
    }
    drafts.delete(value.dataset.src);
    value.classList.remove('draft');
    keepDrafts();
}

function refuse(value, said) {
    const draft = drafts.get(value.dataset.src);

    if (draft) draft.said = said;
    keepDrafts();
}

// Make the change that an answer tells of visible.
export async function received(answer, pointers = []) {
    if (answer.conflict) return reload();
    if (answer.error) return undefined;
    for (const pointer of pointers) drafts.delete(pointer);
    for (const { pointer, text } of answer.refused ?? []) {
        const draft = drafts.get(pointer) ?? drafts.get(
            pointer.replace(/\/\d+$/, ''));
        if (draft) draft.said = text;
        say(text);
    }
    keepDrafts();
    receive(answer.state);
    if (answer.html) render(answer.html);
    for (const { pointer, words } of answer.understood ?? []) {
        understood(pointer, words);
    }
    tell();
    return undefined;
}

// Beside the cell, for a while.
function understood(pointer, words) {
    const value = findPlace(pointer);

    if (!value || value.dataset.src !== pointer) return;
    const cell = value.closest('td, th') ?? value;
    cell.dataset.understood = word('understood', words);
    cell.classList.add('understood');
    say(cell.dataset.understood);
    setTimeout(() => cell.classList.remove('understood'), 4000);
}

// Send changes as one step; show what came of it.
export async function change(changes, { join, pointers = [], again } = {}) {
    const answer = await post('/change', () => ({
        changes, join, show: shown,
    }), again);
    const isTaken = !answer.conflict && !answer.error &&
        !answer.refused?.length;

    await received(answer, isTaken ? pointers : []);
    return { ...answer, isTaken };
}

// The change that makes the data say what was typed.
function changesOf(value, here) {
    const pointer = value.dataset.src;
    const { type, state: is } = value.dataset;
    const source = sourceOf(value).replace(/\n$/, '');

    if (type === 'list') {
        return [{ op: 'insert', pointer: `${pointer}/0`,
            kind: here.place?.kinds?.[0]?.kind },
        { op: 'text', pointer: `${pointer}/0`, source }];
    }
    if (type === 'text' && source.trim()) {
        return [{ op: 'text', pointer, source,
            against: is === 'derived' || undefined }];
    }
    return [{ op: source.trim() ? 'set' : 'clear', pointer, words: source,
        against: is === 'derived' || undefined }];
}

// After a conflict: whether the place still says what it said before.
async function isAsBefore(pointer, before) {
    const place = await get(`/place?pointer=${encodeURIComponent(pointer)}`)
        .catch(() => null);

    return Boolean(place && before && place.title === before.title &&
        place.words === before.words && place.source === before.source);
}

// The first entry of a list of rows: which of its cells was meant is seen when
// it is there.
async function commitRow(list, draft) {
    const text = draft.typed.replace(/<[^>]*>/g, '');
    const made = await change([{ op: 'insert', pointer: `${list}/0` }],
        { pointers: [list] });
    const value = made.isTaken && findPlace(`${list}/0`);

    if (!value || value.dataset.type === 'list') return false;
    const pointer = value.dataset.src;
    drafts.set(pointer, { html: value.innerHTML, typed: draft.typed });
    const set = await change([{ op: 'set', pointer, words: text }],
        { join: true, pointers: [pointer] });
    go(findPlace(pointer));
    return set.isTaken;
}

// Commit what was typed in a place; true where it was taken.
export async function commit(value, more = []) {
    const pointer = value.dataset.src;
    const draft = drafts.get(pointer);
    const here = at?.value === value ? { ...at } : { place: null };

    if (!draft && !more.length) return true;
    if (draft && more.length === 0 && draft.typed === draft.sent) return false;
    if (draft) draft.sent = draft.typed;
    if (draft && value.dataset.type === 'list' && !isNarrative(value)) {
        return commitRow(pointer, draft);
    }
    const changes = [...draft ? changesOf(value, here) : [], ...more];
    const answer = await change(changes, {
        pointers: [pointer],
        again: () => isAsBefore(pointer, here.place),
    });
    if (answer.isTaken) return true;
    if (answer.conflict) refuse(value, word('conflict'));
    if (answer.error) refuse(value, word('failed', answer.error));
    const left = drafts.get(pointer);
    if (left) left.sent = null;
    tell();
    return false;
}

export async function setNull(value) {
    restore(value);
    await change([{ op: 'null', pointer: value.dataset.src }]);
}

export async function clear(value) {
    restore(value);
    await change([{ op: 'clear', pointer: value.dataset.src }]);
}

// State a value although a formula gives it.
export function stateAgainst(value) {
    value.setAttribute('contenteditable', 'plaintext-only');
    value.removeAttribute('aria-readonly');
    value.focus();
    selectAll(value);
}

export function go(value, { inWords, isEnd } = {}) {
    if (!value) return;
    value.focus();
    value.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (isNarrative(value)) caretTo(value, isEnd ?? true);
    else selectAll(value);
    if (at && inWords) at.inWords = true;
}

// The nearest place above or below, by where it stands on the screen; to the
// left or right, the one before or behind.
export function neighbour(value, direction) {
    const all = allPlaces();
    const row = value.closest('tr');

    if (direction === 'left' || direction === 'right') {
        const n = all.indexOf(value) + (direction === 'left' ? -1 : 1);
        const next = all[n];
        return next && next.closest('tr') === row ? next : null;
    }
    const cell = (each) => (each.closest('td, th') ?? each)
        .getBoundingClientRect();
    const from = cell(value);
    const sign = direction === 'down' ? 1 : -1;
    let best = null;
    let least = Infinity;
    for (const each of all) {
        if (each === value || (row && each.closest('tr') === row)) continue;
        const to = cell(each);
        const down = sign * (sign > 0 ? to.top - from.bottom
            : to.bottom - from.top);
        if (down < -2) continue;
        const aside = Math.max(0, to.left - from.right + 2,
            from.left - to.right + 2);
        const far = down + aside * 8 + Math.abs(to.left - from.left) / 100;
        if (far < least) [best, least] = [each, far];
    }
    return best;
}

export function afterRender() {
    const value = placeOf(document.activeElement);

    if (value && !typed(value)) begin(value);
    else if (at && !at.value.isConnected) {
        const again = findPlace(at.pointer);
        if (again && document.activeElement === document.body) go(again);
    }
}

box.addEventListener('focusin', ({ target }) => {
    const value = placeOf(target);

    if (!value || target !== value || at?.value === value) return;
    begin(value);
    if (!isNarrative(value)) selectAll(value);
});

box.addEventListener('focusout', ({ target }) => {
    const value = placeOf(target);

    if (!value || target !== value) return;
    if (!typed(value)) {
        if (value.served !== undefined && value.isContentEditable &&
            value.innerHTML !== value.served) value.innerHTML = value.served;
        if (value.dataset.state === 'derived') {
            value.removeAttribute('contenteditable');
            value.setAttribute('aria-readonly', 'true');
        }
    } else if (!drafts.get(value.dataset.src).said) commit(value);
    if (at?.value === value) at = null;
    delete value.served;
    setTimeout(tell);
});

box.addEventListener('input', ({ target }) => {
    const value = placeOf(target);
    if (!value) return;
    const pointer = value.dataset.src;
    const draft = drafts.get(pointer) ?? { html: value.served ?? '' };

    draft.typed = value.innerHTML;
    draft.said = '';
    drafts.set(pointer, draft);
    value.classList.add('draft');
    value.setAttribute('aria-invalid', 'false');
    keepDrafts();
    tell();
});

box.addEventListener('mousedown', (event) => {
    const value = placeOf(event.target);

    if (value && value === document.activeElement) {
        if (at) at.inWords = true;
        return;
    }
    // Anywhere in a cell is in its place.
    const inside = (event.target.closest('td, p, th') ?? box)
        .querySelectorAll('.value[role="textbox"]');
    if (!value && inside.length !== 1) return;
    if (value && isNarrative(value)) return;
    event.preventDefault();
    go(value ?? inside[0]);
});
