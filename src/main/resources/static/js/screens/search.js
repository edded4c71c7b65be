/** The search box: zones, buildings, subzones and industries, with or without accents. */
import { aborted, latest } from '../api/http.js';
import { search } from '../api/space.js';
import { byId, debounce, h } from '../lib/dom.js';
import { announce } from '../lib/say.js';
import { HOME, ZONE_ONLY, href } from '../lib/state.js';
import { own, t } from '../lib/words.js';

const ask = latest((...args) => search(...args));
let chosen = -1;

export function start() {
  const input = byId('search-input');
  const hits = byId('hits');
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-controls': 'hits', 'aria-expanded': 'false', 'aria-autocomplete': 'list' })) input.setAttribute(name, value);
  const look = debounce(async () => {
    const q = input.value.trim();
    if (q.length < 1) return close();
    try {
      show((await ask(q)).hits, q);
    } catch (problem) {
      if (!aborted(problem)) showText(problem.title);
    }
  }, 180);
  input.addEventListener('input', look);
  input.addEventListener('focus', () => input.value && look());
  input.addEventListener('keydown', (event) => {
    const options = [...hits.querySelectorAll('a')];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (options.length === 0) return;
      event.preventDefault();
      choose(options, (chosen + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length);
    } else if (event.key === 'Escape') {
      close();
    }
  });
  byId('search').addEventListener('submit', (event) => {
    event.preventDefault();
    const options = hits.querySelectorAll('a');
    (options[chosen] ?? options[0])?.click();
  });
  hits.addEventListener('click', (event) => {
    if (!event.target.closest('a')) return;
    input.value = '';
    close();
  });
  document.addEventListener('click', (event) => {
    if (!byId('search').contains(event.target)) close();
  });

  function choose(options, index) {
    chosen = index;
    options.forEach((option, i) => option.parentElement.setAttribute('aria-selected', String(i === index)));
    input.setAttribute('aria-activedescendant', options[index].parentElement.id);
    options[index].scrollIntoView({ block: 'nearest' });
  }

  function show(found, q) {
    chosen = -1;
    input.removeAttribute('aria-activedescendant');
    if (found.length === 0) return showText(t('search_none', { q }));
    hits.replaceChildren(...found.map((hit, index) => h('li', { role: 'option', id: `hit-${index}`, 'aria-selected': 'false' },
      h('a', { class: 'hit', href: href(target(hit)), 'data-go': true, tabindex: '-1' },
        h('span', { class: 'hit-text' }, h('b', {}, own(hit, 'title')), h('span', { class: 'quiet small' }, own(hit, 'note'))),
        h('span', { class: 'tag' }, t(`hit_${hit.kind}`))))));
    open();
    announce(t('search_count', { n: found.length }));
  }

  function showText(text) {
    hits.replaceChildren(h('li', { class: 'hit-none', role: 'presentation' }, text));
    open();
    announce(text);
  }

  function open() {
    hits.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  }

  function close() {
    hits.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
}

function target(hit) {
  if (hit.kind === 'BUILDING') return { ...ZONE_ONLY, zone: hit.zoneCode, b: hit.code, map: null };
  if (hit.kind === 'SUBZONE') return { ...HOME, zone: hit.zoneCode, subzone: hit.code, map: null };
  if (hit.kind === 'SECTOR') return { ...HOME, industry: hit.code };
  return { ...HOME, zone: hit.code, map: null };
}

