/** A single event: the project is found by its code, its history is looked at, then an event is added or one corrected. */
import * as api from '../../api/indicators.js';
import { h, put } from '../../lib/dom.js';
import { today } from '../../lib/numbers.js';
import { toast } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import { eventForm } from './eventform.js';
import { unread } from './form.js';
import { history } from './history.js';

const CODE = /^[A-Z0-9][A-Z0-9./-]{2,39}$/;

export async function events(host) {
  const known = {};
  try {
    const [places, sectors] = await Promise.all([api.places(), api.sectors()]);
    Object.assign(known, { sectors, zones: places.filter((one) => one.kind === 'ZONE'), buildings: places.filter((one) => one.kind === 'BUILDING') });
  } catch (problem) {
    put(host, unread(problem));
    return;
  }
  const asked = new URLSearchParams(location.search).get('project') ?? '';
  const code = h('input', { class: 'input', id: 'rec-project', value: asked, maxlength: 40, autocomplete: 'off', spellcheck: 'false', autocapitalize: 'characters', 'aria-describedby': 'rec-project-hint rec-project-error' });
  const error = h('p', { class: 'field-error', id: 'rec-project-error', role: 'alert', hidden: true });
  const life = h('div', { id: 'rec-life' });
  const desk = h('div', { id: 'rec-desk' });

  const open = async (name) => {
    const wanted = name.trim().toUpperCase();
    code.value = wanted;
    error.hidden = CODE.test(wanted);
    error.textContent = error.hidden ? '' : t('rec_project_fault');
    if (!error.hidden) {
      code.setAttribute('aria-invalid', 'true');
      code.focus();
      return;
    }
    code.removeAttribute('aria-invalid');
    let project = null;
    try {
      project = await api.project(wanted);
    } catch (problem) {
      if (problem.status !== 404) {
        put(life, unread(problem));
        put(desk);
        return;
      }
    }
    show(project, wanted);
  };

  function show(project, wanted) {
    const alive = project?.events.filter((one) => one.kind !== 'VOID' && !one.correctedBy) ?? [];
    const ended = alive.some((one) => one.kind === 'WITHDRAWN');
    const begun = alive.length > 0;
    const add = (event) => put(desk, eventForm({
      code: wanted, project, known, event,
      kinds: begun ? (ended ? [] : ['ADJUSTED', 'MOVED', 'WITHDRAWN']) : ['REGISTERED'],
      currency: alive.find((one) => one.currency)?.currency,
      day: today(),
      reload: () => open(wanted),
      cancel: () => add(null),
      done: async (text) => {
        toast(text);
        await open(wanted);
        life.querySelector('h3')?.focus();
      },
    }));
    put(life, project ? history(project, { correct: (event) => { add(event); desk.querySelector('h3').focus(); } }) : h('p', { class: 'notice', role: 'status' }, t('rec_project_new', { code: wanted })));
    add(null);
  }

  put(host,
    h('form', { class: 'rec-find', on: { submit: (event) => { event.preventDefault(); open(code.value); } } },
      h('div', { class: 'form-field' }, h('label', { for: 'rec-project' }, t('rec_project')), code, h('p', { class: 'hint', id: 'rec-project-hint' }, t('rec_project_hint')), error),
      h('button', { type: 'submit', class: 'button' }, t('rec_find'))),
    life, desk);
  if (asked) await open(asked);
}
