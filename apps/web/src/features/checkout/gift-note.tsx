import type { CartItem } from '@archway/api/orders/schema/cart-item'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'

/** For whom a gift is and when it is mailed; nothing for everything else. */
export async function GiftNote({ item, formats }: { item: CartItem; formats: Formats }) {
  if (item.purpose !== 'gift') return null
  const t = await getTranslations('cart')
  const { recipientName, recipientEmail, deliverOn, message } = item.gift
  const recipient = recipientName ? `${recipientName} (${recipientEmail})` : recipientEmail
  return (
    <div className="wrap-anywhere grid gap-2 text-sm">
      <p>
        {deliverOn
          ? t('giftOn', { recipient, date: formats.day(new Date(deliverOn)) })
          : t('giftAtOnce', { recipient })}
      </p>
      {message === '' ? null : (
        <blockquote className="line-clamp-3 whitespace-pre-line border-accent border-s-2 ps-3 text-muted-foreground">
          {message}
        </blockquote>
      )}
    </div>
  )
}
