// What was found: joined with the places that it is about, listed by
// attachment, and answered where it is a warning.

import { onState, post, state } from './server.js';
import { make, say, word } from './words.js';

const list = document.querySelector('#findings > div');

export const levelOf = (finding) => (finding.answer ? 'answered'
    : finding.level);

const hooks = {};               // how to go to a place, and to show an answer

export function setHooks(given) {
    Object.assign(hooks, given);
}

// Findings of each place: those about it, and those about a part of the data
// that it is the first place of.
export function findingsBy(pointers) {
    const open = new Map();
    const found = new Map();

    state.findings.forEach((finding, number) => {
        const { pointer } = finding;
        if (!open.has(pointer)) open.set(pointer, []);
        open.get(pointer).push({ ...finding, number });
    });
    const take = (part, pointer) => {
        if (!open.has(part)) return;
        found.set(pointer, [...found.get(pointer) ?? [], ...open.get(part)]);
        open.delete(part);
    };
    for (const pointer of pointers) take(pointer, pointer);
    for (const pointer of pointers) {
        for (let end = pointer.lastIndexOf('/'); end > 0;
            end = pointer.lastIndexOf('/', end - 1)) {
            take(pointer.slice(0, end), pointer);
        }
    }
    return found;
}

export function sentenceOf({ where, found, expected, text }) {
    return [where, text || [found, expected].filter(Boolean).join('；')]
        .filter(Boolean).join('：');
}

async function answer(finding, text) {
    const reply = await post('/change', () => ({
        changes: [{ op: 'answer', code: finding.code,
            pointer: finding.pointer, text }],
        show: hooks.shown(),
    }));

    hooks.received(reply);
}

// A field for the reason of a warning, in the place of the button.
function ask(finding, button) {
    const field = make('input', { 'aria-label': word('answer.label'),
        value: finding.answer ?? '', class: 'reason' });
    const form = make('form', { class: 'answer', onsubmit: (event) => {
        event.preventDefault();
        if (field.value.trim()) answer(finding, field.value.trim());
    } }, field, make('button', {}, word('answer.give')));

    form.addEventListener('keydown', (event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        form.replaceWith(button);
        button.focus();
    });
    button.replaceWith(form);
    field.focus();
}

export function answerButton(finding) {
    const button = make('button', { type: 'button', class: 'answer',
        onclick: () => ask(finding, button) }, word('answer'));

    return button;
}

export function labelOf(finding) {
    const level = levelOf(finding);

    return make('b', { class: level }, `${word(`level.${level}`)} ` +
        finding.code);
}

function item(finding, number) {
    const entry = make('li', { class: levelOf(finding), id: `f-${number}` },
        make('a', { href: `#${finding.pointer}`, onclick: (event) => {
            event.preventDefault();
            hooks.go(finding);
        } }, labelOf(finding), ` ${sentenceOf(finding)}`));

    if (finding.answer) entry.append(make('p', {},
        word('answered', finding.answer)));
    if (finding.answerable) entry.append(' ', answerButton(finding));
    return entry;
}

function show() {
    const groups = new Map(state.attachments.map(({ id }) => [id, []]));

    // An answer that is being written stays.
    if (list.contains(document.activeElement) &&
        document.activeElement.matches('.reason')) return;
    state.findings.forEach((finding, number) => {
        const of = finding.attachment || '';
        if (!groups.has(of)) groups.set(of, []);
        groups.get(of).push(item(finding, number));
    });
    const focused = document.activeElement?.closest?.('#findings li')?.id;
    list.replaceChildren(...[...groups].filter(([, items]) => items.length)
        .flatMap(([id, items]) => [make('h3', {}, id || word('set')),
            make('ul', {}, ...items)]));
    if (!state.findings.length) list.append(make('p', {}, word('none')));
    if (focused) document.querySelector(`#${focused} a`)?.focus();
    count();
}

function count() {
    const text = ['error', 'warning'].map((level) => [level,
        state.findings.filter((finding) => levelOf(finding) === level).length])
        .filter(([, n]) => n)
        .map(([level, n]) => word(`counts.${level}`, n)).join('，');
    const box = document.getElementById('count');

    if (box.textContent === text) return;
    box.textContent = text;
    say(text || word('none'));
}

let listed = null;

onState(() => {
    const text = JSON.stringify([state.findings, state.attachments]);

    if (text === listed) return;
    listed = text;
    show();
});
