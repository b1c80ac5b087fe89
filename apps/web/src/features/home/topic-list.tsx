import type { TopicSummary } from '@archway/api/catalog/schema/search'
import { Section } from '@archway/ui/section'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { cataloguePath } from '@/lib/paths'

/** Every topic that has something to offer, with how much. */
export function TopicList({ topics }: { topics: TopicSummary[] }) {
  const t = useTranslations('home.topics')
  const format = useFormatter()
  if (topics.length === 0) return null
  return (
    <Section title={t('heading')}>
      <ul className="grid gap-x-10 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {topics.map((topic) => (
          <li key={topic.slug} className="border-border border-b">
            <Link
              href={cataloguePath('topic', topic.slug)}
              prefetch={false}
              className="group flex items-baseline justify-between gap-4 py-3.5"
            >
              <span className="font-medium underline-offset-4 group-hover:underline">
                {topic.name}
              </span>
              <span className="text-muted-foreground text-sm tabular-nums">
                <span aria-hidden="true">{format.number(topic.offeringCount)}</span>
                <span className="sr-only">{t('count', { count: topic.offeringCount })}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
