// Writes the archive of handmade.mjs to a folder, or the folder as a ZIP.
//
//   node tests/archive/write.mjs FOLDER | --zip FOLDER

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { archive, sample, writeFolder, zip } from './handmade.mjs';

const [option, folder] = process.argv.slice(2);

if (option === '--zip') {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  writeFileSync(`${folder}.zip`, zip(files.map((path) => [path.slice(folder.length + 1), readFileSync(path)])));
} else {
  writeFolder(option, archive(sample()));
}
