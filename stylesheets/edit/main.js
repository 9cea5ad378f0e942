// The page on which a set is filled in: its frame.

import {
    get, isWaiting, onState, post, receive, state, trouble,
} from './server.js';
import { loadWords, make, say, word } from './words.js';
import { afterRender, at, commit, go, received, typed } from './cells.js';
import {
    box, drafts, findPlace, lookAgain, placeOf, restoreDrafts, show, shown,
} from './form.js';
import { setHooks } from './findings.js';
import { addTo } from './rows.js';
import { showPlace } from './place.js';
import { tools } from './keys.js';

const by = (id) => document.getElementById(id);

async function step(path) {
    const value = placeOf(document.activeElement);

    if (value && typed(value)) await commit(value);
    await received(await post(path, () => ({ show: shown })));
}

let overwrites = false;

async function save() {
    const value = placeOf(document.activeElement);

    if (value && typed(value)) await commit(value);
    const answer = await post('/save', () => ({ overwrite: overwrites }));
    overwrites = !overwrites && Boolean(answer.state?.stale);
    if (overwrites) trouble('overwrite');
    await received(answer);
    if (!answer.state?.changed) say(word('saved'));
}

const formats = ['html', 'docx', 'pdf', 'ofd'];

function showMade({ files = [], corrected, error }) {
    by('made').replaceChildren(
        ...error ? [make('p', { class: 'error' }, word('failed', error))] : [],
        ...corrected ? [make('p', {}, corrected)] : [],
        make('ul', {}, ...files.map(({ name, change, href }) => make('li', {},
            make('a', { href, target: '_blank' }, name),
            ` ${word(`made.${change}`)}`))));
}

async function build() {
    const chosen = [...by('formats').querySelectorAll(':checked')]
        .map(({ value }) => value);

    by('made-go').disabled = true;
    by('made').replaceChildren(make('p', {}, word('making')));
    try {
        showMade(await post('/build', () => ({ formats: chosen.join(',') })));
    } finally {
        by('made-go').disabled = false;
    }
}

function count({ errors, warnings }) {
    return ['error', 'warning'].map((level, n) => [level,
        [errors, warnings][n]]).filter(([, many]) => many)
        .map(([level, many]) => make('b', { class: level,
            title: word(`counts.${level}`, many) },
        `${word(`mark.${level}`)}${many}`));
}

function showAttachments() {
    by('attachments').querySelector('ul').replaceChildren(
        ...state.attachments.map((attachment) => make('li', {}, make('a', {
            href: `#${encodeURIComponent(attachment.id)}`,
            'aria-current': attachment.id === shown && 'page',
        }, make('span', {}, attachment.id === attachment.title ? attachment.id
            : `${attachment.id} ${attachment.title}`), ' ',
        ...count(attachment)))));
    const lists = state.lists.filter(({ attachments, pointer }) =>
        attachments.includes(shown) || pointer.lastIndexOf('/') === 0);
    by('more').hidden = !lists.length;
    by('more').querySelector('ul').replaceChildren(
        ...lists.map(({ pointer, title }) => make('li', {}, make('button', {
            type: 'button', onclick: () => addTo(pointer) }, title))));
}

function showState() {
    const waits = isWaiting();
    const lost = [...drafts.values()].filter(({ said }) => said).length;

    by('name').textContent = state.title || state.file;
    by('name').title = state.file;
    document.title = `${state.changed ? '● ' : ''}${state.title || state.file}`;
    by('saved').textContent = word(waits ? 'sending'
        : lost ? 'waiting' : state.changed ? 'changed' : 'saved', lost);
    by('undo').disabled = !state.undo;
    by('redo').disabled = !state.redo;
    by('save').disabled = !state.changed && !state.stale;
}

let listed = null;

onState(() => {
    showState();
    const text = JSON.stringify([state.attachments, state.lists, shown]);
    if (text === listed) return;
    const { activeElement } = document;
    const href = by('attachments').contains(activeElement) &&
        activeElement.getAttribute('href');
    listed = text;
    showAttachments();
    if (href) by('attachments').querySelector(`[href="${href}"]`)?.focus();
    showPlace();
});

const keys = {
    'ctrl+z': () => step('/undo'),
    'ctrl+y': () => step('/redo'),
    'ctrl+shift+z': () => step('/redo'),
    'ctrl+s': save,
};

document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.isComposing) return;
    const name = `ctrl+${event.shiftKey ? 'shift+' : ''}` +
        event.key.toLowerCase();
    const value = placeOf(event.target);
    const isField = event.target.matches('input') || document
        .querySelector('dialog[open]');

    // What is being typed is taken back by the browser.
    if (!keys[name] || isField || (value && typed(value) &&
        name !== 'ctrl+s')) return;
    event.preventDefault();
    keys[name]();
});

// A tool leaves the focus in the form.
by('place').addEventListener('mousedown', (event) => event.preventDefault());
by('place').addEventListener('click', ({ target }) => {
    const value = at?.value ?? findPlace(last);

    if (tools[target.id]) tools[target.id](value);
});

let last = '';
box.addEventListener('focusin', ({ target }) => {
    last = placeOf(target)?.dataset.src ?? last;
});

for (const dialog of document.querySelectorAll('dialog')) {
    dialog.querySelector('[value="cancel"]').addEventListener('click',
        () => dialog.close());
    dialog.addEventListener('submit', (event) => event.preventDefault());
}

async function goTo({ attachment, pointer }) {
    const all = [attachment, ...state.attachments.map(({ id }) => id)];

    if (attachment && attachment !== shown) await show(attachment);
    for (const id of all.slice(1).reverse()) {
        if (findPlace(pointer) || !pointer) break;
        if (!attachment) await show(id);
    }
    const value = findPlace(pointer);
    if (value) go(value);
    else box.focus();
}

by('undo').addEventListener('click', () => step('/undo'));
by('redo').addEventListener('click', () => step('/redo'));
by('save').addEventListener('click', save);
by('make').addEventListener('click', () => {
    by('made').replaceChildren();
    by('making').showModal();
});
by('made-go').addEventListener('click', build);
box.addEventListener('rendered', afterRender);
window.addEventListener('hashchange', () => {
    const id = decodeURIComponent(location.hash.slice(1));

    if (state.attachments.some((each) => each.id === id)) show(id);
});
window.addEventListener('focus', lookAgain);
document.addEventListener('visibilitychange', lookAgain);
window.addEventListener('beforeunload', (event) => {
    if (isWaiting()) event.preventDefault();
});

async function begin() {
    await loadWords();
    setHooks({ go: goTo, shown: () => shown, received });
    by('formats').append(...formats.map((format, n) => make('label', {},
        make('input', { type: 'checkbox', value: format,
            checked: n < 2 && '' }), word(`format.${format}`))));
    const first = await get('/state');
    receive(first);
    if (first.stale) trouble('stale');
    restoreDrafts();
    const asked = decodeURIComponent(location.hash.slice(1));
    const is = state.attachments.some(({ id }) => id === asked);
    await show(is ? asked : state.attachments[0].id);
    setInterval(lookAgain, 3000);
}

begin();
