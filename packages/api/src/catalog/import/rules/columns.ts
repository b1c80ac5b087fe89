import type { ColumnMapping, ImportField } from '../../schema/imports'

/** Headers that other lists use for each field, in lower case without signs; ours first. */
const synonyms: Record<ImportField, readonly string[]> = {
  id: ['id', 'course id', 'external id', 'row id', 'no', 'number'],
  title: ['title', 'course title', 'name', 'course name', 'course'],
  provider: [
    'organization',
    'organisation',
    'provider',
    'partner',
    'institution',
    'university',
    'company',
    'offered by',
    'by',
  ],
  skills: ['skills', 'skill', 'skills gained', 'skills covered', 'what you will learn', 'tags'],
  rating: ['ratings', 'rating', 'course rating', 'stars', 'average rating', 'score'],
  url: ['course url', 'url', 'link', 'course link', 'website', 'web address', 'href'],
  enrolled: [
    'course students enrolled',
    'students enrolled',
    'enrolled',
    'students',
    'enrolments',
    'enrollments',
    'learners',
    'num subscribers',
  ],
  description: ['course description', 'description', 'summary', 'about', 'details', 'overview'],
  ratingCount: [
    'review count',
    'reviews',
    'number of reviews',
    'num reviews',
    'ratings count',
    'rating count',
    'reviewcount',
  ],
  level: ['difficulty', 'level', 'course difficulty', 'difficulty level'],
  type: ['type', 'course type', 'certificate type', 'course certificate type', 'kind', 'format'],
  duration: ['duration', 'course time', 'length', 'time', 'course duration'],
  language: ['language', 'languages', 'course language', 'lang'],
}

const plain = (header: string): string =>
  header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Guesses which column holds which field, by its header: each field takes the column whose header
 * stands first in its list of synonyms; no column is used twice. Pure.
 */
export function guessMapping(headers: readonly string[]): ColumnMapping {
  const mapping: ColumnMapping = {}
  const taken = new Set<string>()
  for (const [field, names] of Object.entries(synonyms) as [ImportField, readonly string[]][]) {
    const candidates = names.flatMap((name) =>
      headers.filter((header) => plain(header) === name && !taken.has(header)),
    )
    const [best] = candidates
    if (best === undefined) continue
    mapping[field] = best
    taken.add(best)
  }
  return mapping
}
