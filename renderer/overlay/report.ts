/** Tells the server how the overlay is doing: after joining, and when that has changed. */
import { isAlike } from '../../shared/client-report.ts';
import { type ClientReport, type ClientReportFrame, REPORT_BOUNDS } from '../../shared/protocol.ts';
import type { Cancel, Clock } from './clock.ts';

export interface ReporterOptions {
  readonly clock: Clock;
  readonly send: (frame: ClientReportFrame) => void;
  /** How it is now. Sides that are fractions, and values out of bounds, are made to fit. */
  readonly read: () => ClientReport;
}

/** Milliseconds between two reports. */
const REST = 1_000;
/** Milliseconds between two looks at the frame rate, which drifts without telling. */
const CHECK = 10_000;
/** Frames a second that are not worth a report. */
const TOLERANCE = 2;

export class Reporter {
  readonly #options: ReporterOptions;
  /** The last one since the link was joined; null before it is. */
  #sent: ClientReport | null = null;
  /** Whether the server must be told whatever has changed. */
  #isOwed = false;
  #hasJoined = false;
  /** Something may have changed since the last report, which was too short a time ago. */
  #isWaiting = false;
  #cancelRest: Cancel | null = null;
  #cancelCheck: Cancel | null = null;

  constructor(options: ReporterOptions) {
    this.#options = options;
  }

  start(): void {
    this.#cancelCheck ??= this.#checkLater();
  }

  stop(): void {
    this.#cancelCheck?.();
    this.#cancelRest?.();
    this.#cancelCheck = null;
    this.#cancelRest = null;
    this.#hasJoined = false;
    this.#isOwed = false;
    this.#isWaiting = false;
    this.#sent = null;
  }

  /** The link is live: whoever is at its other end knows nothing yet. */
  joined(): void {
    if (!this.#cancelCheck) return;
    this.#hasJoined = true;
    this.#isOwed = true;
    this.#report();
  }

  /** Visibility, or the size of the page, may have changed. */
  changed(): void {
    if (this.#hasJoined) this.#report();
  }

  #report(): void {
    if (this.#cancelRest) {
      this.#isWaiting = true;
      return;
    }
    const report = fit(this.#options.read());
    if (!this.#isOwed && this.#sent && isAlike(this.#sent, report)) return;
    this.#isOwed = false;
    this.#sent = report;
    this.#cancelRest = this.#options.clock.after(REST, () => this.#rested());
    this.#options.send({ type: 'client-report', data: report });
  }

  #rested(): void {
    this.#cancelRest = null;
    if (!this.#isWaiting) return;
    this.#isWaiting = false;
    this.#report();
  }

  #checkLater(): Cancel {
    return this.#options.clock.after(CHECK, () => {
      this.#cancelCheck = this.#checkLater();
      if (!this.#sent) return;
      const { fps } = fit(this.#options.read());
      if (Math.abs(fps - this.#sent.fps) <= TOLERANCE) return;
      this.#isOwed = true;
      this.#report();
    });
  }
}

/** A server takes nothing out of bounds: a page without a size has at least a pixel. */
function fit(report: ClientReport): ClientReport {
  const { side, density, fps } = REPORT_BOUNDS;
  const { width, height } = report.viewport;
  return {
    ...report,
    viewport: {
      width: clamp(Math.round(width), side),
      height: clamp(Math.round(height), side),
    },
    density: clamp(report.density, density),
    fps: clamp(Math.round(report.fps * 10) / 10, fps),
  };
}

/** What is no number at all becomes the least. */
function clamp(
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  return value >= min ? Math.min(value, max) : min;
}
