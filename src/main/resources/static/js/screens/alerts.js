/** The button "tell me when space frees": its dialog comes when it is first pressed. */

/** Listens to the button wherever the list puts it; the search it is about stands in its `data-query`. */
export function start() {
  document.addEventListener('click', async (event) => {
    const button = event.target.closest?.('#alert-open');
    if (!button) return;
    const { open } = await import('../late/alertdialog.js');
    button.focus(); // where the focus goes back to; the list may have been drawn anew meanwhile
    open(button.dataset.query);
  });
}
