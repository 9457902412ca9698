/** Reads the definition of a state machine into states and edges. Whatever the definition holds is in the graph, and nothing else. */

/** What is read of a node of XState's resolved definition; only the company floor knows the package itself. */
export interface DefinedState {
  readonly key: string;
  readonly states: Readonly<Record<string, DefinedState>>;
  readonly initial: { readonly target: readonly { readonly key: string }[] };
  readonly transitions: ReadonlyMap<string, readonly DefinedTransition[]>;
  readonly always?: readonly DefinedTransition[];
}
interface DefinedTransition {
  readonly eventType: string;
  readonly guard?: unknown;
  readonly target?: readonly { readonly key: string }[];
}

/** One way along an edge: the event, and the guard that is asked. */
export interface Way {
  /** 'always' where the state is left at once. */
  event: string;
  /** Null where nothing is asked. */
  guard: string | null;
  /** Comes into question only when the ways before it, at the same event, were refused. */
  otherwise: boolean;
  /** The same event may lead elsewhere from the same state, so that it alone does not name this way. */
  shared: boolean;
}
/** All ways from one state to another; `from` = `to` where the state is kept. */
export interface Edge {
  id: string;
  from: string;
  to: string;
  ways: readonly Way[];
}
export interface Graph {
  initial: string;
  /** In the order of the definition. */
  states: readonly string[];
  /** By state in the order of the definition, then by the order in which it is asked. */
  edges: readonly Edge[];
}

/** Name of a guard: as it is written, its type where it has parameters, its function's name where it stands in the definition. */
function guardName(guard: unknown): string | null {
  if (guard === undefined || guard === null) return null;
  if (typeof guard === 'string') return guard;
  if (typeof guard === 'function') return guard.name;
  return (guard as { type: string }).type;
}

function waysOf(from: DefinedState): { to: string; way: Way }[] {
  const byEvent = [...from.transitions.values(), from.always ?? []];
  return byEvent.flatMap((branches) => {
    const targets = branches.map(({ target }) => target?.[0]?.key ?? from.key);
    return branches.map(({ eventType, guard }, index) => ({
      to: targets[index],
      way: {
        event: eventType === '' ? 'always' : eventType,
        guard: guardName(guard),
        otherwise: index > 0,
        shared: targets.some((target) => target !== targets[index]),
      },
    }));
  });
}

/**
 * The graph of a machine, or of one region of a parallel machine.
 * @param region a node whose states are simple: no state within a state
 */
export function readGraph(region: DefinedState): Graph {
  const states = Object.values(region.states);
  const edges = states.flatMap((from) => {
    const ways = waysOf(from);
    return [...new Set(ways.map(({ to }) => to))].map((to) => ({
      id: `${from.key}-${to}`,
      from: from.key,
      to,
      ways: ways.filter((other) => other.to === to).map(({ way }) => way),
    }));
  });
  return { initial: region.initial.target[0].key, states: states.map(({ key }) => key), edges };
}

/** The one event of a graph in which nothing else ever happens; null where there are several. */
export function onlyEvent({ edges }: Graph): string | null {
  const events = new Set(edges.flatMap(({ ways }) => ways.map(({ event }) => event)));
  return events.size === 1 ? [...events][0] : null;
}
