// A grid of RGBA pixels with the few operations pixel art needs.

/** '#rrggbb' or '#rrggbbaa' as four bytes. */
function rgba(colour) {
  const hex = colour.slice(1).padEnd(8, 'f');
  return [0, 2, 4, 6].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

export function createCanvas(width, height = width) {
  return { width, height, data: new Uint8Array(width * height * 4) };
}

/** Sets one pixel, replacing what was there; pixels outside are dropped. */
export function plot(canvas, x, y, colour) {
  if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) return;
  canvas.data.set(rgba(colour), (y * canvas.width + x) * 4);
}

export function fillRect(canvas, left, top, width, height, colour) {
  for (let y = top; y < top + height; y += 1) {
    for (let x = left; x < left + width; x += 1) plot(canvas, x, y, colour);
  }
}

export function alphaAt(canvas, x, y) {
  if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) return 0;
  return canvas.data[(y * canvas.width + x) * 4 + 3];
}

/** Draws rows of letters, each looked up in `colours`; letters not listed are left alone. */
export function stamp(canvas, left, top, rows, colours) {
  rows.forEach((row, dy) => {
    [...row].forEach((letter, dx) => {
      const colour = colours[letter];
      if (colour) plot(canvas, left + dx, top + dy, colour);
    });
  });
}

/** Rings everything drawn so far with one pixel; corners stay open, which rounds the shape. */
export function outline(canvas, colour) {
  const ring = [];
  for (let y = 0; y < canvas.height; y += 1) {
    for (let x = 0; x < canvas.width; x += 1) {
      if (alphaAt(canvas, x, y) > 0) continue;
      const beside = [alphaAt(canvas, x - 1, y), alphaAt(canvas, x + 1, y)];
      const stacked = [alphaAt(canvas, x, y - 1), alphaAt(canvas, x, y + 1)];
      if ([...beside, ...stacked].some((alpha) => alpha > 0)) ring.push([x, y]);
    }
  }
  for (const [x, y] of ring) plot(canvas, x, y, colour);
}

/** Lays `source` over `target`, blending where it is translucent. */
export function blit(target, source, left = 0, top = 0) {
  for (let y = 0; y < source.height; y += 1) {
    for (let x = 0; x < source.width; x += 1) {
      const tx = left + x;
      const ty = top + y;
      if (tx < 0 || ty < 0 || tx >= target.width || ty >= target.height) continue;
      const from = (y * source.width + x) * 4;
      const to = (ty * target.width + tx) * 4;
      const over = source.data[from + 3] / 255;
      if (over === 0) continue;
      const under = (target.data[to + 3] / 255) * (1 - over);
      for (let channel = 0; channel < 3; channel += 1) {
        const mixed = source.data[from + channel] * over + target.data[to + channel] * under;
        target.data[to + channel] = Math.round(mixed / (over + under));
      }
      target.data[to + 3] = Math.round((over + under) * 255);
    }
  }
}

/** Enlarges by a whole number, every pixel becoming a square. */
export function scaled(source, factor) {
  const out = createCanvas(source.width * factor, source.height * factor);
  for (let y = 0; y < out.height; y += 1) {
    for (let x = 0; x < out.width; x += 1) {
      const from = (Math.floor(y / factor) * source.width + Math.floor(x / factor)) * 4;
      out.data.set(source.data.subarray(from, from + 4), (y * out.width + x) * 4);
    }
  }
  return out;
}

/** Draws on a layer of its own, rings it, and lays it over what is there. */
export function layer(target, ring, draw) {
  const canvas = createCanvas(target.width, target.height);
  draw(canvas);
  outline(canvas, ring);
  blit(target, canvas);
}
