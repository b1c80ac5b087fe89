import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

const tones = {
  neutral: 'bg-border-strong',
  accent: 'bg-accent',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
}

/** What happened, in order. */
export function Timeline({ className, ...props }: ComponentProps<'ol'>) {
  return <ol className={cn('@container flex flex-col', className)} {...props} />
}

export type TimelineItemProps = Omit<ComponentProps<'li'>, 'title'> & {
  title: ReactNode
  /** A `<time>` element or formatted text. */
  time?: ReactNode
  tone?: keyof typeof tones
}

export function TimelineItem({
  title,
  time,
  tone = 'neutral',
  className,
  children,
  ...props
}: TimelineItemProps) {
  return (
    <li
      className={cn(
        'relative pb-6 ps-6 text-sm last:pb-0',
        'before:absolute before:start-[4px] before:top-4 before:-bottom-1 before:w-px before:bg-border last:before:hidden',
        className,
      )}
      {...props}
    >
      <span
        aria-hidden="true"
        className={cn('absolute start-0 top-1.5 size-[9px] rounded-full', tones[tone])}
      />
      <div className="@md:flex items-baseline justify-between gap-x-4">
        <p className="font-medium">{title}</p>
        {time ? <div className="text-muted-foreground tabular-nums">{time}</div> : null}
      </div>
      {children ? <div className="mt-1 text-muted-foreground">{children}</div> : null}
    </li>
  )
}
