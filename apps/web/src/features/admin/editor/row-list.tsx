'use client'

import { Button } from '@archway/ui/button'
import { Icon } from '@archway/ui/icon'
import { type ReactNode, useState } from 'react'
import { moved } from '@/lib/moved'
import { RowDnd } from './row-dnd'
import { RowFrame } from './row-frame'

/** Something in a list whose rows can be added, changed, moved and taken out. */
export type Row = { id: string }

/** A key for a new row; it never leaves the browser. */
export const newRowId = (): string => crypto.randomUUID()

/** A list of small forms with handles and buttons to add, remove and move, all by keyboard as well. */
export function RowList<Item extends Row>({
  items,
  onChange,
  nameOf,
  summaryOf,
  isWrong,
  emptyText,
  add,
  children,
}: {
  items: Item[]
  onChange: (items: Item[]) => void
  /** what a row is called, for the labels of its buttons */
  nameOf: (item: Item, index: number) => string
  /** what stands for a row whose fields are folded away; without it they are always there */
  summaryOf?: (item: Item, index: number) => ReactNode
  /** whether a field of the row needs another look */
  isWrong?: (index: number) => boolean
  emptyText?: string
  /** left out where rows are added elsewhere */
  add?: { label: string; create: () => Item; max: number }
  children: (item: Item, set: (change: Partial<Item>) => void, index: number) => ReactNode
}) {
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set())
  const move = (from: number, to: number) => onChange(moved(items, from, to))
  const change = (id: string, fields: Partial<Item>) =>
    onChange(items.map((item) => (item.id === id ? { ...item, ...fields } : item)))
  return (
    <div className="grid gap-3">
      {items.length === 0 && emptyText ? (
        <p className="text-muted-foreground text-sm">{emptyText}</p>
      ) : null}
      <RowDnd
        ids={items.map(({ id }) => id)}
        nameOf={(index) => {
          const item = items[index]
          return item ? nameOf(item, index) : ''
        }}
        onMove={move}
      >
        <ul className="grid gap-2">
          {items.map((item, index) => (
            <RowFrame
              key={item.id}
              id={item.id}
              name={nameOf(item, index)}
              summary={summaryOf?.(item, index)}
              isOpenAtFirst={added.has(item.id)}
              isWrong={isWrong?.(index) ?? false}
              onUp={index === 0 ? null : () => move(index, index - 1)}
              onDown={index === items.length - 1 ? null : () => move(index, index + 1)}
              onRemove={() => onChange(items.filter(({ id }) => id !== item.id))}
            >
              {children(item, (fields) => change(item.id, fields), index)}
            </RowFrame>
          ))}
        </ul>
      </RowDnd>
      {add ? (
        <Button
          variant="secondary"
          size="sm"
          className="justify-self-start"
          disabled={items.length >= add.max}
          onClick={() => {
            const row = add.create()
            setAdded((before) => new Set(before).add(row.id))
            onChange([...items, row])
          }}
        >
          <Icon name="plus" />
          {add.label}
        </Button>
      ) : null}
    </div>
  )
}
