/** What the server wrote into the page for the dashboard. */
import { me } from '../lib/words.js';

/** Query of the two dates. */
export const dates = JSON.parse(document.getElementById('page-data').textContent).query;
/** Who is signed in; null for everybody else. */
export const person = me?.name ? me : null;
/** Whether all rows may be read. */
export const readsRows = Boolean(person?.roles.some((role) => ['OFFICER', 'APPROVER', 'ADMIN'].includes(role)));
/** Whether the person writes the ledger. */
export const records = Boolean(person?.roles.includes('OFFICER'));
