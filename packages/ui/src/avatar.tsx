import type { ComponentProps } from 'react'
import { cn } from './cn'

const sizes = {
  xs: 'size-6 text-[0.625rem]',
  sm: 'size-8 text-xs',
  md: 'size-10 text-sm',
  lg: 'size-14 text-lg',
  xl: 'size-20 text-2xl',
}

export type AvatarProps = Omit<ComponentProps<'span'>, 'children'> & {
  /** Whose it is; the source of the initials. */
  name: string
  src?: string | null
  size?: keyof typeof sizes
  /** `square` for organisations. */
  shape?: 'circle' | 'square'
  /** Set when no text beside it says the name. */
  label?: string
}

/** First letters of the first and last word, upper case, by code point. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return picked
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

/**
 * A picture over initials: while it loads, or when it fails, the initials show.
 * A background, because a failed img would paint its broken mark over them.
 */
export function Avatar({
  name,
  src,
  size = 'md',
  shape = 'circle',
  label,
  className,
  ...props
}: AvatarProps) {
  return (
    <span
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      className={cn(
        'relative inline-grid shrink-0 select-none place-items-center overflow-hidden bg-accent-muted font-semibold text-accent-muted-foreground',
        shape === 'circle' ? 'rounded-full' : 'rounded-md',
        sizes[size],
        className,
      )}
      {...props}
    >
      {initials(name)}
      {src ? (
        <span
          className="absolute inset-0 bg-center bg-cover"
          style={{ backgroundImage: `url(${JSON.stringify(src)})` }}
        />
      ) : null}
    </span>
  )
}
