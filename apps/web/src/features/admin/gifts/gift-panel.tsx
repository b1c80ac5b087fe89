import { DataList, DataListItem } from '@archway/ui/data-list'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { PersonLink } from '../person-link'

type AdminGift = AdminOutput['gifts']['adminGet']

/** Who gave what to whom, when it is mailed, and who has it. */
export function GiftPanel({
  gift,
  canSeePerson,
  formats,
}: {
  gift: AdminGift
  canSeePerson: boolean
  formats: Formats
}) {
  const t = useTranslations('adminPurchases.gifts')
  const common = useTranslations('adminPurchases')
  return (
    <Panel title={t('one')}>
      <DataList layout="grid">
        <DataListItem term={t('offering')}>{gift.offering.title}</DataListItem>
        <DataListItem term={t('giver')}>
          <PersonLink person={gift.buyer} isLinked={canSeePerson} />
        </DataListItem>
        <DataListItem term={t('recipient')}>
          {gift.recipientName ? <span className="block">{gift.recipientName}</span> : null}
          <span className="break-all">{gift.recipientEmail}</span>
        </DataListItem>
        <DataListItem term={common('order')}>
          <Link href={`/admin/orders/${gift.order.id}`}>
            {common('orderNumber', { number: gift.order.number })}
          </Link>
        </DataListItem>
        <DataListItem term={t('boughtAt')}>{formats.dateTime(gift.createdAt)}</DataListItem>
        <DataListItem term={t('deliverAt')}>{formats.dateTime(gift.deliverAt)}</DataListItem>
        {gift.sentAt ? (
          <DataListItem term={t('sentAt')}>{formats.dateTime(gift.sentAt)}</DataListItem>
        ) : null}
        <DataListItem term={t('claimedColumn')}>
          {gift.claimedAt && gift.claimedBy ? (
            <>
              <PersonLink person={gift.claimedBy} isLinked={canSeePerson} />
              <span className="block text-muted-foreground">
                {formats.dateTime(gift.claimedAt)}
              </span>
            </>
          ) : (
            t('notClaimed')
          )}
        </DataListItem>
      </DataList>
    </Panel>
  )
}

/** Each time that a gift was mailed, and whether it left. */
export function GiftMailsPanel({
  mails,
  formats,
}: {
  mails: AdminGift['mails']
  formats: Formats
}) {
  const t = useTranslations('adminPurchases.gifts')
  return (
    <Panel title={t('mails')} description={t('mailsText')}>
      {mails.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('noMails')}</p>
      ) : (
        <ul className="divide-y divide-border border-border border-y text-sm">
          {mails.map((mail) => (
            <li key={mail.id} className="flex flex-wrap justify-between gap-x-4 gap-y-1 py-2.5">
              <span className="break-all">{mail.recipient}</span>
              <span className="text-muted-foreground tabular-nums">
                {mail.sentAt
                  ? t('mailed', { date: formats.dateTime(mail.sentAt) })
                  : t('mailWaits', { date: formats.dateTime(mail.createdAt) })}
              </span>
              {mail.sentAt === null && mail.lastError ? (
                <span className="basis-full text-danger">{mail.lastError}</span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
