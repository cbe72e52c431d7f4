/** One stranger does not fill the event log, neither with one name nor with ever new ones. */
import { expect, test } from '@playwright/test';
import { RefusalFilter } from '../../main/core/refusal-filter.ts';
import type { Fact } from '../../shared/state.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

const refused = (origin: string): Fact => ({ kind: 'refused', what: 'origin', origin });

test('the same refusal is told once a minute', () => {
  const clock = new FakeClock();
  const filter = new RefusalFilter(clock);
  expect(filter.isNews(refused('http://evil.example'))).toBe(true);
  expect(filter.isNews(refused('http://evil.example'))).toBe(false);
  clock.advance(59_999);
  expect(filter.isNews(refused('http://evil.example'))).toBe(false);
  clock.advance(1);
  expect(filter.isNews(refused('http://evil.example'))).toBe(true);
});

test('different refusals do not hide one another', () => {
  const filter = new RefusalFilter(new FakeClock());
  expect(filter.isNews(refused('http://a.example'))).toBe(true);
  expect(filter.isNews(refused('http://b.example'))).toBe(true);
  expect(filter.isNews({ kind: 'refused', what: 'host', host: 'http://a.example' })).toBe(true);
});

test('ever new names fall silent, and a minute later the next one is told again', () => {
  const clock = new FakeClock();
  const filter = new RefusalFilter(clock);
  const told = Array.from({ length: 10_000 }, (_, i) => refused(`http://${i}.example`)).filter(
    (fact) => filter.isNews(fact),
  );
  expect(told).toHaveLength(200);
  clock.advance(60_000);
  expect(filter.isNews(refused('http://new.example'))).toBe(true);
});

test('everything else is news every time', () => {
  const filter = new RefusalFilter(new FakeClock());
  const stopped: Fact = { kind: 'server', what: 'stopped' };
  expect([filter.isNews(stopped), filter.isNews(stopped)]).toEqual([true, true]);
});
