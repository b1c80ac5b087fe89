import type { GuidePage } from '@archway/api/careers/schema/guide'
import { Badge } from '@archway/ui/badge'
import { cn } from '@archway/ui/cn'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { guidePath } from '@/lib/paths'
import { FactValue } from '../fact-value'
import type { NotedFacts } from '../noted-facts'
import { GuidePart } from './guide-section'

type Neighbour = GuidePage['neighbours'][number]
type RowProps = { row: Neighbour; facts: NotedFacts; isOwn: boolean }

/** Opaque, because the role's cell covers what scrolls under it. */
const ownRow = 'bg-[color-mix(in_srgb,var(--accent-muted)_45%,var(--surface))]'

const columns = ['focus', 'deliverables', 'skills', 'background', 'pay'] as const

/** The role beside its neighbours: a table on wide screens, cards on narrow ones. */
export function NeighbourComparison({
  neighbours,
  facts,
}: {
  neighbours: readonly Neighbour[]
  facts: NotedFacts
}) {
  const t = useTranslations('careers.comparison')
  if (neighbours.length === 0) return null
  return (
    <GuidePart id="neighbours" title={t('title')}>
      <Table
        label={t('title')}
        className="min-w-[62rem]"
        containerClassName="hidden rounded-lg border border-border bg-surface md:block"
      >
        <TableHeader>
          <TableRow>
            <TableHead className="sticky start-0 z-10 bg-surface ps-4">{t('role')}</TableHead>
            {columns.map((column) => (
              <TableHead key={column}>{t(column)}</TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {neighbours.map((row, index) => (
            <ComparisonRow key={row.role} row={row} facts={facts} isOwn={index === 0} />
          ))}
        </TableBody>
      </Table>
      <ul className="grid gap-3 md:hidden">
        {neighbours.map((row, index) => (
          <ComparisonCard key={row.role} row={row} facts={facts} isOwn={index === 0} />
        ))}
      </ul>
    </GuidePart>
  )
}

function RoleName({ row, isOwn }: { row: Neighbour; isOwn: boolean }) {
  const t = useTranslations('careers.comparison')
  if (row.slug !== null) {
    return (
      <Link href={guidePath(row.slug)} prefetch={false} className="text-link">
        {row.role}
      </Link>
    )
  }
  return (
    <>
      {row.role}
      {isOwn ? (
        <Badge variant="accent" className="mt-1 block w-fit">
          {t('thisRole')}
        </Badge>
      ) : null}
    </>
  )
}

/** What the columns hold for one role. Lists are written with semicolons. */
function cellOf(row: Neighbour, column: 'focus' | 'deliverables' | 'skills' | 'background') {
  return column === 'background' ? row.typicalBackground : row[column]
}

function Pay({ row, facts }: { row: Neighbour; facts: NotedFacts }) {
  const t = useTranslations('careers.comparison')
  const noted = row.payFactKey === null ? undefined : facts.get(row.payFactKey)
  if (!noted) return <span className="text-muted-foreground">{t('noPay')}</span>
  return (
    <>
      <FactValue noted={noted} className="font-semibold tabular-nums" />
      <span className="block text-muted-foreground text-xs">{noted.fact.label}</span>
    </>
  )
}

function ComparisonRow({ row, facts, isOwn }: RowProps) {
  return (
    <TableRow className={isOwn ? ownRow : undefined}>
      <th
        scope="row"
        className={cn(
          'sticky start-0 z-10 w-[10rem] px-4 py-3.5 text-start align-top font-semibold',
          isOwn ? ownRow : 'bg-surface',
        )}
      >
        <RoleName row={row} isOwn={isOwn} />
      </th>
      {(['focus', 'deliverables', 'skills', 'background'] as const).map((column) => (
        <TableCell key={column} className="py-3.5 align-top">
          {cellOf(row, column)}
        </TableCell>
      ))}
      <TableCell className="w-[11rem] py-3.5 align-top">
        <Pay row={row} facts={facts} />
      </TableCell>
    </TableRow>
  )
}

function ComparisonCard({ row, facts, isOwn }: RowProps) {
  const t = useTranslations('careers.comparison')
  return (
    <li className="rounded-lg border border-border bg-surface p-4">
      <h4 className="font-semibold">
        <RoleName row={row} isOwn={isOwn} />
      </h4>
      <dl className="mt-3 grid gap-2.5 text-sm">
        {(['focus', 'deliverables', 'skills', 'background'] as const).map((column) => (
          <div key={column}>
            <dt className="text-muted-foreground text-xs">{t(column)}</dt>
            <dd>{cellOf(row, column)}</dd>
          </div>
        ))}
        <div>
          <dt className="text-muted-foreground text-xs">{t('pay')}</dt>
          <dd>
            <Pay row={row} facts={facts} />
          </dd>
        </div>
      </dl>
    </li>
  )
}
