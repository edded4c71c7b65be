/** Elements without strings of markup: nothing here can inject, and the content policy stays strict. */

const SVG = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'on') {
      for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    } else if (name === 'data') {
      Object.assign(element.dataset, value);
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An HTML element. */
export function h(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** An SVG element. */
export function s(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** Puts children in the place of those an element has; lists and empty ones as in {@link h}. */
export const put = (element, ...children) => {
  element.replaceChildren();
  return fill(element, {}, children);
};

/** An icon of the page's sprite, silent for screen readers. */
export function icon(name, size = '') {
  return s('svg', { class: `icon ${size}`, viewBox: '0 0 20 20', 'aria-hidden': 'true' }, s('use', { href: `#i-${name}` }));
}

export const byId = (id) => document.getElementById(id);

const canvas = document.createElement('canvas').getContext('2d');

/** Width of a text in pixels; `font` as in CSS. */
export function textWidth(text, font) {
  canvas.font = font;
  return canvas.measureText(text).width;
}

/** Runs the last of several quick calls, `wait` milliseconds after it. */
export function debounce(action, wait) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), wait);
  };
}

/** The size under which panels are bottom sheets. */
export const narrow = () => matchMedia('(max-width: 1023px)').matches;
