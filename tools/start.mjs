/** `npm start`: the development server, its address, and a browser window where there is a screen. */
import { createServer } from 'vite';
import { root } from './paths.mjs';

const hasScreen =
  process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const server = await createServer({ root, server: { open: hasScreen && !process.env.CI } });
await server.listen();
server.printUrls();
server.bindCLIShortcuts({ print: false });
