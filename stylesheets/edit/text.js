// Text with references: the values that it quotes are chips, which stay
// references whatever is typed around them.
import { by, make, options, word } from './words.js';
import { get } from './server.js';

const reference = /\{\{[^{}]*\}\}/g;

// Chips stand in the order of the references in the source. One that is broken
// has none: then the source itself is edited.
export function bindReferences(value, source) {
    const references = source.match(reference) ?? [];
    const chips = value.querySelectorAll('.value');
    if (references.length !== chips.length &&
        !value.classList.contains('draft')) value.textContent = source;
    chips.forEach((chip, n) => { chip.dataset.source = references[n] ?? ''; });
}

// What the data is to say: a line feed for a break, {{…}} for a chip.
export function sourceOf(node) {
    return [...node.childNodes].map((child) => {
        if (child.nodeType === Node.TEXT_NODE)
            return child.data.replace(/\u200b/g, '').replace(/\u00a0/g, ' ');
        return child.nodeName === 'BR' ? '\n'
            : child.dataset.source ?? sourceOf(child);
    }).join('');
}

// The source before and behind what is chosen.
export function splitAtCaret(value) {
    const range = document.createRange();
    const chosen = getSelection();
    const source = () => sourceOf(range.cloneContents());
    if (!value.contains(chosen.anchorNode)) return [sourceOf(value), ''];
    const { startContainer, startOffset, endContainer, endOffset } =
        chosen.getRangeAt(0);
    range.selectNodeContents(value);
    range.setEnd(startContainer, startOffset);
    const before = source();
    range.selectNodeContents(value);
    range.setStart(endContainer, endOffset);
    return [before, source()];
}

// Whether the caret stands at one end of the words.
export function isAtEnd(value, isLast) {
    return getSelection().isCollapsed && !splitAtCaret(value)[Number(isLast)];
}

const [dialog, field, found] = ['picking', 'picking-words', 'picked'].map(by);
let offered = [];
let take = null;                // puts in a chip
const picked = options(found, (n) => {
    if (!offered[n]) return;
    const { reference: path, title, words } = offered[n];
    dialog.close();
    take(make('span', { class: 'value chip', contenteditable: 'false', title,
        'data-source': `{{${path}}}` }, words));
});

async function search() {
    const asked = field.value;
    const values = await get('/values?q=', asked);
    if (asked !== field.value) return;
    offered = values;
    picked.show(values.length ? values.map(({ words, title, where }) =>
        [make('b', {}, words), ` ${title} `, make('small', {}, where)])
        : [[word('pick.none')]], field, 0);
}

field.addEventListener('input', search);
field.addEventListener('keydown', (event) => {
    if (!event.isComposing && picked.take(event, field)) event.preventDefault();
});

// Puts a value that is picked where the caret stands.
export function pick(value) {
    const chosen = getSelection();
    const range = value.contains(chosen.anchorNode)
        ? chosen.getRangeAt(0).cloneRange() : null;
    take = (chip) => {
        value.contentEditable = 'true';
        value.focus();
        range?.deleteContents();
        if (range) range.insertNode(chip);
        else value.append(chip);
        chosen.collapse(chip.parentNode,
            [...chip.parentNode.childNodes].indexOf(chip) + 1);
        value.dispatchEvent(new Event('input', { bubbles: true }));
    };
    field.value = chosen.toString();
    dialog.showModal();
    search();
}

// Figures of a text that a value of the data prints alike.
export async function alike(source) {
    const plain = source.replace(reference, ' ');
    const figures = new Set(plain.match(/\d[\d,]*(?:\.\d+)?/g) ?? []);
    const same = await Promise.all([...figures].slice(0, 8).map(
        async (figure) => (await get('/values?q=', figure).catch(() => []))
            .filter(({ words }) => words.length > 1 &&
                words.startsWith(figure) && plain.includes(words))
            .sort((a, b) => b.words.length - a.words.length)[0]));
    return same.filter(Boolean)
        .map((value) => ({ ...value, figure: value.words }));
}
