// The order of the rooms of pipeline/: 0_base, the stages by number, library,
// batch, server, command.  A file includes, and calls, only what is in its own
// room or one before it; the last three reach the library through jixiao.h alone,
// and nothing between it and 0_base.  Within a room no two files need each other: what
// calls itself in a circle stands in one file.
//
// Each .c file, those of the tests, too, opens with what it is for, no line is
// longer than 80 characters, and each header has a guard of its own: of two with
// one the second would not be read.
//
// The exceptions are in the table `recursion`: functions that go down a tree and
// are called back by the files that do a part of the work.
//
//   node tests/rooms.mjs [FOLDER]     of the compiled objects, build by default

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'build';
const room_of = path => path.split('/')[1];
const rooms = readdirSync('pipeline', { withFileTypes: true })
    .filter(entry => entry.isDirectory() && /^\d/.test(entry.name))
    .map(entry => entry.name).sort((a, b) => parseInt(a) - parseInt(b));
rooms.push('library', 'batch', 'server', 'command');

// run.h: a schema within a schema is checked as the one around it is.
const recursion = ['run_here', 'run_child'];

let failed = false;
function report(name, faults) {
    console.log(faults.length ? `not ok ${name}: ${faults.slice(0, 6).join('; ')}`
        : `ok ${name}`);
    failed ||= faults.length > 0;
}

// The rooms of the program, which the library has none of.
const program = { batch: ['0_base', 'batch'], server: ['0_base', 'server'],
    command: ['0_base', 'batch', 'server', 'command'] };

// Whether what stands in one room may be used in another.
function may_use(user, used) {
    return user in program ? program[user].includes(used)
        : rooms.indexOf(used) >= 0 && rooms.indexOf(used) <= rooms.indexOf(user);
}

function files_below(path, ending) {
    return readdirSync(path, { recursive: true })
        .filter(name => name.endsWith(ending))
        .map(name => join(path, name)).sort();
}

const sources = ['.c', '.h'].flatMap(ending => files_below('pipeline', ending));

// jixiao.h and its parts in jixiao/, which are included through it alone.
const is_header = name => /^pipeline\/jixiao(\.h$|\/)/.test(name);

// jixiao.h belongs to the library, and is for the library and those after it.
function check_includes() {
    const faults = [];
    for (const source of sources.filter(name => !is_header(name)))
        for (const [, name] of readFileSync(source, 'utf8')
            .matchAll(/^#include "(.*)"/gm)) {
            const good = name === 'jixiao.h'
                ? ['library', ...Object.keys(program)].includes(room_of(source))
                : may_use(room_of(source), name.split('/')[0]);
            if (!good)
                faults.push(`${source} includes ${name}`);
        }
    report('a file includes nothing of a later room', faults);
}

function check_top() {
    const extra = readdirSync('pipeline').filter(name => !rooms.includes(name)
        && !['jixiao', 'jixiao.h', 'jixiao.1',
        'jixiao.zh_CN.1', 'Makefile'].includes(name));
    report('pipeline/ has the rooms, header, manual and Makefile', extra);
}

// What each source defines and what it takes from others, by its object.
function read_symbols() {
    const defined = new Map(), needed = [];
    for (const source of files_below('pipeline', '.c')) {
        if (source.endsWith('/embed.c'))
            continue;
        const object = join(folder, 'objects', source.replace(/c$/, 'o'));
        const lines = execFileSync('nm', ['-P', object], { encoding: 'utf8' });
        for (const line of lines.trim().split('\n')) {
            const [name, kind] = line.split(' ');
            if (kind === 'U')
                needed.push([source, name]);
            else if (kind === kind.toUpperCase())
                defined.set(name, source);
        }
    }
    return { defined, needed };
}

function check_symbols(uses) {
    report('a file calls nothing of a later room', uses
        .filter(({ user, used, name }) => !may_use(room_of(user), room_of(used))
            && !(room_of(user) in program && name.startsWith('jixiao_')))
        .map(({ user, used, name }) => `${user} calls ${name}() of ${used}`));
}

// A circle of files is found where a walk comes back to a file on its way.
function check_circles(uses) {
    const next = new Map(), state = new Map(), circles = [];
    for (const { user, used } of uses
        .filter(({ name }) => !recursion.includes(name)))
        next.set(user, (next.get(user) ?? new Set()).add(used));
    function walk(file, way) {
        if (state.get(file) === 'done')
            return;
        if (state.get(file) === 'open') {
            circles.push([...way.slice(way.indexOf(file)), file].join(' > '));
            return;
        }
        state.set(file, 'open');
        for (const used of next.get(file) ?? [])
            walk(used, [...way, file]);
        state.set(file, 'done');
    }
    for (const file of next.keys())
        walk(file, []);
    report('no circle of files', circles);
}

const says_nothing = source => source.endsWith('.c')
    && !readFileSync(source, 'utf8').startsWith('/*');

function check_lines() {
    const faults = files_below('tests', '.c')
        .filter(source => !/node_modules/.test(source) && says_nothing(source))
        .map(source => `${source} does not say what it is for`);
    for (const source of sources) {
        const lines = readFileSync(source, 'utf8').split('\n');
        if (says_nothing(source))
            faults.push(`${source} does not say what it is for`);
        lines.forEach((line, k) => {
            if ([...line].length > 80)
                faults.push(`${source}:${k + 1} is too long`);
        });
    }
    report('files say what they are for, in lines of 80 characters', faults);
}

function check_guards() {
    const seen = new Map();
    const faults = [];
    for (const source of sources.filter(name => name.endsWith('.h'))) {
        const [, guard] = readFileSync(source, 'utf8')
            .match(/^#ifndef (\w+)\n#define \1$/m) ?? [];
        if (!guard || seen.has(guard))
            faults.push(guard ? `${guard} of ${seen.get(guard)} and ${source}`
                : `${source} has none`);
        seen.set(guard, source);
    }
    report('each header has a guard of its own', faults);
}

check_top();
check_lines();
check_guards();
check_includes();
const { defined, needed } = read_symbols();
const uses = needed.filter(([user, name]) => defined.has(name)
    && defined.get(name) !== user)
    .map(([user, name]) => ({ user, name, used: defined.get(name) }));
report('objects were read', uses.length > 100 ? [] : [`${uses.length} calls`]);
check_symbols(uses);
check_circles(uses);
process.exit(failed ? 1 : 0);
