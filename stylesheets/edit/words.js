// Words of the page: words.xml, by key.

const words = new Map();

export function word(key, given = '') {
    return (words.get(key) ?? key).replace('{}', () => given);
}

// Fill in the words of edit.html.
function fill(root) {
    for (const element of root.querySelectorAll('[data-word]')) {
        element.textContent = word(element.dataset.word);
    }
    for (const element of root.querySelectorAll('[data-title]')) {
        element.title = word(element.dataset.title);
    }
    for (const element of root.querySelectorAll('[data-label]')) {
        element.setAttribute('aria-label', word(element.dataset.label));
    }
}

export async function loadWords() {
    const response = await fetch('/edit/words.xml');
    const text = await response.text();
    const list = new DOMParser().parseFromString(text, 'application/xml');

    for (const element of list.querySelectorAll('word')) {
        words.set(element.getAttribute('key'), element.textContent);
    }
    fill(document);
}

// An element with attributes and children; on* attributes are listeners.
export function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);

    for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
        else if (value !== undefined && value !== false) {
            element.setAttribute(key, value);
        }
    }
    element.append(...children);
    return element;
}

// Say it to those who hear the page.
export function say(text) {
    document.getElementById('said').textContent = text;
}
