// The page on which a set is filled in: its frame, and its keys.
import { get, isSame, onState, post, receive, state, trouble, waiting } from
    './server.js';
import { by, loadWords, make, say, word } from './words.js';
import { add, addTo, at, commit, empty, go, join, move, neighbour, received,
    remove, restore, split, stateAgainst, typed } from './cells.js';
import { allPlaces, box, drafts, findPlace, isNarrative, lookAgain, placeOf,
    show, shown, takesText } from './form.js';
import { choiceKey, goTo, showPlace, tellBelow, watchPlaces } from './found.js';
import { paste } from './paste.js';
import { isAtEnd, pick, sourceOf } from './text.js';

let overwrites = false;         // the next save
let last = '';                  // the place that had the focus

async function commitTyped(value = placeOf(document.activeElement)) {
    if (value && typed(value)) await commit(value);
}

// To what is as it was: it may be in another attachment.
async function step(path) {
    await commitTyped();
    await received(await post(path, { show: shown }));
    if (state.in) await goTo({ attachment: state.in, pointer: state.at });
}

async function save() {
    await commitTyped();
    const answer = await post('/save', { overwrite: overwrites });
    overwrites = !overwrites && Boolean(answer.state?.stale);
    if (overwrites) trouble('overwrite');
    else await received(answer);
    if (!state.changed) say(word('saved'));
}

async function build() {
    const chosen = [...by('formats').querySelectorAll(':checked')];
    by('made-go').disabled = true;
    by('made').replaceChildren(make('p', {}, word('making')));
    if (state.changed && !state.stale) await save();
    const { files = [], corrected, error } = state.changed
        ? { error: by('trouble').textContent } : await post('/build',
            { formats: chosen.map(({ value }) => value).join(',') });
    by('made-go').disabled = false;
    by('made').replaceChildren(
        ...error ? [make('p', { class: 'error' }, word('failed', error))] : [],
        ...corrected ? [make('p', {}, corrected)] : [],
        make('ul', {}, ...files.map(({ name, change: is, href }) =>
            make('li', {}, href ? make('a', { href, target: '_blank' }, name)
                : name, ` ${word(`made.${is}`)}`))));
}

function linkTo({ id, title, errors, warnings }) {
    const counts = Object.entries({ error: errors, warning: warnings })
        .filter(([, n]) => n).map(([level, n]) => make('b', { class: level,
            title: word(`counts.${level}`, n) }, word(`mark.${level}`), n));
    return make('a', { href: `./#${encodeURIComponent(id)}`,
        'aria-current': id === shown && 'page' },
    make('span', {}, id === title ? id : `${id} ${title}`), ' ', ...counts);
}

function showAttachments() {
    const list = by('attachments').firstElementChild;
    const href = document.activeElement.closest('#attachments a')
        ?.getAttribute('href');
    const lists = state.lists.filter(({ attachments, map, pointer }) => !map &&
        (attachments.includes(shown) || pointer.lastIndexOf('/') === 0));
    list.replaceChildren(...state.attachments.map((attachment) =>
        make('li', {}, linkTo(attachment))));
    if (href) list.querySelector(`[href="${href}"]`)?.focus();
    const current = list.querySelector('[aria-current]')?.parentElement;
    if (current) list.scrollLeft = current.offsetLeft - list.offsetLeft;
    by('more').hidden = !lists.length;
    by('more').querySelector('ul').replaceChildren(
        ...lists.map(({ pointer, title }) => make('li', {}, make('button', {
            type: 'button', onclick: () => addTo(pointer) }, title))));
}

let listed = [];
onState(() => {
    const lost = [...drafts.values()].filter(({ said }) => said).length;
    const now = [...state.attachments, ...state.lists, shown];
    by('name').textContent = state.title || state.file;
    by('name').title = state.file;
    document.title = `${state.changed ? '● ' : ''}${by('name').textContent}`;
    by('saved').textContent = word(waiting ? 'sending' : lost ? 'waiting'
        : state.changed ? 'changed' : 'saved', lost);
    for (const id of ['undo', 'redo']) by(id).disabled = !state[id];
    by('save').disabled = !state.changed && !state.stale;
    if (isSame(now, listed)) return;
    listed = now;
    showAttachments();
    showPlace();
});

const acts = {
    undo: () => step('/undo'), redo: () => step('/redo'),
    save, make: () => by('making').showModal(), 'made-go': build,
};
const keys = { 'ctrl+z': 'undo', 'ctrl+y': 'redo', 'ctrl+shift+z': 'redo',
    'ctrl+s': 'save' };

for (const [id, act] of Object.entries(acts)) by(id).onclick = act;
document.addEventListener('keydown', (event) => {
    const name = (event.ctrlKey || event.metaKey ? 'ctrl+' : '') +
        (event.shiftKey ? 'shift+' : '') + event.key.toLowerCase();
    const value = placeOf(event.target);
    // What is being typed is taken back by the browser.
    if (!keys[name] || event.target.matches('input, dialog *') ||
        (value && typed(value) && name !== 'ctrl+s')) return;
    event.preventDefault();
    acts[keys[name]]();
});

const tools = {
    blank: (value) => empty(value,
        value.dataset.type === 'list' ? 'none' : 'null'),
    clear: (value) => empty(value, 'clear'), state: stateAgainst,
    pick: (value) => takesText(value) && pick(value),
    add, items: (value) => at?.kind && add(value, at.kind),
    up: (value) => move(value, -1), down: (value) => move(value, 1), remove,
};

const chords = {
    'ctrl+Delete': 'blank', 'ctrl+k': 'pick', 'ctrl+Enter': 'add',
    'ctrl+shift+Enter': 'items', 'alt+ArrowUp': 'up', 'alt+ArrowDown': 'down',
    'alt+Delete': 'remove',
};

const isNaming = ({ dataset: { type } }) => /list|map/.test(type);

async function enter(value) {
    const all = allPlaces();
    const n = all.indexOf(value) + 1;
    const next = neighbour(value, 'down') ?? all[n];
    // A new entry stands where the place was that has named it.
    const to = await commit(value) && (isNaming(value) ? allPlaces()[n] : next);
    go(findPlace((to || value).dataset.src));
}

function inParagraph({ key }, value) {
    if (key === 'Enter') split(value);
    else if (key === 'Backspace' && !sourceOf(value)) join(value);
    else if (/^Arrow(Up|Down)/.test(key) && isAtEnd(value, key.length > 7)) {
        go(neighbour(value, key.slice(5).toLowerCase()), key.length < 8);
    } else return false;
    return true;
}

function inCell({ key }, value) {
    const direction = /^Arrow(.*)/.exec(key)?.[1].toLowerCase();
    const stays = at?.inWords || (typed(value) &&
        (value.dataset.type === 'text' || /left|right/.test(direction)));
    if (key === 'Enter' || (key === 'Tab' && isNaming(value) && typed(value))) {
        enter(value);
    } else if (key === 'Delete' && !typed(value) && !at?.inWords) {
        tools.clear(value);
    } else if (direction && !stays) go(neighbour(value, direction));
    else if (key.length === 1 && value.hasAttribute('aria-readonly'))
        tellBelow(value, word('locked'));
    else return false;
    return true;
}

function inAny({ key }, value) {
    if (key === 'Escape') {
        restore(value);
        go(value);
    } else if (key === 'F2') {
        if (value.hasAttribute('aria-readonly')) stateAgainst(value);
        getSelection().collapseToEnd();
        if (at) at.inWords = true;
    } else return false;
    return true;
}

box.addEventListener('keydown', (event) => {
    const value = placeOf(event.target);
    if (event.target !== value || event.isComposing) return;
    const way = (event.ctrlKey || event.metaKey ? 'ctrl+' : '') +
        (event.altKey ? 'alt+' : '') + (event.shiftKey ? 'shift+' : '');
    const tool = tools[chords[way + event.key]];
    const plain = isNarrative(value) ? inParagraph : inCell;
    if (tool) tool(value);
    else if (way === 'alt+' && event.key === 'Enter') {
        by('note').querySelector('button')?.focus();
    } else if (way || !(inAny(event, value) || choiceKey(event, value) ||
        plain(event, value))) return;
    event.preventDefault();
});
box.addEventListener('paste', (event) => {
    const value = placeOf(event.target);
    event.preventDefault();
    if (value?.isContentEditable) paste(event.clipboardData, value);
});
// What is dragged in would bring its looks.
box.addEventListener('drop', (event) => event.preventDefault());

// A tool leaves the focus in the form.
by('place').addEventListener('mousedown', (event) => event.preventDefault());
by('place').addEventListener('click', ({ target }) => {
    tools[target.id]?.(at?.value ?? findPlace(last));
});
box.addEventListener('focusin', ({ target }) => {
    last = placeOf(target)?.dataset.src ?? last;
});
const asked = () => state.attachments.find(({ id }) =>
    id === decodeURIComponent(location.hash.slice(1)));
window.addEventListener('hashchange', () => asked() && show(asked().id));
window.addEventListener('focus', lookAgain);
window.addEventListener('beforeunload', (event) => {
    if (waiting || drafts.size) event.preventDefault();
});

await loadWords();
watchPlaces();
receive(await get('/state'));
const first = asked() ?? state.attachments[0];
if (first) await show(first.id);
setInterval(lookAgain, 3000);
