/** Times, durations and amounts as people read them. */
import { strings } from './index.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `12 s`, `5 min`, `2 h 10 min`, `3 days`. Never less than `0 s`, should the clock be set back. */
export function durationText(milliseconds: number): string {
  const words = strings.measure;
  if (milliseconds < MINUTE) return words.seconds(Math.max(0, Math.floor(milliseconds / SECOND)));
  if (milliseconds < HOUR) return words.minutes(Math.floor(milliseconds / MINUTE));
  if (milliseconds >= DAY) return words.days(Math.floor(milliseconds / DAY));
  const hours = words.hours(Math.floor(milliseconds / HOUR));
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  return minutes === 0 ? hours : `${hours} ${words.minutes(minutes)}`;
}

/** `< 1 ms`, `12 ms`. */
export function roundTripText(milliseconds: number): string {
  const words = strings.measure;
  return milliseconds < 1
    ? words.underOneMillisecond
    : words.milliseconds(Math.round(milliseconds));
}

/** `0`, `640 B`, `12.4 kB`, `640 kB`, `1.0 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1_000) return bytes === 0 ? '0' : `${bytes} B`;
  if (bytes < 99_950) return `${(bytes / 1_000).toFixed(1)} kB`;
  if (bytes < 999_500) return `${(bytes / 1_000).toFixed(0)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const thousands = new Intl.NumberFormat('en');

const millions = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });

/** `12,345`, `1.29M` */
export function countText(count: number): string {
  return (count < 1_000_000 ? thousands : millions).format(count);
}

/** `21:05:09`, local time. */
export function clockText(time: number): string {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
}

/** `2025-11-24 21:05:09`, local time: sorts, and reads the same everywhere. */
export function dateTimeText(time: number): string {
  return `${dateText(time)} ${clockText(time)}`;
}

/** `2025-11-24`, local time. */
export function dateText(time: number): string {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join('-');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
