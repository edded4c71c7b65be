/** A subzone from typed or pasted coordinates: what the table could mean is asked, shown on the map, and chosen before anything is drawn. */
import { readTable } from '../../api/plans.js';
import { debounce, h } from '../../lib/dom.js';
import { number } from '../../lib/numbers.js';
import { lang, t } from '../../lib/words.js';
import { desk, edit, on, stopTrying, tryOut } from '../desk.js';
import { dialog } from '../../lib/dialog.js';
import { sheet, zoomTo } from '../map.js';
import { useChoice } from './kit.js';
import { make } from './make.js';

export const icon = 'coordinates';
export const key = 'k';

/** `hand.given` may name a subzone whose outline the table replaces. */
export function start(hand) {
  const target = hand.given?.uid ? desk.features.get(hand.given.uid) : null;
  const use = useChoice('table', 'INDUSTRY');
  const text = h('textarea', { class: 'input table-input', rows: 9, spellcheck: 'false', autocomplete: 'off', 'aria-describedby': 'table-help', placeholder: '1\t583441.569\t1196074.664\n2\t583530.705\t1196698.786\n3\t584113.695\t1196668.239' });
  const found = h('div', { class: 'readings', role: 'status' });
  let reading = null;

  const look = debounce(async () => {
    reading = null;
    sheet.overlay.clear('sketch');
    stopTrying();
    if (text.value.trim() === '') return found.replaceChildren();
    try {
      const answer = await readTable(desk.plan.zone, text.value);
      offer(answer);
    } catch (problem) {
      found.replaceChildren(h('p', { class: 'form-error' }, problem.detail, ' ', problem.remedy ?? ''));
    }
    return undefined;
  }, 350);
  text.addEventListener('input', look);

  function offer({ vertices, readings, badLines }) {
    const best = readings[0];
    found.replaceChildren(
      h('p', {}, t('table_read', { n: vertices })),
      ...(badLines ?? []).slice(0, 5).map((line) => h('p', { class: 'form-error' }, t('table_bad_line', { line: line.line ?? '', text: line.text ?? '' }))),
      h('fieldset', {}, h('legend', {}, t('table_which')), readings.slice(0, 5).map((one) => h('label', { class: 'switch' },
        h('input', { type: 'radio', name: 'reading', checked: one === best && one.confident, on: { change: () => choose(one) } }),
        h('span', {}, lang === 'en' ? one.textEn : one.textVi, h('small', { class: 'quiet' }, ` ${t('table_inside', { percent: number(one.shareInside * 100, 0) })}`))))));
    if (best?.confident) choose(best);
  }

  const shapeOf = (one) => ({ crs: one.crs, axes: one.axes, table: text.value });
  const edits = () => [target ? { op: 'reshape', subzone: target.id, shape: shapeOf(reading) } : { op: 'create', attributes: { landUse: use.value() }, shape: shapeOf(reading) }];

  function choose(one) {
    reading = one;
    tryOut(edits());
  }

  const stop = on('tried', (detail) => {
    if (!reading || !detail) return;
    if (detail.problem) {
      box.fail(detail.problem);
      return;
    }
    const made = detail.outcome.subzones.features.find((feature) => (target ? feature.id === target.id : detail.outcome.changes.created.some((one) => one.uid === feature.id)));
    if (!made) return;
    sheet.overlay.show('sketch', [made.geometry], { className: 'sketch', weight: 2.5 });
    zoomTo(made.geometry);
  });

  const box = dialog({
    title: target ? t('table_reshape', { code: target.properties.code }) : t('tool_table'), modal: false, className: 'table-dialog',
    body: [h('p', { class: 'quiet small', id: 'table-help' }, t('table_help')), h('label', { class: 'field' }, t('table_label'), text), !target && use.field, found],
    actions: [
      { text: t('cancel') },
      {
        text: t(target ? 'table_apply' : 'table_draw'), primary: true,
        run: async () => {
          if (!reading) throw Object.assign(new Error(t('table_choose_first')), { detail: t('table_choose_first') });
          if (target) await edit(edits(), { label: t('did_table', { code: target.properties.code }), quiet: true });
          else await make(edits(), t('did_draw'));
        },
      },
    ],
  });
  text.focus();
  box.closed.then(() => {
    stop();
    hand.done();
  });
  hand.after(() => {
    box.element.isConnected && box.close();
    sheet.overlay.clear('sketch');
  });
}
