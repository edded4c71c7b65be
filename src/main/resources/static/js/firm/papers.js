/** Papers by kind: which are there, which are missing, one button to add or replace each. */
import { h, icon } from '../lib/dom.js';
import { moment, number } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';

export const ACCEPT = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png';
const MOST_BYTES = 10 << 20;
const KINDS = ['BUSINESS_REGISTRATION', 'ENVIRONMENT', 'FIRE_SAFETY', 'SUPPORTING_CERTIFICATE', 'SIZE_EVIDENCE', 'OTHER'];

/** Why a chosen file cannot be taken, empty where it can; the server looks at its content too. */
export function fileFault(file) {
  if (file.size > MOST_BYTES) return t('file_large', { mb: number(file.size / (1 << 20), 1) });
  return /\.(pdf|jpe?g|png)$/i.test(file.name) ? '' : t('file_kind');
}

/**
 * One kind of paper with its files.
 * @param {object} paper kind, names, source; `needed` whether the rules ask for it
 * @param {{name: string, size: number, at?: string, href?: string, remove?: () => void}[]} files
 * @param {(file: File) => (void|Promise<void>)} [add] absent where nothing can be added any more
 * @param {string} [within] code of the application, where several stand on one page
 */
export function paperRow(paper, files, add, within = '') {
  const done = files.length > 0;
  const id = `paper-${within}${paper.kind}`;
  const fault = h('p', { class: 'field-error', role: 'alert', hidden: true });
  const say = (text) => { fault.hidden = !text; fault.replaceChildren(...(text ? [icon('blocked', 'small'), h('span', {}, text)] : [])); };
  const input = add && h('input', { type: 'file', id, class: 'file-input', accept: ACCEPT, 'aria-describedby': `${id}-name`, on: { change: async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    const bad = fileFault(file);
    say(bad);
    if (bad) return;
    try {
      await add(file);
    } catch (problem) {
      say([problem.detail, problem.remedy].filter(Boolean).join(' '));
    }
  } } });
  return h('li', { class: `paper ${done ? 'done' : paper.needed ? 'missing' : ''}` },
    icon(done ? 'check' : paper.needed ? 'warn' : 'doc', 'small'),
    h('div', { class: 'paper-text' },
      h('p', { id: `${id}-name` }, h('b', {}, paper.nameVi ? own(paper, 'name') : t(`paper_${paper.kind}`)), ' ', h('span', { class: `tag ${done ? 'free' : paper.needed ? 'warn' : ''}` }, t(done ? 'paper_there' : paper.needed ? 'paper_missing' : 'paper_optional'))),
      paper.sourceVi && h('p', { class: 'quiet small' }, own(paper, 'source'), paper.judgedByPerson && `. ${t('paper_read')}`),
      files.map((file) => h('p', { class: 'paper-file small' }, file.href ? h('a', { class: 'link', href: file.href }, file.name) : h('span', {}, file.name), h('span', { class: 'quiet' }, ` ${number(Math.max(1, file.size / 1024))} kB${file.at ? `, ${moment(file.at)}` : ''}`),
        file.remove && h('button', { type: 'button', class: 'button icon-only', 'aria-label': t('file_remove', { name: file.name }), on: { click: file.remove } }, icon('close', 'small')))),
      fault),
    add && h('div', { class: 'paper-add' }, input, h('label', { class: 'button', for: id }, icon('send', 'small'), t(done ? 'paper_replace' : 'paper_add'))));
}

/** All kinds: the needed ones first, then what a firm may add. */
export function kinds(needed) {
  const known = new Set(needed.map((one) => one.kind));
  return [...needed.map((one) => ({ ...one, needed: true })), ...KINDS.filter((kind) => !known.has(kind) && (kind === 'SIZE_EVIDENCE' || kind === 'OTHER')).map((kind) => ({ kind }))];
}
