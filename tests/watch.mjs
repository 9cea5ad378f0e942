// jixiao watch: a build for each save, however it is saved, and none besides; the
// index page, opened as a file, loads itself again; an interrupt ends it, and
// leaves the bytes that jixiao build makes.
//
//   node tests/watch.mjs

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, closeSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync,
    renameSync, rmSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { whyNone, withBrowser } from './html/browser.mjs';

const jixiao = resolve(process.env.JIXIAO ?? 'build/jixiao');
const work = mkdtempSync(join(tmpdir(), 'watch-'));
const full = readFileSync('input/example-full-2024.json', 'utf8');
const script = '自动刷新.js';
let failed = false;

function report(name, fault) {
    console.log(fault ? `not ok ${name}: ${fault}` : `ok ${name}`);
    failed ||= Boolean(fault);
}

const sleep = milliseconds => new Promise(done => setTimeout(done, milliseconds));

// Whether something comes true within some seconds.
async function comes(condition, seconds = 20) {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(20))
        if (await condition())
            return true;
    return false;
}

// Other data each time, of which nothing else is found.
let count = 0;
const data = () => full.replace(/\n$/, `${' '.repeat(++count)}\n`);

// One watch under way: what it prints, and its end.
class Watch {
    constructor(folder, args, command = [jixiao]) {
        this.folder = folder;
        this.out = this.err = '';
        const [program, ...before] = command;
        this.child = spawn(program, [...before, 'watch', ...args], { cwd: folder });
        this.child.stdout.on('data', text => { this.out += text; });
        this.child.stderr.on('data', text => { this.err += text; });
        this.ended = new Promise(done => this.child.on('close', done));
    }

    get builds() {
        return this.out.match(/^\d\d:\d\d:\d\d .*$/gm) ?? [];
    }

    // Waits for the builds that something leads to: how many there are.
    async after(action) {
        const before = this.builds.length;
        await action();
        await comes(() => this.builds.length > before);
        await sleep(600);
        return this.builds.length - before;
    }

    async end(signal = 'SIGINT') {
        this.child.kill(signal);
        return await this.ended;
    }
}

function build(folder, ...args) {
    spawnSync(jixiao, ['build', ...args], { cwd: folder });
}

// How the files of two folders differ, but for some.
function difference(a, b, ...but) {
    return spawnSync('diff', ['-rq', ...but.flatMap(name => ['-x', name]), a, b],
        { encoding: 'utf8' }).stdout.trim();
}

function folder(name) {
    const path = join(work, name);
    mkdirSync(path);
    writeFileSync(join(path, 'data.json'), full);
    return path;
}

const quick = ['data.json', '--format', 'html'];

async function check_saves() {
    const path = folder('saves'), file = join(path, 'data.json');
    const watch = new Watch(path, [...quick, '--verify']);
    const ways = {
        'written in place': () => writeFileSync(file, data()),
        'put in place by rename': () => {
            writeFileSync(join(path, '.data.json.swp'), data());
            renameSync(join(path, '.data.json.swp'), file);
        },
        'moved away and written anew': () => {
            renameSync(file, `${file}~`);
            writeFileSync(file, data());
        },
        'cut to nothing and written in pieces': async () => {
            const text = Buffer.from(data()), out = openSync(file, 'w');
            for (let at = 0; at < text.length; at += 20000, await sleep(20))
                writeSync(out, text.subarray(at, at + 20000));
            closeSync(out);
        },
        'written, given rights and put in place': async () => {
            writeFileSync(file, '');
            await sleep(10);
            writeFileSync(file, data());
            chmodSync(file, 0o600);
            writeFileSync(`${file}.new`, data());
            renameSync(`${file}.new`, file);
        },
    };

    report('the first build needs no save', await comes(() =>
        /^\d\d:\d\d:\d\d output\/data: 新 \d+\n数据文件每保存一次.*Ctrl\+C 结束\n$/
            .test(watch.out)) ? '' : watch.out + watch.err);
    for (const [name, save] of Object.entries(ways)) {
        const builds = await watch.after(save);
        report(`one build of a file ${name}`, builds === 1 ? '' : `${builds}`);
    }
    report('what is beside the file is nothing to it', await (async () => {
        const before = watch.builds.length;
        writeFileSync(join(path, 'other.json'), full);
        await sleep(700);
        return watch.builds.length === before ? '' : 'it was built';
    })());

    build(path, ...quick, '-o', 'built');
    report('all but the page and its script are as build makes them', difference(
        join(path, 'output'), join(path, 'built'), script, 'index.html', 'manifest.json'));

    report('and what it makes them of keeps to its grammar',
        watch.err.match(/V\d+: .*/)?.[0]);

    const broken = await watch.after(() => writeFileSync(file, '{ "edition": '));
    report('a file that is broken is told, and does not end it',
        broken === 1 && watch.builds.at(-1).endsWith('data.json: 没有生成')
            && /J\d+: /.test(watch.err) ? '' : watch.out + watch.err);
    const again = await watch.after(() => writeFileSync(file, data()));
    report('nor its correction', again === 1
        && /output\/data: /.test(watch.builds.at(-1)) ? '' : watch.out);

    // Saves while it builds: the last one counts, and not each is built.
    const during = await watch.after(async () => {
        for (let k = 0; k < 40; k++, await sleep(25))
            writeFileSync(file, data());
    });
    build(path, ...quick, '-o', 'built');
    report('saves during a build are one more',
        during > 0 && during < 40 ? '' : `${during} builds`);
    report('the last of them is not lost', difference(join(path, 'output'),
        join(path, 'built'), script, 'index.html', 'manifest.json'));

    const lock = spawn('flock', [join(path, 'output', 'data'), 'sleep', '3']);
    await sleep(300);
    const held = await watch.after(() => writeFileSync(file, data()));
    report('while another process makes the set it waits', held === 1
        && watch.builds.at(-1).endsWith('等它写完再生成') && !watch.err.includes('X023') ? '' : watch.builds.at(-1) + watch.err);
    await new Promise(done => lock.on('close', done));
    await comes(() => /output\/data: /.test(watch.builds.at(-1)));
    build(path, ...quick, '-o', 'built');
    report('and makes it then', difference(join(path, 'output'),
        join(path, 'built'), script, 'index.html', 'manifest.json'));

    const status = await watch.end();
    report('an interrupt ends it well', status === 0 ? '' : `status ${status}`);
    report('and leaves what build makes', difference(join(path, 'output'),
        join(path, 'built')));
}

async function check_first_of_two() {
    const path = folder('two');
    mkdirSync(join(path, 'output/data'), { recursive: true });
    const lock = spawn('flock', [join(path, 'output/data'), 'sleep', '2']);
    await sleep(300);
    const watch = new Watch(path, quick);
    await comes(() => watch.builds.length === 2, 10);
    report('one that begins while the set is made waits, too',
        watch.builds[0]?.endsWith('等它写完再生成') && /output\/data: /.test(watch.builds[1]) ? '' : watch.out + watch.err);
    report('and ends well', await watch.end() === 0 ? '' : 'status');
}

async function check_folder() {
    const path = folder('around');
    const inner = join(path, 'county', 'bureau'), file = join(inner, 'data.json');
    mkdirSync(inner, { recursive: true });
    writeFileSync(file, full);
    const watch = new Watch(path, ['county/bureau/data.json', '--format', 'html']);
    const gone = async () => {
        renameSync(join(path, 'county'), join(path, 'gone'));
        await comes(() => watch.builds.at(-1)?.endsWith('没有生成'));
    };

    await comes(() => watch.builds.length);
    await watch.after(gone);
    report('a folder that is gone is told', /X\d+: 没有这个文件/.test(watch.err) ? '' : watch.err);
    await watch.after(async () => {
        mkdirSync(inner, { recursive: true });
        await sleep(300);
        writeFileSync(file, data());
    });
    report('and once there is another one, its file is built',
        /output\/data: /.test(watch.builds.at(-1)) ? '' : watch.out);
    report('SIGTERM ends it, too', await watch.end('SIGTERM') === 0 ? '' : 'status');
}

async function check_others() {
    const path = folder('others'), last = join(path, 'last');
    mkdirSync(last);
    writeFileSync(join(last, 'data.json'), full.replaceAll('2024', '2023'));
    cpSync('schemas', join(path, 'own', 'schemas'), { recursive: true });
    cpSync('stylesheets', join(path, 'own', 'stylesheets'), { recursive: true });
    mkdirSync(join(path, 'links'));
    symlinkSync('../data.json', join(path, 'links', 'data.json'));
    const watch = new Watch(path, ['links/data.json', '--format', 'html', '--previous', 'last',
        '--data-dir', 'own']);
    const words = join(path, 'own/stylesheets/hunan-county-2023/words.xml');

    await comes(() => watch.builds.length);
    report('the file that a link leads to is watched',
        await watch.after(() => writeFileSync(join(path, 'data.json'), data())) === 1 ? '' : 'no');
    report("so is last year's", await watch.after(() =>
        writeFileSync(join(last, 'data.json'), full)) === 1 ? '' : 'no');
    report('so is a file of the data folder', await watch.after(() =>
        writeFileSync(words, readFileSync(words, 'utf8') + '\n')) === 1 ? '' : 'no');
    const missing = await watch.after(() => rmSync(join(path, 'own/stylesheets/formats/html/watch.js')));
    report('a data folder without the script is told', missing === 1
        && /V001.*watch\.js/.test(watch.err) ? '' : watch.err);
    await watch.end();
}

// A rule that is disabled goes while another process makes the set.
async function check_refused_while_busy() {
    const path = folder('refused-busy'), rules = join(path, 'own/schemas/hunan-county-2023/rules/text.xml');
    for (const name of ['schemas', 'stylesheets'])
        cpSync(name, join(path, 'own', name), { recursive: true });
    const text = readFileSync(rules, 'utf8');
    const change = to => {
        writeFileSync(join(path, 'text.xml'), to);
        renameSync(join(path, 'text.xml'), rules);
    };
    const watch = new Watch(path, [...quick, '--data-dir', 'own', '--disable', 'E11']);
    const refusals = () => watch.err.match(/U019/g)?.length;

    await comes(() => watch.out.includes('Ctrl+C'));
    const lock = spawn('flock', [join(path, 'output', 'data'), 'sleep', '5']);
    const free = new Promise(done => lock.on('close', done));
    await sleep(300);
    await watch.after(() => writeFileSync(join(path, 'data.json'), data()));
    report('before the rule is gone it waits', watch.builds.at(-1)?.endsWith('等它写完再生成') ? ''
        : watch.out + watch.err);
    change(text.replace('code="E11"', 'code="E91"'));
    await comes(refusals);
    await sleep(2500);
    report('a refusal while it waits is told once', refusals() === 1 ? '' : watch.out + watch.err);
    await free;
    report('and the set is made once it is mended', await watch.after(() => change(text)) === 1
        && /output\/data: /.test(watch.builds.at(-1)) ? '' : watch.out + watch.err);
    await watch.end();
}

async function check_refusals() {
    const path = folder('refused');
    for (const [name, status, args, said] of [
        ['a file that is not there', 4, ['none.json'], /X010/],
        ['the standard input', 3, ['-'], /U074.*jixiao watch/],
        ['two files', 3, ['data.json', 'data.json'], /U013/],
        ['a rule that is not there', 3, ['--disable', 'Z99', ...quick], /Z99/],
        ['a folder that cannot be written', 4, [...quick, '-o', '/proc/none'], /系统/],
    ]) {
        const watch = new Watch(path, args);
        const ended = await Promise.race([watch.ended, sleep(10000)]);
        report(`${name} ends it`, ended === status && said.test(watch.err) ? ''
            : `${ended} ${watch.err}`);
        watch.child.kill('SIGKILL');
    }
}

// Where the system has no more watches, which only a name space of users can tell
// for this test alone.
async function check_without_watches() {
    const limit = 'echo 0 >/proc/sys/user/max_inotify_instances && exec "$@"';
    if (spawnSync('unshare', ['-Ur', 'sh', '-c', limit, 'sh', 'true']).status !== 0) {
        console.log('skip a system without watches: no right to make one');
        return;
    }
    const path = folder('limited');
    const watch = new Watch(path, quick, ['unshare', '-Ur', 'sh', '-c', limit, 'sh', jixiao]);
    await comes(() => watch.builds.length);
    report('a system without watches is told once',
        watch.err.match(/提示 U076/g)?.length === 1 ? '' : watch.err);
    report('and looked at every second', await watch.after(() =>
        writeFileSync(join(path, 'data.json'), data())) === 1 ? '' : 'no build');
    await watch.end();
}

// In Chromium, from a file, with no network.
async function check_page(browser) {
    const path = folder('page'), file = join(path, 'data.json');
    const made = join(path, 'output', 'data');
    build(path, ...quick, '-o', 'built');
    report('the page of a build has no script', /<script/.test(readFileSync(
        join(path, 'built', 'data', 'index.html'), 'utf8')) ? 'it has' : '');

    const watch = new Watch(path, quick);
    await comes(() => watch.builds.length);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(made, 'index.html')).href);
    await page.evaluate('window.seen = true');
    await sleep(1500);
    report('a page that nothing has changed stays',
        await page.evaluate('window.seen') ? '' : 'it was loaded again');
    const text = data();
    const digest = createHash('sha256').update(text).digest('hex');
    await watch.after(() => writeFileSync(file, text));
    report('the page loads itself again after a save', await comes(async () => {
        try {
            return !await page.evaluate('window.seen')
                && (await page.content()).includes(digest);
        } catch {
            return false;       // it is being loaded
        }
    }, 10) ? '' : await page.title());
    await page.evaluate('window.seen = true');
    rmSync(join(made, script));
    await sleep(1200);
    report('and stays where the script is away',
        await page.evaluate('window.seen') ? '' : 'it was loaded again');
    await watch.end();
    report('the end leaves no script', existsSync(join(made, script)) ? 'it is there' : '');
}

try {
    await Promise.all([check_saves(), check_first_of_two(), check_folder(),
        check_refused_while_busy()]);
    await check_others();
    await check_refusals();
    await check_without_watches();
    if (!whyNone())
        await withBrowser(check_page);
    else
        console.log(`skip the page: ${whyNone()}`);
} finally {
    rmSync(work, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
