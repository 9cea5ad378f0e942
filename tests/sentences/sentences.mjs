// Sentences of tests/sentences give the findings that stand before them.

import { exitStatus, report } from '../rules/check.mjs';
import { judge, readTables } from './tables.mjs';

const tables = readTables();

judge(tables).forEach((complaints, k) => {
  report(`${tables[k].name}: ${tables[k].cases.length} sentences`, complaints.join('\n  '));
});
process.exit(exitStatus());
