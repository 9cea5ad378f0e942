// Whether SARIF reports are what the standard's schema wants; a line a file.
//
// usage: sarif.mjs FILE...

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';

const schemaPath = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
const require = createRequire(import.meta.url);
const requireBeside = createRequire(require.resolve(schemaPath));

const Ajv = requireBeside('ajv');
const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
ajv.addMetaSchema(requireBeside('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(require(schemaPath));

// What the schema leaves to the standard's text.
function* misuses({ runs: [run] }) {
  const { rules } = run.tool.driver;
  const ids = rules.map((rule) => rule.id);

  if (new Set(ids).size < ids.length)
    yield 'a rule is described twice';
  for (const result of run.results)
    if (ids[result.ruleIndex] !== result.ruleId)
      yield `${result.ruleId} is not the rule ${result.ruleIndex}`;
  for (const [, uri] of JSON.stringify(run).matchAll(/"uri":"([^"]*)"/g))
    if (!/^(file:\/\/\/)?[A-Za-z0-9._~/%-]*$/.test(uri))
      yield `${uri} is no URI`;
}

let failed = false;
for (const path of process.argv.slice(2)) {
  const log = JSON.parse(readFileSync(path, 'utf8'));
  const faults = validate(log) ? [...misuses(log)]
    : validate.errors.map((error) => `${error.dataPath} ${error.message}`);
  const name = basename(path, '.sarif');
  console.log(faults.length ? `not ok SARIF ${name}: ${faults[0]}` : `ok SARIF ${name}`);
  failed ||= faults.length > 0;
}
process.exitCode = failed ? 1 : 0;
