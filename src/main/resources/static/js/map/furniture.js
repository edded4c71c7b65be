/** What lies on the sheet: layer switch, data status, zoom buttons, legend. */
import { h, icon, s } from '../lib/dom.js';
import { number } from '../lib/numbers.js';
import { settings, t } from '../lib/words.js';
import { glyph } from '../glyph.js';

const SAMPLE = [5, 9, 12, 15].map((freeM2, index) => ({ level: index + 1, totalM2: 20, freeM2 }));

/** A button that opens a card under itself; Escape or a click elsewhere closes it and the focus goes back. */
export function disclosure(button, card) {
  const set = (open) => {
    button.setAttribute('aria-expanded', String(open));
    card.hidden = !open;
  };
  set(false);
  button.addEventListener('click', () => set(card.hidden));
  card.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    set(false);
    button.focus();
  });
  document.addEventListener('click', (event) => {
    if (!card.hidden && !card.contains(event.target) && !button.contains(event.target)) set(false);
  });
  return h('div', { class: 'disclosure' }, button, card);
}

/**
 * @param {HTMLElement} host
 * @param {{zoom: (step: number) => void, home: () => void, time: () => void, toggle: (layer: string, on: boolean) => void}} actions
 */
export function createFurniture(host, actions) {
  const layers = h('div', { class: 'float-card', role: 'group', 'aria-label': t('layers') });
  const layersButton = h('button', { class: 'chip floating', type: 'button' }, icon('layers', 'small'), t('layers'));
  const status = h('div', { class: 'float-card status-card' });
  const statusButton = h('button', { class: 'badge', type: 'button' }, icon('warn', 'small'), h('span', {}, t('badge_schematic')));
  const illustrative = h('span', { class: 'badge-note' }, t('badge_illustrative'));
  const legend = h('div', { class: 'legend', 'aria-label': t('legend'), role: 'group' });
  const time = h('button', { class: 'chip floating', type: 'button', on: { click: actions.time } });
  const button = (name, label, action) => h('button', { type: 'button', 'aria-label': label, title: label, on: { click: action } }, icon(name));

  host.prepend(
    h('div', { class: 'tools-left' }, disclosure(layersButton, layers), time),
    h('div', { class: 'tools-right' },
      h('div', { class: 'badges' }, disclosure(statusButton, status), illustrative),
      h('div', { class: 'zoom', role: 'group', 'aria-label': t('zoom_controls') },
        button('plus', t('zoom_in'), () => actions.zoom(1)), button('minus', t('zoom_out'), () => actions.zoom(-1)), button('home', t('zoom_home'), actions.home))));
  host.append(legend);

  const choices = ['subzones', 'buildings', 'reference', 'grid', ...(settings.basemapUrl ? ['base'] : [])];
  layers.append(...choices.map((name) => {
    const box = h('input', { type: 'checkbox', checked: true, on: { change: () => actions.toggle(name, box.checked) } });
    return h('label', { class: 'switch' }, box, t(`layer_${name}`));
  }));
  if (settings.basemapAttribution) layers.append(h('p', { class: 'quiet small' }, settings.basemapAttribution));

  return {
    /** The legend of the map of all zones. */
    overviewLegend() {
      legend.classList.remove('tall');
      legend.replaceChildren(
        h('span', { class: 'legend-item' }, glyph(SAMPLE, { width: 28 }), t('legend_glyph')),
        h('span', { class: 'legend-item' }, h('i', { class: 'swatch free' }), t('legend_free')),
        h('span', { class: 'legend-item' }, h('i', { class: 'swatch let' }), t('legend_let')));
    },
    /** The legend of a zone: the land uses that are on the map, as the style draws them. */
    landUseLegend(items, hatches) {
      legend.classList.add('tall');
      legend.replaceChildren(...items.map((item) => h('span', { class: 'legend-item' }, swatch(item, hatches), label(item))));
    },
    /** From which day space is looked for. */
    time(text, chosen) {
      time.replaceChildren(icon('clock', 'small'), text);
      time.classList.toggle('on', chosen);
    },
    /** Which data are schematic, and how far their place may be wrong. */
    status(zones) {
      const schematic = zones.filter((zone) => zone.dataStatus === 'SCHEMATIC');
      statusButton.parentElement.hidden = schematic.length === 0;
      status.replaceChildren(
        h('h3', {}, t('status_title')),
        h('p', {}, t('status_text')),
        h('table', { class: 'plain' }, h('caption', { class: 'sr' }, t('status_errors')),
          h('tbody', {}, schematic.map((zone) => h('tr', {}, h('th', { scope: 'row' }, zone.shortName), h('td', {}, zone.positionErrorKm ? `± ${number(zone.positionErrorKm, 1)} km` : '–'))))),
        h('p', { class: 'quiet small' }, t('status_illustrative')));
    },
  };
}

const label = (item) => (document.documentElement.lang === 'en' ? item.labelEn : item.labelVi);

/** A small rectangle drawn as the style draws the class. */
export function swatch(item, hatches) {
  const hatch = item.pattern && hatches.paint(item.pattern, item.patternColour ?? item.stroke ?? '#000000');
  const box = { x: 1, y: 1, width: 16, height: 12 };
  return s('svg', { class: 'swatch-svg', width: 18, height: 14, viewBox: '0 0 18 14', 'aria-hidden': 'true' },
    s('rect', { ...box, fill: item.fill ?? 'none' }),
    hatch && s('rect', { ...box, fill: hatch }),
    s('rect', { ...box, fill: 'none', stroke: item.stroke ?? 'none', 'stroke-width': Math.min(item.strokeWidth ?? 1, 1.6), 'stroke-dasharray': item.dash?.join(' ') }));
}
