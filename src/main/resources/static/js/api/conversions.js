/** The conversion of zones, from the JSON API. */
import { getJson, query, send } from './http.js';

const PATH = '/api/v1/conversions';

/** `on` is the day that is asked about, nothing for today. */
export const zones = (on) => getJson(PATH + query({ on }));
export const weights = (on) => getJson(`${PATH}/weights${query({ on })}`);
export const weightVersions = () => getJson(`${PATH}/weights/versions`);
export const shapes = () => getJson('/ogc/collections/conversions/items?limit=100');
export const floorChanges = (zone, on) => getJson(`${PATH}/${zone}/floor-changes${query({ on })}`);
export const tenants = (zone, on) => getJson(`${PATH}/${zone}/tenants${query({ on })}`);
export const mine = () => getJson(`${PATH}/mine`);
export const scenarios = () => getJson(`${PATH}/scenarios`);
export const compareAddress = (ids, on, f) => `${PATH}/scenarios/compare${query({ id: ids, on, f })}`;
export const compare = (ids, on) => getJson(compareAddress(ids, on));

export const decide = (tenant, decision) => send('POST', `${PATH}/${tenant.zone}/tenants/${tenant.firm}/decisions`, decision, { ifMatch: tenant.etag });
export const contest = (zone, statement) => send('POST', `${PATH}/${zone}/contests`, statement);
export const answer = (contest, said) => send('POST', `${PATH}/contests/${contest}/answer`, said);
export const makeScenario = (scenario) => send('POST', `${PATH}/scenarios`, scenario);
export const changeScenario = (id, scenario) => send('PUT', `${PATH}/scenarios/${id}`, scenario);
export const archiveScenario = (id) => send('DELETE', `${PATH}/scenarios/${id}`);

const PARTS = { sectors: 'sectors', 'eco-findings': 'ecoTests', 'share-targets': 'shares', balances: 'shares', milestones: 'milestones', responsibles: 'responsibles' };
/** Adds to a part of a zone's aim, unless somebody else has since it was read; `what` is the part's address. */
export const addAim = (zone, what, row, versions) => send('POST', `${PATH}/${zone}/${what}`, row, { ifMatch: `"${PARTS[what]}-${versions[PARTS[what]]}"` });
export const publishWeights = (set, etag) => send('POST', `${PATH}/weights`, set, { ifMatch: etag });
export const addFigures = (tenant, figures) => send('POST', `${PATH}/${tenant.zone}/tenants/${tenant.firm}/figures`, figures);
