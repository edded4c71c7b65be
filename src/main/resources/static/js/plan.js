/** Starts the planner's editor: the list of plans, or one plan on the desk. */
import { byId, h, icon } from './lib/dom.js';
import { t } from './lib/words.js';
import { current, onChange } from './plan/address.js';
import * as bar from './plan/bar.js';
import * as chooser from './plan/chooser.js';
import { open } from './plan/desk.js';
import * as drawer from './plan/drawer.js';
import * as keys from './plan/keys.js';
import * as sheetMap from './plan/map.js';
import * as side from './plan/side.js';
import * as tools from './plan/tools.js';
import * as files from './plan/files.js';
import * as steps from './plan/steps.js';

document.documentElement.classList.add('js');

/** A plan opens on an empty desk: another plan is another page load. */
async function start() {
  const { plan } = current();
  document.body.dataset.view = plan ? 'desk' : 'chooser';
  if (!plan) {
    byId('chooser').hidden = false;
    await chooser.start(byId('chooser'));
    return;
  }
  try {
    await open(plan);
  } catch (problem) {
    failed(problem);
    return;
  }
  byId('desk').hidden = false;
  bar.start();
  steps.start();
  side.start();
  drawer.start();
  await sheetMap.start();
  tools.start();
  files.start();
  keys.start();
  document.body.dataset.ready = 'yes';
}

function failed(problem) {
  document.body.dataset.view = 'chooser';
  byId('chooser').hidden = false;
  byId('chooser').replaceChildren(h('div', { class: 'state error' }, h('h3', {}, icon('blocked'), problem.detail ?? t('problem_title')),
    problem.remedy && h('p', {}, problem.remedy), h('p', { class: 'quiet small' }, t('quote_code', { code: problem.code ?? '' })),
    h('a', { class: 'button', href: '/plan' }, t('all_plans'))));
}

onChange((now, before) => {
  if (now.plan !== before.plan) location.reload();
});
start();
