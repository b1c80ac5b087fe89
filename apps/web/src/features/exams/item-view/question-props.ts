import type { SimpleAnswer } from '@archway/api/bank/schema/answer'
import type { RenderedQuestion } from '@archway/api/bank/schema/rendered'

/** What the controls of a kind of question work on. */
export type QuestionProps<Kind extends RenderedQuestion['kind']> = {
  question: Extract<RenderedQuestion, { kind: Kind }>
  value: Extract<SimpleAnswer, { kind: Kind }> | null
  onChange: (value: Extract<SimpleAnswer, { kind: Kind }> | null) => void
  /** id of the stem, which names the group of controls */
  stemId: string
  isReadOnly: boolean
}
