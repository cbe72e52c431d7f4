/** Something the user should read as one sentence, without a stack. */

/** The user can put it right, or must do something first. */
export const USER_MUST_ACT = 2;

export class Problem extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
