/** Hands a draft in, stage by stage; each stage that is done is noted, so that it goes on from there when it is tried again. */
import { t } from '../lib/words.js';
import * as api from '../api/firms.js';
import { applicationOf, profileOf } from './needs.js';

const OPEN = ['DRAFT', 'INCOMPLETE'];

/**
 * @param {object} draft
 * @param {{place: object, firm: object|null}} about
 * @param {(text: string) => void} say
 * @param {() => Promise<void>} keepNow
 * @returns {Promise<object>} the application as it then is
 */
export async function handIn(draft, about, say, keepNow) {
  if (!about.firm) {
    say(t('sending_firm'));
    about.firm = await api.registerFirm(profileOf(draft)).catch((problem) => {
      if (problem.code === 'tenancy/account-has-firm') return api.ownFirm();
      throw at(problem, 2);
    });
  }
  say(t('sending_application'));
  const body = applicationOf(draft, about.place);
  let application;
  try {
    application = draft.application ? await api.application(draft.application) : await api.draft(body, draft.key);
    if (draft.application || application.status !== 'DRAFT') {
      if (!OPEN.includes(application.status)) return application;
      application = await api.changeApplication(application, body);
    }
  } catch (problem) {
    throw at(problem, 1);
  }
  draft.application = application.code;
  await keepNow();
  for (const one of draft.files) {
    if (one.sent) continue;
    say(t('sending_paper', { name: one.name }));
    for (const old of application.documents.filter((paper) => paper.kind === one.kind && one.kind !== 'OTHER')) await api.removePaper(application.code, old.no);
    await api.upload(application.code, one.kind, one.file, one.name);
    one.sent = true;
    await keepNow();
  }
  say(t('sending_last'));
  return api.submit(application.code);
}

/** Notes at which step the fields of a refusal are. */
function at(problem, step) {
  problem.step = step;
  return problem;
}
