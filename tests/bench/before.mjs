// The program as it was when libxslt rendered everything, to be timed beside
// the one of today: built once out of the history of git.

import { existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";

import { output, skip } from "./programs.mjs";

const commit = "91f2d80ff9e33fe9123c48968e4a3e0c74b4bdd8";
const folder = resolve("build/bench-before");
const program = `${folder}/build/jixiao`;

// null where the history does not have it, as in a copy without one.
export function before() {
    if (existsSync(program))
        return program;
    try {
        mkdirSync(folder, { recursive: true });
        output("git", ["archive", "--format=tar", "-o",
            `${folder}/source.tar`, commit]);
        output("tar", ["xf", "source.tar"], { cwd: folder });
        output("make", ["-s", "-j2", "-f", "pipeline/Makefile", "program"],
            { cwd: folder });
    } catch ({ message }) {
        skip(`the program of ${commit.slice(0, 7)}`, message);
        return null;
    }
    return program;
}
