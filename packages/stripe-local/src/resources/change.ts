import { isDeepStrictEqual } from 'node:util'
import type { Row, Table } from '../state/table'

/** The row after a change, and the earlier values of what changed: an event's previous_attributes. */
export interface Change<T> {
  row: T
  previous: Record<string, unknown>
}

/** Replaces some attributes of a row. Attributes that stay equal do not count as changed. */
export function change<T extends Row>(table: Table<T>, row: T, patch: Partial<T>): Change<T> {
  const previous: Record<string, unknown> = {}
  for (const key of Object.keys(patch) as (keyof T & string)[]) {
    if (isDeepStrictEqual(row[key], patch[key])) continue
    previous[key] =
      isGroup(row[key]) && isGroup(patch[key]) ? earlier(row[key], patch[key]) : (row[key] ?? null)
  }
  return { row: table.put({ ...row, ...patch }), previous }
}

/** Of a group such as metadata only the changed keys are named; a key that is new was null. */
function earlier(before: Record<string, unknown>, after: Record<string, unknown>) {
  const changed: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!isDeepStrictEqual(before[key], after[key])) changed[key] = before[key] ?? null
  }
  return changed
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
