// An editor that runs, and a browser's side of it, without a browser.
//
// JIXIAO names the program, build/jixiao by default.

import { spawn } from 'node:child_process';
import http from 'node:http';

import { program } from '../rules/check.mjs';

// Starts jixiao edit in a folder; what it says goes to said.
export async function serve(folder, ...options) {
  const child = spawn(program, ['edit', '--no-browser', ...options],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const server = { child, said: '', complained: '', agent: new http.Agent({ keepAlive: true, maxSockets: 1 }) };
  child.stderr.on('data', (text) => { server.complained += text; });
  server.ended = new Promise((ok) => { child.on('close', (status, signal) => ok(status ?? signal)); });
  await new Promise((ok) => {
    child.stdout.on('data', (text) => {
      server.said += text;
      if (/token=\w+\n/.test(server.said)) ok();
    });
    child.on('close', ok);
  });
  server.address = server.said.match(/http:\S+/)?.[0];
  server.port = Number(server.address?.match(/:(\d+)\//)?.[1]);
  return server;
}

// One request; headers of undefined are left out.
export function ask(server, method, path, { body, headers = {}, agent = server.agent } = {}) {
  const all = { Host: `127.0.0.1:${server.port}`, Cookie: server.cookie, ...method === 'POST' ? {
    Origin: `http://127.0.0.1:${server.port}`, 'Content-Type': 'application/json' } : {}, ...headers };
  for (const [name, value] of Object.entries(all))
    if (value === undefined) delete all[name];
  if (body !== undefined && !all['Transfer-Encoding']) all['Content-Length'] = Buffer.byteLength(body);
  return new Promise((ok, no) => {
    const request = http.request({ host: '127.0.0.1', port: server.port, method, path, headers: all, agent },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part)).on('end', () => ok({ status: answer.statusCode,
          headers: answer.headers, body: Buffer.concat(parts).toString('utf8') }));
      });
    request.on('error', no);
    request.end(body);
  });
}

// What the browser does with the address that is printed.
export async function enter(server) {
  const answer = await ask(server, 'GET', new URL(server.address).pathname + new URL(server.address).search);
  server.cookie = answer.headers['set-cookie']?.[0].split(';')[0];
  return answer;
}

export async function open(folder, ...options) {
  const server = await serve(folder, ...options);
  if (server.port) {
    await enter(server);
    server.state = JSON.parse((await ask(server, 'GET', '/state')).body);
  }
  return server;
}

// A state with what the page knows, where it is told only what is other.
export const learn = (next, known) => Object.fromEntries(Object.entries(next).map(([name, value]) => [name,
  Array.isArray(value) ? value.flatMap((each) => Array.isArray(each) ? known[name].slice(each[0], each[0] + each[1]) : each)
    : value]));

// Asks for a change of the draft as the page last knew it.
export async function tell(server, path, request = {}) {
  const { status, body } = await ask(server, 'POST', path,
    { body: JSON.stringify({ revision: server.state.revision, ...request }) });
  const answer = JSON.parse(body);
  if (answer.state) {
    answer.told = answer.state;
    answer.state = server.state = learn(answer.state, server.state);
  }
  return { status, ...answer };
}

export const change = (server, ...changes) => tell(server, '/change', { changes });

export async function end(server, signal = 'SIGTERM') {
  server.agent.destroy();
  server.child.kill(signal);
  return server.ended;
}
