/** The other end of `launch`: a process that answers questions until nobody is there to ask. */

/**
 * @param {Record<string, (options: any) => unknown>} answers by question; may be promises
 * @param {(message: any) => void} [onOther] takes what is no question
 */
export function answer(answers, onOther = () => undefined) {
  process.on('message', async (/** @type {any} */ message) => {
    const { ask, ...options } = message;
    if (ask === undefined) onOther(message);
    else tell({ [ask]: (await answers[ask]?.(options)) ?? null });
  });
  process.on('disconnect', () => process.exit());
}

/** @param {object} message */
export function tell(message) {
  process.send?.(message);
}
