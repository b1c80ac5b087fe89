import { itemAddress } from '@archway/api/orders/rules/item-address'
import { type CartItem, cartItemIdentity } from '@archway/api/orders/schema/cart-item'
import { seatLimits } from '@archway/api/seats/schema'
import { Button } from '@archway/ui/button'
import { Input } from '@archway/ui/input'
import { getTranslations } from 'next-intl/server'

/** Takes an item out of the cart, or asks for another number of seats: plain forms. */
export async function CartActions({ item, currency }: { item: CartItem; currency: string }) {
  const t = await getTranslations('cart')
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      {item.purpose === 'seats' ? (
        <form action="/api/cart" method="post" className="flex flex-wrap items-center gap-2">
          <input type="hidden" name="item" value={itemAddress(item)} />
          <input type="hidden" name="currency" value={currency} />
          <label htmlFor={`seats-${item.offeringId}`} className="font-medium text-sm">
            {t('seats')}
          </label>
          <Input
            id={`seats-${item.offeringId}`}
            type="number"
            name="quantity"
            min={seatLimits.least}
            max={seatLimits.most}
            defaultValue={item.quantity}
            className="w-20"
          />
          <Button type="submit" variant="secondary" size="sm">
            {t('change')}
          </Button>
        </form>
      ) : null}
      <form action="/api/cart" method="post">
        <input type="hidden" name="remove" value={cartItemIdentity(item)} />
        <input type="hidden" name="currency" value={currency} />
        <Button type="submit" variant="ghost" size="sm" className="-ms-3">
          {t('remove')}
        </Button>
      </form>
    </div>
  )
}
