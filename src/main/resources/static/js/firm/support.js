/** `/firm`, section Hỗ trợ: what the firm lacks, which programmes may help and why, and what became of its referrals. */
import { h, icon, put } from '../lib/dom.js';
import { date, vnd } from '../lib/numbers.js';
import { toast } from '../lib/say.js';
import { lang, own, t } from '../lib/words.js';
import * as api from '../api/support.js';
import { dialog } from '../lib/dialog.js';
import { alert, fault } from './page.js';
import { needForm } from './supportform.js';
import { leaseMoney } from './supportmoney.js';
import { referralTag, steps } from './supportsteps.js';

const LACKS = ['PREMISES', 'CAPITAL', 'TECHNOLOGY', 'MARKET', 'STANDARDS'];
const TAGS = { ELIGIBLE: 'free', MISSING_EVIDENCE: 'warn', NOT_ELIGIBLE: '' };
const ENDED = ['RECEIVED', 'REFUSED', 'DECLINED', 'WITHDRAWN'];

const said = (sentence) => (lang === 'en' ? sentence.en : sentence.vi);

/** The section; it reads its own, so that the rest of the page does not wait for it. */
export function supportSection(data) {
  const body = h('div', { class: 'support-parts' });
  const section = h('section', { class: 'card-plain', id: 'support', 'aria-labelledby': 'support-title' }, h('h2', { id: 'support-title', tabindex: '-1' }, t('sup_title')), body);
  if (data.old) body.append(h('p', { class: 'quiet' }, t('sup_offline')));
  else draw(body, data);
  return section;
}

async function draw(body, data) {
  const again = async (said) => {
    await draw(body, data);
    toast(said);
    alert(said);
    // once the dialog has closed: what it would give the focus back to has just been drawn anew
    setTimeout(() => document.getElementById('support-title')?.focus(), 0);
  };
  try {
    const [{ needs }, { referrals }, { programmes }] = await Promise.all([api.needs({ status: 'OPEN' }), api.referrals(), api.programmes('me')]);
    put(body,
      ask(needs, again),
      needs.map((need) => needCard(need, programmes.filter((one) => one.lacks.includes(need.lack)), referrals, again)),
      referrals.length > 0 && referralList(referrals, again),
      leaseMoney(data.leases),
      h('a', { class: 'link', href: '/incentives' }, t('sup_all_programmes')));
  } catch (problem) {
    put(body, fault(problem, () => draw(body, data)));
  }
}

function ask(needs, again) {
  const left = LACKS.filter((lack) => !needs.some((need) => need.lack === lack));
  return h('div', { class: 'lack-ask' }, h('h3', { id: 'lack-title' }, t('sup_ask')), h('p', { class: 'hint' }, t(left.length > 0 ? 'sup_ask_hint' : 'sup_all_stated')),
    left.length > 0 && h('div', { class: 'row', role: 'group', 'aria-labelledby': 'lack-title' }, left.map((lack) => h('button', { type: 'button', class: 'button lack', data: { lack }, on: { click: () => needForm(lack, again) } }, icon('plus', 'small'), t(`lack_${lack}`)))));
}

function needCard(need, programmes, referrals, again) {
  const end = (action, reason, said) => async () => {
    try {
      await api.endNeed(need, action, t(reason));
      await again(t(said));
    } catch (problem) {
      toast(problem.detail ?? problem.message);
      alert(problem.detail ?? problem.message);
    }
  };
  const followed = new Set(referrals.filter((one) => one.need === need.id && !ENDED.includes(one.status)).map((one) => one.programme));
  const fits = programmes.filter((one) => one.match.verdict !== 'NOT_ELIGIBLE');
  const others = programmes.filter((one) => one.match.verdict === 'NOT_ELIGIBLE');
  return h('article', { class: 'need', data: { lack: need.lack }, 'aria-labelledby': `need-${need.id}` },
    h('div', { class: 'card-head' }, h('h3', { id: `need-${need.id}` }, t('sup_lacks', { lack: t(`lack_${need.lack}`).toLowerCase() })), h('span', { class: 'quiet small' }, t('sup_since', { date: date(need.madeAt) }))),
    h('p', {}, need.detail),
    h('div', { class: 'row' }, h('button', { type: 'button', class: 'button', on: { click: end('meet', 'sup_met_reason', 'sup_met_said') } }, t('sup_met')), h('button', { type: 'button', class: 'button', on: { click: end('withdraw', 'sup_withdraw_reason', 'sup_withdrawn') } }, t('sup_withdraw'))),
    h('h4', {}, t('sup_matches')),
    h('ul', { class: 'matches' }, fits.map((one) => match(one, need, followed.has(one.code), again))),
    others.length > 0 && h('details', {}, h('summary', {}, t('sup_matches_hidden', { n: others.length })), h('ul', { class: 'matches' }, others.map((one) => match(one, need, followed.has(one.code), again)))));
}

function match(one, need, followed, again) {
  return h('li', { class: 'match', data: { programme: one.code } },
    h('div', { class: 'card-head' }, h('b', {}, own(one, 'name')), h('span', { class: `tag ${TAGS[one.match.verdict]}` }, t(`verdict_${one.match.verdict}`))),
    h('p', {}, own(one, 'gives')),
    h('p', { class: 'match-why' }, icon(one.match.verdict === 'ELIGIBLE' ? 'check' : 'info', 'small'), h('span', {}, said(one.match))),
    h('p', { class: 'quiet small' }, own(one, 'source'), one.article ? `, ${t('article', { n: one.article })}` : '', one.status === 'TO_BE_CONFIRMED' ? ` · ${t('status_TO_BE_CONFIRMED')}` : '', own(one, 'open') ? `: ${own(one, 'open')}` : '.'),
    followed ? h('p', { class: 'quiet small' }, t('sup_following')) : one.match.verdict !== 'NOT_ELIGIBLE' && h('button', { type: 'button', class: 'button', on: { click: () => refer(one, need, again) } }, t('sup_refer')));
}

function refer(programme, need, again) {
  const why = h('textarea', { class: 'input area', id: 'refer-why', rows: 3, maxlength: 1000 });
  const missing = h('p', { class: 'field-error', hidden: true, role: 'alert' }, t('reason_missing'));
  dialog({
    title: t('sup_refer_title', { name: own(programme, 'name') }),
    body: [h('p', {}, t('sup_refer_means', { body: own(programme, 'body') })), h('p', {}, said(programme.match)), h('div', { class: 'form-field' }, h('label', { for: 'refer-why' }, t('sup_reason')), why, missing)],
    actions: [{ text: t('later') }, { text: t('sup_refer'), primary: true, run: async () => {
      missing.hidden = why.value.trim() !== '';
      if (!missing.hidden) { why.focus(); return false; }
      await api.refer(need, programme.code, why.value.trim());
      await again(t('sup_asked'));
      return true;
    } }],
  });
}

function referralList(referrals, again) {
  return h('div', { class: 'referrals' }, h('h3', {}, t('sup_referrals')), referrals.map((one) => {
    const inside = h('div', { class: 'referral-steps' });
    const element = h('details', { class: 'application referral', data: { id: one.id } }, h('summary', {}, h('span', { class: 'application-name' }, h('b', {}, own(one, 'programme')), one.amountVnd && h('span', { class: 'quiet small' }, t('sup_received', { vnd: vnd(one.amountVnd) }))), referralTag(one.status)), inside);
    element.addEventListener('toggle', () => { if (element.open && inside.childElementCount === 0) open(one, inside, again); });
    return element;
  }));
}

async function open(known, inside, again) {
  try {
    const one = await api.referral(known.id);
    put(inside, steps(one), h('div', { class: 'row' }, one.open.map((action) => h('button', { type: 'button', class: 'button', on: { click: () => take(one, action, again) } }, t(`do_${action}`)))));
  } catch (problem) {
    put(inside, fault(problem, () => open(known, inside, again)));
  }
}

function take(one, action, again) {
  const why = h('textarea', { class: 'input area', id: 'step-why', rows: 3, maxlength: 1000 });
  const missing = h('p', { class: 'field-error', hidden: true, role: 'alert' }, t('reason_missing'));
  dialog({
    title: `${t(`do_${action}`)}: ${own(one, 'programme')}`,
    body: [h('div', { class: 'form-field' }, h('label', { for: 'step-why' }, t('sup_reason')), why, missing)],
    actions: [{ text: t('later') }, { text: t(`do_${action}`), primary: action !== 'WITHDRAW', danger: action === 'WITHDRAW', run: async () => {
      missing.hidden = why.value.trim() !== '';
      if (!missing.hidden) { why.focus(); return false; }
      await api.step(one, action, { reason: why.value.trim() });
      await again(t('sup_done'));
      return true;
    } }],
  });
}
