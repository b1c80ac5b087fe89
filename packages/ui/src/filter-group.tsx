import type { ReactNode } from 'react'
import { Checkbox } from './checkbox'
import { cn } from './cn'
import { Icon } from './icon'

export type FilterOption = {
  value: string
  label: ReactNode
  /** How many there are, in the reader's format. */
  count?: ReactNode
  checked?: boolean
  disabled?: boolean
}

export type FilterGroupProps = {
  legend: ReactNode
  /** Query parameter that every box posts under. */
  name: string
  options: FilterOption[]
  /** How many show before "more"; a checked one is never hidden. */
  visible?: number
  /** Text of "show the other n". */
  moreLabel: (hidden: number) => ReactNode
  lessLabel: ReactNode
  /** Folds the whole group. */
  defaultOpen?: boolean
  /** Called when a box changes, to submit at once; without it the form's button does. */
  onCheckedChange?: (value: string, checked: boolean) => void
  className?: string
}

/** Splits the options: those shown at once and those behind "more". Order is kept. */
export function splitOptions(
  options: FilterOption[],
  visible: number,
): { shown: FilterOption[]; hidden: FilterOption[] } {
  const hidden = options.filter((option, index) => index >= visible && !option.checked)
  if (hidden.length < 2) return { shown: options, hidden: [] }
  const rest = new Set(hidden)
  return { shown: options.filter((option) => !rest.has(option)), hidden }
}

/**
 * One facet of a search: boxes with counts. Works inside a plain GET form without
 * JavaScript. Boxes are remounted when the server says they changed, so going
 * back in history shows the right ones.
 */
export function FilterGroup({
  legend,
  name,
  options,
  visible = 6,
  moreLabel,
  lessLabel,
  defaultOpen = true,
  onCheckedChange,
  className,
}: FilterGroupProps) {
  const { shown, hidden } = splitOptions(options, visible)
  const box = (option: FilterOption) => (
    <li key={`${option.value}-${option.checked ? 1 : 0}`}>
      <Checkbox
        name={name}
        value={option.value}
        defaultChecked={option.checked}
        disabled={option.disabled}
        label={
          <span className="flex justify-between gap-3">
            <span className="min-w-0">{option.label}</span>
            {option.count !== undefined ? (
              <span className="text-muted-foreground tabular-nums">{option.count}</span>
            ) : null}
          </span>
        }
        {...(onCheckedChange
          ? {
              onChange: (event: { currentTarget: HTMLInputElement }) =>
                onCheckedChange(option.value, event.currentTarget.checked),
            }
          : {})}
      />
    </li>
  )
  return (
    <details open={defaultOpen} className={cn('group/filter', className)}>
      <summary className="flex min-h-10 items-center justify-between gap-2 rounded-sm py-2 font-medium text-sm pointer-coarse:min-h-11">
        {legend}
        <Icon
          name="chevron-down"
          className="size-4 text-muted-foreground transition-transform group-open/filter:rotate-180"
        />
      </summary>
      <fieldset className="pb-3">
        <legend className="sr-only">{legend}</legend>
        <ul>{shown.map(box)}</ul>
        {hidden.length > 0 ? (
          <details className="group/more">
            <summary className="inline-flex min-h-8 items-center rounded-sm text-link text-sm pointer-coarse:min-h-11">
              <span className="group-open/more:hidden">{moreLabel(hidden.length)}</span>
              <span className="hidden group-open/more:inline">{lessLabel}</span>
            </summary>
            <ul>{hidden.map(box)}</ul>
          </details>
        ) : null}
      </fieldset>
    </details>
  )
}
