// Headless Chromium with a profile of its own, and no network.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

// Why there is none; '' where there is one.
export function whyNone() {
    if (!existsSync(new URL('../node_modules/puppeteer-core',
        import.meta.url))) {
        return 'there is no tests/node_modules; ./build.sh test makes it';
    }
    return existsSync(chromium) ? '' : 'there is no Chromium';
}

export const isInstalled = () => !whyNone();

const flags = [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic',
    '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
    '--proxy-server=127.0.0.1:9',
];

// Run work(browser) and leave nothing behind.
export async function withBrowser(work) {
    const profile = mkdtempSync(join(tmpdir(), 'jixiao-chromium-'));
    const { default: puppeteer } = await import('puppeteer-core');
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
