import { Badge } from '@archway/ui/badge'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { OneStep } from '@/features/teams/forms'
import { GiftStateText } from '@/features/teams/gift-state'
import { formatsFor } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teams.overview'))('title'), robots: { index: false } }
}

const tones = { active: 'success', suspended: 'warning', revoked: 'neutral' } as const

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="grid gap-4">
      <h2 className="font-semibold text-lg">{title}</h2>
      {children}
    </section>
  )
}

/** Where a seat is learnt with: a course has its own room, a program shows its courses. */
const learnPath = ({ kind, slug }: { kind: string; slug: string }) =>
  kind === 'course' ? `/learn/${slug}` : `/programs/${slug}`

const list = 'divide-y divide-border rounded-lg border border-border bg-surface'
const row = 'flex justify-between gap-x-6 gap-y-3 p-5 max-sm:flex-col sm:items-center'
const quiet = 'text-muted-foreground text-sm'

/** What one bought for others, the seats that one holds, and exam vouchers. */
export default async function TeamsPage() {
  const member = await requireMember('/account/teams')
  const call = await api()
  const [packs, held, gifts, vouchers, t] = await Promise.all([
    call.seats.mine(),
    call.seats.held(),
    call.gifts.mine(),
    call.exams.myVouchers(),
    getTranslations('teams'),
  ])
  const formats = formatsFor(member)
  return (
    <AccountPage
      current="teams"
      title={t('overview.title')}
      description={t('overview.description')}
    >
      <MessagesFor namespaces={['teams']}>
        <div className="grid gap-12">
          <Part id="packs" title={t('packs.title')}>
            {packs.length === 0 ? <p className={quiet}>{t('packs.none')}</p> : null}
            <ul className={packs.length === 0 ? 'hidden' : list}>
              {packs.map((pack) => (
                <li key={pack.id} className={row}>
                  <div>
                    <Link
                      href={`/account/teams/${pack.id}`}
                      className="font-medium hover:underline"
                    >
                      {pack.offering.title}
                    </Link>
                    <p className={quiet}>{t('packs.counts', { ...pack.counts })}</p>
                    <p className={quiet}>
                      {t('packs.boughtWith', {
                        number: pack.order.number,
                        date: formats.date(pack.createdAt),
                      })}
                    </p>
                  </div>
                  <Badge variant={tones[pack.state]} className="max-sm:self-start">
                    {t(`packs.state.${pack.state}`)}
                  </Badge>
                </li>
              ))}
            </ul>
          </Part>
          {held.length === 0 ? null : (
            <Part id="held" title={t('held.title')}>
              <ul className={list}>
                {held.map((seat) => {
                  const name = seat.ownerName ?? t('held.somebody')
                  return (
                    <li key={seat.assignmentId} className={row}>
                      <div>
                        <Link
                          href={learnPath(seat.offering)}
                          className="font-medium hover:underline"
                        >
                          {seat.offering.title}
                        </Link>
                        <p className={quiet}>
                          {t('held.from', {
                            name,
                            date: seat.claimedAt ? formats.date(seat.claimedAt) : '',
                          })}
                        </p>
                        <p className={quiet}>
                          {t(seat.sharesProgress ? 'held.shares' : 'held.hides', { name })}
                        </p>
                      </div>
                      <OneStep
                        action="shareProgress"
                        label={t(seat.sharesProgress ? 'held.hide' : 'held.share')}
                        values={{
                          assignmentId: seat.assignmentId,
                          sharesProgress: String(!seat.sharesProgress),
                        }}
                      />
                    </li>
                  )
                })}
              </ul>
            </Part>
          )}
          <Part id="gifts" title={t('gifts.title')}>
            {gifts.length === 0 ? <p className={quiet}>{t('gifts.none')}</p> : null}
            <ul className={gifts.length === 0 ? 'hidden' : list}>
              {gifts.map((gift) => (
                <li key={gift.id} className={row}>
                  <div>
                    <Link
                      href={`/account/gifts/${gift.id}`}
                      className="font-medium hover:underline"
                    >
                      {gift.offering.title}
                    </Link>
                    <p className={quiet}>
                      {t('gifts.for', { recipient: gift.recipientName ?? gift.recipientEmail })}
                    </p>
                  </div>
                  <p className={quiet}>
                    <GiftStateText gift={gift} formats={formats} />
                  </p>
                </li>
              ))}
            </ul>
          </Part>
          {vouchers.length === 0 ? null : (
            <Part id="vouchers" title={t('vouchers.title')}>
              <ul className={list}>
                {vouchers.map((voucher) => (
                  <li key={voucher.id} className={row}>
                    <div>
                      <p className="font-medium">{voucher.offering.title}</p>
                      <p className={quiet}>
                        {t('vouchers.until', { date: formats.date(voucher.validUntil) })}
                      </p>
                    </div>
                    <Badge
                      variant={voucher.isUsable ? 'success' : 'neutral'}
                      className="max-sm:self-start"
                    >
                      {t(`vouchers.state.${voucher.state}`)}
                    </Badge>
                  </li>
                ))}
              </ul>
            </Part>
          )}
        </div>
      </MessagesFor>
    </AccountPage>
  )
}
