import { expect, test } from 'vitest';
import { printIn } from '../../src/ui/debrief/report/print.ts';

type Locale = 'vi' | 'en';

function page(current: Locale) {
  const language = { current };
  const seen: string[] = [];
  let done = (): void => undefined;
  return {
    language,
    seen,
    close: () => done(),
    printer: {
      language,
      print: () => void seen.push(`print ${language.current}`),
      afterPrint: (then: () => void) => void (done = then),
      drawn: () => Promise.resolve(void seen.push(`drawn ${language.current}`)),
    },
  };
}

test('the other language is drawn before it is printed, and the reader’s own comes back when the dialog closes', async () => {
  const { language, seen, close, printer } = page('vi');
  await printIn('en', printer);
  expect(seen).toEqual(['drawn en', 'print en']);
  expect(language.current).toBe('en');
  close();
  expect(language.current).toBe('vi');
});

test('the page’s own language is printed at once and left alone', async () => {
  const { language, seen, close, printer } = page('vi');
  await printIn('vi', printer);
  close();
  expect(seen).toEqual(['print vi']);
  expect(language.current).toBe('vi');
});
