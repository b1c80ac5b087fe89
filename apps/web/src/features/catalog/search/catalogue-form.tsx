'use client'

import { useRouter } from 'next/navigation'
import {
  type ChangeEvent,
  type FormEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useTransition,
} from 'react'
import { catalogueHref, formQuery } from './form-query'
import { enterLine, leaveLine } from './typing-place'

const typingPauseMs = 250

/**
 * The catalogue's form. Without JavaScript it is a plain GET form with buttons; with it every change
 * goes to the canonical address at once (while typing, after a pause) and the page stays where it is.
 */
export function CatalogueForm({
  canonicalQuery,
  className,
  children,
}: {
  canonicalQuery: string
  className?: string
  children: ReactNode
}) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<number>(undefined)
  const lastChanged = useRef<{ name: string; value: string } | null>(null)
  const wasHidden = useRef(false)
  const [isPending, startTransition] = useTransition()

  function go(mode: 'push' | 'replace') {
    window.clearTimeout(timer.current)
    if (!form.current) return
    const query = formQuery(new FormData(form.current))
    if (query === canonicalQuery) return
    startTransition(() => router[mode](catalogueHref(query), { scroll: false }))
  }

  function goAfterPause() {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => go('replace'), typingPauseMs)
  }

  function change(event: ChangeEvent<HTMLFormElement>) {
    const field: EventTarget = event.target
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
    if (field.name === 'q') {
      if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) {
        goAfterPause()
      }
      return
    }
    lastChanged.current = { name: field.name, value: field.value }
    go('push')
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    for (const panel of event.currentTarget.querySelectorAll<HTMLElement>('[popover]')) {
      panel.hidePopover?.()
    }
    go('push')
  }

  // A box that the answer marks anew is a new element: the keyboard goes on where it was.
  useEffect(() => {
    const changed = lastChanged.current
    lastChanged.current = null
    if (!changed || document.activeElement !== document.body) return
    for (const element of form.current?.elements ?? []) {
      if (
        (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) &&
        element.name === changed.name &&
        element.value === changed.value
      ) {
        element.focus({ preventScroll: true })
        return
      }
    }
  }, [canonicalQuery])

  // A page that is left is kept hidden, and is shown again as it was: then it must say what its address
  // says. The first time nothing is taken back, because somebody may have begun before this script ran.
  useLayoutEffect(() => {
    const line = form.current?.elements.namedItem('q')
    if (wasHidden.current) form.current?.reset()
    if (line instanceof HTMLInputElement) enterLine(line)
    return () => {
      wasHidden.current = true
      if (line instanceof HTMLInputElement) leaveLine(line)
      window.clearTimeout(timer.current)
    }
  }, [])

  return (
    <form
      ref={form}
      action="/catalogue"
      className={className}
      data-pending={isPending || undefined}
      onChange={change}
      onCompositionEnd={goAfterPause}
      onSubmit={submit}
    >
      {children}
    </form>
  )
}
