import { expect, test } from '@playwright/test';
import { differencesBetween, serveCorpus } from '../../tools/proof/engines/corpusPage.mjs';

// One after another in one worker: they share a page that is built once.
test.describe.configure({ mode: 'default' });

let corpus: Awaited<ReturnType<typeof serveCorpus>>;
test.beforeAll(async () => {
  corpus = await serveCorpus(null);
});
test.afterAll(() => corpus.close());

test('the twenty runs of the corpus have the same digests and outcomes in Node and in Chromium, quarter by quarter', async ({ page }) => {
  const inChromium = await corpus.play((url: string) => page.goto(url));
  const inNode = corpus.expected();
  const digests = inNode.flatMap((run) => run.digests);
  expect(inNode).toHaveLength(20);
  expect(digests).toHaveLength(20 * 16);
  expect(new Set(digests).size).toBeGreaterThan(300);
  expect(differencesBetween(inNode, inChromium)).toEqual([]);
});

test('a page that fails says what it died of instead of passing for equal', async ({ page }) => {
  await page.route('**/task.json', (route) => route.fulfill({ json: { scenario: '[]', corpus: { runs: [] }, customers: null } }));
  await expect(corpus.play((url: string) => page.goto(url))).rejects.toThrow('The frozen scenario cannot be read');
});
