// Copies of a file in a folder, in each of which one bit of another byte is
// changed; prints their names.
//
//   node tests/archive/flip.mjs FILE FOLDER

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [file, folder] = process.argv.slice(2);
const bytes = readFileSync(file);

mkdirSync(folder, { recursive: true });
for (let at = 0; at < bytes.length; at += 7) {
  const changed = Buffer.from(bytes);
  changed[at] ^= 1 << at % 8;
  writeFileSync(join(folder, `${at}`), changed);
  console.log(join(folder, `${at}`));
}
