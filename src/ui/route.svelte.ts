/** Which screen is open, as the part of the address after #; the back button works and a screen can be linked to. */

export type Route = { screen: 'library' } | { screen: 'briefing'; scenario: string } | { screen: 'play' } | { screen: 'debrief' };

export function parseRoute(hash: string): Route {
  const [screen, scenario] = hash.replace(/^#\/?/, '').split('?')[0].split('/');
  if (screen === 'briefing' && scenario) return { screen, scenario };
  if (screen === 'play' || screen === 'debrief') return { screen };
  return { screen: 'library' };
}

export function routeHash(route: Route): string {
  if (route.screen === 'library') return '#/';
  return route.screen === 'briefing' ? `#/briefing/${route.scenario}` : `#/${route.screen}`;
}

class Router {
  current = $state.raw<Route>({ screen: 'library' });

  start(page: Window): void {
    const read = () => (this.current = parseRoute(page.location.hash));
    read();
    page.addEventListener('hashchange', read);
  }

  go(route: Route): void {
    location.hash = routeHash(route);
  }
}

export const router = new Router();
