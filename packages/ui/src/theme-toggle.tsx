'use client'

import { useId, useSyncExternalStore } from 'react'
import { cn } from './cn'
import { Icon } from './icon'
import { applyTheme, parseTheme, type Theme } from './theme'

export type ThemeToggleProps = {
  labels: { group: string; light: string; dark: string; system: string }
  className?: string
}

const choices = [
  { theme: 'light', icon: 'sun' },
  { theme: 'dark', icon: 'moon' },
  { theme: 'system', icon: 'monitor' },
] as const

function subscribe(notify: () => void): () => void {
  window.addEventListener('themechange', notify)
  window.addEventListener('storage', notify)
  return () => {
    window.removeEventListener('themechange', notify)
    window.removeEventListener('storage', notify)
  }
}

const currentTheme = (): Theme | null => parseTheme(document.documentElement.dataset.theme)
const serverTheme = (): Theme | null => null

/** Light, dark or the device's own, as one radio group. Nothing is ticked until it is known. */
export function ThemeToggle({ labels, className }: ThemeToggleProps) {
  const theme = useSyncExternalStore(subscribe, currentTheme, serverTheme)
  const name = useId()
  return (
    <fieldset
      className={cn('inline-flex rounded-md border border-border bg-muted p-0.5', className)}
    >
      <legend className="sr-only">{labels.group}</legend>
      {choices.map((choice) => (
        <label
          key={choice.theme}
          title={labels[choice.theme]}
          className="grid size-7 place-items-center rounded-sm text-muted-foreground transition-colors hover:text-foreground has-checked:bg-surface-raised has-checked:text-foreground has-checked:shadow-xs has-focus-visible:outline-2 has-focus-visible:outline-ring pointer-coarse:size-10"
        >
          <input
            type="radio"
            name={name}
            value={choice.theme}
            checked={theme === choice.theme}
            onChange={() => applyTheme(choice.theme)}
            className="sr-only"
          />
          <Icon name={choice.icon} className="size-4" />
          <span className="sr-only">{labels[choice.theme]}</span>
        </label>
      ))}
    </fieldset>
  )
}
