/** The conversion of zones, from the JSON API. */
import { getJson, query, send } from './http.js';

const PATH = '/api/v1/conversions';

export const zones = () => getJson(PATH);
export const weights = () => getJson(`${PATH}/weights`);
export const shapes = () => getJson('/ogc/collections/conversions/items?limit=100');
export const floorChanges = (zone) => getJson(`${PATH}/${zone}/floor-changes`);
export const tenants = (zone) => getJson(`${PATH}/${zone}/tenants`);
export const mine = () => getJson(`${PATH}/mine`);
export const scenarios = () => getJson(`${PATH}/scenarios`);
export const compareAddress = (ids, f) => `${PATH}/scenarios/compare${query({ id: ids, f })}`;
export const compare = (ids) => getJson(compareAddress(ids));

export const decide = (tenant, decision) => send('POST', `${PATH}/${tenant.zone}/tenants/${tenant.firm}/decisions`, decision, { ifMatch: tenant.etag });
export const contest = (zone, statement) => send('POST', `${PATH}/${zone}/contests`, statement);
export const answer = (contest, said) => send('POST', `${PATH}/contests/${contest}/answer`, said);
export const makeScenario = (scenario) => send('POST', `${PATH}/scenarios`, scenario);
export const changeScenario = (id, scenario) => send('PUT', `${PATH}/scenarios/${id}`, scenario);
export const archiveScenario = (id) => send('DELETE', `${PATH}/scenarios/${id}`);
