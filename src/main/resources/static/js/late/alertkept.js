/** The searches that the signed-in account has saved, each with a button that deletes it. */
import * as api from '../api/alerts.js';
import { h } from '../lib/dom.js';
import { toast } from '../lib/say.js';
import { lang, t } from '../lib/words.js';

/** The list; empty and hidden until it has come, and where there is none. */
export function keptSearches() {
  const list = h('ul');
  const part = h('section', { class: 'alert-kept', 'aria-labelledby': 'alert-kept-title', hidden: true }, h('h3', { id: 'alert-kept-title', tabindex: -1 }, t('alert_kept')), list);
  api.kept().then((searches) => {
    list.replaceChildren(...searches.map((search) => line(search, part)));
    part.hidden = searches.length === 0;
  }, () => { part.hidden = true; });
  return part;
}

function line(search, part) {
  const words = search.words.map((one) => one[lang]).join(' · ');
  const way = search.channel === 'FEED' ? t('alert_by_feed') : search.email;
  const state = search.active ? t('alert_kept_matches', { n: search.matches ?? 0 }) : t('alert_kept_waits');
  const item = h('li', {},
    h('div', {}, h('a', { class: 'link', href: search.link }, words), h('p', { class: 'quiet small' }, `${way} · ${state}`)),
    h('button', { type: 'button', class: 'button', 'aria-label': t('alert_kept_remove_this', { search: words }), on: { click: remove } }, t('alert_kept_remove')));

  async function remove() {
    await api.remove(search.id);
    item.remove();
    toast(t('alert_kept_removed'));
    const left = part.querySelector('li button');
    part.hidden = !left;
    (left ?? part.closest('dialog').querySelector('button')).focus();
  }
  return item;
}
