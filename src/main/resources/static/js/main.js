/** Starts the public page. */
import * as alerts from './screens/alerts.js';
import * as bottomsheet from './screens/bottomsheet.js';
import * as map from './screens/map.js';
import * as needs from './search/needs.js';
import * as round from './screens/round.js';
import * as search from './screens/search.js';
import { current, onChange, start } from './lib/state.js';

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
round.start();
map.start();
alerts.start();

/** The building screen comes when a building is first opened, the comparison when something is first compared. */
let building, comparison;
function more() {
  if (current().b && !building) building = import('./screens/building.js').then((screen) => screen.start());
  if ((current().compare || current().view === 'compare') && !comparison) comparison = import('./compare/compare.js').then((part) => part.start());
}
onChange(more);
more();
