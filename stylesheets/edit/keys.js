// Keys in the form.

import {
    at, clear, commit, go, neighbour, restore, setNull, stateAgainst, typed,
} from './cells.js';
import { allPlaces, box, findPlace, isNarrative, placeOf } from './form.js';
import { alike, isAtEnd, pick, sourceOf } from './text.js';
import { add, join, move, remove, split } from './rows.js';
import { paste } from './paste.js';
import { choiceKey, toAnswer } from './place.js';
import { offer } from './quote.js';

const arrows = {
    ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right',
};

async function enter(value) {
    const { src } = value.dataset;
    const next = neighbour(value, 'down') ??
        allPlaces()[allPlaces().indexOf(value) + 1];
    const to = next?.dataset.src;
    const isTaken = await commit(value);

    go(findPlace(isTaken ? to ?? src : src));
}

// Alt, Ctrl or Command with a key: what it does, and whether it is done.
const chords = {
    'ctrl+Enter': add,
    'alt+Enter': toAnswer,
    'alt+ArrowUp': (value) => move(value, -1),
    'alt+ArrowDown': (value) => move(value, 1),
    'alt+Delete': remove,
    'ctrl+Delete': setNull,
    'ctrl+k': (value) => value.dataset.type === 'text' && pick(value),
};

function inParagraph(event, value) {
    if (event.key === 'Enter') {
        const source = sourceOf(value);
        Promise.resolve(split(value))
            .then(() => alike(source)).then((same) => offer(value, same));
    } else if (event.key === 'Backspace' && !sourceOf(value)) join(value);
    else if (event.key === 'ArrowUp' && isAtEnd(value, false)) {
        go(neighbour(value, 'up'));
    } else if (event.key === 'ArrowDown' && isAtEnd(value, true)) {
        go(neighbour(value, 'down'), { isEnd: false });
    } else return false;
    return true;
}

function inCell(event, value) {
    const direction = arrows[event.key];
    const stays = at?.inWords || (typed(value) &&
        (value.dataset.type === 'text' || /left|right/.test(direction)));

    if (event.key === 'Enter') enter(value);
    else if (event.key === 'Delete' && !typed(value) && !at?.inWords) {
        clear(value);
    } else if (direction && !stays) go(neighbour(value, direction));
    else return false;
    return true;
}

function special(event, value) {
    if (event.key === 'Escape') {
        restore(value);
        go(value);
        return true;
    }
    if (event.key === 'F2') {
        if (value.dataset.state === 'derived') stateAgainst(value);
        else go(value, { inWords: true });
        getSelection().collapseToEnd();
        if (at) at.inWords = true;
        return true;
    }
    return choiceKey(event);
}

function onKey(event) {
    const value = placeOf(event.target);

    if (!value || event.isComposing || event.target !== value) return;
    const way = event.ctrlKey || event.metaKey ? 'ctrl+'
        : event.altKey ? 'alt+' : '';
    const chord = way && !event.shiftKey && chords[way + event.key];
    const breaksLine = event.key === 'Enter' && event.shiftKey;
    if (chord) chord(value);
    else if (way || breaksLine || event.key === 'Shift') return;
    else if (!special(event, value) && !(isNarrative(value)
        ? inParagraph : inCell)(event, value)) return;
    event.preventDefault();
}

box.addEventListener('keydown', onKey);
box.addEventListener('paste', (event) => {
    const value = placeOf(event.target);

    event.preventDefault();
    if (value?.isContentEditable) paste(event.clipboardData, value);
});
// Words are dragged as they are pasted: never as what they looked like.
box.addEventListener('drop', (event) => event.preventDefault());

export const tools = {
    blank: setNull,
    clear,
    state: stateAgainst,
    pick,
    add: (value) => add(value),
    up: (value) => move(value, -1),
    down: (value) => move(value, 1),
    remove,
};
