import type { FactDto } from '@archway/api/careers/schema/facts'
import type { GuidePage } from '@archway/api/careers/schema/guide'
import { describe, expect, it } from 'vitest'
import { noteFacts } from '../noted-facts'
import { renderTexts } from './render-texts'
import { guideStructuredData } from './structured-data'

const fact = (key: string, change: Partial<FactDto> = {}): FactDto => ({
  key,
  kind: 'pay',
  label: key,
  text: `Text of ${key}.`,
  valueLow: 55,
  valueHigh: 60,
  unit: 'percent',
  currency: null,
  region: 'US',
  period: null,
  sourceTitle: `Title of ${key}`,
  sourcePublisher: 'An "office" & <co>',
  sourceUrl: 'https://office.example',
  sourcePublishedOn: null,
  verifiedOn: new Date('2026-05-01'),
  reviewBy: new Date('2026-12-31'),
  note: null,
  updatedAt: new Date('2026-05-01'),
  ...change,
})

const mark = (key: string) => `<span data-fact="${key}"></span>`
const guide: GuidePage = {
  slug: 'tester',
  title: 'Tester',
  question: 'What is a tester?',
  summary: 'Somebody who tests.',
  status: 'published',
  authors: [{ slug: 'ada', name: 'Ada Example', title: 'Editor' }],
  reviewers: [],
  publishedAt: new Date('2026-06-01'),
  reviewedOn: null,
  reviewBy: null,
  updatedAt: new Date('2026-06-01'),
  version: 1,
  sections: [
    { kind: 'role', title: 'Role', bodyHtml: `<p>${mark('fresh')} and ${mark('old')}</p>` },
    { kind: 'pay', title: 'Pay', bodyHtml: `<p>${mark('fresh')}${mark('unknown')}</p>` },
  ],
  facts: [fact('fresh'), fact('old', { reviewBy: new Date('2026-06-30') })],
  neighbours: [],
  skills: [],
  stages: [],
  offerings: [],
  questions: [
    { question: 'How much?', answerHtml: `<p>About ${mark('fresh')}.</p>` },
    { question: 'How much before?', answerHtml: `<p>About ${mark('old')}.</p>` },
  ],
  changes: [],
}
const today = new Date('2026-07-01T09:00:00Z')

describe('a fact that is due for review', () => {
  it('is marked where it stands', () => {
    const texts = renderTexts(guide, noteFacts(guide, today, 'en'), {
      note: ({ number, fact: { sourcePublisher } }) => `Source ${number}: ${sourcePublisher}`,
      overdue: () => 'due for review',
    })
    const [role = '', pay = ''] = texts.sections.map((section) => section.bodyHtml)
    expect(role.match(/due for review/g)).toHaveLength(1)
    expect(role).toContain('55–60%')
    expect(role).toContain('id="figure-1"')
    expect(role).toContain('aria-label="Source 1: An &quot;office&quot; &amp; &lt;co&gt;"')
    expect(pay).not.toContain('id="figure-1"')
    expect(pay).not.toContain('unknown')
  })

  it('leaves the structured data, with the answers that rest on it', () => {
    const [article, faq] = guideStructuredData(guide, {
      url: 'https://archway.test/guides/tester',
      image: 'https://archway.test/og/guide/tester',
      site: { name: 'Archway', url: 'https://archway.test' },
      today,
      locale: 'en',
    })
    const text = JSON.stringify([article, faq])
    expect(text).toContain('Title of fresh')
    expect(text).not.toContain('Title of old')
    expect(faq).toMatchObject({
      mainEntity: [{ name: 'How much?', acceptedAnswer: { text: 'About 55–60%.' } }],
    })
    expect(text).not.toContain('How much before?')
  })
})
