// A place while it is filled in: what was typed becomes a change, what is
// refused stays with the reason; entries of lists come, move and go.
import { by, make, say, word } from './words.js';
import { get, post, receive, trouble } from './server.js';
import { tellBelow } from './found.js';
import { allPlaces, box, closeNew, drafts, entryIn, entryOf, findPlace,
    isNarrative, isNew, openNew, placeOf, reload, render, renumber, shown,
    sizeOf } from './form.js';
import { alike, bindReferences, sourceOf, splitAtCaret } from './text.js';

// The place with the focus, what /place says of it, and where the keys move.
export let at = null;
const listeners = [];
const tell = () => listeners.forEach((listener) => listener());
export const onPlace = (listener) => listeners.push(listener);
export const typed = ({ dataset }) => drafts.has(dataset.src);

export function caretTo(value, isEnd) {
    getSelection().selectAllChildren(value);
    if (isEnd) getSelection().collapseToEnd();
    else if (isEnd === false) getSelection().collapseToStart();
}

// To a place: all of its words are chosen, in narrative none.
export function go(value, isEnd = true) {
    if (!value) return;
    value.focus();
    value.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    caretTo(value, isNarrative(value) ? isEnd : undefined);
}

// What a formula gives is stated otherwise only where that is asked for.
function lock(value) {
    value.removeAttribute('contenteditable');
    value.setAttribute('aria-readonly', 'true');
}

export function stateAgainst(value) {
    value.contentEditable = 'plaintext-only';
    value.removeAttribute('aria-readonly');
    value.against = true;
    go(value);
    tell();
}

const ask = (pointer) => get('/place?pointer=', pointer).catch(() => null);

// The data may state more than the form prints: 9.9898 for 9.99.
async function begin(value) {
    const pointer = value.dataset.src;
    const here = { value, pointer, place: null, inWords: isNarrative(value) };
    at = here;
    value.served ??= drafts.get(pointer)?.html ?? value.innerHTML;
    tell();
    if (isNew(pointer)) return;
    const place = await ask(pointer);
    const { list } = entryIn(value);
    if (!place || here !== at) return;
    at.place = place;
    if (place.source) bindReferences(value, place.source);
    if (place.formula && place.state === 'absent' && !typed(value)) lock(value);
    if (value.dataset.type !== 'text' && place.words && !typed(value) &&
        value.isContentEditable && value.textContent !== place.words) {
        value.textContent = place.words;
        caretTo(value, at.inWords || undefined);
    }
    const of = isNarrative(value) && list !== undefined && await ask(list);
    here.kind = of && of.kinds.find(({ kind }) => kind)?.kind;
    tell();
}

export function restore(value) {
    const html = drafts.get(value.dataset.src)?.html ?? value.served;
    if (html !== undefined && value.innerHTML !== html) value.innerHTML = html;
    value.classList.remove('draft');
    if (drafts.delete(value.dataset.src)) receive();
}

// Where it shows something else than was typed.
function showUnderstood({ pointer, words }, changes) {
    const value = findPlace(pointer);
    const isAsTyped = changes.some((each) => each.pointer === pointer &&
        each.words === value?.textContent);
    if (value?.dataset.src !== pointer || isAsTyped) return;
    tellBelow(value, word('understood', words));
}

export function received(answer, changes = []) {
    if (answer.conflict) return reload();
    if (answer.error) return tell();
    receive(answer.state);
    if (answer.html) render(answer.html);
    for (const each of answer.understood ?? []) showUnderstood(each, changes);
    return tell();
}

// Send changes as one step; what was typed in the places is in them, and stays
// there with the reason where it is not taken. True where it is.
export async function change(changes, { join, pointers = [], again } = {}) {
    const answer = await post('/change', { changes, join, show: shown }, again);
    const { pointer: where, text } = answer.refused?.[0] ?? {};
    const other = where && !pointers.includes(where) && findPlace(where);
    const said = answer.conflict ? word('conflict') : answer.error ?? (other
        ? `${other.getAttribute('aria-label')}：${text}` : text);
    for (const pointer of pointers) {
        if (!said) drafts.delete(pointer);
        else if (drafts.has(pointer)) drafts.get(pointer).said = said;
    }
    if (!said) {
        if (pointers.some(isNew)) closeNew();
        renumber(changes);
        if (at) at.pointer = at.value.dataset.src;
    }
    await received(answer, changes);
    const stays = said && findPlace(pointers[0]);
    if (stays && at?.value !== stays) tellBelow(stays, said, pointers[0]);
    else if (said) say(said);
    if (said && !pointers.length) trouble('failed', said);
    return !said;
}

// The changes that make the data say what was typed.
function changesOf(value) {
    const { src: pointer, type, kind } = value.dataset;
    const { list, n } = entryIn(value);
    const source = sourceOf(value).trim();
    const against = value.against || undefined;
    if (type === 'map')
        return [{ op: 'insert', words: source,
            pointer: pointer.replace('+', '-') }];
    if (isNew(pointer) || type === 'list') {
        const entry = `${list}/${n}`;
        return [{ op: 'insert', pointer: entry, kind }, { op: 'text', source,
            pointer: kind ? `${entry}/${kind}/0` : entry }];
    }
    if (!source)
        return [{ op: list && isNarrative(value) ? 'remove' : 'clear',
            pointer }];
    return [{ op: type === 'text' ? 'text' : 'set', pointer, source,
        words: source, against }];
}

// The first entry of a list of rows: its cells are seen when it is there.
async function commitRow(list, { typed: html }, words) {
    const pointers = [list];
    if (!await change([{ op: 'insert', pointer: `${list}/0` }],
        { pointers })) return false;
    const { dataset: { src: pointer }, innerHTML } = findPlace(`${list}/0`);
    drafts.set(pointer, { html: innerHTML, typed: html });
    const isTaken = await change([{ op: 'set', pointer, words }],
        { join: true, pointers: [pointer] });
    // Who types elsewhere by now stays there.
    if (!placeOf(document.activeElement)) go(findPlace(pointer));
    return isTaken;
}

const wordsOf = (place) => JSON.stringify(
    [place?.title, place?.words, place?.source]);

// True where what was typed is in the data. After a conflict it is sent again
// only where the place says what it said before.
export async function commit(value) {
    const pointer = value.dataset.src;
    const draft = drafts.get(pointer);
    const before = at?.value === value ? at.place : null;
    const again = async () => before &&
        wordsOf(await ask(pointer)) === wordsOf(before);
    if (!draft || (isNew(pointer) && !sourceOf(value).trim())) return true;
    if (draft.isSent) return false;
    draft.isSent = true;
    value.served = undefined;   // what comes is shown, also where it is that
    const isTaken = value.dataset.type === 'list' && !isNarrative(value)
        ? await commitRow(pointer, draft, value.textContent.trim())
        : await change(changesOf(value), { pointers: [pointer], again });
    draft.isSent = false;
    if (isTaken && value.dataset.type === 'map') restore(value);
    return isTaken;
}

// Clears a place, or leaves it blank on purpose: what was typed is given up.
export function empty(value, op) {
    restore(value);
    return value.dataset.type === 'map' ||
        change([{ op, pointer: value.dataset.src }]);
}

// The entry that a place is in, or else the attachment.
export function entryAt(value) {
    return entryOf(value && !/list|map/.test(value.dataset.type)
        ? value.dataset.src : box.firstElementChild?.dataset.src ?? '');
}

// A row; narrative is opened for its words, a map where an entry is named.
export async function addTo(list, n = sizeOf(list), kind) {
    const pointer = `${list}/${n}`;
    const before = n ? `${list}/${n - 1}` : list;
    const near = findPlace(before);
    if (Number.isNaN(n)) go(findPlace(`${list}/+`));
    else if (near?.dataset.src === before && isNarrative(near)) {
        go(n ? openNew({ list, at: n, kind }) : near);
    } else if (await change([{ op: 'insert', pointer }]))
        go(findPlace(pointer));
}

export async function add(value, kind) {
    const entry = entryAt(value);
    if (value && !await commit(value)) return;
    if (value?.dataset.type === 'list') await addTo(value.dataset.src, 0);
    else if (entry) await addTo(entry.list, entry.at + 1, kind);
}

export async function move(value, step) {
    const entry = entryAt(value);
    const to = entry?.at + step;
    if (!(to >= 0 && to < sizeOf(entry.list))) return;
    if (value && !await commit(value)) return;
    const pointer = `${entry.list}/${to}`;
    const src = value?.dataset.src.replace(entry.pointer, pointer);
    if (await change([{ op: 'move', from: entry.pointer, pointer }]) && src)
        go(findPlace(src));
}

export async function remove(value) {
    const entry = entryAt(value);
    if (entry && await change([{ op: 'remove', pointer: entry.pointer }],
        { pointers: value ? [value.dataset.src] : [] })) {
        const left = Math.min(entry.at, sizeOf(entry.list) - 1);
        go(findPlace(left >= 0 ? `${entry.list}/${left}` : entry.list));
    }
}

// Enter in a paragraph: what is behind the caret is the next one, or a new one.
export async function split(value) {
    const [before, after] = splitAtCaret(value);
    const { src: pointer, type, kind } = value.dataset;
    const { list, n } = entryIn(value);
    const next = `${list}/${n + 1}`;
    if (list === undefined || !before.trim()) return commit(value);
    if (!after.trim() || isNew(pointer) || type === 'list') {
        if (!await commit(value)) return false;
        go(openNew(kind ? { list: `${list}/${n}/${kind}`, at: 1 }
            : { list, at: n + 1 }));
    } else if (await change([{ op: 'text', pointer, source: before },
        { op: 'insert', pointer: next },
        { op: 'text', pointer: next, source: after }],
    { pointers: [pointer] })) go(findPlace(next), false);
    return offer(`${list}/${n}`, await alike(before));
}

// Backspace in an empty one takes it away.
export async function join(value) {
    const { src: pointer } = value.dataset;
    const { list, n } = entryIn(value);
    if (list === undefined || pointer === list) return;
    if (isNew(pointer)) closeNew();
    else await change([{ op: 'remove', pointer }], { pointers: [pointer] });
    render();
    go(findPlace(n ? `${list}/${n - 1}` : list));
}

// A typed figure that a value prints alike may become a reference to it.
function offer(pointer, same) {
    const quotes = by('quotes');
    quotes.replaceChildren(...same.map(({ figure, reference, title, where }) =>
        make('button', { type: 'button', title: where, onclick: async () => {
            if (await change([{ op: 'quote', pointer, figure, reference }])) {
                offer(pointer, same.filter((each) => each.figure !== figure));
            }
            go(findPlace(pointer));
        } }, word('quote', figure), title)));
    quotes.hidden = !same.length;
}

// A place that is another one now keeps the focus.
box.addEventListener('rendered', ({ detail: pointer }) => {
    const value = placeOf(document.activeElement);
    if (value && !typed(value)) begin(value);
    else if (!value && pointer) go(findPlace(pointer));
});
box.addEventListener('focusin', ({ target }) => {
    if (target !== placeOf(target) || at?.value === target) return;
    begin(target);
    if (!isNarrative(target)) caretTo(target);
});
box.addEventListener('focusout', ({ target: value, relatedTarget }) => {
    if (value !== placeOf(value) || relatedTarget?.closest('dialog')) return;
    const draft = drafts.get(value.dataset.src);
    if (isNew(value.dataset.src) && !sourceOf(value).trim()) {
        drafts.delete(value.dataset.src);
        closeNew();
        setTimeout(render);
    } else if (draft && !draft.said) commit(value);
    else if (!draft) {
        if (value.isContentEditable) restore(value);
        if (value.dataset.state === 'derived') lock(value);
    }
    if (at?.value === value) at = null;
    value.against = value.served = undefined;
    setTimeout(tell);
});
box.addEventListener('input', ({ target }) => {
    const value = placeOf(target);
    const pointer = value.dataset.src;
    value.querySelectorAll('[style]').forEach((looks) =>
        looks.removeAttribute('style'));
    drafts.set(pointer, { html: value.served ?? '', ...drafts.get(pointer),
        typed: value.innerHTML, said: '', isSent: false });
    value.classList.add('draft');
    value.setAttribute('aria-invalid', 'false');
    tell();
});
// Anywhere in a cell is in its place; beside a chip is in the words.
box.addEventListener('mousedown', (event) => {
    const value = placeOf(event.target);
    const chip = event.target.closest('.chip');
    const inside = event.target.closest('td, p, th')
        ?.querySelectorAll('.value[role]') ?? [];
    if (value && (value === document.activeElement || isNarrative(value))) {
        value.focus();
        at.inWords = true;
        if (!chip) return;
        getSelection().collapse(value, [...value.childNodes].indexOf(chip) + 1);
    } else if (value || inside.length === 1) go(value ?? inside[0]);
    else return;
    event.preventDefault();
});

// The nearest place above or below on the screen, or beside it in its row.
export function neighbour(value, direction) {
    const row = value.closest('tr');
    const all = allPlaces();
    const next = all[all.indexOf(value) + (direction === 'left' ? -1 : 1)];
    const cell = (each) => (each.closest('td, th') ?? each)
        .getBoundingClientRect();
    const from = cell(value);
    let [best, least] = [undefined, Infinity];
    if (/left|right/.test(direction))
        return next?.closest('tr') === row ? next : best;
    for (const each of all) {
        const to = cell(each);
        const far = direction === 'down' ? to.top - from.bottom
            : from.top - to.bottom;
        const aside = Math.max(0, to.left - from.right + 2,
            from.left - to.right + 2) * 8 + Math.abs(to.left - from.left) / 99;
        const is = far > -2 && (each.tabIndex === 0 || each.closest('td')) &&
            each !== value && (!row || each.closest('tr') !== row);
        if (is && far + aside < least) [best, least] = [each, far + aside];
    }
    return best;
}
