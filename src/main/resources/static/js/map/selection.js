/** What is selected: a casing in the ground's colour under a blue line, above everything that is drawn. */
import { L } from './leaflet.js';

export function createSelection(map) {
  const options = (className, weight) => ({ pane: 'selection', interactive: false, style: { className, weight, fill: false } });
  const casing = L.geoJSON(null, options('casing', 7)).addTo(map);
  const line = L.geoJSON(null, options('selected', 3)).addTo(map);
  return (...features) => {
    for (const layer of [casing, line]) {
      layer.clearLayers();
      for (const feature of features) if (feature) layer.addData(feature);
    }
  };
}
