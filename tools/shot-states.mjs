/** Pictures of what is empty, slow, refused or broken, each with its way on. */

/** In the page: changes a word in the header of every kept run, so that its entries no longer fit. */
const damageRuns = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('rapport');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const writing = opening.result.transaction('saves', 'readwrite');
      const rows = writing.objectStore('saves').openCursor();
      rows.onsuccess = () => {
        const row = rows.result;
        if (!row) return;
        const header = row.value?.header;
        if (typeof header === 'string') row.update({ ...row.value, header: header.replace(/"epoch":\d+/, '"epoch":999') });
        row.continue();
      };
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });

/**
 * Goes through them in one look.
 * @param home address of the app with its options; @param playOtherEpoch makes the browser load another engine from there
 */
export async function states({ context, page, shotOf }, home, playOtherEpoch) {
  const main = page.locator('.button.main');
  const shot = (name, fullPage) => shotOf(page, name, fullPage);
  const open = async (hash, waitFor) => {
    await page.goto('about:blank');
    await page.goto(`${home}${hash}`);
    await page.locator(waitFor).first().waitFor();
  };
  const decline = (pattern) => page.route(pattern, (route) => route.abort());
  /** @param play what the learner does while the parts of the page that match come late */
  async function slowly(pattern, play) {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route(pattern, async (route) => {
      await held;
      await route.continue();
    });
    await play();
    release();
    await page.unrouteAll({ behavior: 'wait' });
  }

  await slowly('**/RunShelf-*.js', async () => {
    await open('#/', 'h1');
    await shot('a-library-loading', false);
  });
  await open('#/', 'input[accept^=".json"]');
  const choose = page.locator('input[accept^=".json"]');
  await choose.setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"format": 1, "format": 2}') });
  await page.getByRole('alert').waitFor();
  await shot('a-import-refused');

  await decline('**/engine.worker-*.js');
  await open('#/briefing/voras-bank', '.button.main');
  await main.click();
  await page.getByRole('alert').waitFor();
  await shot('a-engine-failed', false);
  await page.unroute('**/engine.worker-*.js');

  await open('#/briefing/voras-bank', '.button.main');
  await slowly('**/engine.worker-*.js', async () => {
    await main.click();
    await page.locator('[role=status]').first().waitFor();
    await shot('a-run-opening', false);
  });
  await page.locator('#question').waitFor();
  await main.click();
  await page.locator('.forecast').waitFor();

  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByRole('alert').waitFor();
  await shotOf(second, 'a-second-tab', false);
  await second.close();

  await open('#/', 'input[accept^=".json"]');
  await page.locator('.runs li').first().waitFor();
  await shot('a-library-runs');
  await page.locator('.runs button').last().click();
  await page.getByRole('alertdialog').waitFor();
  await shot('a-delete-asked', false);
  await page.keyboard.press('Escape');
  const run = await page.locator('.runs a').first().getAttribute('href');
  await playOtherEpoch(context);
  await open('#/', '.runs li');
  await shot('b-epoch-library');
  await open(run, 'h1');
  await shot('b-epoch-run');
  await context.unrouteAll({ behavior: 'wait' });
  await page.evaluate(damageRuns);
  await open(run, 'h1');
  await shot('a-run-damaged', false);
  await open('#/run/nosuchrun', 'h1');
  await shot('a-run-not-found', false);

  await open('#/', 'h1');
  await context.setOffline(true);
  await page.evaluate(() => (location.hash = '#/glossary'));
  await page.getByRole('alert').waitFor();
  await shot('a-offline-glossary', false);
  await page.evaluate(() => (location.hash = '#/briefing/voras-bank'));
  await page.getByRole('alert').waitFor();
  await shot('a-offline-briefing', false);
  await context.close();
}
