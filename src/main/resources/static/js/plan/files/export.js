/** The export dialog: the plan as a file of a format, in a reference system the format can hold. */
import { download } from '../../api/downloads.js';
import { aborted, query } from '../../api/http.js';
import { h, icon } from '../../lib/dom.js';
import { announce } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import { desk, saving, settled } from '../desk.js';
import { dialog } from '../../lib/dialog.js';
import { crsName } from './crs.js';
import { bytes, createProgress, fileName, many, saveAs } from './save.js';

/** Formats with the ending of their files and whether their coordinates may be of a system, by EPSG code. */
const FORMATS = {
  geojson: { ending: 'geojson', holds: () => true },
  gpkg: { ending: 'gpkg', holds: () => true },
  shp: { ending: 'shp.zip', holds: () => true },
  fgb: { ending: 'fgb', holds: () => true },
  kml: { ending: 'kml', holds: (crs) => crs === 'CRS:84' },
  dxf: { ending: 'dxf', holds: (crs) => crs !== 'CRS:84' && crs !== 'EPSG:4326' && crs !== 'EPSG:4756' },
  csv: { ending: 'csv', holds: () => true },
};
const SYSTEMS = ['CRS:84', 'EPSG:9210', 'EPSG:5897', 'EPSG:5899', 'EPSG:3405', 'EPSG:4756', 'EPSG:32648', 'EPSG:3857', 'EPSG:4326'];

/** Opens it. */
export function open() {
  const legal = desk.plan.legalCrs;
  const state = { format: 'geojson', busy: null };
  const name = h('input', { class: 'input', id: 'export-name', value: `${desk.plan.zone}-${desk.plan.version}`, maxlength: 120, autocomplete: 'off', spellcheck: 'false' });
  const ending = h('span', { class: 'ending' });
  const systems = h('select', { class: 'input', id: 'export-crs', on: { change: hint } });
  const note = h('p', { class: 'small quiet' });
  const result = h('div', { class: 'file-done', role: 'status', hidden: true });
  const progress = createProgress({ cancel: () => state.busy?.abort() });
  const formats = h('fieldset', { class: 'choices' }, h('legend', {}, t('exp_format')), Object.keys(FORMATS).map((format) => h('label', { class: 'choice' },
    h('input', { type: 'radio', name: 'export-format', value: format, checked: format === state.format, on: { change: () => choose(format) } }),
    h('span', {}, h('b', {}, t(`format_${format}`)), h('span', { class: 'small quiet' }, t(`format_${format}_for`))))));

  function choose(format) {
    state.format = format;
    const before = systems.value || legal;
    const able = [legal, ...SYSTEMS.filter((crs) => crs !== legal)].filter(FORMATS[format].holds);
    systems.replaceChildren(...able.map((crs) => h('option', { value: crs }, crs === legal ? t('exp_legal', { crs: crsName(crs) }) : crsName(crs))));
    systems.value = able.includes(before) ? before : able[0];
    ending.textContent = `.${FORMATS[format].ending}`;
    hint();
  }

  function hint() {
    const { format } = state;
    result.hidden = true;
    note.textContent = format === 'geojson' && systems.value !== 'CRS:84' ? t('exp_geojson_crs') : format === 'kml' ? t('exp_kml') : format === 'dxf' ? t('exp_dxf') : '';
    note.hidden = note.textContent === '';
  }

  async function run() {
    result.hidden = true;
    if (!(await settled())) throw { detail: t('file_unsent', { n: saving().waiting }), remedy: t('file_unsent_remedy') };
    state.busy = new AbortController();
    const slow = setTimeout(() => progress.show(t('exp_making')), 300);
    try {
      const file = await download(`/api/v1/plans/${desk.plan.id}/export${query({ f: state.format, crs: systems.value })}`, {
        signal: state.busy.signal,
        progress: (read, all) => !progress.element.hidden && progress.show(all ? t('file_read_of', { n: bytes(read), all: bytes(all) }) : bytes(read), read, all),
      });
      const wanted = `${fileName(name.value) || `${desk.plan.zone}-${desk.plan.version}`}.${FORMATS[state.format].ending}`;
      saveAs(file.blob, wanted);
      const sentence = t('exp_done', { name: wanted, size: bytes(file.blob.size), crs: file.crs ? crsName(file.crs) : crsName(systems.value) });
      result.replaceChildren(icon('check', 'small'), h('div', {}, sentence, file.crs && h('div', { class: 'small quiet address' }, file.crs)));
      result.hidden = false;
      announce(sentence);
    } catch (fault) {
      if (!aborted(fault)) throw fault;
    } finally {
      clearTimeout(slow);
      progress.hide();
      state.busy = null;
    }
    return false;
  }

  choose(state.format);
  const { closed } = dialog({
    title: t('exp_title'), className: 'export-dialog',
    body: [
      h('p', { class: 'small quiet' }, t('exp_intro', { n: many(desk.features.size), version: t('version_n', { n: desk.plan.version }) })),
      formats,
      h('label', { class: 'field', for: 'export-crs' }, t('exp_crs'), systems), note,
      h('div', { class: 'field' }, h('label', { for: 'export-name' }, t('exp_name')), h('div', { class: 'with-ending' }, name, ending)),
      progress.element, result,
    ],
    actions: [{ text: t('close') }, { text: t('exp_save'), primary: true, run }],
  });
  closed.then(() => state.busy?.abort());
}
