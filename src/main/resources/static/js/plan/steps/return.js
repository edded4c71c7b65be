/** Sending a plan back: a reason, and comments pinned to the drawing, which go together or not at all. */
import { h, icon } from '../../lib/dom.js';
import { toast } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import { decide, desk } from '../desk.js';
import { dialog } from '../../lib/dialog.js';
import { sheet, zoomTo } from '../map.js';
import { insideOf } from '../panel/marks.js';
import { placeField, placeText } from '../pin.js';
import { refresh } from '../talk.js';
import { isOwn, ownWork } from './approve.js';
import { explained } from './form.js';
import { named } from './submit.js';

const letter = (i) => String(i + 1);

export function sendBack() {
  if (isOwn()) {
    ownWork();
    return;
  }
  const key = `form/return/${desk.plan.id}`;
  const kept = read(key);
  const said = kept.comments ?? [];
  const area = (name, label, rows, value) => {
    const input = h('textarea', { class: 'input', name, rows, maxlength: 2000, on: { input: keep } });
    input.value = value ?? '';
    return { input, element: h('label', { class: 'field' }, label, input) };
  };
  const reason = area('reason', `${t('return_reason')} (${t('field_required')})`, 3, kept.reason);
  const text = area('text', t('return_comment'), 2, kept.text);
  const fault = h('p', { class: 'field-fault', id: 'return-fault', hidden: true });
  const place = placeField();
  const list = h('ol', { class: 'said-list', 'aria-label': t('return_list') });
  const add = h('button', { type: 'button', class: 'button', on: { click: take } }, icon('plus', 'small'), t('return_add'));

  function keep() {
    try {
      sessionStorage.setItem(key, JSON.stringify({ reason: reason.input.value, text: text.input.value, comments: said }));
    } catch {
      // a full store: the dialog itself still has it
    }
  }

  /** Puts what is typed into the list; false when nothing is. */
  function take() {
    const comment = text.input.value.trim();
    if (comment === '') {
      text.input.focus();
      return false;
    }
    said.push({ text: comment, ...place.value() });
    text.input.value = '';
    place.clear();
    keep();
    draw();
    text.input.focus();
    return true;
  }

  function draw() {
    list.replaceChildren(...said.map((one, i) => h('li', {}, h('span', { class: 'pin-letter', 'aria-hidden': 'true' }, letter(i)), h('div', {}, one.text, h('p', { class: 'quiet small' }, placeText(one))),
      (one.place || one.subzone) && h('button', { type: 'button', class: 'link', on: { click: () => zoomTo(shapeOf(one)) } }, t('go_there')),
      h('button', { type: 'button', class: 'button icon-only', 'aria-label': t('return_remove', { n: i + 1 }), on: { click: () => {
        said.splice(i, 1);
        keep();
        draw();
        add.focus();
      } } }, icon('trash', 'small')))));
    const placed = said.map((one, i) => [shapeOf(one), i]).filter(([shape]) => shape);
    sheet.overlay.show('return-shapes', placed.map(([shape]) => shape).filter((shape) => shape.type !== 'Point'), { className: 'comment-shape', fill: false });
    sheet.overlay.pins('return-pins', placed.map(([shape, i]) => ({ at: insideOf(shape), text: letter(i), className: 'comment-pin' })));
  }

  const box = dialog({
    title: t('return_title', { plan: named() }), modal: false, className: 'return-dialog',
    body: [h('p', { class: 'quiet small' }, t('return_text')), reason.element, fault, h('section', { class: 'return-comments' }, h('h3', {}, t('return_comments')), list, text.element, place.element, add)],
    actions: [
      { text: t('return_later') },
      { text: t('step_return'), primary: true, run: async () => {
        fault.hidden = true;
        reason.input.removeAttribute('aria-invalid');
        if (reason.input.value.trim() === '') return refuse(reason.input, t('return_needs_reason'));
        if (text.input.value.trim() !== '') take(); // what is typed and not yet in the list goes too
        try {
          await decide('return', { reason: reason.input.value.trim(), ...(said.length > 0 ? { comments: said } : {}) });
        } catch (problem) {
          if (problem.body?.field === 'reason') refuse(reason.input, problem.detail);
          throw explained(problem);
        }
        sessionStorage.removeItem(key);
        toast(t('returned', { n: said.length }));
        refresh();
        return true;
      } },
    ],
  });
  reason.input.setAttribute('aria-describedby', 'return-fault');
  reason.input.addEventListener('input', () => {
    fault.hidden = true;
    reason.input.removeAttribute('aria-invalid');
  });
  function refuse(input, words) {
    fault.hidden = false;
    fault.textContent = words;
    input.setAttribute('aria-invalid', 'true');
    input.focus();
    return false;
  }
  box.closed.then(() => {
    place.end();
    sheet.overlay.clear('return-shapes');
    sheet.overlay.clear('return-pins');
  });
  draw();
}

const shapeOf = ({ place, subzone }) => place ?? desk.features.get(subzone)?.geometry ?? null;

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}
