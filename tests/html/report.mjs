// One line a check, as tests/run.sh counts them.

let failed = false;

// wrong: what is wrong, each a sentence; none means that all is well.
export function report(name, wrong) {
    if (wrong.length === 0) {
        console.log(`ok ${name}`);
        return;
    }
    failed = true;
    console.log(`not ok ${name}: ${wrong.slice(0, 5).join('; ')}` +
        (wrong.length > 5 ? `; and ${wrong.length - 5} more` : ''));
}

export function skip(name, why) {
    console.log(`skip ${name}: ${why}`);
}

export function note(text) {
    console.log(`note ${text}`);
}

export function status() {
    return failed ? 1 : 0;
}
