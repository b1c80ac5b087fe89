import { invalidRequest, resourceMissing } from '../http/api-error'
import type { Row } from '../state/table'
import type { CreatedFilter } from './schema'

export interface ListParams {
  limit?: number | undefined
  starting_after?: string | undefined
  ending_before?: string | undefined
}

/** A page as it travels. */
export interface Page<T> {
  object: 'list'
  url: string
  has_more: boolean
  data: T[]
}

/**
 * One page of rows, given oldest first and served newest first, as Stripe does. The cursors
 * name a row that belongs to the same list; `has_more` says whether the direction goes on.
 */
export function listPage<T extends Row>(
  url: string,
  oldestFirst: T[],
  params: ListParams,
  order: 'newest' | 'oldest' = 'newest',
): Page<T> {
  const { limit = 10, starting_after: after, ending_before: before } = params
  if (after !== undefined && before !== undefined) {
    throw invalidRequest('Give either starting_after or ending_before, not both.')
  }
  const rows = order === 'newest' ? oldestFirst.toReversed() : oldestFirst
  if (before !== undefined) {
    const end = position(rows, before, 'ending_before')
    const start = Math.max(0, end - limit)
    return { object: 'list', url, has_more: start > 0, data: rows.slice(start, end) }
  }
  const start = after === undefined ? 0 : position(rows, after, 'starting_after') + 1
  const data = rows.slice(start, start + limit)
  return { object: 'list', url, has_more: start + limit < rows.length, data }
}

function position(rows: Row[], id: string, param: string): number {
  const index = rows.findIndex((row) => row.id === id)
  if (index === -1) throw resourceMissing('object in this list', id, param)
  return index
}

/** Whether a time passes the `created` filter. */
export function passesCreated(created: number, filter: CreatedFilter | undefined): boolean {
  if (filter === undefined) return true
  if (typeof filter === 'number') return created === filter
  return (
    (filter.gt === undefined || created > filter.gt) &&
    (filter.gte === undefined || created >= filter.gte) &&
    (filter.lt === undefined || created < filter.lt) &&
    (filter.lte === undefined || created <= filter.lte)
  )
}
