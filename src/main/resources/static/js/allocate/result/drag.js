/**
 * A firm carried by the pointer: at once with a mouse or pen; with a finger after a short hold, or at once where it is selected already, so
 * that a swipe over the picture still scrolls the page. Near an edge what lies beyond comes into view.
 */
const FAR = 6; // pixels after which a press is a drag
const HOLD_MS = 320;
const EDGE = 48, BAR_EDGE = 20, SPEED = 10; // pixels from an edge, and a frame
const CLICK_MS = 400; // a finger's click may come late

/**
 * @param {HTMLElement} host of everything that can be picked up
 * @param {HTMLElement} bar that lies over the lower edge while something is carried
 * @param {{begin: (applicant: object, from: Element) => void, over: (x: number, y: number) => void, drop: (x: number, y: number, finger: boolean) => void, letGo: () => void}} hand
 */
export function createDrag(host, bar, { begin, over, drop, letGo }) {
  let held = null; // { applicant, from, id, finger, ready, moving, startX, startY, x, y, free, timer, frame }

  // the page must not scroll under a firm that a finger carries
  host.addEventListener('touchmove', (event) => { if (held?.ready) event.preventDefault(); }, { passive: false });
  host.addEventListener('contextmenu', (event) => { if (held?.finger) event.preventDefault(); });

  /** A button or finger went down on a firm. */
  function press(applicant, event, chosen) {
    if (held || event.button !== 0) return;
    const finger = event.pointerType === 'touch';
    held = { applicant, from: event.target, id: event.pointerId, finger, ready: !finger || chosen, moving: false, startX: event.clientX, startY: event.clientY, x: event.clientX, y: event.clientY };
    if (finger) held.timer = setTimeout(start, HOLD_MS);
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
  }

  function start() {
    held.ready = true;
    held.moving = true;
    if (held.finger) navigator.vibrate?.(12);
    begin(held.applicant, held.from);
    over(held.x, held.y);
    held.frame = requestAnimationFrame(scroll);
  }

  function move(event) {
    if (event.pointerId !== held?.id) return;
    held.x = event.clientX;
    held.y = event.clientY;
    if (!held.moving) {
      if (Math.hypot(held.x - held.startX, held.y - held.startY) < FAR) return;
      if (!held.ready) {
        leave(); // a swipe
        return;
      }
      clearTimeout(held.timer);
      start();
      return;
    }
    over(held.x, held.y);
  }

  function end(event) {
    if (event.pointerId !== held?.id) return;
    const { moving, finger, x, y } = held;
    leave();
    if (!moving) return;
    // the click that may follow is the end of the drag, not a choice
    const swallow = (click) => { click.stopPropagation(); click.preventDefault(); };
    host.addEventListener('click', swallow, { capture: true });
    setTimeout(() => host.removeEventListener('click', swallow, { capture: true }), finger ? CLICK_MS : 0);
    if (event.type === 'pointerup') drop(x, y, finger);
    else letGo();
  }

  function leave() {
    clearTimeout(held.timer);
    cancelAnimationFrame(held.frame);
    held = null;
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
  }

  function scroll() {
    if (!held) return;
    const pane = host.closest('.round'), wide = host.querySelector('.strip-scroll');
    const { x, y } = held;
    const box = pane.getBoundingClientRect(), row = wide?.getBoundingClientRect();
    // the verdict may lie over part of the picture: what it hides comes up too
    const top = bar.hidden ? Infinity : bar.getBoundingClientRect().top;
    const hidden = top < host.getBoundingClientRect().bottom && y > top - BAR_EDGE;
    const down = y > box.bottom - EDGE || hidden ? SPEED : y < box.top + EDGE ? -SPEED : 0;
    const along = !row || y < row.top || y > row.bottom ? 0 : x > row.right - EDGE ? SPEED : x < row.left + EDGE ? -SPEED : 0;
    // picked up near an edge, it first has to come away from it
    held.free ||= down === 0 && along === 0;
    if (held.free && (down !== 0 || along !== 0)) {
      pane.scrollTop += down;
      if (along !== 0) wide.scrollLeft += along;
      over(x, y);
    }
    held.frame = requestAnimationFrame(scroll);
  }

  return { press };
}
