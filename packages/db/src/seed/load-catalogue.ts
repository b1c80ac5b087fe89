import type { Tx } from '../client'
import type { OfferingContent } from './content-schema'
import type { SeedOptions } from './options'
import type { Content } from './read-content'
import { type References, references } from './references'

/** Slug → id of everything that later parts of the content refer to. */
export type LoadedCatalogue = {
  offerings: References
  skills: References
  people: References
  providerId(slug: string): string | null
}

/** Loads topics, skills, providers, people and offerings. Own offerings arrive as drafts. */
export async function loadCatalogue(
  tx: Tx,
  content: Content,
  options: SeedOptions,
): Promise<LoadedCatalogue> {
  const warn = options.onWarning ?? (() => {})
  const slugAndId = { id: true, slug: true } as const
  const topicRows = await tx.topic.createManyAndReturn({
    data: content.topics.map(({ parent: _, ...topic }, position) => ({ ...topic, position })),
    select: slugAndId,
  })
  const topics = references('topic', topicRows, warn)
  for (const topic of content.topics) {
    if (topic.parent === null) continue
    const parentId = topics.id('catalogue/topics.json', topic.parent)
    await tx.topic.update({ where: { slug: topic.slug }, data: { parentId } })
  }
  const skills = references(
    'skill',
    await tx.skill.createManyAndReturn({ data: content.skills, select: slugAndId }),
    warn,
  )
  const providers = references(
    'provider',
    await tx.provider.createManyAndReturn({
      data: content.providers.map((provider) => ({
        ...provider,
        description: options.renderMarkdown(provider.description),
      })),
      select: slugAndId,
    }),
    warn,
  )
  const people = references(
    'person',
    await tx.person.createManyAndReturn({
      data: content.people.map(({ provider, ...person }) => ({
        ...person,
        providerId: providers.id(`person ${person.slug}`, provider),
      })),
      select: slugAndId,
    }),
    warn,
  )
  const listed = content.offerings.filter(
    (offering) => providers.id(`offering ${offering.slug}`, offering.provider) !== null,
  )
  const offerings = references(
    'offering',
    await tx.offering.createManyAndReturn({
      data: listed.map((offering) => ({
        ...offeringRow(offering, options),
        providerId: providers.id(offering.slug, offering.provider) ?? '',
      })),
      select: slugAndId,
    }),
    warn,
  )
  await loadParts(tx, listed, { topics, skills, people, offerings }, options)
  return {
    offerings,
    skills,
    people,
    providerId: (slug) => providers.id('demo accounts', slug),
  }
}

function offeringRow(offering: OfferingContent, options: SeedOptions) {
  const { duration } = offering
  const isPublished = offering.status === 'published' && offering.origin === 'external'
  return {
    slug: offering.slug,
    kind: offering.kind,
    origin: offering.origin,
    status: isPublished ? ('published' as const) : ('draft' as const),
    publishedAt: isPublished ? options.now : null,
    title: offering.title,
    summary: offering.summary,
    descriptionHtml: options.renderMarkdown(offering.description),
    level: offering.level,
    durationMin: duration?.min ?? null,
    durationMax: duration?.max ?? null,
    durationUnit: duration?.unit ?? null,
    durationBucket: duration ? options.durationBucket(duration) : null,
    workloadHours: offering.workloadHours,
    hoursPerWeek: offering.hoursPerWeek,
    externalUrl: offering.externalUrl,
    sourceName: offering.origin === 'own' ? null : 'provider',
    sourceUrl: offering.sourceUrl,
    verifiedOn: offering.verifiedOn,
    createdAt: options.now,
  }
}

type Lookups = { topics: References; skills: References; people: References; offerings: References }

async function loadParts(
  tx: Tx,
  offerings: OfferingContent[],
  lookups: Lookups,
  options: SeedOptions,
) {
  const each = <Row>(rows: (offering: OfferingContent, offeringId: string) => Row[]): Row[] =>
    offerings.flatMap((offering) => {
      const id = lookups.offerings.id(offering.slug, offering.slug)
      return id === null ? [] : rows(offering, id)
    })
  await tx.offeringLanguage.createMany({
    data: each((o, offeringId) =>
      o.languages.map((language, position) => ({ offeringId, language, position })),
    ),
  })
  await tx.offeringTopic.createMany({
    data: each((o, offeringId) =>
      lookups.topics
        .ids(`offering ${o.slug}`, o.topics)
        .map((topicId, position) => ({ offeringId, topicId, position })),
    ),
  })
  await tx.offeringSkill.createMany({
    data: each((o, offeringId) =>
      lookups.skills
        .ids(`offering ${o.slug}`, o.skills)
        .map((skillId, position) => ({ offeringId, skillId, position })),
    ),
  })
  await tx.offeringOutcome.createMany({
    data: each((o, offeringId) =>
      o.outcomes.map((text, position) => ({ offeringId, position, text })),
    ),
  })
  await tx.offeringFaq.createMany({
    data: each((o, offeringId) =>
      o.faqs.map((faq, position) => ({
        offeringId,
        position,
        question: faq.question,
        answerHtml: options.renderMarkdown(faq.answer),
      })),
    ),
  })
  await tx.offeringPerson.createMany({
    data: each((o, offeringId) =>
      o.people.flatMap(({ person, role }, position) => {
        const personId = lookups.people.id(`offering ${o.slug}`, person)
        return personId === null ? [] : [{ offeringId, personId, role, position }]
      }),
    ),
  })
  await tx.offeringFact.createMany({
    data: each((o, offeringId) =>
      o.facts.map((fact, position) => ({ offeringId, position, ...fact })),
    ),
  })
  await tx.price.createMany({
    data: each((o, offeringId) =>
      o.prices.map((price) => ({ offeringId, ...price, validFrom: options.now })),
    ),
  })
  await tx.programCourse.createMany({
    data: each((o, programId) =>
      lookups.offerings
        .ids(`program ${o.slug}`, o.programCourses)
        .map((courseId, position) => ({ programId, courseId, position })),
    ),
  })
}
