// What the page and the program say to each other: one request that changes
// something at a time, sent until it is answered.

import { word } from './words.js';

export let state = null;        // as the program told it last

const listeners = [];
let last = Promise.resolve();
let waiting = 0;                // steps that are not answered

// Calls back with every new state, and where steps come to wait or are done.
export function onState(listener) {
    listeners.push(listener);
}

export function isWaiting() {
    return waiting;
}

function tell() {
    for (const listener of listeners) listener(state);
}

export function receive(next) {
    state = next;
    tell();
}

export function trouble(key, given) {
    const box = document.getElementById('trouble');
    const text = key ? word(key, given) : '';

    if (box.textContent !== text) box.textContent = text;
    box.hidden = !key;
    box.dataset.key = key ?? '';
}

const sleep = (time) => new Promise((done) => { setTimeout(done, time); });

// Without an answer, or without leave, it is tried again until there is one.
async function reach(path, options) {
    for (let wait = 250; ; wait = Math.min(wait * 2, 4000)) {
        try {
            const response = await fetch(path, options);
            if (response.status !== 403) {
                const { key } = document.getElementById('trouble').dataset;
                if (key === 'gone' || key === 'token') trouble();
                return response;
            }
            trouble('token');
        } catch {
            trouble('gone');
        }
        await sleep(wait);
    }
}

export async function get(path) {
    const response = await reach(path);
    const type = response.headers.get('content-type') ?? '';

    if (!response.ok) throw new Error(await response.text());
    return type.includes('json') ? response.json() : response.text();
}

async function send(path, body) {
    const response = await reach(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ revision: state.revision, ...body }),
    });
    const answer = await response.json();

    if (response.status === 409) return { ...answer, conflict: true };
    if (!response.ok) return { error: answer.error ?? response.statusText };
    return answer;
}

// One after the other: each is told the revision that the one before it made.
// body may be a function, which is called when its turn has come; what it
// makes is sent again where `again`, told of a conflict, says so.
export function post(path, body, again) {
    const result = last.then(async () => {
        for (;;) {
            const answer = await send(path,
                typeof body === 'function' ? await body() : body);
            if (answer.state) state = answer.state;
            if (answer.conflict && await again?.()) continue;
            if (answer.error) trouble('failed', answer.error);
            else if (!answer.conflict) {
                const { key } = document.getElementById('trouble').dataset;
                if (key === 'failed' || key === 'conflict.step') trouble();
            }
            return answer;
        }
    });

    waiting += 1;
    tell();
    last = result.catch((error) => trouble('failed', error.message))
        .finally(() => { waiting -= 1; tell(); });
    return result;
}

// Whether another window, or another program, has changed something.
export async function look() {
    if (waiting || document.hidden) return false;
    try {
        const response = await fetch('/state');
        if (response.status === 403) return trouble('token');
        const next = await response.json();
        const { key } = document.getElementById('trouble').dataset;
        const isNew = next.revision !== state.revision;
        if (waiting) return false;
        if (key === 'gone' || key === 'token') trouble();
        if (next.stale !== state.stale) trouble(next.stale ? 'stale' : null);
        receive(next);
        return isNew;
    } catch {
        trouble('gone');
        return false;
    }
}
