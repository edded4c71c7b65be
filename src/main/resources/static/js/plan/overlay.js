/** What is shown on the map for a while: findings, previews, differences, other people's work. Groups have names and are replaced whole. */
import { L } from '../map/leaflet.js';

export function createOverlay(map) {
  const groups = new Map();

  function clear(name) {
    groups.get(name)?.remove();
    groups.delete(name);
  }

  return {
    /**
     * Shows GeoJSON geometries or features in place of the group's former ones; colours come from the style sheet by class.
     * @param {string} name
     * @param {object[]} shapes geometries or features, longitude before latitude; null ones are left out
     * @param {{className: string, weight?: number, radius?: number, fill?: boolean, click?: (feature: object) => void}} options
     */
    show(name, shapes, { className, weight = 2, radius = 5, fill = true, click } = {}) {
      clear(name);
      const present = shapes.filter((shape) => shape && (shape.type !== 'Feature' || shape.geometry));
      if (present.length === 0) return;
      const group = L.featureGroup();
      for (const shape of present) {
        const layer = L.geoJSON(shape, {
          pane: 'findings', pmIgnore: true, snapIgnore: true, interactive: Boolean(click),
          style: { className: `overlay ${className}`, weight, fill },
          pointToLayer: (_, latlng) => L.circleMarker(latlng, { pane: 'findings', pmIgnore: true, snapIgnore: true, radius, className: `overlay ${className}`, weight, interactive: Boolean(click) }),
        });
        if (click) layer.on('click', (event) => {
          L.DomEvent.stopPropagation(event);
          click(shape);
        });
        group.addLayer(layer);
      }
      groups.set(name, group.addTo(map));
    },
    /**
     * Shows numbered or lettered pins in place of the group's former ones. They repeat what a list says, so screen readers pass them by.
     * @param {{at: number[], text: string, className?: string, title?: string, click?: () => void}[]} pins
     */
    pins(name, pins) {
      clear(name);
      if (pins.length === 0) return;
      const group = L.layerGroup(pins.map(({ at: [lng, lat], text, className = '', title = '', click }) => {
        const face = document.createElement('span');
        face.className = `pin-face ${className}`;
        face.textContent = text;
        const marker = L.marker([lat, lng], {
          pane: 'pins', pmIgnore: true, snapIgnore: true, keyboard: false, interactive: Boolean(click), title,
          icon: L.divIcon({ className: 'pin', html: face, iconSize: [26, 26], iconAnchor: [13, 13] }),
        });
        if (click) marker.on('click', (event) => {
          L.DomEvent.stopPropagation(event);
          click();
        });
        return marker;
      }));
      groups.set(name, group.addTo(map));
    },
    clear,
    boundsOf: (name) => groups.get(name)?.getBounds?.(),
  };
}
