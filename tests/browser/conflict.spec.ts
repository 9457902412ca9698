/** A conflict case in a real browser: played step by step by keyboard on a phone, in sight, read out, kept, and closed in words. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './accessible.ts';
import { here, long } from './halves.ts';

type Themes = 'one' | 'both';

async function sound(page: Page, screen: string, themes: Themes): Promise<void> {
  await (themes === 'both' ? expectAccessibleInBothThemes : expectAccessible)(page, screen);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(`${screen}: ${wide}`).toBe(`${screen}: false`);
}

/** To the round in whose inbox the scripted case of Voras waits. */
async function toCase(page: Page): Promise<void> {
  await page.goto('./?customers=500&world=0&people=1&seed=5#/briefing/voras-bank');
  await page.locator('.button.main').click();
  await page.locator('#question').waitFor();
  await page.locator('footer .button.main').click();
  await page.locator('footer .button.main').getByText('On to quarter').click();
  await page.getByRole('tab', { name: /^Know/ }).click();
}

test.use({ locale: 'en-GB', viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' });

for (const [themes, tag] of [
  ['one', here],
  ['both', long],
] as const)
  test(
    `a case is heard, weighed, coded and settled by keyboard, each step final, and its ending is told; themes read: ${themes}`,
    { tag },
    async ({ page }) => {
      test.slow();
      await toCase(page);
      const tab = page.getByRole('tab', { name: /^Know/ });
      await expect(tab.locator('.ring')).toBeVisible();
      const one = page.getByRole('article').filter({ hasText: 'Told three times' });
      await one.getByRole('button', { name: 'Open the case: Told three times' }).press('Enter');
      await expect(one.getByRole('heading', { name: /^Told three times/ })).toBeFocused();
      const log = one.getByRole('log', { name: 'Conversation: Told three times' });
      const next = one.getByRole('heading', { name: 'Next step' });
      await expect(log.getByRole('listitem')).toHaveCount(1);

      await one.getByText(/^Steps that are closed \(14\)/).press('Enter');
      await expect(one.getByRole('definition').filter({ hasText: 'they have not been heard yet' })).toHaveCount(14);
      await one.getByRole('button', { name: 'Listen and take it on' }).press('Enter');
      await expect(log.getByRole('listitem')).toHaveCount(4);
      await expect(next).toBeFocused();
      await expect(log.getByText('We say thank you, hear them out and name an owner.')).toBeInViewport();

      const send = one.getByRole('button', { name: 'Weigh it so' });
      await expect(send).toBeDisabled();
      for (const [name, points] of Object.entries({ Harm: 3, Value: 4, Spread: 3, Law: 0, Repetition: 0, Heat: 3 })) {
        await one
          .getByRole('group', { name: new RegExp(`^${name}`) })
          .getByRole('radio', { name: String(points) })
          .press(' ');
      }
      await expect(one.getByText(/^49\/100: major\. An answer is owed within 2 half days\.$/)).toBeVisible();
      await sound(page, 'weighed', themes);
      await send.press('Enter');
      await expect(log.getByText('We weigh it: major, 49/100.')).toBeVisible();

      await one
        .getByRole('group', { name: /^Symptom/ })
        .getByRole('radio', { name: 'delay' })
        .press(' ');
      await one
        .getByRole('group', { name: /^General cause/ })
        .getByRole('radio', { name: 'company or process' })
        .press(' ');
      await one
        .getByRole('group', { name: /^Escalation/ })
        .getByRole('radio', { name: 'was passed from hand to hand' })
        .press(' ');
      await one
        .getByRole('group', { name: /^Root cause/ })
        .getByRole('radio', { name: 'not checked' })
        .press(' ');
      if (themes === 'both') await sound(page, 'coded', themes);
      await one.getByRole('button', { name: 'Set these codes' }).press('Enter');
      await expect(log.getByText(/^We set the codes\./)).toBeVisible();

      await one.getByRole('radio', { name: 'Collaborate' }).press(' ');
      await expect(one.getByText('Staff hours: 10, half days: 1. This cannot be taken back.')).toBeVisible();
      await one.getByRole('button', { name: 'Take this mode' }).press('Enter');
      await expect(log.getByText('We choose the mode: Collaborate.')).toBeVisible();

      // Half way the run is opened again: what was said stays said.
      const said = await log.getByRole('listitem').count();
      await page.reload();
      await page.getByRole('tab', { name: /^Know/ }).click();
      await expect(log.getByRole('listitem')).toHaveCount(said);
      await one.getByText('Map of a case').press('Enter');
      await expect(one.getByRole('option', { name: 'Negotiation, here now' })).toBeVisible();
      await expect(one.getByRole('option', { name: /^from Negotiation to Awaiting reply.*open now$/ })).toBeVisible();
      if (themes === 'both') await sound(page, 'drawn', themes);

      await one.getByRole('radio', { name: 'In full' }).press(' ');
      for (const words of ['Apologise', 'Give the reason']) await one.getByRole('checkbox', { name: words }).press(' ');
      await one.getByRole('button', { name: 'Make this offer' }).press('Enter');
      await expect(log.getByText('We apologise, give the reason, make good the whole loss.')).toBeVisible();
      await one.getByRole('radio', { name: 'Fix the cause' }).press(' ');
      await one.getByRole('radio', { name: /^Redraw the process/ }).press(' ');
      await sound(page, 'the remedy for the cause', themes);
      await one.getByRole('button', { name: 'Make this change' }).press('Enter');
      await expect(one.getByRole('heading', { name: 'The case is at rest.' })).toBeFocused();
      await expect(one.getByText('waits for us')).toHaveCount(0);

      await page.getByRole('button', { name: /^Close quarter/ }).click();
      await expect(page.getByText('Told three times')).toBeVisible({ timeout: 60_000 });
      await expect(page.getByText(/We handled it ourselves\./)).toBeVisible();
      await sound(page, 'what came of it', themes);
    },
  );
