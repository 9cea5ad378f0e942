// What the page and the program say to each other: one request that changes
// something at a time, sent until it is answered.
import { by, word } from './words.js';

export let state = null;        // as the program told it last
const listeners = [];
let last = Promise.resolve();
export let waiting = 0;         // steps that are not answered
let troubled = '';

export const onState = (listener) => listeners.push(listener);

// Where an entry would be a list, it is the entries that the page knows from
// there on: it is told what has changed, and keeps the rest as it has it.
const learn = (next, known) => Object.fromEntries(Object.entries(next)
    .map(([name, value]) => [name, Array.isArray(value)
        ? value.flatMap((each) => (Array.isArray(each)
            ? known[name].slice(each[0], each[0] + each[1]) : each)) : value]));
export const isSame = (list, other) => list.length === other.length &&
    list.every((each, n) => each === other[n]);

export function receive(next = state) {
    state = next;
    for (const listener of listeners) listener();
}

// One trouble is shown at a time, until it is over.
export function trouble(key, given = '') {
    if (troubled !== key + given) by('trouble').textContent = word(key, given);
    by('trouble').hidden = false;
    troubled = key + given;
}

export function over(...keys) {
    if (!keys.some((key) => troubled.startsWith(key))) return;
    by('trouble').hidden = true;
    by('trouble').textContent = troubled = '';
}

// Without an answer, or without leave, it is tried again until there is one.
async function reach(path, options) {
    for (let wait = 250; ; wait = Math.min(wait * 2, 4000)) {
        const response = await fetch(path, options).catch(() => null);
        if (response && response.status !== 403) {
            over('gone', 'token');
            return response;
        }
        trouble(response ? 'token' : 'gone');
        await new Promise((done) => { setTimeout(done, wait); });
    }
}

export async function get(path, given = '') {
    const response = await reach(path + encodeURIComponent(given));
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok) throw new Error(await response.text());
    return type.includes('json') ? response.json() : response.text();
}

async function send(path, body) {
    const asked = state;
    const response = await reach(path, {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ revision: state.revision, ...body }),
    });
    const answer = await response.json();
    if (answer.state) answer.state = state = learn(answer.state, asked);
    return response.ok ? answer : response.status === 409 && answer.state
        ? { ...answer, conflict: true }
        : { ...answer, error: answer.error ?? response.statusText };
}

// One after the other: each is told the revision that the one before it made.
// What a conflict refused is sent again where `again` says so.
export function post(path, body, again) {
    const result = last.then(async () => {
        let answer = await send(path, body);
        for (let n = 0; n < 5 && answer.conflict && await again?.(); n += 1)
            answer = await send(path, body);
        if (answer.error && !answer.conflict) trouble('failed', answer.error);
        else if (!answer.conflict) over('failed', 'conflict', 'left');
        return answer;
    });
    waiting += 1;
    receive();
    last = result.catch((error) => trouble('failed', error.message))
        .finally(() => { waiting -= 1; receive(); });
    return result;
}

// Whether others have changed something; news older than an answer is dropped.
export async function look() {
    const asked = state;
    if (waiting || document.hidden || !asked) return false;
    const path = `/state?known=${asked.revision}`;
    const response = await fetch(path).catch(() => null);
    const next = response?.ok && learn(await response.json(), asked);
    if (!next) trouble(response?.status === 403 ? 'token' : 'gone');
    if (!next || waiting || state !== asked) return false;
    over('gone', 'token');
    (next.stale ? trouble : over)('stale');
    receive(next);
    return next.revision !== asked.revision;
}
