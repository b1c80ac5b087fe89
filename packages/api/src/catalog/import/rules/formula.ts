/**
 * A cell that a spreadsheet would run as a formula: OWASP, "CSV injection". Leading apostrophes count,
 * so that taking one away again gives exactly what was there.
 */
const looksLikeFormula = /^'*[=+\-@\t\r]/

/** Puts an apostrophe before what a spreadsheet would run. */
export const neutraliseFormula = (text: string): string =>
  looksLikeFormula.test(text) ? `'${text}` : text

/** Takes away the apostrophe that neutraliseFormula put there. */
export const restoreFormula = (text: string): string =>
  text.startsWith("'") && looksLikeFormula.test(text) ? text.slice(1) : text
