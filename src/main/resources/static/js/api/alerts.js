/** Saved searches. */
import { getJson, send } from './http.js';

const PATH = '/api/v1/saved-searches';

/** What a search would be saved as: its words, how much fits now, whether mail is set up, who is signed in. */
export const preview = (search, options) => getJson(`${PATH}/preview?${search}`, options);

/** Saves one; a feed's address comes back once. */
export const save = (wish) => send('POST', PATH, wish);

/** Those of the account. */
export const kept = () => getJson(PATH);

/** Gives one up. */
export const remove = (id) => send('DELETE', `${PATH}/${id}`);
