/** Accounts, firms, applications, offers, leases and waiting lists: `/api/v1`. */
import { getJson, query, send } from './http.js';

const API = '/api/v1';
const path = (...parts) => `${API}/${parts.map(encodeURIComponent).join('/')}`;
/** Entity tag of a record that says its code and version. */
const tag = ({ code, lockVersion }) => `"${code}-${lockVersion}"`;

export const makeAccount = (account) => send('POST', path('accounts'), account);
export const ownEmail = () => getJson(path('accounts', 'me', 'email'));
export const changeEmail = (asked) => send('PUT', path('accounts', 'me', 'email'), asked);
export const confirmEmail = () => send('POST', path('accounts', 'me', 'email', 'confirmation'));

export const ownFirm = () => getJson(path('firms', 'me'));
export const registerFirm = (profile) => send('POST', path('firms'), profile);
export const changeFirm = (firm, profile) => send('PUT', path('firms', firm.code), profile, { ifMatch: tag(firm) });

export const industries = () => getJson(path('industries'));
export const products = () => getJson(path('supporting-products'));
export const papers = (production) => getJson(path('papers') + query(production));
export const sizeClass = (figures, options) => getJson(path('size-class') + query(figures), options);

/** The verdict on needs at a building: of a registered firm, or of anybody. */
export const eligibility = (needs, ofFirm, options) => getJson(`${ofFirm ? path('firms', 'me', 'eligibility') : path('eligibility')}${query(needs)}`, options);
export const incentives = (building, area) => getJson(path('firms', 'me', 'incentives') + query({ building, area }));

export const applications = () => getJson(path('applications'));
export const application = (code) => getJson(path('applications', code));
export const draft = (asked, key) => send('POST', path('applications'), asked, { key });
export const changeApplication = (known, asked) => send('PUT', path('applications', known.code), asked, { ifMatch: tag(known) });
export const submit = (code) => send('POST', path('applications', code, 'submit'));
export const withdraw = (known, reason) => send('POST', path('applications', known.code, 'withdraw'), { reason }, { ifMatch: tag(known) });

export function upload(code, kind, file, name) {
  const form = new FormData();
  form.append('kind', kind);
  form.append('file', file, name);
  return send('POST', path('applications', code, 'documents'), form);
}
export const removePaper = (code, no) => send('DELETE', path('applications', code, 'documents', no));
export const paperAddress = (code, no) => path('applications', code, 'documents', no);

export const offers = () => getJson(path('offers'));
export const accept = (offer) => send('POST', path('offers', offer.id, 'accept'));
export const decline = (offer, reason) => send('POST', path('offers', offer.id, 'decline'), { reason });
export const holds = () => getJson(path('holds') + query({ status: 'LIVE' }));
/** Holds bays for an eligible application; with a key it may be sent again. */
export const hold = (asked, key) => send('POST', path('holds'), asked, { key });
export const release = (held) => send('DELETE', path('holds', held.id));
export const leases = () => getJson(path('leases'));
export const lease = (id) => getJson(path('leases', id));
/** What a firm asks for about a lease, and what officers answer. */
export const leaseRequests = (status) => getJson(path('lease-requests') + query({ status }));
export const askAboutLease = (lease, asked, key) => send('POST', path('leases', lease, 'requests'), asked, { key });
export const takeBackRequest = (request) => send('DELETE', path('lease-requests', request.id));
export const decideRequest = (request, decision, reason) => send('POST', path('lease-requests', request.id, decision), { reason });
export const waitingList = (building) => getJson(path('waiting-list') + query({ building }));
export const waitingHistory = (application) => getJson(path('waiting-list', 'history') + query({ application }));

/** For officers. */
export const submitted = (status) => getJson(path('applications') + query({ status }));
export const decide = (known, decision, reason) => send('POST', path('applications', known.code, 'decide'), { decision, reason }, { ifMatch: tag(known) });
export const openOffers = () => getJson(path('offers') + query({ status: 'OPEN' }));
export const searchFirms = (q, options) => getJson(path('firms') + query({ q }), options);
export const firm = (code) => getJson(path('firms', code));
export const addPerson = (code, username) => send('POST', path('firms', code, 'people'), { username });
