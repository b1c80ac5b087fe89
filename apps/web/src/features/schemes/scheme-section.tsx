import { type SchemePart, schemeParts } from '@archway/api/schemes/schema/document'
import type { Scheme } from '@archway/api/schemes/schema/scheme'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { Icon } from '@archway/ui/icon'
import { Section } from '@archway/ui/section'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { calculatorPath, comparisonPath } from '@/lib/paths'
import { Blueprint } from './blueprint'
import { usePartTexts } from './use-part-texts'

/** The rules of a certification, each with its source, and the ways to reckon with them. */
export function SchemeSection({ scheme }: { scheme: Scheme }) {
  const t = useTranslations('schemes')
  const format = useFormatter()
  const textsOf = usePartTexts()
  const known = schemeParts.filter((part) => part !== 'blueprint' && scheme.document[part] !== null)
  return (
    <Section title={t('title')} headingId="rules" description={t('description')}>
      <ul className="grid gap-1">
        {[
          { href: calculatorPath(scheme.slug), text: t('calculate') },
          { href: comparisonPath([scheme.slug]), text: t('compare') },
        ].map(({ href, text }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              className="inline-flex items-center gap-2 py-1 text-link pointer-coarse:py-2"
            >
              {text}
              <Icon name="arrow-right" />
            </Link>
          </li>
        ))}
      </ul>
      <DataList
        layout="columns"
        className="gap-y-0 border-border border-t text-base [&>div]:border-border [&>div]:border-b [&>div]:py-3"
      >
        {known.map((part) => (
          <DataListItem key={part} term={t(`part.${part}`)}>
            <ul className="grid gap-1">
              {part === 'exam' && scheme.document.code ? (
                <li>{t('exam.code', { code: scheme.document.code })}</li>
              ) : null}
              {textsOf(scheme.document, part)?.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <PartSource scheme={scheme} part={part} />
          </DataListItem>
        ))}
      </DataList>
      {scheme.document.blueprint ? (
        <div>
          <Blueprint blueprint={scheme.document.blueprint} />
          <PartSource scheme={scheme} part="blueprint" />
        </div>
      ) : null}
      <p className="text-muted-foreground text-sm">
        {t('version', {
          number: scheme.version,
          date: format.dateTime(scheme.publishedAt, { dateStyle: 'medium' }),
        })}{' '}
        <a href="/schemas/certification-scheme-1.json" className="text-link">
          {t('asData')}
        </a>
      </p>
    </Section>
  )
}

function PartSource({ scheme, part }: { scheme: Scheme; part: SchemePart }) {
  const t = useTranslations('schemes')
  const format = useFormatter()
  const source = scheme.document.sources[scheme.document[part]?.source ?? '']
  if (source === undefined) return null
  const text = t(source.url === null ? 'sourceOwn' : 'source', {
    title: source.title,
    date: format.dateTime(new Date(`${source.verifiedOn}T00:00:00Z`), { dateStyle: 'medium' }),
  })
  return (
    <p className="mt-1 font-normal text-muted-foreground text-sm">
      {source.url === null ? (
        text
      ) : (
        <a href={source.url} rel="nofollow noopener" className="text-link">
          {text}
        </a>
      )}
    </p>
  )
}
