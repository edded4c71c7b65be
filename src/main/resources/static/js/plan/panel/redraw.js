/** Replaces what a host shows; whoever had the focus in it keeps it, if the same thing is still there. */
export function redraw(host, ...children) {
  const focus = host.contains(document.activeElement) ? document.activeElement.closest('[data-focus]')?.dataset.focus : undefined;
  host.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (focus !== undefined) host.querySelector(`[data-focus="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
}
