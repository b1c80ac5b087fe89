import type { QuestionValues } from './form-values'

/** What the fields of a kind of question work on. */
export type KindProps = {
  values: QuestionValues
  set: (change: Partial<QuestionValues>) => void
  /** the sentence about a field, by its path in the content or in the key */
  error: (path: string) => string | undefined
}
