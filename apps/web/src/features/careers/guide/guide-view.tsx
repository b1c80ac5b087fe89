import type { GuidePage } from '@archway/api/careers/schema/guide'
import type { GuideSectionKind } from '@archway/api/careers/schema/vocabulary'
import { Container } from '@archway/ui/container'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ComponentType, ReactNode } from 'react'
import type { GuideOfferingCard } from '../guide-offering-card'
import { type NotedFacts, noteFacts, sectionId } from '../noted-facts'
import { CertificationList } from './certification-list'
import { GuideContents } from './guide-contents'
import { GuideHeader } from './guide-header'
import { GuideRecord } from './guide-record'
import { GuideSection } from './guide-section'
import { NeighbourComparison } from './neighbour-comparison'
import { PayChart } from './pay-chart'
import { QuestionList } from './question-list'
import { type RenderedTexts, renderTexts } from './render-texts'
import { SkillLevels } from './skill-levels'
import { SourceList } from './source-list'
import { StagePath } from './stage-path'

/** A career guide as its readers see it. `card` draws an offering; it belongs to the catalogue. */
export function GuideView({
  guide,
  today,
  card,
}: {
  guide: GuidePage
  today: Date
  card: ComponentType<GuideOfferingCard>
}) {
  const t = useTranslations('careers.guide')
  const format = useFormatter()
  const facts = noteFacts(guide, today, useLocale())
  const texts = renderTexts(guide, facts, {
    note: ({ number, fact }) => t('noteFor', { number, publisher: fact.sourcePublisher }),
    overdue: ({ fact }) =>
      t('overdueSince', { date: format.dateTime(fact.reviewBy, { dateStyle: 'medium' }) }),
  })
  const sections = texts.sections.filter((section) => section.bodyHtml.trim() !== '')
  const beside = besideSections({ guide, card, facts, texts })
  return (
    <Container size="wide" className="grid gap-x-14 pt-8 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <div className="max-w-[68rem] lg:col-start-2">
        <GuideHeader guide={guide} facts={facts} today={today} />
      </div>
      <div className="mt-10 lg:row-span-2 lg:row-start-1 lg:mt-0">
        <GuideContents
          items={sections.map(({ kind, title }) => ({ id: sectionId(kind), title }))}
        />
      </div>
      <article aria-label={guide.title} className="mt-10 min-w-0 max-w-[68rem] space-y-14 lg:mt-14">
        {sections.map((section) => (
          <GuideSection
            key={section.kind}
            kind={section.kind}
            title={section.title}
            bodyHtml={section.bodyHtml}
          >
            {beside[section.kind]}
          </GuideSection>
        ))}
      </article>
    </Container>
  )
}

/** What a section shows besides its text. */
function besideSections({
  guide,
  card,
  facts,
  texts,
}: {
  guide: GuidePage
  card: ComponentType<GuideOfferingCard>
  facts: NotedFacts
  texts: RenderedTexts
}): Partial<Record<GuideSectionKind, ReactNode>> {
  return {
    comparison: <NeighbourComparison neighbours={guide.neighbours} facts={facts} />,
    pay: <PayChart facts={facts} />,
    technical_skills: <SkillLevels skills={guide.skills} kind="technical" />,
    workplace_skills: <SkillLevels skills={guide.skills} kind="workplace" />,
    certifications: <CertificationList guide={guide} card={card} />,
    path: <StagePath stages={guide.stages} offerings={guide.offerings} card={card} />,
    questions: <QuestionList questions={texts.questions} />,
    sources: (
      <>
        <SourceList facts={facts} anchored={texts.anchored} />
        <GuideRecord guide={guide} />
      </>
    ),
  }
}
