/** The versions of the zone's plan: read once and shared by the panels, anew when the plan on the desk takes a step. */
import * as api from '../../api/plans.js';
import { t } from '../../lib/words.js';
import { desk } from '../desk.js';

let asked = null;
let key = '';

/** All versions that may be read, newest first. */
export function versions() {
  const now = `${desk.plan.zone}/${desk.plan.status}`;
  if (!asked || key !== now) {
    key = now;
    asked = api.plans(desk.plan.zone).then(({ plans }) => plans.sort((a, b) => b.version - a.version));
    asked.catch(() => {
      asked = null;
    });
  }
  return asked;
}

export const statusText = (plan) => t(`plan_${plan.status}`);
