/** Leaflet comes from its webjar as a classic script; this is the only module that knows so. */
export const L = globalThis.L;

/**
 * A drawing in a pane that moves with the map and is drawn anew when the map comes to rest.
 * `draw(root, toPixel, box)` gets the emptied `<svg>`, a function from [lon, lat] to its pixels, and the pixel box to fill.
 */
export function drawing(map, pane, draw) {
  const root = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  root.setAttribute('class', `drawing drawing-${pane} leaflet-zoom-hide`);
  root.setAttribute('aria-hidden', 'true');
  map.getPane(pane).append(root);
  const redraw = () => {
    const size = map.getSize();
    if (size.x === 0 || size.y === 0) return;
    const margin = { x: Math.round(size.x / 3), y: Math.round(size.y / 3) };
    L.DomUtil.setPosition(root, map.containerPointToLayerPoint([-margin.x, -margin.y]));
    const width = size.x + 2 * margin.x, height = size.y + 2 * margin.y;
    root.setAttribute('width', width);
    root.setAttribute('height', height);
    root.setAttribute('viewBox', `${-margin.x} ${-margin.y} ${width} ${height}`);
    root.replaceChildren();
    const toPixel = ([lon, lat]) => {
      const point = map.latLngToContainerPoint([lat, lon]);
      return [point.x, point.y];
    };
    draw(root, toPixel, { left: -margin.x, top: -margin.y, right: size.x + margin.x, bottom: size.y + margin.y });
  };
  map.on('moveend zoomend resize', redraw);
  return redraw;
}

/** A pane of its own at a height among the others. */
export function pane(map, name, level, clicks = true) {
  const element = map.createPane(name);
  element.style.zIndex = String(level);
  if (!clicks) element.style.pointerEvents = 'none';
  return element;
}
