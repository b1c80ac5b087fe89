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
    return expandPath({ scope, path, expansions }, value, keys, '')
  }, answer)
}

interface Expansion {
  scope: Scope
  path: string
  expansions: Record<string, Expansions>
}

/** `kind` says what the value is when it does not: the object that holds it and the way to it. */
function expandPath(of: Expansion, value: unknown, keys: string[], kind: string): unknown {
  const [key, ...rest] = keys
  if (key === undefined || value === null || value === undefined) return value
  if (Array.isArray(value)) return value.map((item) => expandPath(of, item, keys, kind))
  if (typeof value !== 'object') throw notExpandable(of.path)
  const object = value as Group
  if (object.object === 'list') {
    if (key !== 'data') throw notExpandable(of.path)
    return { ...object, data: expandPath(of, object.data, rest, kind) }
  }
  const name = typeof object.object === 'string' ? object.object : kind
  const expansion = of.expansions[name]?.[key]
  const isNested = typeof object[key] === 'object' && object[key] !== null
  if (!expansion && !(isNested && rest.length > 0)) throw notExpandable(of.path)
  const next = expansion && !isNested ? expansion(of.scope, object) : object[key]
  return { ...object, [key]: expandPath(of, next, rest, `${name}.${key}`) }
}

function notExpandable(path: string) {
  return invalidRequest(`This property cannot be expanded (${path}).`, undefined, 'expand')
}
