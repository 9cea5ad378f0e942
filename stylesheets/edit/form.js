// The article of the attachment that is shown: made a place of entry, and
// patched where it has changed, so that what has the focus keeps it.

import { get, look, receive, state } from './server.js';
import { make, word } from './words.js';
import { findingsBy, levelOf } from './findings.js';

export const box = document.getElementById('form');
export let shown = '';          // id of the attachment

// What was typed and is not in the data: pointer -> { html of the server, nodes
// typed (a fragment's HTML), said: why it was not taken }.
export const drafts = new Map();

const places = '.value:not(.value .value):not(caption .value)';

// All places of the article, in the order of the form.
export function allPlaces(root = box) {
    return [...root.querySelectorAll(places)];
}

export function placeOf(node) {
    const value = (node instanceof Element ? node : node?.parentElement)
        ?.closest('#form .value, .sheet .value');
    return value?.parentElement.closest('.value') ?? value ?? null;
}

export function findPlace(pointer) {
    const exact = allPlaces().filter((value) => value.dataset.src === pointer);

    return exact.find((value) => value.tabIndex === 0) ?? exact[0] ??
        allPlaces().find((value) =>
            value.dataset.src.startsWith(`${pointer}/`)) ?? null;
}

// The entry of a list that a pointer is in, the innermost: its pointer, that
// of its list, and its number.
export function entryOf(pointer) {
    const lists = new Set(state.lists.map((list) => list.pointer));
    const parts = pointer.split('/');

    for (let n = parts.length - 1; n > 0; n -= 1) {
        const list = parts.slice(0, n).join('/');
        if (/^\d+$/.test(parts[n]) && lists.has(list)) {
            return { pointer: `${list}/${parts[n]}`, list, at: +parts[n] };
        }
    }
    return null;
}

export const isNarrative = (value) => Boolean(
    value.closest('p.paragraph, [class^="heading"]')) &&
    (value.dataset.type === 'text' || value.dataset.type === 'list');

// What names a place for those who hear it: the label of its row, and its own.
function nameOf(value) {
    const row = value.closest('tr')?.querySelector('th');
    const name = value.dataset.label;
    const words = row && !row.contains(value) ? row.textContent.trim() : '';

    return words && words !== name ? `${words} ${name}` : name;
}

function describe(value, found) {
    const list = found.map((finding) => `f-${finding.number}`);
    const draft = drafts.get(value.dataset.src);

    if (draft?.said) list.unshift('note');
    if (list.length) value.setAttribute('aria-describedby', list.join(' '));
    value.setAttribute('aria-invalid', String(Boolean(draft?.said) ||
        found.some((finding) => levelOf(finding) === 'error')));
}

function sign(value, found) {
    const level = ['error', 'warning', 'hint', 'answered'].find((each) =>
        found.some((finding) => levelOf(finding) === each));

    value.classList.add('found', level);
    value.closest('td, th, p, h1, h2, h3, h4, h5, h6')?.prepend(
        make('span', { class: 'signs', 'aria-hidden': 'true' },
            make('span', {}, make('b', { class: level,
                'data-sign': word(`mark.${level}`) }))));
}

function dress(value, isFirst, found) {
    const { src, state: is, type } = value.dataset;
    const chips = value.querySelectorAll('.value');

    value.setAttribute('role', 'textbox');
    value.setAttribute('aria-label', nameOf(value));
    value.tabIndex = isFirst && is !== 'derived' ? 0 : -1;
    if (is === 'derived') value.setAttribute('aria-readonly', 'true');
    else value.setAttribute('contenteditable', chips.length ? 'true'
        : 'plaintext-only');
    if (type === 'text') value.setAttribute('aria-multiline', 'true');
    for (const chip of chips) {
        chip.classList.add('chip');
        chip.setAttribute('contenteditable', 'false');
    }
    describe(value, found);
    if (found.length) sign(value, found);
    const draft = drafts.get(src);
    if (draft && isFirst) {
        draft.html = value.innerHTML;
        value.innerHTML = draft.typed;
        value.classList.add('draft');
    }
}

// Widths and indents: what is parsed may bear no style, the policy says.
function style(article) {
    for (const element of article.querySelectorAll('[data-style]')) {
        element.style.cssText = element.dataset.style;
    }
    for (const region of article.querySelectorAll('.scroll[tabindex]')) {
        region.removeAttribute('tabindex');
    }
}

export function prepare(html) {
    const article = new DOMParser().parseFromString(html, 'text/html')
        .querySelector('article');
    if (!article) return null;
    const values = allPlaces(article);
    const found = findingsBy(values.map((value) => value.dataset.src));
    const seen = new Set();

    style(article);
    for (const value of values) {
        const { src } = value.dataset;
        const entry = entryOf(src);
        if (entry) {
            value.closest('tr, p, h1, h2, h3, h4, h5, h6')
                ?.setAttribute('data-entry', entry.pointer);
        }
        dress(value, !seen.has(src),
            (!seen.has(src) && found.get(src)) || []);
        seen.add(src);
    }
    return document.adoptNode(article);
}

const keyOf = (node) => (node.nodeType === Node.ELEMENT_NODE
    ? node.dataset.src ?? node.id : '');

const isSame = (a, b) => a.nodeName === b.nodeName && keyOf(a) === keyOf(b);

function copyAttributes(from, to) {
    for (const { name } of [...to.attributes]) {
        if (!from.hasAttribute(name) && name !== 'style') {
            to.removeAttribute(name);
        }
    }
    for (const { name, value } of from.attributes) {
        if (name === 'style') to.style.cssText = from.style.cssText;
        else if (to.getAttribute(name) !== value) to.setAttribute(name, value);
    }
}

function flash(value) {
    value.classList.add('changed');
    value.addEventListener('animationend',
        () => value.classList.remove('changed'), { once: true });
}

function drop(node) {
    const next = node.nextSibling;

    node.remove();
    return next;
}

// Make one element what the other is; its nodes stay wherever they can.
function patch(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    if (old.nodeType !== Node.ELEMENT_NODE) {
        old.data = fresh.data;
        return;
    }
    const isPlace = old.matches('.value');
    const said = isPlace ? old.textContent : '';
    copyAttributes(fresh, old);
    if (old === document.activeElement && (drafts.has(old.dataset.src) ||
        old.served === fresh.innerHTML)) return;
    let at = old.firstChild;
    for (const next of [...fresh.childNodes]) {
        let found = at;
        while (found && !isSame(found, next)) found = found.nextSibling;
        if (!found) {
            old.insertBefore(next, at);
            continue;
        }
        while (at !== found) at = drop(at);
        patch(found, next);
        at = found.nextSibling;
    }
    while (at) at = drop(at);
    if (isPlace && old.dataset.state === 'derived' &&
        old.textContent !== said) flash(old);
}

// Show what the program made of an attachment: the one that is shown already,
// or another one.
export function render(html) {
    const fresh = prepare(html);
    const old = box.firstElementChild;

    if (!fresh) return;
    if (old?.id === fresh.id && old.dataset.src === fresh.dataset.src) {
        patch(old, fresh);
    } else box.replaceChildren(fresh);
    box.dispatchEvent(new Event('rendered'));
}

export async function show(id) {
    const isOther = id !== shown;
    const html = await get(`/attachment/${encodeURIComponent(id)}`);

    shown = id;
    render(html);
    if (isOther) {
        window.scrollTo(0, 0);
        history.replaceState(null, '', `#${encodeURIComponent(id)}`);
    }
    receive(state);
}

// After a change elsewhere: the state, and what is shown, once more.
export async function reload() {
    receive(await get('/state'));
    const is = state.attachments.some(({ id }) => id === shown);
    await show(is ? shown : state.attachments[0].id);
}

export async function lookAgain() {
    if (await look()) await reload();
}

// Drafts outlive the page in its tab.
const kept = 'jixiao.drafts';

export function keepDrafts() {
    sessionStorage.setItem(kept, JSON.stringify([state.file, [...drafts]]));
}

export function restoreDrafts() {
    const [file, list] = JSON.parse(sessionStorage.getItem(kept) ?? '[]');

    if (file !== state.file) return;
    for (const [pointer, draft] of list) {
        drafts.set(pointer, { ...draft, said: draft.said || word('is.draft') });
    }
}
