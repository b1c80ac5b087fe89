import { isFactOverdue } from '@archway/api/careers/rules/is-fact-overdue'
import type { FactDto } from '@archway/api/careers/schema/facts'
import type { GuidePage } from '@archway/api/careers/schema/guide'
import { factText } from './fact-text'

/** A fact as a page shows it: its number among the guide's notes, and whether it is due for review. */
export type NotedFact = { fact: FactDto; number: number; isOverdue: boolean; text: string }
export type NotedFacts = ReadonlyMap<string, NotedFact>

/** The guide's facts by key, numbered in order of first use. */
export const noteFacts = (guide: GuidePage, today: Date, locale: string): NotedFacts =>
  new Map(
    guide.facts.map((fact, index) => [
      fact.key,
      {
        fact,
        number: index + 1,
        isOverdue: isFactOverdue(fact, today),
        text: factText(fact, locale),
      },
    ]),
  )

/** Ids in the page: where a note is listed, and where its figure stands first. */
export const sourceId = (number: number) => `source-${number}`
export const figureId = (number: number) => `figure-${number}`
export const sectionId = (kind: string) => kind.replaceAll('_', '-')
