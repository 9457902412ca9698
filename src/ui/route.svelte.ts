/** Which screen is open, as the part of the address after #; the back button works and a screen can be linked to. */

/** Screens to look something up: the screen they were opened from waits underneath as it is. */
export type Aside = { screen: 'glossary'; term: string | null } | { screen: 'settings' } | { screen: 'data' | 'review'; run: string };
/** Chapters of the debrief, in the order of reading. */
export const chapterIds = ['score', 'truth', 'decisions', 'whatIf', 'luck', 'people', 'mirror', 'lessons', 'report'] as const;
export type ChapterId = (typeof chapterIds)[number];
export const classRooms = ['assign', 'league', 'board'] as const;
/** assign: an assignment is made; league: its runs are graded; board: the same for a projector. */
export type ClassRoom = (typeof classRooms)[number];
export type MainRoute =
  /** With the code of a run that a link brought. */
  | { screen: 'library'; code?: string }
  /** By id, or by the hash of its content where the firm is one's own. */
  | { screen: 'briefing'; scenario: string }
  /** The weeks of a course, with what is played in each. */
  | { screen: 'course' }
  /** The lecturer's rooms: an assignment is made, a class is graded. */
  | { screen: 'class'; room: ClassRoom }
  /** An assignment as a student opens it, with the code that the link brought. */
  | { screen: 'assigned'; code: string }
  /** A run that is being played. */
  | { screen: 'play'; run: string }
  /** The end of a run, a chapter at a time; null = the first. */
  | { screen: 'debrief'; run: string; chapter: ChapterId | null };
export type Route = MainRoute | Aside;

export function parseRoute(hash: string): Route {
  const [screen, detail = '', end = '', part = ''] = hash.replace(/^#\/?/, '').split('?')[0].split('/');
  if (screen === 'briefing' && detail) return { screen, scenario: detail };
  if (screen === 'class' && detail === 'course') return { screen: 'course' };
  if (screen === 'class') return { screen, room: classRooms.find((room) => room === detail) ?? 'assign' };
  if (screen === 'assignment' && /^[A-Za-z0-9_-]+$/.test(detail)) return { screen: 'assigned', code: detail };
  if (screen === 'glossary') return { screen, term: decoded(detail) || null };
  if (screen === 'settings') return { screen };
  if (screen === 'code' && /^[A-Za-z0-9_-]+$/.test(detail)) return { screen: 'library', code: detail };
  if (screen === 'run' && (end === 'data' || end === 'review') && /^[a-z0-9]+$/.test(detail)) return { screen: end, run: detail };
  if (screen === 'run' && /^[a-z0-9]+$/.test(detail)) {
    if (end !== 'debrief') return { screen: 'play', run: detail };
    return { screen: 'debrief', run: detail, chapter: chapterIds.find((id) => id === part) ?? null };
  }
  return { screen: 'library' };
}

/** Addresses are typed by hand too: what cannot be decoded is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

export function routeHash(route: Route): string {
  if (route.screen === 'library') return '#/';
  if (route.screen === 'course') return '#/class/course';
  if (route.screen === 'class') return `#/class/${route.room}`;
  if (route.screen === 'assigned') return `#/assignment/${route.code}`;
  if (route.screen === 'briefing') return `#/briefing/${route.scenario}`;
  if (route.screen === 'glossary' && route.term !== null) return `#/glossary/${encodeURIComponent(route.term)}`;
  if (route.screen === 'data' || route.screen === 'review') return `#/run/${route.run}/${route.screen}`;
  if (route.screen === 'play') return `#/run/${route.run}`;
  if (route.screen === 'debrief') return `#/run/${route.run}/debrief${route.chapter === null ? '' : `/${route.chapter}`}`;
  return `#/${route.screen}`;
}

export const isAside = (route: Route): route is Aside =>
  route.screen === 'glossary' || route.screen === 'settings' || route.screen === 'data' || route.screen === 'review';

const isRun = (route: MainRoute): route is Extract<MainRoute, { run: string }> => route.screen === 'play' || route.screen === 'debrief';

class Router {
  current = $state.raw<Route>({ screen: 'library' });
  /** The screen that is open, or that waits under an aside. */
  main = $state.raw<MainRoute>({ screen: 'library' });

  start(page: Window): void {
    const read = (): void => this.#take(parseRoute(page.location.hash));
    read();
    page.addEventListener('hashchange', read);
  }

  go(route: Route): void {
    location.hash = routeHash(route);
  }

  /** Goes there in place of the screen that is open: the back button does not lead back to it. */
  replace(route: Route): void {
    location.replace(routeHash(route));
  }

  #take(route: Route): void {
    this.current = route;
    if (!isAside(route)) this.main = route;
    // A link to the data room or the reviews opens the run that it belongs to.
    else if ('run' in route && !(isRun(this.main) && this.main.run === route.run)) this.main = { screen: 'play', run: route.run };
  }
}

export const router = new Router();
