/** The colours of the map from the page's tokens, and each kind of dot drawn once, to be stamped thousands of times. */

export interface Colours {
  paper: string;
  ink: string;
  faint: string;
  rule: string;
  cloud: string;
  accent: string;
  signal: string;
  font: string;
}
export type DotKind = 'known' | 'cooling' | 'gone' | 'filled' | 'hollow';
export interface Stamp {
  image: HTMLCanvasElement;
  /** Half the width, CSS pixels. */
  half: number;
  /** Device pixels a CSS pixel. */
  scale: number;
}
export type Stamps = Readonly<Record<DotKind, Stamp>>;

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: token('paper'),
    ink: token('ink'),
    faint: token('ink-3'),
    rule: token('rule'),
    cloud: token('rule-strong'),
    accent: token('accent'),
    signal: token('signal'),
    font: style.fontFamily,
  };
}

function stamp(radius: number, line: number, fill: string | null, stroke: string | null, scale: number): Stamp {
  const half = Math.ceil(radius + line) + 1;
  const image = document.createElement('canvas');
  image.width = image.height = Math.ceil(2 * half * scale);
  const pen = image.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.scale(scale, scale);
  pen.beginPath();
  pen.arc(half, half, radius, 0, 2 * Math.PI);
  if (fill !== null) {
    pen.fillStyle = fill;
    pen.fill();
  }
  if (stroke !== null) {
    pen.strokeStyle = stroke;
    pen.lineWidth = line;
    pen.stroke();
  }
  return { image, half, scale };
}

/** @param scale device pixels a CSS pixel; @param radius of a known dot, CSS pixels */
export function makeStamps(colours: Colours, scale: number, radius: number): Stamps {
  return {
    known: stamp(radius, 0, colours.accent, null, scale),
    cooling: stamp(radius + 1.4, 1.5, colours.paper, colours.signal, scale),
    gone: stamp(radius, 1, null, colours.accent, scale),
    filled: stamp(1.4, 0, colours.cloud, null, scale),
    hollow: stamp(1.3, 0.8, null, colours.cloud, scale),
  };
}
