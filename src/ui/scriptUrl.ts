/** Addresses of scripts that the page may start, under Trusted Types where the browser has them. */

interface ScriptUrlPolicy {
  createScriptURL(url: string): URL;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptUrlPolicy;
}

/** The address, if it lies beside the page; throws a TypeError for any other. */
export function besideThePage(url: string, page: string): string {
  const { href } = new URL(url, page);
  if (!href.startsWith(new URL('.', page).href)) throw new TypeError(`not a script of this page: ${href}`);
  return href;
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const policy = trustedTypes?.createPolicy('rapport-script-url', { createScriptURL: (url) => besideThePage(url, location.href) });

/** Takes the address of a file that the build made and no other. The type says URL where it may be a TrustedScriptURL: both go to Worker. */
export const scriptUrl = (url: string): URL => policy?.createScriptURL(url) ?? new URL(besideThePage(url, location.href));
