// The index is fetched once, when it is first needed.

import { answer } from "./answer.js";
import { loadIndex } from "./index.js";

let waiting = null;

export function openIndex(base) {
  waiting ??= loadIndex(new URL(`${base}search/index.bin`, document.baseURI)).catch((error) => {
    waiting = null;
    throw error;
  });
  return waiting;
}

export { answer };
