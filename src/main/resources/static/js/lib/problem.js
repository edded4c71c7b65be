/** What went wrong, as the person should read it: what happened, what to do, a code to quote. */
import { t } from './words.js';

export class Problem extends Error {
  constructor({ title, detail, remedy, code, status, body = {} }) {
    super(detail || title);
    this.title = title;
    this.detail = detail;
    this.remedy = remedy;
    this.code = code;
    this.status = status;
    /** The whole problem document: some kinds have a place on the map, or what the server has instead. */
    this.body = body;
  }

  /** A problem document (RFC 9457), or any other refusal. */
  static async of(response) {
    let body = {};
    try {
      body = await response.json();
    } catch {
      // Not a problem document; the status alone must do.
    }
    return new Problem({
      title: body.title || t('problem_title'),
      detail: body.detail,
      remedy: body.remedy,
      code: body.type && body.type !== 'about:blank' ? body.type.replace(/^.*\/problems\//, '') : `HTTP ${response.status}`,
      status: response.status,
      body,
    });
  }

  static offline() {
    return new Problem({ title: t('offline_title'), detail: t('offline_detail'), code: 'offline', status: 0 });
  }

  static unreadable(status) {
    return new Problem({ title: t('problem_title'), detail: t('problem_unreadable'), code: `HTTP ${status}`, status });
  }
}
