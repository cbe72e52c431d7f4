/** Ingest tokens are known again by their hash, and by nothing else. */
import { expect, test } from '@playwright/test';
import { findToken, makeToken } from '../../main/core/sources/ingest/tokens.ts';
import { SETTING_RULES } from '../../shared/settings.ts';

test('a token is found by its secret, which is not part of what is kept', () => {
  const made = [makeToken('one', null, 1), makeToken('two', ['7'], 2)];
  const kept = made.map(({ token }) => token);
  for (const { secret, token } of made) {
    expect(findToken(kept, secret)).toEqual(token);
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(JSON.stringify(kept)).not.toContain(secret.slice(4));
  }
  expect(SETTING_RULES['ingest.tokens'].accepts(kept)).toBe(true);
});

test('nothing else is a token', () => {
  const { secret, token } = makeToken('one', null, 1);
  for (const wrong of ['', secret.slice(0, -1), `${secret} `, token.hash, token.id]) {
    expect(findToken([token], wrong)).toBeNull();
  }
});
