/** Vite plugin: the Content-Security-Policy of the built page. The development server needs inline scripts and is left alone. */

import type { Plugin } from 'vite';

/**
 * All comes from where the page comes from; pictures may also be made in the page. Trusted Types leave two ways to turn text into
 * something that runs: Svelte's own templates, and the addresses of our workers (src/ui/scriptUrl.ts). Workers fetched from a server
 * follow the headers that come with them, not this tag.
 */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html rapport-script-url',
].join('; ');

export function contentSecurityPolicyTag(): Plugin {
  return {
    name: 'rapport-content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const afterCharset = /<meta charset="utf-8"\s*\/?>/i;
        if (!afterCharset.test(html)) throw new Error('index.html has no <meta charset="utf-8"> to put the policy behind');
        return html.replace(
          afterCharset,
          (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />`,
        );
      },
    },
  };
}
