// What is said of the place that has the focus: above the form its title, unit
// and formula, below its cell what was found and why it was not taken.

import { make, word } from './words.js';
import { at, commit, go, onPlace } from './cells.js';
import { allPlaces, box, drafts, findPlace } from './form.js';
import { answerButton, findingsBy, labelOf, sentenceOf } from './findings.js';
import { entryAt } from './rows.js';

const note = document.getElementById('note');
const list = document.getElementById('choices');
const by = (id) => document.getElementById(id);
let chosen = -1;

function more(place) {
    const of = place ?? {};

    return [
        of.formula && word('formula', of.formula),
        (of.shown_unit ?? of.unit) && word('unit', of.shown_unit ?? of.unit),
        of.description,
    ].filter(Boolean).join('　');
}

export function showPlace() {
    const { value, place } = at ?? {};
    const is = value?.dataset;

    by('place-title').textContent = value
        ? place?.title ?? value.getAttribute('aria-label') : '';
    by('place-state').textContent = value
        ? word(drafts.has(is.src) ? 'is.draft'
            : `is.${is.type === 'list' ? 'list' : is.state}`) : '';
    by('place-more').textContent = more(place);
    const isOpen = value && is.type !== 'list';
    by('blank').disabled = !isOpen || is.state === 'null';
    by('clear').disabled = !isOpen || ['absent', 'derived'].includes(is.state);
    by('state').disabled = is?.state !== 'derived';
    by('pick').disabled = !value || is.type !== 'text';
    by('add').disabled = !(entryAt(value) || is?.type === 'list');
    for (const id of ['up', 'down', 'remove']) {
        by(id).disabled = !entryAt(value);
    }
}

// Below the cell, within the window.
function putBelow(element, value) {
    const cell = (value.closest('td, th, p') ?? value).getBoundingClientRect();
    const frame = element.offsetParent.getBoundingClientRect();

    element.style.top = `${cell.bottom - frame.top + 2}px`;
    element.style.left = `${Math.max(0, Math.min(cell.left - frame.left,
        frame.width - element.offsetWidth))}px`;
}

function foundAt(value) {
    const pointers = allPlaces().map((each) => each.dataset.src);

    return findingsBy([...new Set(pointers)]).get(value.dataset.src) ?? [];
}

function showNote() {
    const value = at?.value;
    const said = value && drafts.get(value.dataset.src)?.said;
    const found = value ? foundAt(value) : [];

    if (note.contains(document.activeElement)) return;
    note.replaceChildren(...said ? [make('p', { class: 'error' }, said)] : [],
        ...found.map((finding) => make('p', { class: finding.level },
            labelOf(finding), ` ${sentenceOf(finding)}`,
            finding.answer ? make('br') : '',
            finding.answer ? word('answered', finding.answer) : '',
            ...finding.answerable ? [' ', answerButton(finding)] : [])));
    note.hidden = !note.childElementCount;
    if (!note.hidden) putBelow(note, value);
}

const wordsOf = (choice) => choice.words ?? choice;

function showChoices() {
    const value = at?.value;
    const choices = at?.place?.choices ?? [];
    const is = value?.isContentEditable && choices.length > 0;

    document.querySelector('#form [aria-expanded]')
        ?.removeAttribute('aria-expanded');
    list.hidden = !is;
    if (!is) return;
    const said = value.textContent.trim();
    chosen = choices.findIndex((choice) => wordsOf(choice) === said);
    list.replaceChildren(...choices.map((choice, n) => make('li', {
        role: 'option', id: `choice-${n}`, onmousedown: (event) => {
            event.preventDefault();
            choose(n);
        } }, wordsOf(choice))));
    value.setAttribute('role', 'combobox');
    value.setAttribute('aria-controls', 'choices');
    value.setAttribute('aria-expanded', 'true');
    putBelow(list, value);
    markChoice();
}

function markChoice() {
    [...list.children].forEach((option, n) =>
        option.setAttribute('aria-selected', String(n === chosen)));
    at.value.setAttribute('aria-activedescendant',
        chosen < 0 ? '' : `choice-${chosen}`);
}

async function choose(n) {
    const { value } = at;

    value.textContent = list.children[n].textContent;
    value.dispatchEvent(new Event('input', { bubbles: true }));
    await commit(value);
    go(findPlace(value.dataset.src));
}

// Keys of the list of choices; true where it has taken one.
export function choiceKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];

    if (list.hidden || !at) return false;
    if (step && !event.altKey) {
        chosen = Math.max(0,
            Math.min(list.childElementCount - 1, chosen + step));
        markChoice();
    } else if (event.key === 'Enter' && chosen >= 0 && wordsOf(
        at.place.choices[chosen]) !== at.value.textContent.trim()) {
        choose(chosen);
    } else return false;
    return true;
}

// To the button that answers what was found here.
export function toAnswer() {
    note.querySelector('button')?.focus();
}

note.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && at) go(at.value);
});
note.addEventListener('mousedown', (event) => event.stopPropagation());
onPlace(() => { showPlace(); showNote(); showChoices(); });
box.addEventListener('rendered', () => { if (at) showNote(); });
window.addEventListener('resize', () => { if (at) showNote(); });
