'use client'

import { Button } from '@archway/ui/button'
import { Icon } from '@archway/ui/icon'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { moved } from './moved'

/** Something in a list whose rows can be added, changed, moved and taken out. */
export type Row = { id: string }

/** A key for a new row; it never leaves the browser. */
export const newRowId = (): string => crypto.randomUUID()

/** A list of small forms with buttons to add, remove and move, all by keyboard. */
export function RowList<Item extends Row>({
  items,
  onChange,
  nameOf,
  emptyText,
  add,
  children,
}: {
  items: Item[]
  onChange: (items: Item[]) => void
  /** what a row is called, for the labels of its buttons */
  nameOf: (item: Item, index: number) => string
  emptyText?: string
  /** left out where rows are added elsewhere */
  add?: { label: string; create: () => Item; max: number }
  children: (item: Item, set: (change: Partial<Item>) => void, index: number) => ReactNode
}) {
  const t = useTranslations('adminCatalog.form')
  return (
    <div className="grid gap-3">
      {items.length === 0 && emptyText ? (
        <p className="text-muted-foreground text-sm">{emptyText}</p>
      ) : null}
      <ul className="grid gap-3">
        {items.map((item, index) => {
          const name = nameOf(item, index)
          return (
            <li
              key={item.id}
              className="grid gap-3 rounded-lg border border-border p-3 sm:grid-cols-[minmax(0,1fr)_auto]"
            >
              <div className="min-w-0">
                {children(
                  item,
                  (change) =>
                    onChange(
                      items.map((other) =>
                        other.id === item.id ? { ...other, ...change } : other,
                      ),
                    ),
                  index,
                )}
              </div>
              <div className="flex items-start justify-end gap-1">
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t('moveUp', { name })}
                  disabled={index === 0}
                  onClick={() => onChange(moved(items, index, index - 1))}
                >
                  <Icon name="arrow-up" />
                </Button>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t('moveDown', { name })}
                  disabled={index === items.length - 1}
                  onClick={() => onChange(moved(items, index, index + 1))}
                >
                  <Icon name="arrow-down" />
                </Button>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t('remove', { name })}
                  onClick={() => onChange(items.filter((other) => other.id !== item.id))}
                >
                  <Icon name="trash" />
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {add ? (
        <Button
          variant="secondary"
          size="sm"
          className="justify-self-start"
          disabled={items.length >= add.max}
          onClick={() => onChange([...items, add.create()])}
        >
          <Icon name="plus" />
          {add.label}
        </Button>
      ) : null}
    </div>
  )
}
