import { Icon } from '@archway/ui/icon'
import { useFormatter, useTranslations } from 'next-intl'
import { OverdueMark } from '../fact-value'
import { figureId, type NotedFact, type NotedFacts, sourceId } from '../noted-facts'
import { GuidePart } from './guide-section'

/** Every figure of the guide with where it comes from, when it was read, and when it must be read again. */
export function SourceList({
  facts,
  anchored,
}: {
  facts: NotedFacts
  /** keys of facts that have a place in the text to go back to */
  anchored: ReadonlySet<string>
}) {
  const t = useTranslations('careers.sources')
  return (
    <GuidePart
      id="source-list"
      title={t('heading', { count: facts.size })}
      description={t('description')}
    >
      <ol className="border-border border-t text-sm">
        {[...facts.values()].map((noted) => (
          <Source key={noted.number} noted={noted} hasFigure={anchored.has(noted.fact.key)} />
        ))}
      </ol>
    </GuidePart>
  )
}

function Source({ noted, hasFigure }: { noted: NotedFact; hasFigure: boolean }) {
  const t = useTranslations('careers.sources')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium' })
  const { fact, number } = noted
  const dates = [
    fact.sourcePublishedOn ? t('published', { date: day(fact.sourcePublishedOn) }) : t('undated'),
    t('verified', { date: day(fact.verifiedOn) }),
    t('reviewBy', { date: day(fact.reviewBy) }),
  ]
  return (
    <li
      id={sourceId(number)}
      className="grid scroll-mt-8 grid-cols-[2.25rem_minmax(0,1fr)] border-border border-b py-3.5 target:bg-accent-muted"
    >
      <div className="text-muted-foreground tabular-nums">
        <span className="block">{number}</span>
        {hasFigure ? (
          <a
            href={`#${figureId(number)}`}
            aria-label={t('back', { number })}
            className="mt-0.5 -ms-1.5 inline-flex size-6 items-center justify-center rounded-sm text-accent hover:bg-muted print:hidden"
          >
            <Icon name="arrow-up" className="size-3.5" />
          </a>
        ) : null}
      </div>
      <div>
        <p>
          {fact.text}
          <OverdueMark noted={noted} />
        </p>
        <p className="mt-1">
          <a href={fact.sourceUrl} rel="noopener nofollow" className="text-link">
            {fact.sourceTitle}
          </a>
          <span className="text-muted-foreground">{`, ${fact.sourcePublisher}`}</span>
        </p>
        <p className="mt-1 text-muted-foreground text-xs">{dates.join(' · ')}</p>
        {fact.note ? <p className="mt-1 text-muted-foreground text-xs">{fact.note}</p> : null}
      </div>
    </li>
  )
}
