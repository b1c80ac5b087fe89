import { invalidRequest } from '../http/api-error'
import type { Scope } from '../scope'

type Group = Record<string, unknown>

/** How one field of a kind of object is expanded: from its row to the whole object. */
export type Expansions = Record<string, (scope: Scope, object: Group) => unknown>

const MAXIMUM_DEPTH = 4

/**
 * Applies `expand[]` to an answer: `latest_charge`, `data.charge.balance_transaction` … An id
 * is replaced by its object, a field that is left out by default is added. A field that cannot
 * be expanded is refused. The stored rows are not touched.
 */
export function expand(
  scope: Scope,
  answer: unknown,
  paths: string[],
  expansions: Record<string, Expansions>,
): unknown {
  return paths.reduce((value, path) => {
    const keys = path.split('.')
    const depth = keys.filter((key) => key !== 'data').length
    if (depth > MAXIMUM_DEPTH) {
      throw invalidRequest(`You cannot expand more than ${MAXIMUM_DEPTH} levels: ${path}`)
    }
    return expandPath(scope, value, keys, path, expansions)
  }, answer)
}

function expandPath(
  scope: Scope,
  value: unknown,
  keys: string[],
  path: string,
  expansions: Record<string, Expansions>,
): unknown {
  const [key, ...rest] = keys
  if (key === undefined || value === null || value === undefined) return value
  if (Array.isArray(value)) {
    return value.map((item) => expandPath(scope, item, keys, path, expansions))
  }
  if (typeof value !== 'object') throw notExpandable(path)
  const object = value as Group
  if (object.object === 'list') {
    if (key !== 'data') throw notExpandable(path)
    return { ...object, data: expandPath(scope, object.data, rest, path, expansions) }
  }
  const expansion = expansions[String(object.object)]?.[key]
  const isNested = typeof object[key] === 'object' && object[key] !== null
  if (!expansion && !(isNested && rest.length > 0)) throw notExpandable(path)
  const next = expansion && !isNested ? expansion(scope, object) : object[key]
  return { ...object, [key]: expandPath(scope, next, rest, path, expansions) }
}

function notExpandable(path: string) {
  return invalidRequest(`This property cannot be expanded (${path}).`, undefined, 'expand')
}
