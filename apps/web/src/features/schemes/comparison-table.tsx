import { fiveYearCost } from '@archway/api/schemes/rules/five-year-cost'
import { type SchemePart, schemeParts } from '@archway/api/schemes/schema/document'
import type { Scheme } from '@archway/api/schemes/schema/scheme'
import { formatMoney } from '@archway/api/shared/money'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { calculatorPath, offeringPath } from '@/lib/paths'
import { usePartTexts } from './use-part-texts'

/** Schemes side by side, part by part; parts that none of them publishes are left out. */
export function ComparisonTable({ schemes, today }: { schemes: readonly Scheme[]; today: string }) {
  const t = useTranslations('schemes')
  const shown = schemeParts.filter((part) =>
    schemes.some(({ document }) => document[part] !== null),
  )
  return (
    <Table label={t('comparison.caption')} className="min-w-3xl text-base">
      <TableHeader>
        <TableRow>
          <TableHead className="w-36 ps-0">
            <span className="sr-only">{t('title')}</span>
          </TableHead>
          {schemes.map(({ slug, title, provider }) => (
            <TableHead key={slug} className="h-auto whitespace-normal py-3 align-top">
              <Link
                href={offeringPath({ kind: 'certification', slug })}
                className="font-semibold text-base text-foreground underline-offset-4 hover:underline"
              >
                {title}
              </Link>
              <p className="mt-1 font-normal">{t('comparison.by', { provider })}</p>
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {shown.map((part) => (
          <PartRow key={part} part={part} schemes={schemes} />
        ))}
        <TableRow>
          <RowHead>{t('comparison.fiveYears')}</RowHead>
          {schemes.map((scheme) => (
            <TableCell key={scheme.slug} className="align-top">
              <FiveYears scheme={scheme} today={today} />
            </TableCell>
          ))}
        </TableRow>
      </TableBody>
    </Table>
  )
}

function RowHead({ children }: { children: string }) {
  return (
    <TableHead scope="row" className="whitespace-normal py-3 ps-0 align-top">
      {children}
    </TableHead>
  )
}

function PartRow({ part, schemes }: { part: SchemePart; schemes: readonly Scheme[] }) {
  const t = useTranslations('schemes')
  const textsOf = usePartTexts()
  return (
    <TableRow>
      <RowHead>{t(`part.${part}`)}</RowHead>
      {schemes.map(({ slug, document }) => (
        <TableCell key={slug} className="py-3 align-top">
          <ul className="grid gap-1">
            {textsOf(document, part)?.map((text) => <li key={text}>{text}</li>) ?? (
              <li className="text-muted-foreground">{t('unknown')}</li>
            )}
          </ul>
        </TableCell>
      ))}
    </TableRow>
  )
}

function FiveYears({ scheme, today }: { scheme: Scheme; today: string }) {
  const t = useTranslations('schemes')
  const locale = useLocale()
  const cost = fiveYearCost(scheme.document, [today])
  const price =
    cost && formatMoney({ currency: cost.currency, amountMinor: BigInt(cost.totalMinor) }, locale)
  return (
    <div className="grid gap-1 py-1">
      {price === null ? (
        <p className="text-muted-foreground">{t('unknown')}</p>
      ) : (
        <p className="font-semibold tabular-nums">
          {cost?.isComplete ? price : t('comparison.atLeast', { price })}
        </p>
      )}
      <Link href={calculatorPath(scheme.slug)} prefetch={false} className="text-link text-sm">
        {t('comparison.calculate')}
      </Link>
    </div>
  )
}
