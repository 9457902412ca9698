import { describe, expect, test } from 'vitest';
import { isAside, parseRoute, routeHash, router, type Route } from '../../src/ui/route.svelte.ts';

const routes: [hash: string, route: Route][] = [
  ['#/', { screen: 'library' }],
  ['#/briefing/voras-bank', { screen: 'briefing', scenario: 'voras-bank' }],
  ['#/class/course', { screen: 'course' }],
  ['#/run/0a1b', { screen: 'play', run: '0a1b' }],
  ['#/run/0a1b/debrief', { screen: 'debrief', run: '0a1b', chapter: null }],
  ['#/glossary', { screen: 'glossary', term: null }],
  ['#/run/7f/data', { screen: 'data', run: '7f' }],
  ['#/run/7f/review', { screen: 'review', run: '7f' }],
  ['#/glossary/customer-equity', { screen: 'glossary', term: 'customer-equity' }],
  ['#/glossary/%3Cb%3E%2F', { screen: 'glossary', term: '<b>/' }],
  ['#/settings', { screen: 'settings' }],
];

test.each(routes)('%s is read and written the same', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
  expect(routeHash(route)).toBe(hash);
});

test.each([
  ['#/code/AbC_-9', { screen: 'library', code: 'AbC_-9' }],
  ['#/code/<b>', { screen: 'library' }],
  ['', { screen: 'library' }],
  ['#/nowhere', { screen: 'library' }],
  ['#/briefing', { screen: 'library' }],
  ['#/glossary/', { screen: 'glossary', term: null }],
  ['#/glossary/%E0%A4%A', { screen: 'glossary', term: '%E0%A4%A' }],
])('%s typed by hand opens a screen', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

describe('the router', () => {
  let listener: () => void = () => undefined;
  const page = { location: { hash: '' }, addEventListener: (_: string, listen: () => void) => (listener = listen) };
  const open = (hash: string): void => {
    page.location.hash = hash;
    listener();
  };

  test('keeps the screen under a glossary or settings, and only under them', () => {
    page.location.hash = '#/glossary/pilot';
    router.start(page as unknown as Window);
    expect([router.current.screen, router.main.screen]).toEqual(['glossary', 'library']);
    open('#/run/0a1b');
    expect([router.current.screen, router.main.screen]).toEqual(['play', 'play']);
    open('#/settings');
    open('#/glossary');
    expect([router.current.screen, router.main.screen]).toEqual(['glossary', 'play']);
    expect(isAside(router.current)).toBe(true);
    open('#/');
    expect([router.current.screen, router.main.screen]).toEqual(['library', 'library']);
  });
});
