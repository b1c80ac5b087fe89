import { buttonVariants } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'

/** A plain form that puts something into the cart, on pages that are the same for everybody. */
export function AddToCart({
  item,
  currency,
  label,
  className,
}: {
  /** as `itemAddress` says it */
  item: string
  currency: string
  label: string
  className?: string
}) {
  return (
    <form action="/api/cart" method="post" className={className}>
      <input type="hidden" name="item" value={item} />
      <input type="hidden" name="currency" value={currency} />
      <button
        type="submit"
        className={cn(buttonVariants({ size: 'lg', variant: 'secondary' }), 'w-full')}
      >
        {label}
      </button>
    </form>
  )
}
