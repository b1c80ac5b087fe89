'use client'

import { cn } from '@archway/ui/cn'
import { Tooltip } from '@archway/ui/tooltip'
import type { LucideIcon } from 'lucide-react'

/** One button of the toolbar. The toolbar moves the focus among them with the arrow keys. */
export function ToolbarButton({
  icon: Icon,
  label,
  isActive,
  disabled = false,
  onPress,
}: {
  icon: LucideIcon
  label: string
  /** left out for buttons that do something instead of switching it */
  isActive?: boolean
  disabled?: boolean
  onPress: () => void
}) {
  return (
    <Tooltip content={label}>
      <button
        type="button"
        data-tool
        tabIndex={-1}
        aria-label={label}
        aria-pressed={isActive}
        aria-disabled={disabled || undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          if (!disabled) onPress()
        }}
        className={cn(
          'grid size-8 shrink-0 place-items-center rounded-md text-muted-foreground transition-colors hover:bg-muted hover:text-foreground aria-disabled:cursor-not-allowed aria-disabled:opacity-40 pointer-coarse:size-11',
          isActive && 'bg-accent-muted text-accent-muted-foreground hover:bg-accent-muted',
        )}
      >
        <Icon aria-hidden="true" className="size-4" />
      </button>
    </Tooltip>
  )
}

/** A thin line between groups of buttons. */
export function ToolbarRule() {
  return <span aria-hidden="true" className="mx-1 h-5 w-px shrink-0 bg-border" />
}
