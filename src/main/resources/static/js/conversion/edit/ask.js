/** A form in a dialog: sends, says that it is kept, reads the page anew and gives the focus back to where it was. */
import { dialog } from '../../lib/dialog.js';
import { form } from '../../lib/dialogform.js';
import { h } from '../../lib/dom.js';
import { toast } from '../../lib/say.js';
import { t } from '../../lib/words.js';

/**
 * @param {object} options
 * @param {string} options.title
 * @param {object[]} options.fields as in `lib/dialogform.js`
 * @param {string} [options.note] what it does, in a sentence
 * @param {string} [options.remember] names the form, so that what is typed is kept until it is sent
 * @param {(values: object) => Promise} options.send
 * @param {() => Promise} options.done reads the page anew
 * @param {string} [options.focus] selector of what gets the focus afterwards
 */
export async function ask({ title, fields, note, remember, send, done, focus, className = '', verb = t('cv_save') }) {
  const f = form(fields, { remember });
  // the page is new before the form goes: nobody begins the next one with what was before
  const kept = async () => {
    const sent = await f.guard(send);
    if (sent) await done().catch(() => location.reload());
    return sent;
  };
  const box = dialog({
    title, className: `cv-dialog form-two ${className}`, body: [note && h('p', { class: 'quiet small' }, note), f.element].filter(Boolean),
    actions: [{ text: t('close') }, { text: verb, primary: true, value: 'sent', run: kept }],
  });
  f.element.querySelector('input, select, textarea').focus();
  if ((await box.closed) !== 'sent') return;
  toast(t('cv_saved'));
  const back = focus && (document.querySelector(focus) ?? document.querySelector('#cv-zone'));
  back?.focus();
}

/** Where it is from, and whether the act was read. */
export const sourceFields = (one) => [
  { name: 'source', label: t('cv_source_label'), value: '', required: true, hint: t('cv_source_hint'), maxlength: 300 },
  { name: 'sourceStatus', label: t('cv_standing'), type: 'select', value: one?.sourceStatus ?? 'CONFIRMED', options: ['CONFIRMED', 'TO_BE_CONFIRMED'].map((status) => [status, t(`cv_standing_${status}`)]) },
];
