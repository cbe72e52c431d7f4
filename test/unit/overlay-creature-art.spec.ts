/** How creatures are drawn: readable in any colour, and each somebody. */
import { expect, test } from '@playwright/test';
import { createArt, type Frame, lightAt } from '../../renderer/overlay/draw/art/art.ts';
import { featuresOf } from '../../renderer/overlay/draw/art/features.ts';
import { STATUSES } from '../../shared/protocol.ts';
import { seedFrom } from '../../shared/random.ts';

const LOOK = { character: 3, facing: 'left', frame: 'rest', status: 'online' } as const;
const art = createArt({ detail: 'near', theme: 'meadow', light: lightAt(12) });

test('a creature of any colour is told from its outline, and shows its face', () => {
  for (const roleColor of ['#000000', '#ffffff', '#808080', '#0000ff', '#14202b', '#ffff00']) {
    const { pixels } = art.creature({ ...LOOK, roleColor });
    // Nothing, outline, lid, its edge, two sides, two feet, face, shine and blush.
    expect(new Set(pixels).size, roleColor).toBeGreaterThanOrEqual(8);
  }
});

test('each status and each frame looks different, in every detail', () => {
  for (const detail of ['near', 'far', 'dots'] as const) {
    const drawn = createArt({ detail, theme: 'meadow', light: lightAt(12) });
    const statuses = STATUSES.map((status) =>
      drawn.creature({ ...LOOK, roleColor: '#5599ee', status }).pixels.join(),
    );
    expect(new Set(statuses).size, detail).toBe(STATUSES.length);
  }
  const frames: Frame[] = ['rest', 'blink', 'talk', 'crouch', 'leap'];
  const drawings = frames.map((frame) =>
    art.creature({ ...LOOK, roleColor: '#5599ee', frame }).pixels.join(),
  );
  expect(new Set(drawings).size).toBe(frames.length);
});

test('at least six faces, and members that differ', () => {
  const faces = new Set<string>();
  const looks = new Set<string>();
  for (let index = 0; index < 500; index += 1) {
    const character = Math.imul(index + 1, 0x9e3779b1) >>> 0;
    const { eyes, mouth } = featuresOf(character);
    faces.add([...eyes.open, ...mouth.shut].join());
    looks.add(art.creature({ ...LOOK, roleColor: '#5599ee', character }).pixels.join());
  }
  expect(faces.size).toBeGreaterThanOrEqual(6);
  expect(looks.size).toBeGreaterThan(300);
});

test('members whose ids follow one another have nothing in common', () => {
  for (const first of [9000, 527964146659229, 1]) {
    const features = Array.from({ length: 24 }, (_, index) =>
      featuresOf(seedFrom(String(first + index))),
    );
    for (const [name, least] of [
      ['eyes', 5],
      ['mouth', 4],
      ['crest', 6],
      ['pattern', 4],
    ] as const) {
      const choices = features.map((feature) => JSON.stringify(feature[name]));
      expect(new Set(choices).size, `${name} from ${first}`).toBeGreaterThanOrEqual(least);
    }
  }
});
