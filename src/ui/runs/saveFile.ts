/** Hands a text over as a file, the way the browser saves files. */

/** Milliseconds that the browser is given to fetch the text before it is forgotten. */
const keptFor = 60_000;

export function saveFile({ name, text }: { name: string; text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}
