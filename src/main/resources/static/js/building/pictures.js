/** Photos and plans of the building; staff add them and take them back. */
import * as space from '../api/space.js';
import { aborted } from '../api/http.js';
import { h, icon } from '../lib/dom.js';
import { toast } from '../lib/say.js';
import { isStaff, lang, own, t } from '../lib/words.js';

let shown = null; // code of the building whose pictures stand there

/** Draws them into `host`; for the public a building without pictures has no such part. */
export async function drawPictures(host, code) {
  if (shown === code && host.childElementCount > 0) return;
  shown = code;
  host.replaceChildren();
  host.hidden = true;
  try {
    fill(host, code, (await space.pictures(code)).pictures);
  } catch (problem) {
    if (!aborted(problem)) shown = null; // the screen is complete without them
  }
}

function fill(host, code, list) {
  if (shown !== code) return;
  host.hidden = list.length === 0 && !isStaff;
  host.replaceChildren(
    h('div', { class: 'part-head' }, h('h2', { id: 'pictures-title' }, t('pictures_title'))),
    list.length > 0 ? h('ul', { class: 'pictures' }, list.map((one) => h('li', {}, picture(code, one), isStaff && remover(host, code, one)))) : h('p', { class: 'quiet small' }, t('pictures_none')),
    ...(isStaff ? [adder(host, code)] : []));
}

function picture(code, one) {
  const at = space.pictureHref(code, one.id);
  const text = own(one, 'alt');
  return one.mediaType === 'application/pdf'
    ? h('a', { class: 'picture-file', href: at, download: true }, icon('print'), h('span', {}, text, h('span', { class: 'quiet small' }, ' PDF')))
    : h('a', { href: at, class: 'picture' }, h('img', { src: at, alt: text, loading: 'lazy', width: 240, height: 160 }), h('span', { class: 'small', 'aria-hidden': 'true' }, text));
}

function remover(host, code, one) {
  return h('button', { class: 'link', type: 'button', 'aria-label': `${t('picture_remove')}: ${own(one, 'alt')}`, on: { click: () => change(host, code, space.removePicture(code, one.id), t('picture_removed')) } }, t('picture_remove'));
}

function adder(host, code) {
  const fault = h('p', { class: 'form-fault', role: 'alert', id: 'picture-fault', hidden: true });
  const field = (name, control) => h('label', { class: 'field' }, t(`picture_${name}`), control);
  const form = h('form', { class: 'picture-form', 'aria-label': t('picture_add') },
    field('file', h('input', { class: 'input', type: 'file', name: 'file', required: true, accept: 'image/jpeg,image/png,image/webp,application/pdf' })),
    field('kind', h('select', { class: 'input', name: 'kind' }, ['PHOTO', 'PLAN'].map((kind) => h('option', { value: kind }, t(`picture_${kind}`))))),
    field('alt_vi', h('input', { class: 'input', name: 'altVi', lang: 'vi', required: true, maxlength: 300 })),
    field('alt_en', h('input', { class: 'input', name: 'altEn', lang: 'en', required: true, maxlength: 300 })),
    h('button', { class: 'button', type: 'submit' }, icon('plus', 'small'), t('picture_add')), fault);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    change(host, code, space.addPicture(code, new FormData(form)), t('picture_added'), (problem) => {
      fault.hidden = false;
      fault.textContent = [problem.detail || problem.title, problem.remedy].filter(Boolean).join(' ');
      for (const control of form.elements) control.removeAttribute('aria-invalid');
      const wrong = form.elements[problem.body.field];
      wrong?.setAttribute('aria-invalid', 'true');
      wrong?.setAttribute('aria-describedby', fault.id);
      wrong?.focus();
    });
  });
  return h('details', { class: 'picture-add', lang }, h('summary', {}, t('picture_add')), form);
}

async function change(host, code, asked, done, failed = (problem) => toast(problem.detail || problem.title)) {
  try {
    fill(host, code, (await asked).pictures);
    toast(done);
  } catch (problem) {
    failed(problem);
  }
}
