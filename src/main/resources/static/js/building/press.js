/** Clicks, and on glass long presses, which stand for Shift and a click. */

const LONG_MS = 550;

/** Calls `action(long)` for every click; true with Shift held, or after a long press. */
export function longPress(element, action) {
  let timer, pressed = false;
  const stop = () => clearTimeout(timer);
  element.addEventListener('touchstart', () => {
    pressed = false;
    timer = setTimeout(() => {
      pressed = true;
      action(true);
    }, LONG_MS);
  }, { passive: true });
  for (const type of ['touchend', 'touchmove', 'touchcancel']) element.addEventListener(type, stop, { passive: true });
  // a long press opens a menu, and its end comes as a click
  element.addEventListener('contextmenu', (event) => pressed && event.preventDefault());
  element.addEventListener('click', (event) => {
    if (pressed) pressed = false;
    else action(event.shiftKey);
  });
}
