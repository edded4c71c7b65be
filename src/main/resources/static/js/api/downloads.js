/** Files that the server makes, read with progress. */
import { lang } from '../lib/words.js';
import { Problem } from '../lib/problem.js';

/**
 * Fetches a file. Throws a Problem for every refusal and fault, and lets an abort through.
 * @param {string} path with query
 * @param {{signal?: AbortSignal, progress?: (bytes: number, all: number|null) => void}} options
 * @returns {Promise<{blob: Blob, name: string, crs: string}>} the name as the server proposes it, the CRS of its coordinates where it says
 */
export async function download(path, { signal, progress } = {}) {
  try {
    const response = await fetch(path, { signal, headers: { Accept: '*/*', 'Accept-Language': lang } });
    if (!response.ok) throw await Problem.of(response);
    const all = response.headers.has('Content-Encoding') ? null : Number(response.headers.get('Content-Length')) || null;
    const parts = [];
    let bytes = 0;
    const reader = response.body.getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      parts.push(value);
      bytes += value.length;
      progress?.(bytes, all);
    }
    return {
      blob: new Blob(parts, { type: response.headers.get('Content-Type') ?? '' }),
      name: /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? '',
      crs: (response.headers.get('Content-Crs') ?? '').replace(/^<|>$/g, ''),
    };
  } catch (fault) {
    if (fault.name === 'AbortError' || fault instanceof Problem) throw fault;
    throw Problem.offline();
  }
}
