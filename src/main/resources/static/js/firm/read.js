/** Everything that a firm's own page shows, read at once, and kept so that it can be read without network. */
import { keep, kept } from '../lib/keep.js';
import * as api from '../api/firms.js';
import * as space from '../api/space.js';
import { hasFirm, me } from './page.js';
import { readRounds } from './rounds.js';

const MOST_OPENED = 12;
const MOST_BUILDINGS = 8;
const CLOSED = ['WITHDRAWN', 'DECLINED', 'LAPSED', 'LEASED'];

const orNull = (question) => question.catch((problem) => { if (problem.status === 404) return null; throw problem; });
const byKey = async (keys, ask) => Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await ask(key)])));

/** @returns {Promise<object>} `at` is when it was read, `old` whether it comes from this device */
export async function readAll() {
  const key = `firm/home/${me.name}`;
  try {
    const found = await ask();
    keep(key, found).catch(() => undefined);
    return found;
  } catch (problem) {
    const old = problem.status === 0 && (await kept(key).catch(() => undefined));
    if (!old) throw problem;
    return { ...old, old: true };
  }
}

async function ask() {
  const at = new Date().toISOString();
  const firm = hasFirm() ? await orNull(api.ownFirm()) : null;
  if (!firm) return { at, firm: null };
  const [list, offers, leases, holds, industries, requests] = await Promise.all([api.applications(), api.offers(), api.leases(), api.holds(), api.industries(), api.leaseRequests()]);
  const order = [...list.applications].sort((a, b) => CLOSED.includes(a.status) - CLOSED.includes(b.status));
  const applications = await Promise.all(order.slice(0, MOST_OPENED).map((one) => api.application(one.code)));
  const codes = [...new Set([...offers.offers, ...leases.leases, ...holds.holds, ...applications].map((one) => one.building).filter(Boolean))].slice(0, MOST_BUILDINGS);
  const open = offers.offers.filter((offer) => offer.status === 'OPEN');
  const waits = applications.filter((one) => one.status === 'ELIGIBLE');
  const waitsAt = [...new Set(waits.map((one) => one.building).filter(Boolean))];
  const [buildings, cuts, places, lists, rounds] = await Promise.all([
    byKey(codes, (code) => orNull(space.building(code))),
    byKey(open.map((offer) => offer.id), async (id) => {
      const offer = open.find((one) => one.id === id);
      return (await orNull(api.incentives(offer.building, offer.areaM2)))?.incentives ?? [];
    }),
    byKey(waits.map((one) => one.code), async (code) => (await orNull(api.waitingHistory(code)))?.places ?? []),
    byKey(waitsAt, (code) => orNull(api.waitingList(code))),
    readRounds().catch((problem) => { if (problem.status === 0) throw problem; return []; }), // the page is whole without them
  ]);
  return { at, firm, applications, more: order.length - applications.length, offers: offers.offers, leases: leases.leases, holds: holds.holds, requests: requests.requests, industries: industries.industries, buildings, cuts, places, lists, rounds };
}
