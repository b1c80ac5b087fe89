/** An error whose message is all that the person at the terminal needs: it is shown without a stack. */
export class ExplainedError extends Error {
  readonly isExplained = true
}
