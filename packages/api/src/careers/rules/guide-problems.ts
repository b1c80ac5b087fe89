import type { FactDto } from '../schema/facts'
import type { GuideProblem } from '../schema/guide'
import type { GuideSectionKind } from '../schema/vocabulary'
import { factKeysOf } from './fact-markers'
import { unsourcedFigures } from './unsourced-figures'

/** The parts of a guide that are looked at before it is published. */
export type GuideDraft = {
  summary: string
  authors: readonly string[]
  sections: readonly { kind: GuideSectionKind; bodyHtml: string }[]
  questions: readonly { question: string; answerHtml: string }[]
  neighbours: readonly {
    focus: string
    deliverables: string
    skills: string
    typicalBackground: string
    payFactKey: string | null
  }[]
  stages: readonly { description: string; milestones: readonly string[] }[]
  skills: readonly { why: string }[]
  offerings: readonly { why: string }[]
}

type SourcedFact = Pick<
  FactDto,
  'key' | 'sourceTitle' | 'sourcePublisher' | 'sourceUrl' | 'verifiedOn' | 'reviewBy'
>

/** Sections without which a guide answers nothing. */
const requiredSections: readonly GuideSectionKind[] = ['role', 'duties', 'path', 'sources']

/** Every text of the guide with the name of its place, in page order. */
const textsOf = (guide: GuideDraft): { place: string; text: string }[] => [
  { place: 'summary', text: guide.summary },
  ...guide.sections.map(({ kind, bodyHtml }) => ({ place: kind, text: bodyHtml })),
  ...guide.neighbours.map((row) => ({
    place: 'neighbours',
    text: [row.focus, row.deliverables, row.skills, row.typicalBackground].join('\n'),
  })),
  ...guide.skills.map(({ why }) => ({ place: 'skills', text: why })),
  ...guide.stages.map(({ description, milestones }) => ({
    place: 'stages',
    text: [description, ...milestones].join('\n'),
  })),
  ...guide.offerings.map(({ why }) => ({ place: 'offerings', text: why })),
  ...guide.questions.map(({ question, answerHtml }) => ({
    place: 'questions',
    text: `${question}\n${answerHtml}`,
  })),
]

/** Keys of the facts that a guide uses, in the order in which a reader meets them. */
export const guideFactKeys = (guide: Pick<GuideDraft, 'sections' | 'neighbours' | 'questions'>) => [
  ...new Set([
    ...guide.sections.flatMap(({ kind, bodyHtml }) => [
      ...factKeysOf(bodyHtml),
      ...(kind === 'comparison' ? guide.neighbours.flatMap((row) => row.payFactKey ?? []) : []),
      ...(kind === 'questions' ? factKeysOf(...guide.questions.map((one) => one.answerHtml)) : []),
    ]),
    ...guide.neighbours.flatMap((row) => row.payFactKey ?? []),
    ...factKeysOf(...guide.questions.map((one) => one.answerHtml)),
  ]),
]

const isSourced = (fact: SourcedFact): boolean =>
  fact.sourceTitle.trim() !== '' &&
  fact.sourcePublisher.trim() !== '' &&
  /^https?:\/\/\S+$/.test(fact.sourceUrl) &&
  !Number.isNaN(fact.verifiedOn.getTime()) &&
  fact.reviewBy > fact.verifiedOn

/**
 * What keeps a guide from being published, in page order; empty when nothing does. A published guide
 * has an author and its core sections, states no figure of money or share outside of a fact, and every
 * fact that it uses exists with its source and both dates. An overdue fact does not stop it: it is
 * marked for the reader instead. Pure.
 */
export function guideProblems(guide: GuideDraft, facts: readonly SourcedFact[]): GuideProblem[] {
  const known = new Map(facts.map((fact) => [fact.key, fact]))
  const filled = new Set(
    guide.sections.filter(({ bodyHtml }) => bodyHtml.trim() !== '').map(({ kind }) => kind),
  )
  return [
    ...(guide.authors.length === 0
      ? [{ code: 'author-missing' as const, place: 'authors', detail: '' }]
      : []),
    ...requiredSections
      .filter((kind) => !filled.has(kind))
      .map((kind) => ({ code: 'section-missing' as const, place: kind, detail: '' })),
    ...textsOf(guide).flatMap(({ place, text }) =>
      unsourcedFigures(text).map((detail) => ({
        code: 'figure-unsourced' as const,
        place,
        detail,
      })),
    ),
    ...guideFactKeys(guide).flatMap((key): GuideProblem[] => {
      const fact = known.get(key)
      if (!fact) return [{ code: 'fact-unknown', place: 'facts', detail: key }]
      return isSourced(fact) ? [] : [{ code: 'fact-unsourced', place: 'facts', detail: key }]
    }),
  ]
}
