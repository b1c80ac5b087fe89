import type { Tx } from '@archway/db/client'
import { sanitiseHtml } from '../../shared/html'
import { priceChanges } from '../rules/prices'
import type { UpdateOfferingInput } from '../schema/editing'

/** Replaces the lists of an offering that are given; the others stay. Part of the caller's transaction. */
export async function replaceParts(
  tx: Tx,
  offeringId: string,
  changes: UpdateOfferingInput['changes'],
  now: Date,
): Promise<void> {
  const where = { offeringId }
  const { languages, topicIds, skillIds, outcomes, faqs, people, facts, prices, programCourseIds } =
    changes
  if (languages) {
    await tx.offeringLanguage.deleteMany({ where })
    await tx.offeringLanguage.createMany({
      data: [...new Set(languages)].map((language, position) => ({
        offeringId,
        language,
        position,
      })),
    })
  }
  if (topicIds) {
    await tx.offeringTopic.deleteMany({ where })
    await tx.offeringTopic.createMany({
      data: topicIds.map((topicId, position) => ({ offeringId, topicId, position })),
    })
  }
  if (skillIds) {
    await tx.offeringSkill.deleteMany({ where })
    await tx.offeringSkill.createMany({
      data: skillIds.map((skillId, position) => ({ offeringId, skillId, position })),
    })
  }
  if (outcomes) {
    await tx.offeringOutcome.deleteMany({ where })
    await tx.offeringOutcome.createMany({
      data: outcomes.map((text, position) => ({ offeringId, position, text })),
    })
  }
  if (faqs) {
    await tx.offeringFaq.deleteMany({ where })
    await tx.offeringFaq.createMany({
      data: faqs.map(({ question, answerHtml }, position) => ({
        offeringId,
        position,
        question,
        answerHtml: sanitiseHtml(answerHtml),
      })),
    })
  }
  if (people) {
    await tx.offeringPerson.deleteMany({ where })
    await tx.offeringPerson.createMany({
      data: people.map((person, position) => ({ offeringId, position, ...person })),
      skipDuplicates: true,
    })
  }
  if (facts) {
    await tx.offeringFact.deleteMany({ where })
    await tx.offeringFact.createMany({
      data: facts.map((fact, position) => ({ offeringId, position, ...fact })),
      skipDuplicates: true,
    })
  }
  if (prices) await replacePrices(tx, offeringId, prices, now)
  if (programCourseIds) {
    await tx.programCourse.deleteMany({ where: { programId: offeringId } })
    await tx.programCourse.createMany({
      data: programCourseIds.map((courseId, position) => ({
        programId: offeringId,
        courseId,
        position,
      })),
    })
  }
}

async function replacePrices(
  tx: Tx,
  offeringId: string,
  wanted: NonNullable<UpdateOfferingInput['changes']['prices']>,
  now: Date,
): Promise<void> {
  const active = await tx.price.findMany({
    where: { offeringId, validTo: null },
    select: {
      id: true,
      currency: true,
      amountMinor: true,
      period: true,
      note: true,
      validFrom: true,
    },
  })
  const { endIds, create } = priceChanges(active, wanted)
  for (const { id, validFrom } of active.filter((price) => endIds.includes(price.id))) {
    // A price that was to begin later ends where it would have begun.
    await tx.price.update({ where: { id }, data: { validTo: validFrom > now ? validFrom : now } })
  }
  await tx.price.createMany({
    data: create.map((price) => ({ offeringId, ...price, validFrom: now })),
  })
}
