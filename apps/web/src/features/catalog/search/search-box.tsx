'use client'

import { buttonVariants } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'
import { Input } from '@archway/ui/input'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'

/** What /api/suggest answers with. */
export type SuggestionLink = { href: string; label: string; detail: string }

const askPauseMs = 120
const shortestText = 2

/**
 * The search line with suggestions under it: the combobox pattern of the ARIA guide (arrow keys choose,
 * Enter goes there, Escape closes). Enter without a choice submits the form around it.
 */
export function SearchBox({
  text,
  labels,
}: {
  /** what was searched for */
  text: string
  labels: { field: string; placeholder: string; submit: string; suggestions: string }
}) {
  const router = useRouter()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<number>(undefined)
  const request = useRef<AbortController>(undefined)
  const [suggestions, setSuggestions] = useState<SuggestionLink[]>([])
  const [active, setActive] = useState(-1)
  const isOpen = suggestions.length > 0

  function close() {
    window.clearTimeout(timer.current)
    request.current?.abort()
    setSuggestions([])
    setActive(-1)
  }

  async function ask(q: string) {
    request.current?.abort()
    const controller = new AbortController()
    request.current = controller
    try {
      const response = await fetch(`/api/suggest?q=${encodeURIComponent(q)}`, {
        signal: controller.signal,
      })
      if (!response.ok || controller.signal.aborted) return
      setSuggestions((await response.json()) as SuggestionLink[])
      setActive(-1)
    } catch {
      // Typed on, or the line is down: suggestions are a help, the search itself is the form.
      if (!controller.signal.aborted) setSuggestions([])
    }
  }

  function type(q: string) {
    window.clearTimeout(timer.current)
    if (q.trim().length < shortestText) close()
    else timer.current = window.setTimeout(() => ask(q.trim()), askPauseMs)
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const chosen = suggestions[active]
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      close()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isOpen) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const places = suggestions.length + 1
      // One place more than there are suggestions: the line itself.
      setActive(((active + 1 + step + places) % places) - 1)
    } else if (event.key === 'Enter') {
      close()
      if (chosen) {
        event.preventDefault()
        router.push(chosen.href)
      }
    }
  }

  // The page can be hidden and shown again with all its state: suggestions do not outlive that.
  useEffect(
    () => () => {
      window.clearTimeout(timer.current)
      request.current?.abort()
      setSuggestions([])
    },
    [],
  )

  // The address changed by something else than typing: a link to another spelling, or going back.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = text
  }, [text])

  return (
    <div className="relative flex gap-2">
      <div className="relative min-w-0 flex-1">
        <Icon
          name="search"
          className="pointer-events-none absolute start-4 top-1/2 size-5 -translate-y-1/2 text-muted-foreground"
        />
        <Input
          ref={input}
          type="search"
          name="q"
          defaultValue={text}
          maxLength={200}
          enterKeyHint="search"
          autoComplete="off"
          role="combobox"
          aria-label={labels.field}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
          placeholder={labels.placeholder}
          className="h-12 ps-12 text-base sm:text-base pointer-coarse:h-12"
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
          onBlur={close}
        />
        <div
          id={listId}
          role="listbox"
          aria-label={labels.suggestions}
          className={cn(
            'absolute inset-x-0 top-full z-40 mt-1.5 overflow-hidden rounded-lg border border-border bg-surface-raised py-1.5 shadow-lg',
            !isOpen && 'hidden',
          )}
        >
          {suggestions.map((suggestion, index) => (
            // Keys are pressed in the search line, which names this option as its active one.
            // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox never has the focus.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
            <div
              key={suggestion.href}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className={cn(
                'flex min-h-10 cursor-pointer items-baseline justify-between gap-6 px-4 py-2 text-sm pointer-coarse:min-h-11',
                index === active ? 'bg-muted' : 'hover:bg-muted/60',
              )}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                close()
                router.push(suggestion.href)
              }}
            >
              <span className="min-w-0 truncate font-medium">{suggestion.label}</span>
              <span className="max-w-[45%] shrink-0 truncate text-muted-foreground text-xs">
                {suggestion.detail}
              </span>
            </div>
          ))}
        </div>
      </div>
      <button type="submit" className={cn(buttonVariants({ size: 'lg' }), 'max-sm:hidden')}>
        {labels.submit}
      </button>
    </div>
  )
}
