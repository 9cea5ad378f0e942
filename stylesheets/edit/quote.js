// A figure that was typed and that a value of the data prints alike: offered
// to become a reference to it.

import { make, word } from './words.js';
import { change } from './cells.js';
import { findPlace } from './form.js';

const note = document.getElementById('quotes');

export function offer(value, same) {
    const pointer = value.dataset.src;

    note.replaceChildren(...same.map(({ figure, reference, title, where }) =>
        make('button', { type: 'button', title: where, onclick: async () => {
            const { isTaken } = await change([
                { op: 'quote', pointer, figure, reference }]);
            if (isTaken) offer(value, same.filter((each) =>
                each.figure !== figure));
            findPlace(pointer)?.focus();
        } }, word('quote', figure), title)));
    note.hidden = !same.length;
}
