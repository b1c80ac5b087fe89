import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tx } from '../client'
import type { GuideContent } from './guide-schema'
import type { LoadedCatalogue } from './load-catalogue'
import { mediaCopier } from './load-media'
import type { SeedOptions } from './options'
import type { Content } from './read-content'

/** Loads the facts once for all guides, then each guide, published. */
export async function loadGuides(
  tx: Tx,
  content: Content,
  catalogue: LoadedCatalogue,
  options: SeedOptions,
): Promise<void> {
  const facts = sharedFacts(content)
  await tx.fact.createMany({
    data: facts.map(({ source, ...fact }) => ({
      ...fact,
      sourceTitle: source.title,
      sourcePublisher: source.publisher,
      sourceUrl: source.url,
      sourcePublishedOn: source.publishedOn,
    })),
  })
  const factKeys = new Set(facts.map((fact) => fact.key))
  for (const { path, content: guide } of content.guides) {
    const render = (place: string, markdown: string) =>
      renderWithFacts(place, markdown, factKeys, options)
    await loadGuide(tx, { path, folder: content.folder, guide, render }, catalogue, options)
  }
}

/** Each fact once. Guides may share a fact, but then they must state it alike. */
function sharedFacts(content: Content): GuideContent['facts'] {
  const byKey = new Map<string, GuideContent['facts'][number]>()
  for (const { path, content: guide } of content.guides) {
    for (const fact of guide.facts) {
      const known = byKey.get(fact.key)
      if (known && JSON.stringify(known) !== JSON.stringify(fact)) {
        throw new Error(
          `${path}/guide.json: fact "${fact.key}" differs from the one of another guide`,
        )
      }
      byKey.set(fact.key, fact)
    }
  }
  return [...byKey.values()]
}

/** Markdown to HTML, with every `{{fact:key}}` as an empty span that the page fills with the figure. */
function renderWithFacts(
  place: string,
  markdown: string,
  factKeys: ReadonlySet<string>,
  options: SeedOptions,
): string {
  return options.renderMarkdown(markdown).replace(/\{\{fact:([^}]*)\}\}/g, (_, key: string) => {
    if (!factKeys.has(key)) throw new Error(`${place}: there is no fact "${key}"`)
    return `<span data-fact="${key}"></span>`
  })
}

type GuideSource = {
  path: string
  folder: string
  guide: GuideContent
  render(place: string, markdown: string): string
}

async function loadGuide(
  tx: Tx,
  { path, folder, guide, render }: GuideSource,
  catalogue: LoadedCatalogue,
  options: SeedOptions,
): Promise<void> {
  const place = `${path}/guide.json`
  const media = mediaCopier(tx, folder, path, options)
  catalogue.people.ids(place, [...guide.authors, ...guide.reviewers])
  const sections = []
  for (const [position, { kind, title, body }] of guide.sections.entries()) {
    const markdown = await readFile(join(folder, path, body), 'utf8')
    const bodyHtml = await media.rewrite(render(`${path}/${body}`, markdown), body)
    sections.push({ kind, title, position, bodyHtml })
  }
  await tx.careerGuide.create({
    data: {
      slug: guide.slug,
      title: guide.title,
      question: guide.question,
      summary: guide.summary,
      status: 'published',
      authors: guide.authors,
      reviewers: guide.reviewers,
      publishedAt: guide.publishedOn,
      reviewedOn: guide.reviewedOn,
      reviewBy: guide.reviewBy,
      sections: { create: sections },
      neighbours: {
        create: guide.neighbours.map((neighbour, position) => ({ ...neighbour, position })),
      },
      stages: { create: guide.stages.map((stage, position) => ({ ...stage, position })) },
      skills: {
        create: guide.skills.flatMap(({ skill, level, why }, position) => {
          const skillId = catalogue.skills.id(place, skill)
          return skillId === null ? [] : [{ skillId, level, why, position }]
        }),
      },
      offerings: {
        create: guide.offerings.flatMap(({ offering, ...rest }, position) => {
          const offeringId = catalogue.offerings.id(place, offering)
          return offeringId === null ? [] : [{ offeringId, position, ...rest }]
        }),
      },
      questions: {
        create: guide.questions.map(({ question, answer }, position) => ({
          position,
          question,
          answerHtml: render(place, answer),
        })),
      },
      changes: { create: guide.changeLog.map((change, position) => ({ ...change, position })) },
    },
  })
}
