import type { SchemeDocument, SchemePart } from '@archway/api/schemes/schema/document'

/** The part of a scheme that says a fact of the catalogue too, and more exactly. */
const partOf: Record<string, SchemePart> = {
  delivery: 'exam',
  exam_code: 'exam',
  exam_minutes: 'exam',
  exam_questions: 'exam',
  exam_weighting: 'blueprint',
  exam_window: 'booking',
  passing_score: 'scoring',
  prerequisites: 'prerequisites',
  recommended_experience: 'prerequisites',
  renewal: 'renewal',
  validity: 'validity',
}

/** Keys of the facts that need no place beside this scheme; those of a part that is not known stay. */
export const coveredFacts = (document: SchemeDocument): ReadonlySet<string> =>
  new Set(Object.keys(partOf).filter((key) => document[partOf[key] as SchemePart] !== null))
