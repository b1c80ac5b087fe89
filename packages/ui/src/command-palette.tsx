'use client'

import { Command } from 'cmdk'
import * as DialogPrimitive from 'radix-ui/dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { overlayClasses } from './dialog'
import { useFocusReturn } from './focus-return'
import { Icon } from './icon'
import { Kbd } from './kbd'
import { Spinner } from './spinner'

export type CommandItem = {
  id: string
  label: string
  hint?: ReactNode
  icon?: ReactNode
  /** Other words that find it. */
  keywords?: string[]
  /** Keys to show, one per element. */
  shortcut?: string[]
  disabled?: boolean
  onSelect: () => void
}

export type CommandPaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  groups: { heading: string; items: CommandItem[] }[]
  labels: { title: string; placeholder: string; empty: string; loading: string }
  /** Given when the caller searches (on a server); then nothing is filtered here. */
  search?: string
  onSearchChange?: (search: string) => void
  loading?: boolean
  /** Opens and closes on Ctrl or Command with this letter; null for none. */
  hotkey?: string | null
}

/** Everything one can do or go to, by typing. */
export function CommandPalette({
  open,
  onOpenChange,
  groups,
  labels,
  search,
  onSearchChange,
  loading = false,
  hotkey = 'k',
}: CommandPaletteProps) {
  const focusReturn = useFocusReturn()
  useEffect(() => {
    if (!hotkey) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === hotkey && (event.metaKey || event.ctrlKey)) {
        event.preventDefault()
        onOpenChange(!open)
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [hotkey, open, onOpenChange])

  const ids = groups.flatMap(({ items }) =>
    items.flatMap(({ id, disabled }) => (disabled ? [] : id)),
  )
  const first = ids[0] ?? ''
  const [picked, setPicked] = useState({ id: '', first: '' })
  // What is found comes late and above the rest: whenever another item leads the list, Enter takes that one.
  const active = picked.first === first && ids.includes(picked.id) ? picked.id : first

  return (
    <DialogPrimitive.Root open={open} onOpenChange={onOpenChange}>
      <DialogPrimitive.Portal>
        <DialogPrimitive.Overlay className={overlayClasses} />
        <DialogPrimitive.Content
          aria-describedby={undefined}
          {...focusReturn}
          className="fixed inset-x-3 top-[8vh] z-50 mx-auto max-w-xl overflow-hidden rounded-xl border border-border bg-surface-raised shadow-lg focus:outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in sm:top-[14vh]"
        >
          <DialogPrimitive.Title className="sr-only">{labels.title}</DialogPrimitive.Title>
          <Command
            label={labels.title}
            loop
            {...(onSearchChange
              ? {
                  shouldFilter: false,
                  value: active,
                  onValueChange: (id: string) => setPicked({ id, first }),
                }
              : {})}
          >
            <div className="flex items-center gap-3 border-border border-b px-4">
              {loading ? (
                <Spinner label={labels.loading} className="size-5 text-muted-foreground" />
              ) : (
                <Icon name="search" className="size-5 text-muted-foreground" />
              )}
              <Command.Input
                value={search}
                onValueChange={onSearchChange}
                placeholder={labels.placeholder}
                className="h-13 flex-1 bg-transparent text-base outline-none"
              />
            </div>
            <Command.List className="max-h-[min(24rem,60vh)] scroll-py-2 overflow-y-auto p-2">
              {loading ? null : (
                <Command.Empty className="py-10 text-center text-muted-foreground text-sm">
                  {labels.empty}
                </Command.Empty>
              )}
              {groups.map((group) => (
                <Command.Group
                  key={group.heading}
                  heading={group.heading}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs"
                >
                  {group.items.map((item) => (
                    <PaletteItem key={item.id} item={item} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </DialogPrimitive.Content>
      </DialogPrimitive.Portal>
    </DialogPrimitive.Root>
  )
}

function PaletteItem({ item }: { item: CommandItem }) {
  return (
    <Command.Item
      value={item.id}
      keywords={[item.label, ...(item.keywords ?? [])]}
      disabled={item.disabled}
      onSelect={item.onSelect}
      className="flex min-h-10 cursor-pointer select-none items-center gap-2.5 rounded-md px-2 py-1.5 text-sm aria-disabled:pointer-events-none aria-selected:bg-muted aria-disabled:opacity-50 pointer-coarse:min-h-11 [&>svg]:size-4 [&>svg]:text-muted-foreground"
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.hint ? <span className="text-muted-foreground text-xs">{item.hint}</span> : null}
      {item.shortcut ? (
        <span className="flex gap-1">
          {item.shortcut.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      ) : null}
    </Command.Item>
  )
}
