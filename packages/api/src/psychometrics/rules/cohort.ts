export type CohortItem = {
  versionId: string
  code: string
  points: number
  isScored: boolean
  /** of a single choice, in their order in the bank; empty for other kinds */
  options: { id: string; text: string }[]
}

export type CohortAnswer = {
  /** share of the item's points, 0 to 1 */
  score: number
  /** in the item's own ids, as one text that is the same for the same answer; null: not answered */
  given: string | null
  /** the item's own id of the option chosen, of a single choice */
  option: string | null
  /** the item's own ids of its options, in the order in which they were shown */
  shown: string[]
  /** from first sight to the first answer, as the server saw both; null when it did not */
  seconds: number | null
}

export type CohortSitting = {
  attemptId: string
  candidateId: string
  /** language of the candidate's account, BCP 47 */
  locale: string
  /** in the order of the items */
  answers: CohortAnswer[]
}

/** Everybody who sat one form and has a result. */
export type FormCohort = { items: CohortItem[]; sittings: CohortSitting[] }
