/**
 * What machines need of a place, worked out as the search on the server does (`space.search.vacancy.Machine`; a test holds the two to
 * each other), so that a form can say it while somebody types and a building's page can judge by it. Masses in t, lengths in m.
 */

const G = 9.81;
const FIGURES = ['weight', 'length', 'width', 'height'];
/** So many machines can be asked for. */
export const MOST_MACHINES = 3;

/** The machines of an address, such as `4.2,2.4,1.8,2.2;0.8,,,2`; what is not known of one is undefined. */
export function readMachines(text) {
  if (!text) return [];
  return text.split(';').slice(0, MOST_MACHINES).map((machine) => {
    const parts = machine.split(',');
    return Object.fromEntries(FIGURES.map((name, index) => [name, Number(parts[index]) > 0 ? Number(parts[index]) : undefined]));
  }).filter((machine) => FIGURES.some((name) => machine[name]));
}

/** The same machines as an address has them, null for none. */
export function writeMachines(machines) {
  const known = machines.filter((machine) => FIGURES.some((name) => machine[name] > 0));
  return known.map((machine) => FIGURES.map((name) => machine[name] ?? '').join(',')).join(';') || null;
}

/** Up to the next hundredth, but not for the crumbs of binary fractions. */
const up = (value) => Math.ceil(Math.round(value * 1e6) / 1e4) / 100;

/**
 * What one machine needs, by the names of the search; what cannot be told is absent.
 * @returns {{load?: number, pointLoad?: number, height?: number, lift?: number, liftDoorWidth?: number, liftDoorHeight?: number}}
 *   kN/m², kN, m, t, m, m
 */
export function needsOf({ weight, length, width, height }) {
  const found = {};
  if (weight) {
    found.pointLoad = up((1.3 * weight * G) / 4);
    found.lift = up(1.1 * weight);
  }
  if (length && width) {
    if (weight) found.load = up((1.25 * weight * G) / (length * width));
    found.liftDoorWidth = up(Math.min(length, width) + 0.1);
  }
  if (height) {
    found.height = up(height + 0.5);
    found.liftDoorHeight = up(height + 0.1);
  }
  return found;
}

/** What all of several machines find enough. */
export function needsOfAll(machines) {
  const found = {};
  for (const [name, value] of machines.flatMap((machine) => Object.entries(needsOf(machine)))) found[name] = Math.max(found[name] ?? 0, value);
  return found;
}
