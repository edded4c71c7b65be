/** The words of the page's language, written into the page by the server. */

/** What the server wrote into the page for its scripts. */
export const page = JSON.parse(document.getElementById('page-data').textContent);

export const lang = page.lang;
/** Settings of this installation: base map address and attribution. */
export const settings = page.settings;
/** Who is signed in, `{name, roles}`; null for everybody else. */
export const me = page.me ?? null;
/** Whether the authority's staff look at the page. */
export const isStaff = Boolean(me?.roles.some((role) => role === 'OFFICER' || role === 'ADMIN'));

/**
 * The text of a key with its `{places}` filled in. When the place `n` is 1 and the dictionary has `key.one`, that one is taken.
 * A missing key shows itself, so that a test can find it.
 */
export function t(key, places = {}) {
  const words = page.words;
  const text = (places.n === 1 && words[`${key}.one`]) || words[key];
  if (text === undefined) return `⟦${key}⟧`;
  return text.replace(/\{(\w+)\}/g, (all, name) => (places[name] === undefined ? all : String(places[name])));
}

/** The field of a record that is in the page's language: `own(zone, 'name')` is `nameVi` or `nameEn`. */
export function own(record, field) {
  return (lang === 'en' && record[`${field}En`]) || record[`${field}Vi`] || record[`${field}En`] || '';
}

/** The same for the snake_case properties of map features. */
export function ownProperty(properties, field) {
  return (lang === 'en' && properties[`${field}_en`]) || properties[`${field}_vi`] || properties[`${field}_en`] || '';
}
