// What was found, by place and by attachment, answered where it is a warning;
// and what else is said of the place that has the focus, above and below it.
import { by, make, options, say, word } from './words.js';
import { isSame, onState, state } from './server.js';
import { at, change, commit, entryAt, go, onPlace, typed } from './cells.js';
import { allPlaces, box, drafts, findPlace, isNarrative, show, shown,
    takesText } from './form.js';

const list = document.querySelector('#findings > div');
export const levelOf = ({ answer, level }) => (answer ? 'answered' : level);

// Findings of each place: those about it, and those about a part of the data
// that it is the first place of.
export function findingsBy(pointers) {
    const first = new Map(pointers.map((pointer) => [pointer, pointer]));
    for (const pointer of pointers) {
        for (let end = pointer.lastIndexOf('/'); end > 0;
            end = pointer.lastIndexOf('/', end - 1)) {
            const part = pointer.slice(0, end);
            if (!first.has(part)) first.set(part, pointer);
        }
    }
    return Map.groupBy(state.findings, ({ pointer }) => first.get(pointer));
}

// A field for the reason of a warning, in the place of the button.
function ask(finding, button) {
    const field = make('input', { 'aria-label': word('answer.label'),
        value: finding.answer ?? '', class: 'reason' });
    const form = make('form', { class: 'answer', onsubmit: (event) => {
        const { code, pointer } = finding;
        const text = field.value.trim();
        event.preventDefault();
        field.blur();
        if (text) change([{ op: 'answer', code, pointer, text }]);
    }, onkeydown: (event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        form.replaceWith(button);
        button.focus();
    } }, field, make('button', {}, word('answer.give')));
    button.replaceWith(form);
    field.focus();
}

// What a finding says, in a line or a note.
export function tell(finding) {
    const { answer, answerable, code, where, text } = finding;
    const level = levelOf(finding);
    const button = make('button', { type: 'button',
        onclick: () => ask(finding, button) }, word('answer'));
    return [make('b', { class: level }, `${word(`level.${level}`)} ${code}`),
        ` ${[where, text].filter(Boolean).join('：')}`,
        ...answer ? [make('br'), word('answered', answer)] : [],
        ...answerable ? [' ', button] : []];
}

export async function goTo({ attachment, pointer }) {
    const all = pointer ? state.attachments.map(({ id }) => id) : [];
    for (const id of attachment ? [attachment] : [shown, ...all.reverse()]) {
        if (id !== shown) await show(id);
        if (findPlace(pointer)) return go(findPlace(pointer));
    }
    return box.focus();
}

// Its line in the list is made once.
const items = new WeakMap();
let numbers = 0;

function item(finding) {
    const [label, text, ...rest] = tell(finding);
    return make('li', { class: levelOf(finding), id: `f-${finding.number}` },
        make('a', { href: `#${finding.pointer}`, onclick: (event) => {
            event.preventDefault();
            goTo(finding);
        } }, label, text), ...rest);
}

function count() {
    const text = ['error', 'warning'].map((level) => [level,
        state.findings.filter((finding) => levelOf(finding) === level).length])
        .filter(([, n]) => n)
        .map(([level, n]) => word(`counts.${level}`, n)).join('，');
    if (by('count').textContent !== text) say(text || word('none'));
    by('count').textContent = text;
}

let listed = [];
onState(() => {
    const groups = new Map(state.attachments.map(({ id }) => [id, []]));
    const { activeElement } = document;
    const focused = activeElement?.closest('#findings li')?.id;
    for (const finding of state.findings) finding.number ??= numbers += 1;
    // An answer that is being written stays.
    if (isSame(state.findings, listed) || activeElement?.matches('.reason'))
        return;
    listed = state.findings;
    for (const finding of listed) {
        const of = finding.attachment ?? '';
        if (!items.has(finding)) items.set(finding, item(finding));
        if (!groups.has(of)) groups.set(of, []);
        groups.get(of).push(items.get(finding));
    }
    list.replaceChildren(...[...groups].filter(([, items]) => items.length)
        .flatMap(([id, items]) => [make('h3', {}, id || word('set')),
            make('ul', {}, ...items)]));
    if (!state.findings.length) list.append(make('p', {}, word('none')));
    if (focused) document.querySelector(`#${focused} a`)?.focus();
    count();
});

const [note, choiceList] = [by('note'), by('choices')];

export function showPlace() {
    const { value, place } = at ?? {};
    const { src, state: is, type } = value?.dataset ?? {};
    const unit = place?.shown_unit ?? place?.unit;
    const isKept = type === 'map' || !value;
    const isFixed = !(entryAt(value)?.at >= 0);
    const off = {
        blank: isKept || is === (type === 'list' ? 'stated' : 'null'),
        clear: isKept || is === 'absent' || is === 'derived',
        state: !value?.hasAttribute('aria-readonly'),
        pick: !value || !takesText(value),
        add: type !== 'list' && !entryAt(value), items: !at?.kind,
        up: isFixed, down: isFixed, remove: !entryAt(value),
    };
    by('place-title').textContent = value
        ? place?.title ?? value.getAttribute('aria-label') : '';
    by('place-state').textContent = value ? word(`is.${drafts.has(src)
        ? 'draft' : /list|map/.test(type) ? `${type}.${is}` : is}`) : '';
    by('place-more').textContent = [
        place?.formula && word('formula', place.formula),
        unit && word('unit', unit),
        /text|token|list/.test(place?.type) && !isNarrative(value) &&
            place.description].filter(Boolean).join('　');
    for (const [id, isOff] of Object.entries(off)) by(id).disabled = isOff;
}

function putBelow(element, value) {
    const cell = (value.closest('td, th, p') ?? value).getBoundingClientRect();
    const frame = element.offsetParent.getBoundingClientRect();
    element.style.top = `${cell.bottom - frame.top + 2}px`;
    element.style.left = `${Math.max(0, Math.min(cell.left - frame.left,
        frame.width - element.offsetWidth))}px`;
}

// Below a place: for a while, or what was not taken until that is over.
export function tellBelow(value, words, of) {
    by('told').replaceWith(make('p', { id: 'told', 'data-of': of }, words));
    putBelow(by('told'), value);
    say(words);
}

function showTold() {
    const { dataset: { of } } = by('told');
    by('told').hidden ||= of && (at?.pointer === of || !findPlace(of) ||
        !drafts.get(of)?.said);
}

function showNote() {
    const value = at?.value;
    const said = value && drafts.get(value.dataset.src)?.said;
    const found = value && findingsBy(allPlaces()
        .map(({ dataset }) => dataset.src)).get(value.dataset.src);
    if (note.contains(document.activeElement)) return;
    note.replaceChildren(...said ? [make('p', { class: 'error' }, said)] : [],
        ...(found ?? []).map((finding) => make('p', { class: finding.level },
            ...tell(finding))));
    note.hidden = !note.childElementCount;
    if (!note.hidden) putBelow(note, choiceList.hidden ? value : choiceList);
}

const choices = options(choiceList, async (n) => {
    const { value } = at;
    value.textContent = choiceList.children[n].textContent;
    value.dispatchEvent(new Event('input', { bubbles: true }));
    await commit(value);
    go(findPlace(value.dataset.src));
});

function showChoices() {
    const value = at?.value;
    const all = value?.isContentEditable ? at.place?.choices ?? [] : [];
    choiceList.hidden = !all.length;
    if (choiceList.hidden) return;
    value.setAttribute('role', 'combobox');
    value.setAttribute('aria-controls', 'choices');
    value.setAttribute('aria-expanded', 'true');
    const words = typed(value) && value.textContent.trim();
    choices.show(all.map((each) => [each]), value, words
        ? all.findIndex((each) => each.includes(words))
        : all.indexOf(at.place.words));
    putBelow(choiceList, value);
}

// Keys of the list of choices; true where it has taken one.
export const choiceKey = (event, value) =>
    !choiceList.hidden && choices.take(event, value);

note.addEventListener('keydown', ({ key }) =>
    key === 'Escape' && at && go(at.value));

export function watchPlaces() {
    onPlace(() => { showPlace(); showChoices(); showNote(); showTold(); });
    box.addEventListener('rendered', showNote);
    window.addEventListener('resize', showNote);
}
