/** The policy of the built page: it lets a run play, and text that looks like a program stays text. */
import { expect, test, type Page } from '@playwright/test';

interface Watched {
  violations: string[];
  ran: number;
}
type WatchedWindow = Window & { watched: Watched };

/** Writes down every refusal of the policy, and every run of a payload. */
async function watch(page: Page): Promise<() => Promise<Watched>> {
  await page.addInitScript(() => {
    const watched: Watched = { violations: [], ran: 0 };
    (window as unknown as WatchedWindow).watched = watched;
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
      watched.violations.push(`${effectiveDirective} ${blockedURI} ${sourceFile} ${sample}`),
    );
  });
  return () => page.evaluate(() => (window as unknown as WatchedWindow).watched);
}

test.use({ locale: 'en-GB', viewport: { width: 1280, height: 720 } });

test('nothing that a round, the glossary and the settings need is refused', async ({ page }) => {
  const watched = await watch(page);
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto('./?customers=300&world=0&people=1');
  await page.getByRole('link', { name: /Read the dossier.*Voras/ }).click();
  await page.locator('.button.main').click();
  await expect(page.locator('#question')).toBeVisible();
  await page.getByRole('button', { name: 'Satisfaction', exact: true }).first().click();
  await expect(page.getByRole('link', { name: 'Open in the glossary' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('.button.main').click();
  await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText('this browser’s database', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Glossary' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('192');
  expect(await watched()).toEqual({ violations: [], ran: 0 });
  expect(errors).toEqual([]);
});

test('text that would run, a worker of no known address, another policy and a foreign address are refused, one by one', async ({
  page,
}) => {
  const watched = await watch(page);
  await page.goto('./');
  await expect(page.locator('h1')).toBeVisible();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.append('window.watched.ran += 1');
    const attempts = [
      () => document.body.append(script),
      () => (document.createElement('div').innerHTML = '<img src="x" onerror="window.watched.ran += 1">'),
      () => document.body.setAttribute('onclick', 'window.watched.ran += 1'),
      () => new Worker('./assets/any.js'),
      () =>
        (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }).trustedTypes.createPolicy('other', {}),
      () => void fetch('https://elsewhere.example/').catch(() => undefined),
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
    }
    document.body.click();
  });
  const typed = 'require-trusted-types-for';
  await expect
    .poll(async () => (await watched()).violations.map((violation) => violation.split(' ')[0]).sort())
    .toEqual(['connect-src', typed, typed, typed, typed, 'trusted-types']);
  expect((await watched()).ran).toBe(0);
});

const payloads = [
  '<img src=x onerror="window.watched.ran += 1">',
  '<script>window.watched.ran += 1</script>',
  '"><svg onload="window.watched.ran += 1">',
  '{{constructor.constructor("window.watched.ran += 1")()}}',
  'javascript:window.watched.ran += 1',
];

test('text that looks like a program is shown as it is written, in the address and in the search', async ({ page }) => {
  const watched = await watch(page);
  for (const payload of payloads) {
    await page.goto(`./#/glossary/${encodeURIComponent(payload)}`);
    await expect(page.getByRole('status').filter({ hasText: payload })).toBeVisible();
    await page.getByRole('searchbox').fill(`${payload} qqq`);
    await expect(page.getByText(`No term matches “${payload} qqq”.`)).toBeVisible();
    await page.goto(`./#/briefing/${encodeURIComponent(payload.replaceAll('/', ''))}`);
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await watched(), payload).toEqual({ violations: [], ran: 0 });
  }
});
