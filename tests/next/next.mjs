// A data file for a new year: jixiao new and jixiao next, and what the schemas
// decide for them.  Every edition below schemas/ is tried.
//
// JIXIAO names the program, build/jixiao by default.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { exitStatus, report, root } from './rules/check.mjs';

const editions = readdirSync(join(root, 'schemas'))
  .filter((name) => existsSync(join(root, 'schemas', name, 'submission.schema.json')));

// --- every member is decided -------------------------------------------------

const documents = new Map();

function load(path) {
  if (!documents.has(path))
    documents.set(path, JSON.parse(readFileSync(path, 'utf8')));
  return documents.get(path);
}

// A schema with those that its $ref leads to, the nearer ones first.
function partsOf(path, schema) {
  if (!schema?.$ref)
    return [{ path, schema }];
  const [file, pointer = ''] = schema.$ref.split('#');
  const other = file ? join(dirname(path), file) : path;
  const target = pointer.split('/').slice(1).reduce((value, name) => value[name], load(other));
  return [{ path, schema }, ...partsOf(other, target)];
}

const says = (parts, keyword) => parts.map(({ schema }) => schema[keyword]).find((value) => value !== undefined);

// The members of all parts, each with the places that say something of it.
function membersOf(parts) {
  const members = new Map();
  for (const { path, schema } of parts)
    for (const [name, member] of Object.entries(schema.properties ?? {}))
      members.set(name, [...members.get(name) ?? [], ...partsOf(path, member)]);
  return members;
}

// Leaves that neither they nor anything around them is decided for.
function undecided(parts, where) {
  if (says(parts, 'x-next') || says(parts, 'x-next-from'))
    return [];
  const inner = [...membersOf(parts)].filter(([name]) => name[0] !== '$')
    .flatMap(([name, member]) => undecided(member, `${where}/${name}`));
  for (const keyword of ['items', 'additionalProperties'])
    for (const { path, schema } of parts)
      if (typeof schema[keyword] === 'object')
        inner.push(...undecided(partsOf(path, schema[keyword]), `${where}/*`));
  return says(parts, 'x-type') ? [where, ...inner] : inner;
}

report('there are editions', editions.length ? '' : 'none below schemas/');
for (const edition of editions) {
  const path = join(root, 'schemas', edition, 'submission.schema.json');
  report(`${edition} decides what becomes of every member`, undecided(partsOf(path, load(path)), '').join(' '));
}

process.exit(exitStatus());
