/** The pause before another attempt to connect. */
import { expect, test } from '@playwright/test';
import { reconnectDelay } from '../../shared/backoff.ts';

for (const longest of [15_000, 60_000]) {
  test(`is jittered between half a second and ${longest} ms`, () => {
    const delays = [0, 0.5, 0.999].flatMap((chance) =>
      Array.from({ length: 2000 }, (_, failures) =>
        reconnectDelay(failures, longest, () => chance),
      ),
    );
    expect(Math.min(...delays)).toBe(500);
    expect(Math.max(...delays)).toBe(longest);
    expect(reconnectDelay(3, longest, () => 0)).not.toBe(reconnectDelay(3, longest, () => 0.9));
  });
}
