/**
 * Clauses of ISO/IEC 17024:2012 on which the product keeps records, with the figures that speak for each. What a
 * body does outside of the product (its legal form, its committees, its contracts) is not here.
 */
export const evidenceClauses = {
  '4-3': ['ownReviews', 'ownForms', 'ownDecisions', 'ownAppeals'],
  '7-1': ['sittings', 'answers', 'results'],
  '7-4': ['cases', 'casesByOne'],
  '8': ['schemeVersions'],
  '9-1': ['agreements', 'sittings', 'accommodations'],
  '9-2': ['items', 'reviews', 'panels'],
  '9-3': ['forms', 'sittings', 'extensions'],
  '9-4': ['results', 'regrades', 'credentials', 'withoutPass'],
  '9-5': ['suspensions', 'revocations'],
  '9-6': ['renewed'],
  '9-8': ['appeals', 'appealsOpen', 'appealsLate'],
} as const satisfies Record<string, readonly string[]>

/** What is zero unless a rule was broken that the database keeps. */
export const mustBeZero: readonly string[] = [
  'ownReviews',
  'ownForms',
  'ownDecisions',
  'ownAppeals',
  'casesByOne',
  'withoutPass',
]
