/** The pause before another attempt to connect. */
import { expect, test } from '@playwright/test';
import { reconnectDelay } from '../../shared/backoff.ts';
import { createRandom } from '../../shared/random.ts';

for (const longest of [15_000, 60_000]) {
  test(`is jittered between half a second and ${longest} ms`, () => {
    const delays = [0, 0.5, 0.999].flatMap((chance) =>
      Array.from({ length: 2000 }, (_, failures) =>
        reconnectDelay(failures, longest, () => chance),
      ),
    );
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(500);
    expect(Math.max(...delays)).toBeLessThanOrEqual(longest);
  });
}

test('of a thousand who lost the same server, no two come back at the same moment', () => {
  const random = createRandom(1);
  for (const failures of [0, 3, 20]) {
    const delays = Array.from({ length: 1000 }, () => reconnectDelay(failures, 15_000, random));
    expect(new Set(delays).size, `${failures} failures`).toBe(1000);
  }
});
