/** Who else has the plan open: asked every few seconds, and with it whether they changed something. */
import * as api from '../api/plans.js';
import { catchUp, desk, emit, mayDraw, on, saving, takePlan } from './desk.js';

const EVERY_MS = 5000;
const session = crypto.randomUUID();
let doing = 'VIEWING';
let timer;

export function start() {
  on('selection', soon);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && soon());
  addEventListener('pagehide', leave);
  beat();
}

/** Says whether the hand is on the drawing right now. */
export function setDoing(next) {
  if (doing === next) return;
  doing = next;
  soon();
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(beat, 400);
}

async function beat() {
  clearTimeout(timer);
  if (document.visibilityState === 'visible') {
    try {
      const chosen = desk.selection.find((uid) => !uid.startsWith('new:')) ?? null;
      const answer = await api.presence(desk.plan.id, { session, subzone: chosen, doing: mayDraw() ? doing : 'VIEWING' });
      desk.people = answer.people;
      emit('people');
      if (answer.commentsEtag !== desk.commentsEtag) {
        desk.commentsEtag = answer.commentsEtag;
        emit('comments');
      }
      const newer = answer.lockVersion > desk.plan.lockVersion || answer.status !== desk.plan.status;
      const { state } = saving();
      if (newer && state === 'saved') await catchUp();
      else if (state === 'closed' && answer.status !== desk.plan.status) takePlan(await api.plan(desk.plan.id));
    } catch {
      // no connection: the outbox says so
    }
  }
  timer = setTimeout(beat, EVERY_MS);
}

function leave() {
  const token = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/);
  const form = new URLSearchParams({ session, _csrf: token ? decodeURIComponent(token[1]) : '' });
  navigator.sendBeacon(`/api/v1/plans/${desk.plan.id}/presence/leave`, form);
}
