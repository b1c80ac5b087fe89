/**
 * Clauses of ISO/IEC 17024:2012 on which the product keeps records, with the figures that speak for each. What a
 * body does outside of the product (its legal form, its committees, its contracts) is not here.
 */
export const evidenceClauses = [
  { clause: '4-3', keys: ['ownReviews', 'ownForms', 'ownDecisions', 'ownAppeals'] },
  { clause: '7-1', keys: ['sittings', 'answers', 'results'] },
  { clause: '7-4', keys: ['cases', 'casesByOne'] },
  { clause: '8', keys: ['schemeVersions'] },
  { clause: '9-1', keys: ['agreements', 'sittings', 'accommodations'] },
  { clause: '9-2', keys: ['items', 'reviews', 'panels'] },
  { clause: '9-3', keys: ['forms', 'sittings', 'extensions'] },
  { clause: '9-4', keys: ['results', 'regrades', 'credentials', 'withoutPass'] },
  { clause: '9-5', keys: ['suspensions', 'revocations'] },
  { clause: '9-6', keys: ['renewed'] },
  { clause: '9-8', keys: ['appeals', 'appealsOpen', 'appealsLate'] },
] as const satisfies readonly { clause: string; keys: readonly string[] }[]

/** What is zero unless a rule was broken that the database keeps. */
export const mustBeZero: readonly string[] = [
  'ownReviews',
  'ownForms',
  'ownDecisions',
  'ownAppeals',
  'casesByOne',
  'withoutPass',
]
