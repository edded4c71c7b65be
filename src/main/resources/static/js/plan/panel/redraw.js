/** Replaces what a host shows; whoever had the focus in it keeps it, on the same thing or, when that is gone, on the host. */
export function redraw(host, ...children) {
  const focus = host.contains(document.activeElement) ? document.activeElement.closest('[data-focus]')?.dataset.focus : undefined;
  host.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (focus !== undefined) (host.querySelector(`[data-focus="${CSS.escape(focus)}"]`) ?? host).focus({ preventScroll: true });
}
