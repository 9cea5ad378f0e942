// The Nu HTML checker: no errors in any file; warnings are listed.

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { note, report, skip } from './report.mjs';

const jar = createRequire(import.meta.url)('vnu-jar');

function sentence(message) {
    return `line ${message.lastLine}, column ${message.lastColumn}: ` +
        message.message;
}

// One run for all files: starting Java costs more than checking.
export function checkNu(files) {
    const run = spawnSync('java',
        ['-jar', jar, '--format', 'json', '--exit-zero-always', ...files],
        { encoding: 'utf8', maxBuffer: 1 << 28 });

    if (run.error) {
        skip('Nu HTML checker', `java: ${run.error.code}`);
        return;
    }
    const messages = JSON.parse(run.stderr).messages;
    for (const file of files) {
        const url = pathToFileURL(resolve(file)).href;
        const own = messages.filter((message) =>
            !message.url || new URL(message.url).href === url);
        const errors = own.filter((message) => message.type !== 'info');
        const warnings = own.filter((message) =>
            message.type === 'info' && message.subType === 'warning');
        for (const warning of warnings) {
            note(`${basename(file)}: ${sentence(warning)}`);
        }
        report(`${basename(file)} has no errors of HTML`, errors.map(sentence));
    }
}
