// The article of the attachment that is shown: made a place of entry, and
// patched where it has changed, so that what has the focus keeps it.
import { by, make, word } from './words.js';
import { get, look, onState, receive, state } from './server.js';
import { findingsBy, levelOf } from './found.js';

export const box = by('form');
export let shown = '';          // id of the attachment
let served = '';                // what the program made of it

// What was typed and is not in the data, by pointer: html that it replaces,
// typed (HTML), and said, why it was not taken.
export const drafts = new Map();

// A paragraph or item without words, not in the data: its list, number, kind.
let fresh = null;
export const isNew = (pointer) => pointer.includes('/+');

// An entry of a list: the list, and its number there; where a place stands in,
// or which it is the first of.
export function splitPointer(pointer) {
    const [, list, n] = /^(.*)\/\+?(\d+)$/.exec(pointer) ?? [];
    return { list, n: +n };
}
export const entryIn = ({ dataset: { src, type } }) =>
    (type === 'list' ? { list: src, n: 0 } : splitPointer(src));

export const allPlaces = (root = box) => [...root.querySelectorAll(
    '.value:not(.value .value):not(caption .value)')];

export function placeOf(node) {
    const value = (node instanceof Element ? node : node?.parentElement)
        ?.closest('#form .value');
    return value?.parentElement.closest('.value') ?? value ?? null;
}

export function findPlace(pointer) {
    const all = allPlaces();
    return all.find(({ dataset }) => dataset.src === pointer) ??
        all.find(({ dataset }) => dataset.src.startsWith(`${pointer}/`));
}

export const isNarrative = ({ dataset: { type }, parentElement }) =>
    (type === 'text' || type === 'list') &&
    Boolean(parentElement.closest('p.paragraph, [class^="heading"]'));
export const takesText = (value) => value.dataset.type === 'text' ||
    isNarrative(value);
let lists = new Map();          // how many entries each has
onState(() => { lists = new Map(state.lists.map(({ pointer, count }) =>
    [pointer, count])); });
export const sizeOf = (list) => lists.get(list) ?? 0;

// The innermost entry that a pointer is in, of a list or map; at: its number.
export function entryOf(pointer) {
    for (let end = pointer.length; end > 0;
        end = pointer.lastIndexOf('/', end - 1)) {
        const [, list, n] = /^(.*)\/\+?(.+)$/.exec(pointer.slice(0, end));
        if (lists.has(list)) return { pointer: `${list}/${n}`, list, at: +n };
    }
    return null;
}

function nameOf(value) {
    const row = value.closest('tr')?.querySelector('th');
    const words = row && !row.contains(value) ? row.textContent.trim() : '';
    return [...new Set([words, value.dataset.label])].join(' ').trim();
}

function mark(value, found) {
    const levels = found.map(levelOf);
    const level = ['error', 'warning', 'hint', 'answered']
        .find((each) => levels.includes(each));
    const said = drafts.get(value.dataset.src)?.said;
    value.setAttribute('aria-invalid', String(Boolean(said) ||
        level === 'error'));
    value.setAttribute('aria-describedby', [...said ? ['note'] : [],
        ...found.map(({ number }) => `f-${number}`)].join(' '));
    if (!level) return;
    value.classList.add('found', level);
    value.closest('td, th, p, h1, h2, h3, h4, h5, h6')?.prepend(
        make('span', { class: 'signs', 'aria-hidden': 'true' },
            make('span', {}, make('b', { class: level,
                'data-sign': word(`mark.${level}`) }))));
}

// A place: what Tab goes to, unless a formula gives it or another place shows
// the same; what was typed there and not taken is there still.
function dress(value, isFirst, found) {
    const { src, state: is, type } = value.dataset;
    const draft = isFirst && drafts.get(src);
    value.setAttribute('role', 'textbox');
    value.setAttribute('aria-label', nameOf(value));
    value.tabIndex = isFirst && is !== 'derived' ? 0 : -1;
    if (is === 'derived') value.setAttribute('aria-readonly', 'true');
    else value.contentEditable = value.querySelector('.chip') ? 'true'
        : 'plaintext-only';
    if (type === 'text') value.setAttribute('aria-multiline', 'true');
    mark(value, found);
    if (!draft) return;
    draft.html = value.innerHTML;
    value.innerHTML = draft.typed;
    value.classList.add('draft');
}

function openFresh(values) {
    const before = `${fresh.list}/${fresh.at - 1}`;
    const n = values.findLastIndex(({ dataset: { src } }) =>
        src === before || src.startsWith(`${before}/`));
    const value = make('span', { class: 'value empty', 'data-type': 'text',
        'data-src': `${fresh.list}/+${fresh.at}`, 'data-state': 'absent',
        'data-label': word('fresh') });
    if (n < 0) return;
    if (fresh.kind) value.dataset.kind = fresh.kind;
    values[n].closest('p, h1, h2, h3, h4, h5, h6')
        .after(make('p', { class: 'paragraph' }, value));
    values.splice(n + 1, 0, value);
}

function prepare(html) {
    const article = document.adoptNode(new DOMParser()
        .parseFromString(html, 'text/html').querySelector('article'));
    const values = allPlaces(article);
    const found = findingsBy(values.map(({ dataset }) => dataset.src));
    const seen = new Set();
    // What is parsed may bear no style, the policy of the page says.
    for (const element of article.querySelectorAll('[data-style]'))
        element.style.cssText = element.dataset.style;
    if (fresh) openFresh(values);
    for (const value of values) {
        const { src } = value.dataset;
        const entry = entryOf(src);
        if (entry) {
            value.closest('tr, p, h1, h2, h3, h4, h5, h6')
                ?.setAttribute('data-entry', entry.pointer);
        }
        dress(value, !seen.has(src), !seen.has(src) && found.get(src) || []);
        seen.add(src);
    }
    return article;
}

// Where the place of a pointer is after a change of a list; null: nowhere. What
// comes in or goes out moves from or to behind all others.
function renumbered(pointer, { op, pointer: to, from }) {
    const { list, n } = splitPointer(to);
    const [, key, rest] = list !== undefined && pointer.startsWith(`${list}/`)
        ? /^(\d+)(.*)$/.exec(pointer.slice(list.length + 1)) ?? [] : [];
    if (key === undefined) return pointer;
    if (op === 'remove' && +key === n) return null;
    const start = { insert: Infinity, remove: n }[op] ?? splitPointer(from).n;
    const end = op === 'remove' ? Infinity : n;
    const at = +key === start ? end
        : +key + (key < start && key >= end) - (key > start && key <= end);
    return `${list}/${at}${rest}`;
}

// Places are called what they will be called, so that they are found again.
export function renumber(changes) {
    const lists = changes.filter(({ op }) => /insert|remove|move/.test(op));
    const after = (pointer) => lists.reduce((now, change) =>
        now && renumbered(now, change), pointer);
    for (const name of ['src', 'entry']) {
        for (const element of box.querySelectorAll(`[data-${name}]`))
            element.dataset[name] = after(element.dataset[name]) ?? '';
    }
    for (const [pointer, draft] of [...drafts]) {
        const next = after(pointer);
        drafts.delete(pointer);
        if (next) drafts.set(next, draft);
    }
}

const keyOf = ({ dataset, id }) => dataset?.src ?? dataset?.entry ?? id ?? '';
const isSame = (a, b) => a.nodeName === b.nodeName && keyOf(a) === keyOf(b);

function copyAttributes(from, to) {
    for (const { name } of [...to.attributes, ...from.attributes]) {
        const value = from.getAttribute(name);
        if (value === null) to.removeAttribute(name);
        else if (name !== 'style') to.setAttribute(name, value);
    }
}

function patchChildren(old, next) {
    const left = [...old.childNodes];
    for (const child of [...next.childNodes]) {
        const found = left.findIndex((each) => isSame(each, child));
        for (const gone of left.splice(0, Math.max(found, 0))) gone.remove();
        if (found < 0) old.insertBefore(child, left[0] ?? null);
        else patch(left.shift(), child);
    }
    for (const gone of left) gone.remove();
}

// Only what differs is touched. A figure that a formula has changed says so.
function patch(old, next) {
    if (old.isEqualNode(next)) return;
    if (old.nodeType !== Node.ELEMENT_NODE) {
        old.data = next.data;
        return;
    }
    const said = old.textContent;
    copyAttributes(next, old);
    if (old === document.activeElement && (drafts.has(old.dataset.src) ||
        old.served === next.innerHTML)) return;
    if (old.served !== undefined) old.served = next.innerHTML;
    patchChildren(old, next);
    if (old.dataset.state === 'derived' && old.textContent !== said) {
        old.classList.add('changed');
        old.addEventListener('animationend',
            () => old.classList.remove('changed'), { once: true });
    }
}

export function render(html = served) {
    if (!html.includes('<article')) return;
    const article = prepare(html);
    const old = box.firstElementChild;
    const detail = placeOf(document.activeElement)?.dataset.src;
    served = html;
    if (old?.id === article.id && isSame(old, article)) patch(old, article);
    else box.replaceChildren(article);
    box.dispatchEvent(new CustomEvent('rendered', { detail }));
}

// Opens a paragraph or item for its words.
export function openNew(next) {
    fresh = next;
    render();
    return findPlace(`${next.list}/+${next.at}`);
}

export const closeNew = () => { fresh = null; };

export async function show(id) {
    const isOther = id !== shown;
    shown = id;
    render(await get('/attachment/', id));
    if (isOther) {
        window.scrollTo(0, 0);
        history.replaceState(null, '', `#${encodeURIComponent(id)}`);
    }
    receive();
}

// After a change elsewhere: what is shown, once more.
export function reload() {
    receive();
    const is = state.attachments.some(({ id }) => id === shown);
    return show(is ? shown : state.attachments[0].id);
}

export const lookAgain = async () => await look() && reload();
