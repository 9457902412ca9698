/** Pictures of the drawings of the machines: the programme of a stalled leap with a way chosen and its table, the levels, a rival. */
import { stalled } from './shot-steering.mjs';

/** Goes through them in one look. @param home address of the app with its options */
export async function machines({ context, page, shotOf }, home, width) {
  const shot = (name, fullPage) => shotOf(page, name, fullPage);
  const phone = width <= 640;
  await page.goto(home);
  const buffer = Buffer.from(await stalled);
  await page.locator('input[accept^=".json"]').setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer });
  await page.locator('footer .button.main').click();
  await page.locator('#question').waitFor();
  if (phone) await page.getByRole('tab').nth(2).click();
  const drawing = page.getByRole('listbox');
  /** Opens a drawing, chooses something in it by keys and takes the picture of it; on a wide screen in a column as tall as it needs. */
  async function one(row, name, keys) {
    await row.click();
    await drawing.focus();
    for (const key of keys) await page.keyboard.press(key);
    const tall = (await drawing.boundingBox()).height + 700;
    const size = page.viewportSize();
    if (!phone) await page.setViewportSize({ width, height: Math.ceil(tall) });
    await drawing.scrollIntoViewIfNeeded();
    await shot(name, phone);
    await page.setViewportSize(size);
  }
  const programme = page.locator('.machine summary').first();
  await one(programme, 'd-machine-programme', ['Home']);
  await drawing.focus();
  for (let press = 0; press < 29; press += 1) await page.keyboard.press('ArrowDown');
  await shot('d-machine-way', false);
  await page.locator('.machine details details summary').click();
  await page.locator('.machine table').scrollIntoViewIfNeeded();
  await shot('d-machine-table', phone);
  await programme.click();
  const position = page.locator('figure summary').filter({ hasText: /bốn cấp|four levels/ });
  await one(position, 'd-machine-position', ['Home', 'ArrowDown', 'ArrowDown']);
  await position.click();
  if (phone) await page.getByRole('tab').nth(1).click();
  await one(page.locator('.news li > button[aria-expanded]').first(), 'd-machine-rival', ['Home', 'ArrowDown', 'ArrowDown']);
  await context.close();
}
