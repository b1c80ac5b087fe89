import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'
import type { ReactNode } from 'react'

const sides = {
  start: {
    sheet: 'right-auto left-0 border-e',
    column:
      'lg:sticky lg:top-14 lg:bottom-auto lg:block lg:h-[calc(100dvh-3.5rem)] lg:w-auto lg:bg-transparent',
    narrowOnly: 'lg:hidden',
  },
  end: {
    sheet: 'right-0 left-auto border-s',
    column:
      'xl:sticky xl:top-14 xl:bottom-auto xl:block xl:h-[calc(100dvh-3.5rem)] xl:w-auto xl:bg-transparent',
    narrowOnly: 'xl:hidden',
  },
}

/**
 * A part of the player that is a column where there is room and a drawer where there is none. A native
 * popover: it opens, closes on Escape and on a tap beside it without any script.
 */
export function PlayerSheet({
  id,
  side,
  title,
  description,
  closeLabel,
  children,
}: {
  id: string
  side: keyof typeof sides
  title: string
  description?: string
  closeLabel: string
  children: ReactNode
}) {
  const Part = side === 'start' ? 'nav' : 'aside'
  return (
    <Part
      id={id}
      popover="auto"
      aria-labelledby={`${id}-title`}
      className={cn(
        'inset-y-0 m-0 h-dvh max-h-none w-[min(22rem,calc(100vw-2.5rem))] overflow-y-auto overscroll-contain border-border bg-surface-raised p-0 text-foreground backdrop:bg-overlay',
        sides[side].sheet,
        sides[side].column,
      )}
    >
      <div className="flex items-start justify-between gap-3 px-5 pt-5 pb-3">
        <div>
          <h2 id={`${id}-title`} className="font-semibold">
            {title}
          </h2>
          {description ? <p className="text-muted-foreground text-sm">{description}</p> : null}
        </div>
        <button
          type="button"
          popoverTarget={id}
          popoverTargetAction="hide"
          aria-label={closeLabel}
          className={cn(
            'grid size-9 shrink-0 place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground pointer-coarse:size-11',
            sides[side].narrowOnly,
          )}
        >
          <Icon name="x" className="size-5" />
        </button>
      </div>
      <div className="px-5 pb-8">{children}</div>
    </Part>
  )
}
