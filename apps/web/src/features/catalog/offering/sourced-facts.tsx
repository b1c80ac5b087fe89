import type { OfferingPage } from '@archway/api/catalog/schema/search'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { Section } from '@archway/ui/section'
import { useFormatter, useTranslations } from 'next-intl'

type Fact = OfferingPage['facts'][number]

const sourceOf = (fact: Fact) =>
  [fact.sourceTitle, fact.sourceUrl, fact.verifiedOn.toISOString()].join('\n')

/** Facts in their order, those of one source and day together. */
function groupFacts(facts: readonly Fact[]): Fact[][] {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    groups.set(sourceOf(fact), [...(groups.get(sourceOf(fact)) ?? []), fact])
  }
  return [...groups.values()]
}

/** Stated properties, each with where it was read and when. */
export function SourcedFacts({ facts }: { facts: readonly Fact[] }) {
  const t = useTranslations('catalog.offering')
  const format = useFormatter()
  const words = (value: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? format.dateTime(new Date(`${value}T00:00:00Z`), { dateStyle: 'long' })
      : value
  return (
    <Section title={t('facts')} headingId="facts" description={t('factsDescription')}>
      <div className="grid gap-6">
        {groupFacts(facts).map((group) => {
          const [first] = group
          if (first === undefined) return null
          return (
            <div key={sourceOf(first)}>
              <DataList
                layout="columns"
                className="border-border border-t [&>div]:border-border [&>div]:border-b [&>div]:py-3 gap-y-0 text-base"
              >
                {group.map((fact) => (
                  <DataListItem key={fact.key} term={fact.label}>
                    {words(fact.value)}
                  </DataListItem>
                ))}
              </DataList>
              <p className="mt-2.5 text-muted-foreground text-sm">
                <FactSource fact={first} />
              </p>
            </div>
          )
        })}
      </div>
    </Section>
  )
}

function FactSource({ fact: { sourceTitle, sourceUrl, verifiedOn } }: { fact: Fact }) {
  const t = useTranslations('catalog.offering')
  const format = useFormatter()
  const date = format.dateTime(verifiedOn, { dateStyle: 'medium' })
  const source = sourceTitle ?? (sourceUrl === null ? null : new URL(sourceUrl).host)
  if (source === null) return t('factChecked', { date })
  return t.rich('factSource', {
    source,
    date,
    link: (chunks) =>
      sourceUrl === null ? (
        chunks
      ) : (
        <a href={sourceUrl} rel="external noopener nofollow" className="text-link">
          {chunks}
        </a>
      ),
  })
}
