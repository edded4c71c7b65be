/** The officers' part of the page: single events, rates of the day, published balances, whole registers. */
import { h, put } from '../../lib/dom.js';
import { t } from '../../lib/words.js';
import { events } from './event.js';
import { openings } from './opening.js';
import { rates } from './rate.js';
import { register } from './register.js';

const PANELS = { event: events, rate: rates, opening: openings, register };

export function desk(host) {
  const tabs = new Map();
  const open = (name, { focus = false } = {}) => {
    for (const [each, entry] of tabs) {
      const on = each === name;
      entry.tab.setAttribute('aria-selected', String(on));
      entry.tab.tabIndex = on ? 0 : -1;
      entry.panel.hidden = !on;
      if (on && !entry.started) {
        entry.started = true;
        PANELS[each](entry.panel);
      }
      if (on && focus) entry.tab.focus();
    }
  };
  for (const name of Object.keys(PANELS)) {
    tabs.set(name, {
      tab: h('button', { type: 'button', role: 'tab', class: 'rec-tab', id: `rec-tab-${name}`, 'aria-controls': `rec-${name}`, on: { click: () => open(name) } }, t(`rec_tab_${name}`)),
      panel: h('div', { role: 'tabpanel', id: `rec-${name}`, class: 'rec-panel', 'aria-labelledby': `rec-tab-${name}`, hidden: true }),
      started: false,
    });
  }
  const list = h('div', { class: 'rec-tabs', role: 'tablist', 'aria-labelledby': 'record-title', on: { keydown: (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const names = [...tabs.keys()];
    const at = names.findIndex((name) => tabs.get(name).tab.tabIndex === 0);
    open(names[(at + step + names.length) % names.length], { focus: true });
  } } }, [...tabs.values()].map((entry) => entry.tab));
  put(host, h('div', { class: 'ind-top' }, h('h2', { id: 'record-title' }, t('rec_title')), h('span', { class: 'quiet small' }, t('rec_note'))), list, [...tabs.values()].map((entry) => entry.panel));
  open(tabs.has(location.hash.slice(8)) && location.hash.startsWith('#record-') ? location.hash.slice(8) : 'event');
}
