// Who else may ask the editor's server for something: nobody, whatever is sent,
// and it goes on answering who may.
//
// JIXIAO names the program, build/jixiao by default.

import http from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exitStatus, report as say, root } from '../rules/check.mjs';
import { ask, end, enter, serve } from './serving.mjs';

const work = mkdtempSync(join(tmpdir(), 'attacks-'));
const report = (name, ...faults) => say(name, faults.filter(Boolean).join('; '));
const unless = (good, ...seen) => good ? '' : seen.map((one) => JSON.stringify(one)).join(' ').slice(0, 800);
writeFileSync(join(work, 'data.json'), readFileSync(join(root, 'input/smallest.json')));
const server = await serve(work, 'data.json');
const here = `http://127.0.0.1:${server.port}`;
const own = new http.Agent();

// Whether the server still answers who may ask, and soon.
async function answers() {
  const begun = Date.now();
  const { status } = await ask(server, 'GET', '/state', { agent: own });
  return unless(status === 200 && Date.now() - begun < 5000, status, Date.now() - begun);
}

// What a request comes to: a status, or how the connection ended.
const status = (method, path, how) => ask(server, method, path, { agent: own, ...how }).then((answer) => answer.status,
  (error) => error.code);
async function refuses(name, wanted, method, path, how) {
  const seen = await status(method, path, how);
  report(`${name} is refused`, unless([wanted].flat().includes(seen), seen, wanted), await answers());
}

// Bytes as they are, and what comes back until the connection ends.
const raw = (bytes, wait = 3000) => new Promise((ok) => {
  const socket = net.connect(server.port, '127.0.0.1');
  let answer = '';
  const over = () => { socket.destroy(); ok(answer); };
  socket.on('data', (part) => { answer += part; }).on('close', over).on('error', over);
  socket.setTimeout(wait, over);
  socket.write(bytes);
});

// --- the token ----------------------------------------------------------------

report('without a token nothing is served', ...await Promise.all(['/', '/state', '/edit/main.js', '/typography.css',
  '/place?pointer=/year', '/none', '/?token=', `/?token=${'0'.repeat(64)}`].map(async (path) =>
  unless(await status('GET', path) === 403, path))));
const first = await enter(server);
report('the token lets in once, and sets a cookie for this server alone', unless(first.status === 303
  && first.headers.location === '/' && /^jixiao-\d+=\w{64}; Path=\/; HttpOnly; SameSite=Strict$/.test(
    first.headers['set-cookie'][0]), first.headers), await answers());
const token = new URL(server.address).search;
await refuses('a token that was used', 403, 'GET', `/${token}`, { headers: { Cookie: undefined } });
report('but the page that has it may be loaded again', unless(await status('GET', `/${token}`) === 303));
await refuses('a cookie that is another one', 403, 'GET', '/state', { headers: { Cookie: server.cookie.replace(/.$/, (last) =>
  last === '0' ? '1' : '0') } });
await refuses('a cookie that is cut', 403, 'GET', '/state', { headers: { Cookie: server.cookie.slice(0, -1) } });

// --- names and pages ----------------------------------------------------------

for (const host of ['evil.example', `evil.example:${server.port}`, '127.0.0.1', `127.0.0.1:${server.port}.evil.example`,
  `[::1]:${server.port}`, 'x', `LOCALHOST:${server.port}.`, `localhost.:${server.port}`, `127.0.0.1.:${server.port}`,
  `127.1:${server.port}`, `2130706433:${server.port}`, `0x7f.1:${server.port}`, `[::ffff:127.0.0.1]:${server.port}`,
  `0.0.0.0:${server.port}`, `127.0.0.1:0${server.port}`, `127.0.0.1:${server.port + 65536}`, `127.0.0.1:${server.port}, evil.example`,
  `evil@127.0.0.1:${server.port}`, `127.0.0.1%00.evil.example:${server.port}`, `localhost:${server.port}/`])
  await refuses(`the host “${host}”`, [403, 400], 'GET', '/state', { headers: { Host: host } });
report('localhost is a name of this machine', unless(await status('GET', '/state', { headers: { Host:
  `localhost:${server.port}` } }) === 200));
report('an empty host is refused', unless(/^HTTP\/1\.1 (400|403)/.test(await raw(`GET /state HTTP/1.1\r\nHost:\r\nCookie: ${
  server.cookie}\r\n\r\n`))), await answers());
const allowed = `Host: 127.0.0.1:${server.port}\r\nCookie: ${server.cookie}\r\n`;
for (const [name, lines] of [['behind another one', `Host: evil.example\r\n${allowed}`], ['on a line that goes on',
  `Host: evil.example\r\n ${allowed}`], ['with a blank in its name', `Host : evil.example\r\nCookie: ${server.cookie}\r\n`]]) {
  const answer = await raw(`GET /state HTTP/1.1\r\n${lines}\r\n`, 1500);
  report(`a host ${name} is refused`, unless(!/^HTTP\/1\.1 200/.test(answer), answer.slice(0, 100)), await answers());
}
for (const target of ['http://evil.example/state', `http://127.0.0.1:${server.port}/state`, 'evil.example:443', '*'])
  report(`the target ${target.slice(0, 24)} is no path`, unless(!/^HTTP\/1\.1 200/.test(await raw(`GET ${target} HTTP/1.1\r\n${
    allowed}\r\n`, 1500))), await answers());
report('a request without a host is refused', unless(/^HTTP\/1\.[01] (400|403)/.test(await raw('GET /state HTTP/1.0\r\n\r\n')),
  await raw('GET /state HTTP/1.0\r\n\r\n')), await answers());
const { revision } = JSON.parse((await ask(server, 'GET', '/state', { agent: own })).body);
const body = JSON.stringify({ revision, changes: [] });
for (const [name, headers] of [['another origin', { Origin: 'http://evil.example' }], ['no origin', { Origin: undefined }],
  ['the origin null', { Origin: 'null' }], ['another port', { Origin: 'http://127.0.0.1:1' }],
  ['another scheme', { Origin: `https://127.0.0.1:${server.port}` }],
  ['another site, as the browser says', { 'Sec-Fetch-Site': 'cross-site' }]])
  await refuses(`a change from ${name}`, 403, 'POST', '/change', { body, headers });
await refuses('a form that is posted', 415, 'POST', '/change', { body, headers: { 'Content-Type': 'text/plain' } });
report('a change of its own page is taken', unless(await status('POST', '/change', { body }) === 200));
const policy = (await ask(server, 'GET', '/state', { agent: own })).headers;
report('answers forbid what a page has no use for', unless(/default-src 'none'/.test(policy['content-security-policy'])
  && !/unsafe/.test(policy['content-security-policy']) && policy['x-content-type-options'] === 'nosniff'
  && policy['x-frame-options'] === 'DENY' && policy['referrer-policy'] === 'no-referrer'
  && policy['cache-control'] === 'no-store' && !policy['access-control-allow-origin'], policy));

// --- paths and methods --------------------------------------------------------

for (const path of ['/edit/../../etc/passwd', '/edit/%2e%2e/%2e%2e/etc/passwd', '/edit/..%2f..%2fetc%2fpasswd',
  '/edit/main.js%00.html', '/edit/article.xsl', '/edit//etc/passwd', '/edit/', '/edit/./main.js', '/edit/%',
  '/edit/main.js/', '//etc/passwd', '/file/../../../etc/passwd', '/file/%2e%2e%2fdata.json', '/attachment/',
  '/edit/%c0%ae%c0%ae%c0%afetc%c0%afpasswd', '/edit/%252e%252e%252fetc', '/edit/..\\..\\etc', '/edit/main.js;x', '/edit/main.js%20',
  '/edit/%e2%80%8bmain.js', '/edit/MAIN.JS', '/edit/main%2ejs%00', '/file/%00', '/file//etc/passwd', '/file/%2fetc%2fpasswd',
  '/file/.data.json.jixiao-edit', '/%2e/state', '/state%2f', '/attachment/%00',
  `/edit/${'a'.repeat(4000)}.js`, '/%e9%99', '/edit/%ff%fe', '/STATE', '/state/'])
  await refuses(`the path ${path.slice(0, 40)}`, 404, 'GET', path);
await refuses('a path that is too long', [414, 431, 400, 404, 'ECONNRESET'], 'GET', `/edit/${'a'.repeat(60000)}.js`);
for (const [method, path] of [['PUT', '/state'], ['DELETE', '/change'], ['POST', '/state'], ['GET', '/change'],
  ['OPTIONS', '/change'], ['HEAD', '/state'], ['TRACE', '/']])
  await refuses(`${method} ${path}`, 405, method, path, method === 'POST' ? { body } : {});
report('what is no HTTP is refused', ...await Promise.all(['\0\0\0\0\r\n\r\n', 'GET\r\n\r\n', '\x16\x03\x01\x02\x00\x01\x00',
  `GET / HTTP/1.1\r\nHost: ${'x'.repeat(70000)}\r\n\r\n`].map(async (bytes) => {
  const answer = await raw(bytes, 1500);
  return unless(!/^HTTP\/1\.1 200/.test(answer), answer);
})), await answers());

// --- bodies -------------------------------------------------------------------

const post = (text, path = '/change') => status('POST', path, { body: text });
report('malformed bodies are refused', ...await Promise.all(['', '{', 'null', '[]', '""', '{"revision":"1"}', '{"revision":-1}',
  '{"revision":1e300}', '{"revision":1,"show":7}', '{"revision":1,"join":"yes"}', '\xff\xfe', '['.repeat(100000),
  `{"revision":1,"a":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`].map(async (text) =>
  unless(await post(text) === 400, text.slice(0, 60)))), await answers());
const changes = (list) => JSON.stringify({ revision, changes: list });
report('and so are changes that are none', ...await Promise.all([undefined, null, 7, {}, ['set'], [[]], [{}], [{ op: 'set' }],
  [{ op: 'set', pointer: 7, words: '1' }], [{ op: 'set', pointer: '/year' }], [{ op: 'set', pointer: '/year', words: 1 }],
  [{ op: 'nothing', pointer: '/year' }], [{ op: 7, pointer: '/year' }], [{ op: 'move', pointer: '/projects/0' }],
  [{ op: 'answer', pointer: '/year', text: 'a' }], [{ op: 'quote', pointer: '/year', figure: '1' }],
  [{ op: 'set', pointer: '/year', words: '1', against: 1 }], Array(20001).fill({ op: 'null', pointer: '/year' })].map(
  async (list) => unless(await post(changes(list)) === 400, JSON.stringify(list)?.slice(0, 60)))), await answers());
report('pointers that lead nowhere are told as that', ...await Promise.all(['', 'year', '/', '/year/0', '/projects/-', '/projects/01',
  '/projects/99999999999999999999', '/projects/-1', '/~', '/~2', '/a'.repeat(100000), `/${'x'.repeat(1 << 20)}`, '/\u0000', '/%00',
  '/$schema/x', '/constructor', '/__proto__'].flatMap((pointer) => ['set', 'null', 'insert', 'remove', 'clear'].map(async (op) => {
  const { status: seen, body: text } = await ask(server, 'POST', '/change', { agent: own, body: changes([{ op, pointer, words: 'x' }]) });
  const answer = JSON.parse(text);
  return unless(seen === 200 && (answer.refused.length === 1 || op === 'clear') && !answer.state.changed, op,
    pointer.slice(0, 30), seen, answer.refused, answer.error);
}))), await answers());
await refuses('a body that says it has 1 GB', 413, 'POST', '/change', { headers: { 'Content-Length': '1073741824' } });
await refuses('a body of a size that is none', [413, 411, 400, 'HPE_CLOSED_CONNECTION', 'ECONNRESET'], 'POST', '/change', { headers: { 'Content-Length':
  '99999999999999999999999' } });
const chunked = await raw(`POST /change HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nCookie: ${server.cookie}\r\nOrigin: ${here}\r\n`
  + 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n' + `${(65536).toString(16)}\r\n${' '.repeat(65536)}\r\n`.repeat(100));
report('a body of unknown size is refused at once', unless(/^HTTP\/1\.1 411/.test(chunked) || chunked === '', chunked.slice(0, 200)),
  await answers());

// What stands in front of a body of a size.
const bodyOf = (size) => `POST /change HTTP/1.1\r\n${allowed}Origin: ${here}\r\nContent-Type: application/json\r\n`
  + `Content-Length: ${size}\r\n\r\n`;
let sent = 0;
report('a body that goes on is not read to its end', await new Promise((ok) => {
  const socket = net.connect(server.port, '127.0.0.1');
  const part = Buffer.alloc(1 << 20, ' ');
  const more = () => { while (!socket.destroyed && sent < 64 << 20 && socket.write(part)) sent += part.length; };
  socket.on('drain', more).on('error', () => {}).on('close', () => ok(unless(sent < 64 << 20, sent)));
  socket.on('data', () => {});
  socket.setTimeout(5000, () => { socket.destroy(); });
  socket.write(bodyOf((4 << 20) + 1));
  more();
}), await answers());
const memory = () => Number(readFileSync(`/proc/${server.child.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]);
const atFirst = memory();
const guesses = 5000;
const guessed = new Set();
for (let k = 0; k < guesses; k += 50)
  for (const each of await Promise.all(Array.from({ length: 50 }, (_, n) => status('GET',
    `/?token=${(k + n).toString(16).padStart(64, '0')}`, { headers: { Cookie: undefined } })))) guessed.add(each);
report('who guesses tokens is refused each time, and learns nothing', unless([...guessed].join() === '403', [...guessed]),
  await answers(), process.env.JIXIAO?.includes('asan') ? '' : unless(memory() < atFirst + 20480, atFirst, memory()));

// --- many, and slow -----------------------------------------------------------

const many = await Promise.all(Array.from({ length: 1000 }, () => new Promise((ok) => {
  const socket = net.connect(server.port, '127.0.0.1', () => ok(socket)).on('error', () => ok(socket));
})));
report('a thousand connections do not keep others out', await answers(), await answers());
for (const socket of many) socket.destroy();
let dripped = 0;
const slow = await Promise.all(Array.from({ length: 100 }, () => new Promise((ok) => {
  const socket = net.connect(server.port, '127.0.0.1', () => {
    socket.write('GET /state HTTP/1.1\r\n');
    socket.drip = setInterval(() => { if (!socket.destroyed) dripped++; socket.write('X'); }, 1000);
    ok(socket);
  }).on('error', () => {});
})));
const begun = Date.now();
const dripping = await Promise.all(Array.from({ length: 20 }, () => new Promise((ok) => {
  const socket = net.connect(server.port, '127.0.0.1', () => {
    socket.write(bodyOf(1000000));
    socket.drip = setInterval(() => socket.write(' '), 1000);
    ok(socket);
  }).on('error', () => {});
})));
report('who sends a byte a second does not keep others out', await answers());
await Promise.all(slow.map((socket) => new Promise((ok) => {
  socket.on('close', ok);
  setTimeout(ok, 20000 - (Date.now() - begun)).unref();
})));
report('and is hung up on', unless(slow.every((socket) => socket.destroyed) && dripped < 100 * 15, dripped,
  slow.filter((socket) => !socket.destroyed).length), await answers());
await Promise.all(dripping.map((socket) => new Promise((ok) => {
  socket.on('close', ok);
  setTimeout(ok, 40000 - (Date.now() - begun)).unref();
})));
report('so is who sends a body like that', unless(dripping.every((socket) => socket.destroyed)), await answers());
for (const socket of [...slow, ...dripping]) { clearInterval(socket.drip); socket.destroy(); }

// --- what is logged -----------------------------------------------------------

const lines = server.complained.trim().split('\n');
report('what was refused is logged, a line each', unless(lines.length > 60 && lines.every((line) =>
  /^jixiao edit: \d{3} \S+ .*: .+$/.test(line)), lines.find((line) => !/^jixiao edit: \d{3} \S+ .*: .+$/.test(line))));
report('without secrets', unless(!server.complained.includes(server.cookie.split('=')[1])
  && !server.complained.includes(token.slice(7)) && !server.complained.includes('token=')));
const beyond = await new Promise((ok) => {
  const socket = net.connect(server.port, '0.0.0.0', () => ok(socket.remoteAddress)).on('error', () => ok('refused'));
});
const table = readFileSync('/proc/net/tcp', 'utf8');
const port = server.port.toString(16).toUpperCase().padStart(4, '0');
report('it listens on the loopback alone', unless(table.includes(` 0100007F:${port} 00000000:0000 0A`)
  && !table.includes(` 00000000:${port} `), beyond));
report('and ends when it is told to', unless(await end(server) === 0, server.complained.slice(-300)));
own.destroy();
rmSync(work, { recursive: true });
process.exit(exitStatus());
