import type { DbOrTx } from '@archway/db/client'
import { dayOf } from '../../schemes/rules/calendar'
import { renewalDates } from '../../schemes/rules/renewal-dates'
import { type SchemeDocument, schemeDocument } from '../../schemes/schema/document'
import { DomainError, notFound } from '../../shared/errors'
import type { ExamScale } from '../schema'
import type { EarnedAward } from './earned-award'

/** The scale of a scheme that has one, with the score that passes. */
function scaleOf({ scoring }: SchemeDocument): ExamScale | null {
  if (scoring?.report !== 'scaled' || !scoring.scale || scoring.cut === null) return null
  return { ...scoring.scale, cut: scoring.cut }
}

/** What it takes, in words, from what the scheme says. */
function criteriaOf(provider: string, { blueprint, scoring }: SchemeDocument): string {
  const domains = blueprint?.domains.map(({ title }) => title) ?? []
  return [
    `The exam of the certification by ${provider} was passed.`,
    ...(domains.length > 0 ? [`It covers: ${domains.join('; ')}.`] : []),
    ...(scoring?.scale && scoring.cut !== null
      ? [`A score of ${scoring.cut} of ${scoring.scale.max} passes.`]
      : []),
  ].join(' ')
}

/**
 * What somebody has earned by passing an exam of ours: with the name that they confirmed before they began, from
 * the release of the result on, for as long as the version of the scheme says that they sat. Throws `not_found`,
 * and `precondition` while the result is not released, or is no pass (`not-passed`).
 */
export async function requirePass(db: DbOrTx, attemptId: string): Promise<EarnedAward> {
  const attempt = await db.examAttempt.findUnique({
    where: { id: attemptId },
    select: {
      candidateId: true,
      legalName: true,
      offeringId: true,
      state: true,
      releasedAt: true,
      candidate: { select: { email: true } },
      scores: { orderBy: { number: 'desc' }, take: 1, select: { scaled: true, isPass: true } },
      form: { select: { language: true } },
      scheme: {
        select: {
          document: true,
          offering: {
            select: {
              title: true,
              summary: true,
              provider: { select: { id: true, slug: true, name: true } },
              skills: { select: { skill: { select: { name: true } } } },
            },
          },
        },
      },
    },
  })
  if (!attempt) throw notFound('attempt')
  const [score] = attempt.scores
  if (attempt.state !== 'released' || attempt.releasedAt === null || !score?.isPass) {
    throw new DomainError('precondition', 'not-passed')
  }
  const { offering } = attempt.scheme
  const scheme = schemeDocument.parse(attempt.scheme.document)
  const scale = scaleOf(scheme)
  const until = renewalDates(scheme, dayOf(attempt.releasedAt))?.validUntil ?? null
  return {
    cause: 'exam_pass',
    causeId: attemptId,
    userId: attempt.candidateId,
    name: attempt.legalName,
    email: attempt.candidate.email,
    provider: offering.provider,
    offeringId: attempt.offeringId,
    awardedAt: attempt.releasedAt,
    validFrom: attempt.releasedAt,
    validUntil: until === null ? null : new Date(`${until}T00:00:00Z`),
    scaledScore: scale === null ? null : score.scaled,
    content: {
      kind: 'certification',
      name: offering.title,
      description: offering.summary || offering.title,
      language: attempt.form.language,
      criteria: criteriaOf(offering.provider.name, scheme),
      skills: offering.skills.map(({ skill }) => skill.name).sort(),
      ...(scheme.code === null ? {} : { code: scheme.code }),
      ...(scale === null ? {} : { scale }),
    },
  }
}
