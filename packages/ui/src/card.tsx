import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Slot } from './slot'

/** A bordered surface. `interactive` lifts it on hover; put a CardLink inside. */
export function Card({
  className,
  interactive = false,
  ...props
}: ComponentProps<'div'> & { interactive?: boolean }) {
  return (
    <div
      className={cn(
        'flex flex-col rounded-lg border border-border bg-surface',
        interactive &&
          'group/card relative transition-[border-color,box-shadow] focus-within:border-border-strong hover:border-border-strong hover:shadow-md',
        className,
      )}
      {...props}
    />
  )
}

export function CardHeader({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('flex flex-col gap-1 p-5 sm:p-6', className)} {...props} />
}

/** The card's heading, an h3 unless `asChild` gives another element. */
export function CardTitle({
  className,
  asChild = false,
  ...props
}: ComponentProps<'h3'> & { asChild?: boolean }) {
  const classes = cn('font-semibold text-base leading-snug', className)
  if (asChild) return <Slot className={classes} {...(props as ComponentProps<'span'>)} />
  return <h3 className={classes} {...props} />
}

export function CardDescription({ className, ...props }: ComponentProps<'p'>) {
  return <p className={cn('text-muted-foreground text-sm', className)} {...props} />
}

export function CardContent({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      className={cn('flex-1 px-5 pb-5 first:pt-5 sm:px-6 sm:pb-6 sm:first:pt-6', className)}
      {...props}
    />
  )
}

export function CardFooter({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      className={cn('flex items-center gap-3 border-border border-t px-5 py-4 sm:px-6', className)}
      {...props}
    />
  )
}

/** A link whose target is the whole interactive card; its text stays its accessible name. */
export function CardLink({
  className,
  asChild = false,
  ...props
}: ComponentProps<'a'> & { asChild?: boolean }) {
  const classes = cn(
    'after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:outline-offset-2',
    className,
  )
  if (asChild) return <Slot className={classes} {...(props as ComponentProps<'span'>)} />
  return <a className={classes} {...props} />
}
