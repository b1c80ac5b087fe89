import type { PublicBundle } from '@archway/api/bundles/reads/public-bundles'
import type { OfferingPage } from '@archway/api/catalog/schema/search'
import type { Money } from '@archway/api/shared/money'
import { Accordion, AccordionItem } from '@archway/ui/accordion'
import { Card } from '@archway/ui/card'
import { Container } from '@archway/ui/container'
import { Icon } from '@archway/ui/icon'
import { Section } from '@archway/ui/section'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { WrittenHtml } from '@/features/shell/written-html'
import { guidePath } from '@/lib/paths'
import { BundleCard } from '../bundle/bundle-card'
import { OfferingCard } from '../offering-card'
import { KeyFacts } from './key-facts'
import { OfferingHeader } from './offering-header'
import { OfferingRecord } from './offering-record'
import { Outline } from './outline'
import { People } from './people'
import { PriceBox } from './price-box'
import { ProgramCourses } from './program-courses'
import { retirementOf } from './retirement'
import { saleOf } from './sale'
import { Skills } from './skills'
import { SourcedFacts } from './sourced-facts'

/** Everything that somebody asks before buying, in the order in which they ask it. */
export function OfferingView({
  offering,
  today,
  bundles = [],
  refundText,
  rules,
  coveredFacts,
  membershipPrices = [],
  reviews,
  reviewsHref,
}: {
  offering: OfferingPage
  today: Date
  /** those that it is in */
  bundles?: readonly PublicBundle[]
  /** the refund promise before a purchase, in words; null when nothing is paid here */
  refundText: string | null
  /** the scheme of a certification */
  rules?: ReactNode
  /** keys of facts that its rules say too */
  coveredFacts?: ReadonlySet<string>
  /** what the membership that opens this costs by the month, in each currency */
  membershipPrices?: readonly Money[]
  reviews?: ReactNode
  /** where on this page they stand */
  reviewsHref?: string
}) {
  const t = useTranslations('catalog.offering')
  const retirement = retirementOf(offering, today)
  const sale = saleOf(offering, retirement.isRetired)
  const facts = offering.facts.filter(({ key }) => !coveredFacts?.has(key))
  return (
    <Container className="pt-8 pb-16">
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <OfferingHeader offering={offering} retirement={retirement} reviewsHref={reviewsHref} />
        <aside aria-label={t('box.label')} className="lg:row-span-2 lg:pt-11">
          <Card className="gap-5 p-6 shadow-sm lg:sticky lg:top-6">
            <PriceBox
              offering={offering}
              sale={sale}
              refundText={refundText}
              membershipPrices={membershipPrices}
            />
            <div className="border-border border-t pt-3">
              <KeyFacts offering={offering} />
            </div>
          </Card>
        </aside>
        <div className="grid min-w-0 content-start gap-14">
          {offering.outcomes.length > 0 ? (
            <Section title={t('outcomes')} headingId="outcomes">
              <ul className="grid gap-x-10 gap-y-3 sm:grid-cols-2">
                {offering.outcomes.map((outcome) => (
                  <li key={outcome} className="flex gap-3">
                    <Icon name="check" className="mt-1 size-4.5 text-accent" />
                    <span>{outcome}</span>
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          {offering.descriptionHtml ? (
            <Section title={t('about', { kind: offering.kind })} headingId="about">
              <WrittenHtml html={offering.descriptionHtml} />
            </Section>
          ) : null}
          {offering.programCourses.length > 0 ? (
            <ProgramCourses offering={offering} sale={sale} />
          ) : null}
          {offering.outline.length > 0 ? <Outline offering={offering} /> : null}
          {offering.skills.length > 0 ? <Skills skills={offering.skills} /> : null}
          {offering.people.length > 0 ? <People offering={offering} /> : null}
          {rules}
          {facts.length > 0 ? <SourcedFacts facts={facts} /> : null}
          {offering.faqs.length > 0 ? <Questions faqs={offering.faqs} /> : null}
          {reviews}
          <OfferingRecord offering={offering} />
        </div>
      </div>
      {bundles.length > 0 ? <InBundles bundles={bundles} /> : null}
      <Neighbours offering={offering} />
    </Container>
  )
}

function Questions({ faqs }: { faqs: OfferingPage['faqs'] }) {
  const t = useTranslations('catalog.offering')
  return (
    <Section title={t('faqs')} headingId="questions">
      <Accordion>
        {faqs.map((faq) => (
          <AccordionItem key={faq.question} title={faq.question}>
            <WrittenHtml className="prose prose-sm" html={faq.answerHtml} />
          </AccordionItem>
        ))}
      </Accordion>
    </Section>
  )
}

function InBundles({ bundles }: { bundles: readonly PublicBundle[] }) {
  const t = useTranslations('bundles')
  return (
    <Section title={t('with')} description={t('withDescription')} className="mt-16">
      <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {bundles.map((bundle) => (
          <li key={bundle.id}>
            <BundleCard bundle={bundle} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Where to go from here: guides, programs that contain it, and others that share its skills. */
function Neighbours({ offering }: { offering: OfferingPage }) {
  const t = useTranslations('catalog.offering')
  const { guides, inPrograms, related } = offering
  const lists = [
    { title: t('inPrograms'), description: t('inProgramsDescription'), cards: inPrograms },
    { title: t('related'), description: undefined, cards: related },
  ].filter(({ cards }) => cards.length > 0)
  return (
    <>
      {guides.length > 0 ? (
        <Section title={t('guides')} description={t('guidesDescription')} className="mt-16">
          <ul className="flex flex-wrap gap-x-8 gap-y-2">
            {guides.map((guide) => (
              <li key={guide.slug}>
                <Link
                  href={guidePath(guide.slug)}
                  className="inline-flex items-center gap-2 py-1 text-lg text-link pointer-coarse:py-2"
                >
                  {guide.title}
                  <Icon name="arrow-right" />
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {lists.map(({ title, description, cards }) => (
        <Section key={title} title={title} description={description} className="mt-16">
          <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
            {cards.map((card) => (
              <li key={card.id}>
                <OfferingCard offering={card} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}
