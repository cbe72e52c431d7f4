/**
 * Finds the error, and where it is, in what Node prints when a script ends badly: a line with file
 * and line number, the code, the message, and the frames of the stack. A mistake in the syntax is
 * told there and nowhere else.
 */

const MESSAGE = /^(?:Uncaught )?[A-Z][\w$]*(?: \[\w+\])?: ./;
const LINE_NUMBER = /:(\d+)(?::\d+)?\)?$/;

export class PrintedError {
  #heading: string | null = null;
  #message: string | null = null;
  #frame: string | null = null;

  /** `script.mjs:3 TypeError: …`, or null when nothing like that was printed. */
  get text(): string | null {
    const place = this.#frame ?? this.#heading;
    if (this.#message === null || place === null) return this.#message;
    return `${place} ${this.#message}`;
  }

  take(line: string): void {
    if (/^(?:file:\/\/|\/|[A-Za-z]:\\)/.test(line) && LINE_NUMBER.test(line)) {
      this.#heading = isForeignPlace(line) ? null : placeOf(line);
      this.#message = null;
      this.#frame = null;
    } else if (this.#message === null && MESSAGE.test(line)) {
      this.#message = line;
    } else if (this.#frame === null && isFrame(line) && !this.isForeign(line)) {
      this.#frame = placeOf(line);
    }
  }

  /** Frames of Node itself and of the program around the script tell its author nothing. */
  isForeign(line: string): boolean {
    return isFrame(line) && isForeignPlace(line);
  }
}

function isFrame(line: string): boolean {
  return /^\s+at /.test(line);
}

function isForeignPlace(line: string): boolean {
  return /node:|script-runner\.cjs|<anonymous>\)?$/.test(line);
}

/** `script.mjs:3`, without its folders. */
function placeOf(line: string): string | null {
  const number = LINE_NUMBER.exec(line);
  if (!number) return null;
  const path = line.slice(0, number.index);
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return `${name}:${number[1]}`;
}
