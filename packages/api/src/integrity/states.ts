/** What two people agreed on is final here; the candidate may appeal. A trigger keeps a closed case. */
export const caseStates = ['open', 'cleared', 'confirmed'] as const
export type CaseState = (typeof caseStates)[number]
