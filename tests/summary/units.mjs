// Data files of six units for a summary: 1 and 2 are one set under two names;
// 3 is a real one; 4 is no data; 5 has a text of theirs among its own, and a name
// that a spreadsheet takes for a formula; 6 states next to nothing.
//
//   node tests/summary/units.mjs FOLDER

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const read = name => JSON.parse(readFileSync(`input/${name}.json`, 'utf8'));
const write = (name, data) => writeFileSync(join(folder, `${name}.json`),
    JSON.stringify(data, null, 2));
const named = (data, name, short_name) => Object.assign(structuredClone(data),
    { unit: { name, short_name } });

// Han letters in an order that no other text has.
let seed = 7;
function letter() {
    seed = seed * 48271 % 2147483647;
    return String.fromCharCode(0x4E00 + seed % 5000);
}

// Texts become others, as long, but for one that is kept.
function reworded(value, kept) {
    if (typeof value === 'string')
        return value === kept || value.length < 12 ? value
            : Array.from({ length: 60 }, letter).join('') + '。';
    if (Array.isArray(value))
        return value.map(one => reworded(one, kept));
    if (value && typeof value === 'object')
        return Object.fromEntries(Object.entries(value)
            .map(([name, one]) => [name,
                name === 'table' ? one : reworded(one, kept)]));
    return value;
}

mkdirSync(folder, { recursive: true });
const full = read('example-full-2024');
write(1, named(full, '示例县教育局', '县教育局'));
write(2, named(full, '示例县水利局', '县水利局'));
write(3, read('taojiang-hrss-2023'));
write(4, { edition: 'hunan-county-2023', year: '' });
const other = named(full, '=1+1', '等于二局');
for (const member of ['department', 'report', 'projects', 'austerity_measures',
    'expenditure'])
    other[member] = reworded(other[member], full.report.management.scale[2]);
write(5, other);
write(6, read('smallest'));
