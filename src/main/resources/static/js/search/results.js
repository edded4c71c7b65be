/** What the server answers to the state of the page: what is free in every zone, what of it fits, and the places that do, page by page. */
import { latest } from '../api/http.js';
import * as space from '../api/space.js';
import { conditions, current, hasNeeds, question } from '../lib/state.js';

const PAGE = 30;
/** As the server orders, by the order a person chose; other orders are those of zones. */
const ORDERS = { rent: 'rent', area: '-area', distance: 'distance' };

let supplies = { from: undefined, answer: null };

/** What is free in all zones on a day, asked for once as long as the data stay. */
function supplyOn(from) {
  if (!supplies.answer || supplies.from !== from) {
    supplies = { from, answer: space.supply(from) };
    supplies.answer.catch(() => {
      supplies = { from: undefined, answer: null };
    });
  }
  return supplies.answer;
}

/** The parameters of the search that the state stands for. */
function parameters(state) {
  const order = ORDERS[state.sort];
  const possible = order !== 'distance' || conditions(state).near;
  return { ...question(state), sort: order && possible ? order : undefined };
}

/**
 * Asks for the state; an earlier question that is still open is given up.
 * @returns {Promise<{asOf: string, zones: object[], answer: object, places: object[], next: string|null}>} zones with `fitBays`, `fitM2` and
 *   `fitCount` of what satisfies all conditions; null where it is not known
 */
export const ask = latest(async (state, options) => {
  const asked = space.vacancies({ ...parameters(state), limit: hasNeeds() ? PAGE : 1 }, options);
  let [supply, answer] = await Promise.all([supplyOn(conditions(state).from), asked]);
  if (supply.revision < answer.revision) {
    supplies.answer = null;
    supply = await supplyOn(conditions(state).from);
  }
  const counts = new Map(answer.facets.zone.map((zone) => [zone.value, zone]));
  const zones = supply.zones.map((zone) => {
    const fit = counts.get(zone.code);
    const unknown = !fit && answer.facets.moreZones > 0;
    return { ...zone, fitBays: unknown ? null : fit?.bays ?? 0, fitM2: unknown ? null : fit?.areaM2 ?? 0, fitCount: unknown ? null : fit?.count ?? 0 };
  });
  return { asOf: answer.asOf, zones, answer, places: hasNeeds() ? answer.hits : [], next: hasNeeds() ? answer.next : null };
});

/** Reads the next page of places into what was found; tells the new ones. */
export async function more(found) {
  const page = await space.further(found.next);
  found.places = [...found.places, ...page.hits];
  found.next = page.next;
  return page.hits;
}

/** The query of the search as it stands, for links and saved searches. */
export function searchQuery() {
  return new URLSearchParams(question(current())).toString();
}
