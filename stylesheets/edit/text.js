// Text with references: the values that it quotes are chips, which stay
// references whatever is typed around them.

import { get } from './server.js';
import { make, word } from './words.js';

const reference = /\{\{[^{}]*\}\}/g;

// Chips stand in the order of the references in the source.
export function bindReferences(value, source) {
    const references = source.match(reference) ?? [];
    const chips = [...value.querySelectorAll('.value')];

    if (references.length !== chips.length) return;
    chips.forEach((chip, n) => { chip.dataset.source = references[n]; });
}

// What the data is to say: a line feed for a break, {{…}} for a chip.
export function sourceOf(node) {
    return [...node.childNodes].map((child) => {
        if (child.nodeType === Node.TEXT_NODE) {
            return child.data.replace(/\u200b/g, '').replace(/\u00a0/g, ' ');
        }
        if (child.nodeName === 'BR') return '\n';
        if (child.dataset?.source) return child.dataset.source;
        return (child.nodeName === 'DIV' ? '\n' : '') + sourceOf(child);
    }).join('');
}

export const hasUnbound = (value) =>
    [...value.querySelectorAll('.value')].some((chip) => !chip.dataset.source);

// The source on both sides of the caret.
export function splitAtCaret(value) {
    const selection = getSelection();
    const range = document.createRange();
    const holder = (from) => {
        const box = document.createElement('div');
        box.append(from);
        return sourceOf(box);
    };

    range.selectNodeContents(value);
    if (!value.contains(selection.anchorNode)) return [sourceOf(value), ''];
    range.setEnd(selection.getRangeAt(0).startContainer,
        selection.getRangeAt(0).startOffset);
    const before = holder(range.cloneContents());
    range.selectNodeContents(value);
    range.setStart(selection.getRangeAt(0).endContainer,
        selection.getRangeAt(0).endOffset);
    return [before, holder(range.cloneContents())];
}

// Whether the caret stands at one end of the words.
export function isAtEnd(value, isLast) {
    const [before, after] = splitAtCaret(value);

    return getSelection().isCollapsed && !(isLast ? after : before);
}

function chip({ reference: path, title, words }) {
    return make('span', { class: 'value chip', contenteditable: 'false',
        title, 'data-source': `{{${path}}}` }, words);
}

const dialog = document.getElementById('picking');
const field = document.getElementById('picking-words');
const found = document.getElementById('picked');
let offered = [];
let active = 0;
let take = null;

function mark() {
    [...found.children].forEach((option, n) => {
        option.setAttribute('aria-selected', String(n === active));
        if (n === active) option.scrollIntoView({ block: 'nearest' });
    });
    field.setAttribute('aria-activedescendant',
        offered.length ? `picked-${active}` : '');
}

function choose(n) {
    if (!offered[n]) return;
    dialog.close();
    take(chip(offered[n]));
}

async function search() {
    const asked = field.value;
    const values = await get(`/values?q=${encodeURIComponent(asked)}`);

    if (asked !== field.value) return;
    offered = values;
    active = 0;
    found.replaceChildren(...values.map((value, n) => make('li', {
        role: 'option', id: `picked-${n}`, onclick: () => choose(n),
    }, make('b', {}, value.words), ` ${value.title} `,
    make('small', {}, value.where))));
    if (!values.length) {
        found.append(make('li', { role: 'option', 'aria-disabled': 'true' },
            word('pick.none')));
    }
    mark();
}

field.addEventListener('input', search);
field.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];

    if (step) {
        active = Math.max(0, Math.min(offered.length - 1, active + step));
        mark();
    } else if (event.key === 'Enter' && !event.isComposing) choose(active);
    else return;
    event.preventDefault();
});

// Put a value that is picked where the caret stands.
export function pick(value) {
    const selection = getSelection();
    const range = value.contains(selection.anchorNode)
        ? selection.getRangeAt(0).cloneRange() : null;

    take = (node) => {
        value.setAttribute('contenteditable', 'true');
        value.focus();
        if (range) {
            range.deleteContents();
            range.insertNode(node);
        } else value.append(node);
        selection.removeAllRanges();
        const after = document.createRange();
        after.setStartAfter(node);
        selection.addRange(after);
        value.dispatchEvent(new Event('input', { bubbles: true }));
    };
    field.value = selection.isCollapsed ? '' : selection.toString();
    dialog.showModal();
    search();
}

// Figures of a text that a value of the data prints alike.
export async function alike(source) {
    const plain = source.replace(reference, ' ');
    const figures = new Set(plain.match(/\d[\d,]*(?:\.\d+)?/g) ?? []);
    const same = [];

    for (const figure of [...figures].slice(0, 8)) {
        const values = await get(`/values?q=${encodeURIComponent(figure)}`)
            .catch(() => []);
        const [value] = values
            .filter(({ words }) => words.length > 1 && plain.includes(words) &&
                words.startsWith(figure))
            .sort((a, b) => b.words.length - a.words.length);
        if (value) same.push({ ...value, figure: value.words });
    }
    return same;
}
