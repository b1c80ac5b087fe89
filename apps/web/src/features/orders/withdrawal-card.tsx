import type { MyOrderOutput } from '@archway/api/orders/schema/order'
import { Card } from '@archway/ui/card'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { WaiveForm } from './waive-form'

/** Where the right of withdrawal stands: when access opens, or when it was given up for access at once. */
export async function WithdrawalCard({
  order: { id, withdrawal },
  formats,
}: {
  order: Pick<MyOrderOutput, 'id' | 'withdrawal'>
  formats: Formats
}) {
  if (withdrawal === null) return null
  const t = await getTranslations('orders.withdrawal')
  const { opensAt, waivedAt, waiverVersion } = withdrawal
  if (waivedAt !== null) {
    return (
      <p className="text-muted-foreground text-sm">
        {t('waived', { date: formats.dateTime(waivedAt) })}
      </p>
    )
  }
  if (opensAt === null) return null
  return (
    <Card className="gap-4 p-6">
      <p>{t('opens', { date: formats.dateTime(opensAt) })}</p>
      <MessagesFor namespaces={[]}>
        <WaiveForm orderId={id} version={waiverVersion} text={t('text1')} label={t('open')} />
      </MessagesFor>
    </Card>
  )
}
