/** Tells when a page that speaks the protocol has drawn its first picture with everybody in it. */

/**
 * Runs in the page, before its own scripts. Ready is the end of the task in which the page first
 * paints on a canvas after it got its `server-join`: browsers run a frame's callbacks, style, layout
 * and the hand-over to the compositor as one task. Whatever is wrapped is put back then, so that it
 * costs nothing while the page is measured.
 */
export function installReadyProbe() {
  const probe = { ready: 0, hasJoined: false };
  const { WebSocket } = window;
  /** @type {(() => void)[]} */
  const undo = [];

  window.WebSocket = class extends WebSocket {
    /** @param {ConstructorParameters<typeof WebSocket>} args */
    constructor(...args) {
      super(...args);
      this.addEventListener('message', ({ data }) => {
        // The page's own listener comes after this one, in the same task.
        if (String(data).slice(0, 40).includes('server-join')) probe.hasJoined = true;
      });
    }
  };
  const painted = () => {
    if (!probe.hasJoined || undo.length === 0) return;
    for (const restore of undo.splice(0)) restore();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      probe.ready = performance.now();
      port1.close();
    };
    port2.postMessage(null);
  };
  /** @param {any} prototype @param {readonly string[]} names */
  const watch = (prototype, names) => {
    for (const name of names) {
      const paint = prototype[name];
      prototype[name] = function (/** @type {unknown[]} */ ...args) {
        painted();
        return paint.apply(this, args);
      };
      undo.push(() => {
        prototype[name] = paint;
      });
    }
  };
  watch(CanvasRenderingContext2D.prototype, ['putImageData', 'drawImage', 'fillRect']);
  watch(WebGLRenderingContext.prototype, ['drawArrays', 'drawElements']);
  watch(WebGL2RenderingContext.prototype, ['drawArrays', 'drawElements']);
  Object.assign(window, { readyProbe: probe });
}
