/** Placeholder of a panel that is being written. */
export function start(host) {
  host.textContent = '…';
}
