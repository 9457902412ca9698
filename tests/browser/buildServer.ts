/** A small web server for a folder of built files, as a host of Rapport runs one, which can be stopped, given another build, and be at fault. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
  '.svg': 'image/svg+xml',
};

export class BuildServer {
  readonly #server: Server;
  /** Where the app lies: below the root of the address. */
  readonly #base: string;
  port = 0;
  /** Folder of the build that is served. */
  folder: string;
  /** Answers of another kind than the file, by path from the app's folder. */
  readonly faults = new Map<string, { status: number; text: string }>();
  /** Paths asked for, from the app's folder. */
  asked: string[] = [];

  constructor(folder = 'dist', base = '/') {
    this.folder = folder;
    this.#base = base;
    this.#server = createServer((request, response) => {
      const path = normalize(new URL(request.url ?? '/', 'http://any').pathname).slice(this.#base.length);
      this.asked.push(path);
      const fault = this.faults.get(path);
      const file = join(this.folder, path === '' ? 'index.html' : path);
      if (fault) response.writeHead(fault.status, { 'content-type': 'text/html' }).end(fault.text);
      else if (!existsSync(file) || !statSync(file).isFile()) response.writeHead(404).end();
      else {
        response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', vary: 'Origin' });
        createReadStream(file).pipe(response);
      }
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}${this.#base}`;
  }

  /** Listens again where it listened before. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.port, '127.0.0.1', () => {
        const address = this.#server.address();
        if (address !== null && typeof address === 'object') this.port = address.port;
        resolve();
      });
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
