/** Half-filled forms, kept with their session: a look into the glossary does not empty them. Nothing of them is stored. */

const kept = new WeakMap<object, Map<string, object>>();

function proxied<T extends object>(start: T): T {
  const form = $state(start);
  return form;
}

/** The form of a session under a name as it was left, or as it starts. @param session of which it is a part: another run has forms of its own */
export function formKept<T extends object>(session: object, name: string, start: () => T): T {
  const forms = kept.get(session) ?? new Map<string, object>();
  kept.set(session, forms);
  const form = (forms.get(name) as T | undefined) ?? proxied(start());
  forms.set(name, form);
  return form;
}
