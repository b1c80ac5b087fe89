import { randomUUID } from 'node:crypto'
import type { ClaimOffer } from '@archway/api/guests/schema'
import { Card } from '@archway/ui/card'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { refundSentence } from '@/lib/refund-sentence'
import { TakeBackForm } from './claim-forms'

/** What was bought, each with its refund promise and, while it holds, the way to take the money back. */
export async function ClaimLines({
  offer,
  token,
  formats,
}: {
  offer: ClaimOffer
  token: string
  formats: Formats
}) {
  const t = await getTranslations('guests.claim')
  const money = (amountMinor: bigint) => formats.money({ amountMinor, currency: offer.currency })
  const refunds = await Promise.all(offer.lines.map((line) => refundSentence(line.refund, formats)))
  return (
    <section className="grid gap-6" aria-label={t('bought')}>
      {offer.lines.map((line, index) => (
        <Card key={line.id} className="gap-3 p-6">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <h2 className="font-semibold text-lg">{line.title}</h2>
            <p className="font-medium tabular-nums">{money(line.amountMinor)}</p>
          </div>
          <p className="text-muted-foreground text-sm">
            {line.isOwned ? t('owned') : refunds[index]}
          </p>
          {line.refundedMinor > 0n ? (
            <p className="text-sm">{t('refunded', { amount: money(line.refundedMinor) })}</p>
          ) : null}
          {line.canRequestRefund && !line.isOwned ? (
            <details className="text-sm">
              <summary className="cursor-pointer text-link">{t('takeBack')}</summary>
              <div className="mt-4 grid gap-4">
                <p>{t('takeBackText', { amount: money(line.amountMinor) })}</p>
                <MessagesFor namespaces={[]}>
                  <TakeBackForm
                    token={token}
                    orderLineId={line.id}
                    requestId={randomUUID()}
                    label={t('takeBackSubmit', { amount: money(line.amountMinor) })}
                  />
                </MessagesFor>
              </div>
            </details>
          ) : null}
        </Card>
      ))}
    </section>
  )
}
