/** Numbers and dates as the page's language writes them. */
import { lang, page, t } from './words.js';

const locale = lang === 'en' ? 'en-GB' : 'vi-VN';
const formats = new Map();

function format(digits, least = 0) {
  const key = `${digits}/${least}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: digits }));
  }
  return formats.get(key);
}

export const number = (value, digits = 0, least = 0) => format(digits, least).format(value);
export const m2 = (value) => `${number(Math.round(value))} m²`;
export const hectares = (value) => `${number(value, 2)} ha`;
export const percent = (value, digits = 2) => `${number(value, digits)}%`;
export const usd = (value) => `${number(Math.round(value))} USD`;
/** What a dollar of rent is in dong here; null where no floor says both. */
const rate = page.vndPerUsd ?? null;
const inDong = (value) => rate && value * rate;

/**
 * Rent or charge of a square metre and month: dong first, the dollars of the contract beside it.
 * @param {number} value USD
 * @param {number|null} dong where it is known, else as other rents here
 */
export const rent = (value, dong = inDong(value)) => (dong
  ? t('rent_rate', { vnd: number(Math.round(dong / 1000) * 1000), usd: number(value, 2) })
  : t('rent_rate_usd', { usd: number(value, 2) }));
/** A sum of money in the same way: `30,8 triệu đ (1.215 USD)`. */
export const money = (value, dong = inDong(value)) => (dong ? t('money_both', { vnd: vnd(dong), usd: usd(value) }) : usd(value));
export const load = (value) => `${number(value, 1)} kN/m²`;
/** Tonnes a square metre that a load in kN/m² can carry. */
export const tonnes = (kn) => `${number(kn / 9.81, 2)} t/m²`;
/** Vietnamese đồng, in millions above one. */
export const vnd = (value) =>
  value >= 1e6 ? t('vnd_million', { n: number(value / 1e6, value < 1e8 ? 1 : 0) }) : `${number(value)} đ`;

/** `2027-03` or `2027-03-01` as 03/2027. */
export const month = (iso) => `${iso.slice(5, 7)}/${iso.slice(0, 4)}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A civil date: 24/11/2026, or 24 Nov 2026. */
export function date(iso) {
  const [y, m, d] = iso.slice(0, 10).split('-');
  return lang === 'en' ? `${Number(d)} ${MONTHS[Number(m) - 1]} ${y}` : `${d}/${m}/${y}`;
}

/** The civil date of now in Ho Chi Minh City, ISO. */
export function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
}

/** Time and date of an instant in Ho Chi Minh City: 14:32, 24/11/2026. A plain date stays a date. */
export function moment(iso) {
  if (iso.length <= 10) return date(iso);
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso));
  return `${parts.slice(11, 16)}, ${date(parts)}`;
}

/** A number a person typed: comma or point as the decimal sign, dots as Vietnamese thousands; NaN when it is none. */
export function parseNumber(text) {
  const clean = text.trim().replace(/\s/g, '');
  if (clean === '') return NaN;
  const grouped = lang === 'en' ? /^\d{1,3}(,\d{3})+(\.\d+)?$/ : /^\d{1,3}(\.\d{3})+(,\d+)?$/;
  if (grouped.test(clean)) return Number(lang === 'en' ? clean.replaceAll(',', '') : clean.replaceAll('.', '').replace(',', '.'));
  return /^\d+([.,]\d+)?$/.test(clean) ? Number(clean.replace(',', '.')) : NaN;
}

/** Months between two ISO months. */
export const monthsBetween = (from, to) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

/** An ISO month some months later. */
export function addMonths(iso, count) {
  const index = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
