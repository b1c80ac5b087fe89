import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Slot } from './slot'
import { Spinner } from './spinner'

/** Classes of a button; use them on anything that should look like one. */
export const buttonVariants = cva(
  'relative inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-md border border-transparent font-medium no-underline transition-colors select-none disabled:cursor-not-allowed disabled:opacity-50 aria-busy:opacity-100! aria-disabled:cursor-not-allowed aria-disabled:opacity-50',
  {
    variants: {
      variant: {
        primary:
          'bg-accent text-accent-foreground enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover',
        secondary:
          'border-border-strong bg-surface text-foreground shadow-xs enabled:hover:bg-muted [a&]:hover:bg-muted',
        ghost: 'text-foreground enabled:hover:bg-muted [a&]:hover:bg-muted',
        danger:
          'bg-danger text-danger-foreground enabled:hover:bg-danger-hover [a&]:hover:bg-danger-hover',
        link: 'text-link rounded-sm px-0!',
      },
      size: {
        sm: 'h-8 px-3 text-sm pointer-coarse:min-h-11',
        md: 'h-10 px-4 text-sm pointer-coarse:min-h-11',
        lg: 'h-12 px-6 text-base',
        icon: 'size-10 text-base pointer-coarse:size-11',
        'icon-sm': 'size-8 text-sm pointer-coarse:size-11',
      },
    },
    defaultVariants: { variant: 'primary', size: 'md' },
  },
)

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonVariants> & {
    /** Give the look to the single child (a link) instead of rendering a button. */
    asChild?: boolean
    /** Shows a spinner over the unchanged width and takes no clicks. */
    loading?: boolean
  }

/** A button. `type` is `button` unless given, so it never submits a form by accident. */
export function Button({
  variant,
  size,
  asChild = false,
  loading = false,
  disabled,
  type = 'button',
  className,
  children,
  ...props
}: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className)
  if (asChild) {
    return (
      <Slot className={classes} {...(props as ComponentProps<'span'>)}>
        {children}
      </Slot>
    )
  }
  return (
    <button
      type={type}
      disabled={disabled || loading}
      aria-busy={loading || undefined}
      className={classes}
      {...props}
    >
      {loading ? (
        <>
          <span className="absolute inset-0 grid place-items-center">
            <Spinner className="size-[1.25em]" />
          </span>
          <span className="inline-flex items-center gap-2 opacity-0">{children}</span>
        </>
      ) : (
        children
      )}
    </button>
  )
}
