/** Guessing: limited for each address, and never a lock-out for whoever sits at this computer. */
import { expect, test } from '@playwright/test';
import { Attempts } from '../../main/core/auth/attempts.ts';

function guess(attempts: Attempts, address: string, times: number, now = 0): void {
  for (let time = 0; time < times; time += 1) attempts.wrong(address, now);
}

test('twenty wrong guesses a minute from another computer, and no more', () => {
  const attempts = new Attempts();
  guess(attempts, '192.0.2.1', 19);
  expect(attempts.delay('192.0.2.1', 0)).toBe(0);
  guess(attempts, '192.0.2.1', 1);
  expect(attempts.delay('192.0.2.1', 0)).toBeNull();
  expect(attempts.delay('192.0.2.2', 0)).toBe(0);
  expect(attempts.delay('192.0.2.1', 60_000)).toBe(0);
});

test('this computer is slowed down and not locked out', () => {
  const attempts = new Attempts();
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    guess(attempts, address, 100);
    expect(attempts.delay(address, 0)).toBe(1_000);
  }
});

test('ever new addresses fill no memory', () => {
  const attempts = new Attempts();
  guess(attempts, '192.0.2.1', 20);
  for (let index = 0; index < 1_000; index += 1) attempts.wrong(`2001:db8::${index}`, 0);
  expect(attempts.delay('192.0.2.1', 0)).toBe(0);
});
