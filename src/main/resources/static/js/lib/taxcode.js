/** Tax code of a firm (mã số thuế): ten digits of which the last checks the others, or three more for a branch. The server judges; this tells at once. */

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * What can be said of a code while it is typed.
 * @returns {{state: 'empty'|'short'|'letters'|'wrong'|'branch'|'ok', digits: number, value?: string}} `wrong` does not hold with its check digit
 */
export function judge(typed) {
  const text = typed.replace(/[\s.]/g, '');
  const digits = text.replace('-', '');
  if (text === '') return { state: 'empty', digits: 0 };
  if (!/^\d*-?\d*$/.test(text)) return { state: 'letters', digits: digits.length };
  if (digits.length < 10) return { state: 'short', digits: digits.length };
  const sum = WEIGHTS.reduce((all, weight, index) => all + weight * Number(digits[index]), 0);
  if (Number(digits[9]) !== 10 - (sum % 11)) return { state: 'wrong', digits: digits.length };
  if (digits.length === 10 && !text.endsWith('-')) return { state: 'ok', digits: 10, value: digits };
  if (!/^\d{10}-?\d{3}$/.test(text) || digits.endsWith('000')) return { state: 'branch', digits: digits.length };
  return { state: 'ok', digits: 13, value: `${digits.slice(0, 10)}-${digits.slice(10)}` };
}
