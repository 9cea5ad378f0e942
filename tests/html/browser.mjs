// Headless Chromium with a profile of its own, and no network.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

export const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

export function isInstalled() {
    return existsSync(chromium);
}

const flags = [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic',
    '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
    '--proxy-server=127.0.0.1:9',
];

// Run work(browser) and leave nothing behind.
export async function withBrowser(work) {
    const profile = mkdtempSync(join(tmpdir(), 'jixiao-chromium-'));
    let browser;

    try {
        browser = await puppeteer.launch({
            executablePath: chromium, headless: true, userDataDir: profile,
            args: flags,
        });
        await work(browser);
    } finally {
        await browser?.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
}
