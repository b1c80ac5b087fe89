import { isFactOverdue } from '@archway/api/careers/rules/is-fact-overdue'
import { keyFacts } from '@archway/api/careers/rules/key-facts'
import type { GuidePage } from '@archway/api/careers/schema/guide'
import { Breadcrumb } from '@archway/ui/breadcrumb'
import { useFormatter, useTranslations } from 'next-intl'
import { IntentLink } from '@/features/shell/intent-link'
import { FactNote, OverdueMark } from '../fact-value'
import type { NotedFacts } from '../noted-facts'

/** The top of a guide: the question, the answer in one paragraph, who answers, and the key figures. */
export function GuideHeader({
  guide,
  facts,
  today,
}: {
  guide: GuidePage
  facts: NotedFacts
  today: Date
}) {
  const t = useTranslations('careers.guide')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' })
  const names = (people: GuidePage['authors']) => format.list(people.map((person) => person.name))
  const byline = [
    guide.authors.length > 0 ? t('by', { names: names(guide.authors) }) : null,
    guide.reviewers.length > 0 ? t('reviewedBy', { names: names(guide.reviewers) }) : null,
    guide.reviewedOn ? t('reviewedOn', { date: day(guide.reviewedOn) }) : null,
    guide.reviewBy
      ? isFactOverdue({ reviewBy: guide.reviewBy }, today)
        ? t('reviewOverdue', { date: day(guide.reviewBy) })
        : t('reviewBy', { date: day(guide.reviewBy) })
      : null,
  ].filter((part) => part !== null)
  return (
    <header>
      <Breadcrumb
        label={t('breadcrumb')}
        linkComponent={IntentLink}
        items={[
          { label: t('home'), href: '/' },
          { label: t('guides'), href: '/guides' },
          { label: guide.title },
        ]}
      />
      <p className="mt-8 font-medium text-accent text-sm">{t('eyebrow')}</p>
      <h1 className="mt-2 max-w-4xl font-display text-5xl">{guide.question}</h1>
      <p className="mt-6 max-w-prose font-serif text-foreground/90 text-xl leading-relaxed sm:text-[1.4375rem]">
        {guide.summary}
      </p>
      <ul className="mt-6 flex flex-wrap gap-x-5 gap-y-1 text-muted-foreground text-sm">
        {byline.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      <KeyFigures guide={guide} facts={facts} />
    </header>
  )
}

function KeyFigures({ guide, facts }: { guide: GuidePage; facts: NotedFacts }) {
  const t = useTranslations('careers.guide')
  const figures = keyFacts(guide).flatMap((fact) => facts.get(fact.key) ?? [])
  if (figures.length === 0) return null
  return (
    <section aria-labelledby="key-figures" className="mt-10 border-border border-y">
      <h2 id="key-figures" className="sr-only">
        {t('keyFigures')}
      </h2>
      <dl className="grid gap-px bg-border sm:grid-cols-2 xl:grid-cols-4">
        {figures.map((noted) => (
          <div
            key={noted.fact.key}
            className="flex flex-col-reverse justify-end bg-background py-5 sm:pe-6 sm:even:ps-6 xl:ps-6 xl:first:ps-0"
          >
            <dt className="mt-1 text-muted-foreground text-sm">
              {noted.fact.label}
              {noted.fact.period ? (
                <span className="block text-xs">{noted.fact.period}</span>
              ) : null}
            </dt>
            <dd className="font-display text-2xl tabular-nums">
              {noted.text}
              <span className="font-sans text-base">
                <FactNote noted={noted} />
                <OverdueMark noted={noted} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
