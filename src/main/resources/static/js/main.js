/** Starts the public page. */
import * as alerts from './screens/alerts.js';
import * as bottomsheet from './screens/bottomsheet.js';
import * as find from './screens/find.js';
import * as needs from './search/needs.js';
import * as search from './screens/search.js';
import { sheet } from './lib/come.js';
import { byId } from './lib/dom.js';
import { current, onChange, start } from './lib/state.js';
import { page } from './lib/words.js';

document.documentElement.classList.add('js');

function show() {
  document.body.dataset.view = current().b ? 'building' : 'map';
}

start();
show();
onChange(show); // before the screens listen: they measure what is shown
bottomsheet.start();
needs.start();
search.start();
find.start();
alerts.start();

/** The building screen comes when a building is first opened, the comparison when something is first compared. */
let building, comparison, dress;
function more() {
  const comparing = current().compare || current().view === 'compare';
  if (current().b || comparing) dress ??= byId('building-sheet') ?? sheet(page.buildingSheet, byId('print-sheet'));
  if (current().b && !building) building = Promise.all([import('./screens/building.js'), dress]).then(([screen]) => screen.start());
  if (comparing && !comparison) comparison = Promise.all([import('./compare/compare.js'), dress]).then(([part]) => part.start());
}
onChange(more);
more();

/** The card of the latest round comes with the first zone. */
document.addEventListener('zone-drawn', () => import('./screens/round.js').then((round) => round.drawCard(byId('round-card')), () => {}));
