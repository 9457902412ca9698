/** Hands a text or bytes over as a file, the way the browser saves files. */

/** Milliseconds that the browser is given to fetch them before they are forgotten. */
const keptFor = 60_000;

export function saveFile(file: { name: string; text: string } | { name: string; bytes: Uint8Array }): void {
  const content =
    'text' in file
      ? new Blob([file.text], { type: 'application/json' })
      : new Blob([new Uint8Array(file.bytes)], { type: 'application/octet-stream' });
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}
