// The editor, served and driven as a clerk drives it: by keys and the mouse.

import { spawn } from 'node:child_process';

const jixiao = process.env.JIXIAO ?? 'build/jixiao';
const seconds = 60;             // that anything may take

export const sleep = (time) => new Promise((done) => {
    setTimeout(done, time);
});

// Starts `jixiao edit`; its address, and how to end it.
export async function serve(options) {
    const child = spawn(jixiao, ['edit', '--no-browser', ...options],
        { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const url = await new Promise((done, fail) => {
        const listen = (bytes) => {
            said += bytes;
            const [found] = /http:\/\/\S+\?token=[\w-]+/.exec(said) ?? [];
            if (found) done(found);
        };
        child.stdout.on('data', listen);
        child.stderr.on('data', listen);
        child.on('error', fail);
        child.on('exit', () => fail(new Error(`it ended: ${said}`)));
        setTimeout(() => fail(new Error(`no address: ${said}`)),
            seconds * 1000).unref();
    });
    const ended = new Promise((done) => { child.on('exit', done); });

    return {
        url,
        port: new URL(url).port,
        stop(signal = 'SIGTERM') {
            child.kill(signal);
            return ended;
        },
    };
}

const keyNames = { ctrl: 'Control', alt: 'Alt', shift: 'Shift' };

// A page of the editor.
export class Clerk {
    constructor(page) {
        this.page = page;
        this.errors = [];
        page.on('pageerror', (error) => this.errors.push(error.message));
        page.on('console', (message) => {
            if (/Content Security Policy|Uncaught/.test(message.text())) {
                this.errors.push(message.text());
            }
        });
    }

    static async open(browser, url, { width = 1280, height = 900 } = {}) {
        const clerk = new Clerk(await browser.newPage());

        await clerk.page.setViewport({ width, height });
        await clerk.page.goto(url);
        await clerk.until(() => document.querySelector('#form article'));
        return clerk;
    }

    until(test, ...given) {
        return this.page.waitForFunction(test,
            { timeout: seconds * 1000, polling: 20 }, ...given);
    }

    // All that was sent is answered, and what was answered is shown.
    async settled() {
        await this.until(() => !/送出…/.test(
            document.getElementById('saved').textContent));
        await sleep(30);
    }

    async press(...keys) {
        for (const key of keys) {
            const parts = key.split('+');
            const last = parts.pop();
            for (const part of parts) {
                await this.page.keyboard.down(keyNames[part]);
            }
            await this.page.keyboard.press(last);
            for (const part of parts.reverse()) {
                await this.page.keyboard.up(keyNames[part]);
            }
        }
    }

    type(words) {
        return this.page.keyboard.type(words);
    }

    at() {
        return this.page.evaluate(() =>
            document.activeElement.dataset.src ?? null);
    }

    select(pointer) {
        return `#form .value[role][data-src="${pointer}"]`;
    }

    async focus(pointer) {
        await this.page.waitForSelector(this.select(pointer),
            { timeout: seconds * 1000 });
        await this.page.focus(this.select(pointer));
        await this.told();
    }

    // What /place says of the place is shown.
    async told() {
        await this.until(() => {
            const { activeElement: value } = document;
            return !value.dataset.src || value.dataset.src.includes('/+') ||
                document.getElementById('place-state').textContent;
        });
        await sleep(20);
    }

    // Type words into the place and commit them.
    async fill(pointer, words, key = 'Enter') {
        await this.focus(pointer);
        await this.type(words);
        await this.press(key);
        await this.settled();
    }

    text(pointer) {
        return this.page.$eval(this.select(pointer),
            (value) => value.textContent);
    }

    is(pointer) {
        return this.page.$eval(this.select(pointer),
            (value) => value.dataset.state);
    }

    async exists(pointer) {
        return Boolean(await this.page.$(this.select(pointer)));
    }

    async show(id) {
        await this.page.evaluate((hash) => { location.hash = hash; },
            encodeURIComponent(id));
        await this.until((name) => document.querySelector('#form article')
            ?.id === name, id);
        await this.settled();
    }

    findings() {
        return this.page.$$eval('#findings li', (items) => items.map(
            (item) => ({ level: item.className,
                code: item.querySelector('b').textContent.split(' ').pop(),
                text: item.textContent })));
    }

    // The entries of a list that are shown, by their first values.
    entries(list) {
        return this.page.$$eval(`#form tr[data-entry^="${list}/"]`, (rows) =>
            [...new Set(rows.map(({ dataset }) => dataset.entry))]);
    }

    // What another window of the same browser would do, each a step.
    change(changes) {
        return this.page.evaluate(async (list) => {
            let { revision } = await (await fetch('/state')).json();
            for (const change of list) {
                const answer = await fetch('/change', { method: 'POST',
                    headers: { 'Content-Type': 'application/json' },
                    body: JSON.stringify({ revision, changes: [change] }) });
                ({ revision } = (await answer.json()).state);
            }
        }, changes);
    }

    // A block of cells, or words, as a program puts it on the clipboard.
    async paste(pointer, types) {
        await this.focus(pointer);
        await this.page.evaluate((given) => {
            const clipboardData = new DataTransfer();
            for (const [type, data] of Object.entries(given)) {
                clipboardData.setData(type, data);
            }
            document.activeElement.dispatchEvent(new ClipboardEvent('paste',
                { clipboardData, bubbles: true, cancelable: true }));
        }, types);
        await sleep(50);
        await this.settled();
    }
}
