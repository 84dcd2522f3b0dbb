// How much a part of a query says: the twin of bps.search.weight.

const PRECISION = 10 ** 6;

export const standsSomewhere = (alternative, index) => alternative.terms.some((term) => index.frequency(term));

export function weigh(alternatives, index) {
  const count = Math.max(0, ...alternatives.map(({ terms }) => index.frequency(terms[0])));
  return roundAlike(Math.log(1 + index.documents.length / (1 + count)));
}

// Logarithms differ in their last digit between browsers and Python.
export const roundAlike = (value) => Math.floor(value * PRECISION + 0.5) / PRECISION;

export const alternative = (how, ...terms) => ({ terms, how, shown: "" });
export const terms = (values, how) => [...values].map((term) => alternative(how, term));
