// Words of the page (words.xml, by key), and the elements that show them.
const words = new Map();
export const by = (id) => document.getElementById(id);

export function word(key, given = '') {
    return (words.get(key) ?? key).replace('{}', () => given);
}

// Fills in the words of edit.html.
export async function loadWords() {
    const text = await (await fetch('/edit/words.xml')).text();
    const list = new DOMParser().parseFromString(text, 'application/xml');
    for (const element of list.querySelectorAll('word'))
        words.set(element.getAttribute('key'), element.textContent);
    for (const element of document.querySelectorAll('body *')) {
        const { word: text, title, label } = element.dataset;
        if (text) element.textContent = word(text);
        if (title) element.title = word(title);
        if (label) element.setAttribute('aria-label', word(label));
    }
}

// An element with attributes and children; on* attributes are listeners.
export function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
        else if (value !== undefined && value !== false)
            element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
}

export const say = (text) => { by('said').textContent = text; };

// A list of options below a field: arrow keys and Enter choose one, or a click.
export function options(list, choose) {
    let active = -1;
    const mark = (n, field) => {
        active = n;
        [...list.children].forEach((option, k) =>
            option.setAttribute('aria-selected', String(k === n)));
        list.children[n]?.scrollIntoView({ block: 'nearest' });
        field.setAttribute('aria-activedescendant', list.children[n]?.id ?? '');
    };
    return {
        show(items, field, n) {
            list.replaceChildren(...items.map((words, k) => make('li', {
                role: 'option', id: `${list.id}-${k}`, onmousedown: (event) => {
                    event.preventDefault();
                    choose(k);
                } }, ...words)));
            mark(n, field);
        },
        take({ key }, field) {
            const step = { ArrowDown: 1, ArrowUp: -1 }[key];
            const last = list.childElementCount - 1;
            if (step) mark(Math.max(0, Math.min(last, active + step)), field);
            else if (key === 'Enter' && active >= 0) choose(active);
            return Boolean(step) || (key === 'Enter' && active >= 0);
        },
    };
}
