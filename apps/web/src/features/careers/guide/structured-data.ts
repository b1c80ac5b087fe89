import { factKeysOf, replaceFacts } from '@archway/api/careers/rules/fact-markers'
import { isFactOverdue } from '@archway/api/careers/rules/is-fact-overdue'
import type { GuidePage } from '@archway/api/careers/schema/guide'
import { factText } from '../fact-text'

const day = (date: Date) => date.toISOString().slice(0, 10)

/** The text of an answer with its figures, without tags. */
const plainText = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:?!])/g, '$1')
    .trim()

/** Where the guide stands (complete addresses), the day, and the language of the figures. */
type Around = {
  url: string
  image: string
  site: { name: string; url: string }
  today: Date
  locale: string
}

/**
 * schema.org Article and FAQPage of a guide. Facts that are due for review are left out: they are no
 * citation, and an answer that rests on one is not offered to search engines until it was checked.
 */
export function guideStructuredData(guide: GuidePage, { url, image, site, today, locale }: Around) {
  const fresh = new Map(
    guide.facts.filter((fact) => !isFactOverdue(fact, today)).map((fact) => [fact.key, fact]),
  )
  const person = ({ name, title }: GuidePage['authors'][number]) => ({
    '@type': 'Person',
    name,
    jobTitle: title,
  })
  const answerable = guide.questions.filter((one) =>
    factKeysOf(one.answerHtml).every((key) => fresh.has(key)),
  )
  const article = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: guide.question,
    description: guide.summary,
    url,
    mainEntityOfPage: url,
    image,
    inLanguage: locale,
    author: guide.authors.map(person),
    ...(guide.reviewers.length > 0 ? { contributor: guide.reviewers.map(person) } : {}),
    publisher: { '@type': 'Organization', ...site },
    ...(guide.publishedAt ? { datePublished: day(guide.publishedAt) } : {}),
    dateModified: day(guide.changes[0]?.date ?? guide.updatedAt),
    citation: [...fresh.values()].map((fact) => ({
      '@type': 'CreativeWork',
      name: fact.sourceTitle,
      publisher: { '@type': 'Organization', name: fact.sourcePublisher },
      url: fact.sourceUrl,
      abstract: fact.text,
      ...(fact.sourcePublishedOn ? { datePublished: day(fact.sourcePublishedOn) } : {}),
    })),
  }
  const faq = {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: answerable.map((one) => ({
      '@type': 'Question',
      name: one.question,
      acceptedAnswer: {
        '@type': 'Answer',
        text: plainText(
          replaceFacts(one.answerHtml, (key) => {
            const fact = fresh.get(key)
            return fact ? factText(fact, locale) : ''
          }),
        ),
      },
    })),
  }
  return answerable.length > 0 ? [article, faq] : [article]
}
