/** The unit sheet is complete without scripts; with them it has a button that prints. */
const print = document.getElementById('unit-print');
print.hidden = false;
print.addEventListener('click', () => globalThis.print());
