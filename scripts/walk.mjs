// Walks through the playground in a headless Chromium, as a visitor would, and keeps the pictures of the README.
//   npm run walk            (needs Chromium; CHROMIUM=/path/to/it, default /usr/bin/chromium)
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { walkPerformance } from './walk-performance.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = join(root, 'docs', 'images');
const folder = mkdtempSync(join(tmpdir(), 'tutur-walk-'));
const port = 3900 + (process.pid % 90);
mkdirSync(images, { recursive: true });

const env = {
  ...process.env,
  PORT: String(port),
  DATABASE_URL: `file:${folder}/walk.db`,
  EVIDENCE_DIR: `${folder}/evidence`,
};
for (const name of ['TELEGRAM_BOT_TOKEN', 'SLACK_BOT_TOKEN']) delete env[name];
const bot = spawn(process.execPath, [join(root, 'dist/src/cli.js'), 'start'], {
  cwd: folder,
  env,
  stdio: 'inherit',
});

/** Waits until the program answers. */
async function ready() {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`http://localhost:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the playground did not start');
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
try {
  await ready();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`http://localhost:${port}/`);
  const pane = (index) => page.locator('.pane').nth(index);
  const [employee, supervisor, hr] = [pane(0), pane(1), pane(2)];
  const write = async (where, text) => {
    await where.locator('textarea:visible').last().fill(text);
    await where.locator('textarea:visible').last().press('Enter');
  };
  const sees = (where, text) => where.getByText(text).last().waitFor({ timeout: 10_000 });

  await write(employee, '08.00-10.00 Rapat koordinasi RHK2 3 dokumen');
  await employee.getByRole('button', { name: 'Simpan' }).last().click();
  await sees(employee, /Tersimpan · /);
  await sees(supervisor, /Rapat koordinasi/);

  await supervisor.locator('.message, .row').filter({ hasText: 'Rapat koordinasi' }).last().hover();
  await supervisor.getByRole('button', { name: /utas/i }).last().click();
  await write(supervisor, 'Terima kasih, rapatnya tuntas. Mohon notulennya dilampirkan.');
  await sees(employee, /Umpan balik dari/);
  await employee.getByRole('button', { name: 'Balas', exact: true }).last().click();
  await sees(employee, /Tulis balasan/);
  await write(employee, 'Siap, notulen saya kirim sore ini.');
  await sees(supervisor, /Siap, notulen saya kirim sore ini/);
  await write(hr, '/rekap');
  await sees(hr, /Rekap bulan/);
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(images, 'playground.png') });

  await supervisor.locator('.thread').getByRole('button', { name: 'Setujui' }).click();
  await sees(employee, /Disetujui oleh/);
  await write(hr, '/lapor');
  await sees(hr, /Apa yang Bapak\/Ibu kerjakan/);
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(images, 'playground-form.png') });

  const phone = await browser.newPage({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    colorScheme: 'dark',
    deviceScaleFactor: 2,
  });
  await phone.goto(`http://localhost:${port}/`);
  await phone.waitForTimeout(1200);
  await phone.screenshot({ path: join(images, 'playground-phone.png') });
  await hr.getByRole('button', { name: 'Batal', exact: true }).last().click();
  await supervisor.locator('.thread header').getByRole('button').click();
  await walkPerformance({ employee, supervisor, hr, write, sees });
  if (problems.length > 0) throw new Error(`the page failed: ${problems.join('; ')}`);
  console.log(`walked; pictures are in ${images}`);
} finally {
  await browser.close();
  bot.kill('SIGTERM');
  await new Promise((resolve) => bot.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}
