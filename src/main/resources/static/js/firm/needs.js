/** What a draft asks of a place, as numbers; and what is sent of it. */
import { read } from './form.js';

const KN_PER_T = 9.80665;

/** The machines that are complete, as numbers. */
export function machinesOf(draft) {
  return draft.machines
    .map((one) => ({ name: (one.name ?? '').trim(), weightT: read(one.weightT), lengthM: read(one.lengthM), widthM: read(one.widthM), heightM: read(one.heightM) }))
    .filter((one) => one.weightT > 0 && one.lengthM > 0 && one.widthM > 0 && one.heightM > 0);
}

/** What the machines need of floor, height and lift; undefined where there are none. */
export function ofMachines(draft) {
  const machines = machinesOf(draft);
  const most = (value) => (machines.length > 0 ? Math.max(...machines.map(value)) : undefined);
  return {
    load: most((one) => (one.weightT * KN_PER_T) / (one.lengthM * one.widthM)),
    height: most((one) => one.heightM),
    lift: most((one) => one.weightT),
  };
}

const larger = (a, b) => (a === undefined ? b : b === undefined ? a : Math.max(a, b));
const up = (value) => (value === undefined ? undefined : Math.ceil(value * 100) / 100);

/** The needs that rules judge: names as in `/api/v1/eligibility`. */
export function needsOf(draft, areaM2) {
  const machines = ofMachines(draft);
  return {
    industry: draft.industry || undefined,
    hazard: draft.hazard || undefined,
    area: areaM2 ? Math.floor(areaM2) : undefined,
    load: up(larger(machines.load, read(draft.load))),
    height: up(larger(machines.height, read(draft.height))),
    lift: up(larger(machines.lift, read(draft.lift))),
    power: read(draft.power),
    wastewater: read(draft.wastewater),
    machine: machinesText(draft),
  };
}

/** The machines as the pre-check reads them; a blank one says that there is none, whatever stands in the profile. */
function machinesText(draft) {
  const texts = machinesOf(draft).map((one) => `${one.weightT}x${one.lengthM}x${one.widthM}x${one.heightM} ${one.name.replaceAll(',', ' ') || '–'}`);
  return texts.length > 0 ? texts : [' '];
}

/** The day some months after another, ISO. */
export function plusMonths(iso, months) {
  const [y, m, d] = iso.split('-').map(Number);
  const first = new Date(Date.UTC(y, m - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(d, last))).toISOString().slice(0, 10);
}

/** The last day of a term, ISO. */
export function lastDay(from, months) {
  const end = new Date(`${plusMonths(from, months)}T00:00:00Z`);
  return new Date(end.getTime() - 86_400_000).toISOString().slice(0, 10);
}

/** Months that the start may be later than asked for. */
const LATER = 3;

/** The body of `POST /api/v1/applications`. */
export function applicationOf(draft, place) {
  const needs = needsOf(draft, place.areaM2);
  return {
    industry: draft.industry,
    production: draft.production.trim(),
    areaMinM2: Math.floor(place.areaM2),
    areaMaxM2: Math.ceil(place.areaM2),
    loadKnM2: needs.load ?? 0,
    clearHeightM: needs.height ?? 0,
    powerKva: needs.power ?? 0,
    wastewaterM3Day: needs.wastewater ?? 0,
    liftT: place.level === 1 ? 0 : needs.lift ?? 0,
    hazard: draft.hazard,
    startEarliest: draft.from,
    startLatest: plusMonths(draft.from, LATER),
    termMonths: read(draft.months),
    budgetVndM2Month: read(draft.budget),
    zones: [place.building.zone.code],
    acceptOther: Boolean(draft.acceptOther),
    maySplit: false,
    building: place.building.code,
    floor: place.floor.id,
    firstBay: place.firstBay,
    bayCount: place.bayCount,
    machines: machinesOf(draft),
  };
}

/** The body of `POST /api/v1/firms` and `PUT`. */
export function profileOf(draft) {
  return {
    taxCode: (draft.taxCode ?? '').trim(),
    nameVi: (draft.nameVi ?? '').trim(),
    nameEn: (draft.nameEn ?? '').trim() || null,
    industry: draft.industry,
    vsic: vsicOf(draft.vsic),
    businessLine: draft.businessLine,
    domestic: draft.domestic === 'yes',
    evidenceYear: read(draft.evidenceYear),
    insuredEmployees: read(draft.insuredEmployees),
    revenueBnVnd: read(draft.revenueBnVnd) ?? null,
    capitalBnVnd: read(draft.capitalBnVnd) ?? null,
    supportingProduct: draft.supports === 'none' ? null : draft.supportingProduct || null,
    certificateNo: draft.supports === 'certificate' ? (draft.certificateNo ?? '').trim() || null : null,
    certificateOn: draft.supports === 'certificate' ? draft.certificateOn || null : null,
    machines: machinesOf(draft),
  };
}

/** The codes of a text such as `2592, 25`. */
export const vsicOf = (text) => (text ?? '').split(/[\s,;]+/).filter(Boolean);
