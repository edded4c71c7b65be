/** The panel beside the map: tabs, each built when it is first opened. */
import { byId, h } from '../lib/dom.js';
import { current, note } from './address.js';
import { t } from '../lib/words.js';
import * as balance from './panel/balance.js';
import * as checks from './panel/checks.js';
import * as comments from './panel/comments.js';
import * as history from './panel/history.js';
import * as list from './panel/list.js';

/** Each panel has `start(host)`, called when it is first opened, and may have `prepare()`, called before that in any case, and `opened()`. */
const PANELS = { checks, balance, list, history, comments };

const tabs = new Map();

export function start() {
  for (const [name, panel] of Object.entries(PANELS)) {
    const badge = h('span', { class: 'tab-badge' });
    const tab = h('button', { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}`, class: 'side-tab', on: { click: () => open(name) } }, t(`tab_${name}`), badge);
    const host = h('div', { role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}`, class: 'side-panel', tabindex: '-1' });
    tabs.set(name, { tab, host, badge, panel, started: false });
    byId('side-tabs').append(tab);
    byId('side-body').append(host);
  }
  byId('side-tabs').addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const names = [...tabs.keys()];
    const next = names[(names.indexOf(shown()) + step + names.length) % names.length];
    open(next);
    tabs.get(next).tab.focus();
  });
  for (const { panel } of tabs.values()) panel.prepare?.();
  open(tabs.has(current().tab) ? current().tab : 'checks', { quiet: true });
}

const shown = () => [...tabs].find(([, { tab }]) => tab.getAttribute('aria-selected') === 'true')?.[0];

/** Opens a tab. @param {{focus?: boolean}} options `focus` moves the keyboard there too */
export function open(name, { focus = false, quiet = false } = {}) {
  for (const [each, entry] of tabs) {
    const on = each === name;
    entry.tab.setAttribute('aria-selected', String(on));
    entry.tab.tabIndex = on ? 0 : -1;
    entry.host.hidden = !on;
    if (on && !entry.started) {
      entry.started = true;
      entry.panel.start(entry.host);
    }
    if (on) {
      entry.panel.opened?.();
      entry.tab.scrollIntoView({ block: 'nearest', inline: 'nearest' }); // on a phone there are more tabs than room
    }
  }
  if (!quiet) note({ tab: name === 'checks' ? null : name });
  if (focus) tabs.get(name).host.focus();
}

/** Writes a small text beside a tab's title, such as a count; empty removes it. */
export function setBadge(name, text, className = '') {
  const entry = tabs.get(name);
  if (!entry) return;
  entry.badge.textContent = text;
  entry.badge.className = `tab-badge ${className}`;
  entry.badge.hidden = text === '';
}
