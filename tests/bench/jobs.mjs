// What is done with a file of data, and what it takes.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const jixiao = process.env.JIXIAO ?? "build/jixiao";
const measurer = process.env.MEASURE ?? "build/bench/measure";
const seconds = process.env.SECONDS_ALLOWED ?? "20";
const work = mkdtempSync(join(tmpdir(), "growth-"));
const input = join(work, "data.json");
const build = (format) =>
    ["build", "--format", format, "-o", join(work, "out"), input];
process.on("exit", () => rmSync(work, { recursive: true }));

export const jobs = { check: ["check", input], html: build("html"),
    docx: build("docx") };

// Its status, the processor's time and the most memory.
export function measure(job, bytes) {
    writeFileSync(input, bytes);
    const said = spawnSync(measurer, [seconds, jixiao, ...jobs[job]],
        { encoding: "utf8" });
    rmSync(join(work, "out"), { recursive: true, force: true });
    const [status, milliseconds, kilobytes] =
        said.stdout.split(" ").map(Number);
    return { status, milliseconds, kilobytes };
}
