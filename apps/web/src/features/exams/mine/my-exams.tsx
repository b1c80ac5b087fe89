import type { MyAccommodation } from '@archway/api/exams/reads/accommodations'
import type { MySitting } from '@archway/api/exams/reads/my-exams'
import type { Voucher } from '@archway/api/exams/reads/vouchers'
import { Badge } from '@archway/ui/badge'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { AccommodationList } from '../accommodation-list'
import { examPath, resultPath, roomPath } from '../paths'

const list = 'divide-y divide-border rounded-lg border border-border bg-surface'
const row = 'flex justify-between gap-x-6 gap-y-3 p-5 max-sm:flex-col sm:items-center'
const quiet = 'text-muted-foreground text-sm'

const tones = {
  running: 'accent',
  pending: 'neutral',
  'under-review': 'warning',
  passed: 'success',
  failed: 'neutral',
  voided: 'danger',
} as const satisfies Record<MySitting['status'], string>

async function Vouchers({ vouchers, formats }: { vouchers: readonly Voucher[]; formats: Formats }) {
  const t = await getTranslations('exams.mine')
  if (vouchers.length === 0) return <p className={quiet}>{t('noVouchers')}</p>
  return (
    <ul className={list}>
      {vouchers.map(({ id, state, isUsable, validUntil, offering }) => (
        <li key={id} className={row}>
          <div>
            <p className="font-medium">{offering.title}</p>
            <p className={quiet}>
              {t(`voucherState.${state === 'available' && !isUsable ? 'ended' : state}`)}
              {' · '}
              {t('validUntil', { date: formats.date(validUntil) })}
            </p>
          </div>
          {isUsable ? (
            <LinkButton href={examPath(offering.slug)} linkComponent={Link} size="sm">
              {t('sit')}
            </LinkButton>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

async function Sittings({
  sittings,
  formats,
}: {
  sittings: readonly MySitting[]
  formats: Formats
}) {
  const t = await getTranslations('exams.mine')
  if (sittings.length === 0) return <p className={quiet}>{t('noSittings')}</p>
  return (
    <ul className={list}>
      {sittings.map(({ attemptId, title, number, startedAt, status, scaled }) => (
        <li key={attemptId} className={row}>
          <div>
            <p className="font-medium">{title}</p>
            <p className={quiet}>{t('sitting', { number, date: formats.dateTime(startedAt) })}</p>
          </div>
          <div className="flex flex-wrap items-center gap-3">
            {scaled === null ? null : (
              <span className="tabular-nums">{t('scaled', { score: scaled })}</span>
            )}
            <Badge variant={tones[status]}>{t(`status.${status}`)}</Badge>
            <LinkButton
              href={status === 'running' ? roomPath(attemptId) : resultPath(attemptId)}
              linkComponent={Link}
              variant="secondary"
              size="sm"
            >
              {t(status === 'running' ? 'open' : 'see')}
            </LinkButton>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Vouchers, sittings and what was asked for, of the signed-in person. */
export async function MyExams(props: {
  vouchers: readonly Voucher[]
  sittings: readonly MySitting[]
  accommodations: readonly MyAccommodation[]
  formats: Formats
}) {
  const [t, needs] = await Promise.all([
    getTranslations('exams.mine'),
    getTranslations('exams.accommodation'),
  ])
  return (
    <div className="grid gap-12">
      <section className="grid gap-4">
        <h2 className="font-semibold text-xl">{t('vouchers')}</h2>
        <Vouchers {...props} />
      </section>
      <section className="grid gap-4">
        <h2 className="font-semibold text-xl">{t('sittings')}</h2>
        <Sittings {...props} />
      </section>
      {props.accommodations.length > 0 ? (
        <section className="grid gap-4">
          <h2 className="font-semibold text-xl">{needs('mine')}</h2>
          <AccommodationList {...props} />
        </section>
      ) : null}
    </div>
  )
}
