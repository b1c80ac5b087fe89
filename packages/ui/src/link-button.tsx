import type { VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { buttonVariants } from './button'
import { cn } from './cn'
import type { LinkComponent } from './link-component'

export type LinkButtonProps = ComponentProps<'a'> &
  VariantProps<typeof buttonVariants> & {
    href: string
    /** The router's link; a plain anchor unless given. */
    linkComponent?: LinkComponent
  }

/** A link that looks like a button. */
export function LinkButton({
  variant,
  size,
  className,
  linkComponent: Anchor = 'a',
  ...props
}: LinkButtonProps) {
  return <Anchor className={cn(buttonVariants({ variant, size }), className)} {...props} />
}
