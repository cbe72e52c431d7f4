/** A small picture made pixel by pixel, before it becomes a canvas. */

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Packed colours; 0 is transparent. */
  readonly pixels: Uint32Array<ArrayBuffer>;
}

export function createBitmap(width: number, height: number): Bitmap {
  return { width, height, pixels: new Uint32Array(width * height) };
}

export function plot({ width, height, pixels }: Bitmap, x: number, y: number, color: number): void {
  if (x >= 0 && y >= 0 && x < width && y < height) pixels[y * width + x] = color;
}

/** Draws rows of letters; what has no colour in the palette stays as it was. */
export function stamp(
  bitmap: Bitmap,
  x: number,
  y: number,
  rows: readonly string[],
  palette: Readonly<Record<string, number>>,
): void {
  rows.forEach((row, down) => {
    for (let across = 0; across < row.length; across += 1) {
      const color = palette[row.charAt(across)];
      if (color !== undefined) plot(bitmap, x + across, y + down, color);
    }
  });
}

/** Surrounds what was drawn with a line, on the transparent pixels next to it. */
export function outline({ width, pixels }: Bitmap, color: number): void {
  const edge: number[] = [];
  for (let index = 0; index < pixels.length; index += 1) {
    if (pixels[index] !== 0) continue;
    const x = index % width;
    const touches =
      (x > 0 && (pixels[index - 1] ?? 0) !== 0) ||
      (x < width - 1 && (pixels[index + 1] ?? 0) !== 0) ||
      (pixels[index - width] ?? 0) !== 0 ||
      (pixels[index + width] ?? 0) !== 0;
    if (touches) edge.push(index);
  }
  for (const index of edge) pixels[index] = color;
}
