'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/**
 * A toolbar as the ARIA authoring practices describe it: one stop for the Tab key, arrow keys, Home and
 * End inside.
 */
export function ToolbarFrame({ label, children }: { label: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  const tools = () => [...(frame.current?.querySelectorAll<HTMLElement>('[data-tool]') ?? [])]
  const stopAt = (target: HTMLElement | undefined) => {
    for (const tool of tools()) tool.tabIndex = tool === target ? 0 : -1
  }
  // Buttons come and go (tables): there must always be one that Tab reaches.
  useEffect(() => {
    const all = [...(frame.current?.querySelectorAll<HTMLElement>('[data-tool]') ?? [])]
    if (all[0] && !all.some((tool) => tool.tabIndex === 0)) all[0].tabIndex = 0
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const all = tools()
    const at = tools().findIndex((tool) => tool.matches(':focus'))
    if (!step || at < 0) return
    event.preventDefault()
    all[step(at, all.length)]?.focus()
  }
  return (
    <div
      ref={frame}
      role="toolbar"
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocus={(event) => stopAt(event.target)}
      className="sticky top-0 z-10 flex flex-wrap items-center gap-0.5 rounded-t-md border-border border-b bg-surface p-1"
    >
      {children}
    </div>
  )
}
