import { invalidRequest } from './api-error'

/** A decoded parameter: text, a list or a group. */
export type FormValue = string | FormValue[] | { [key: string]: FormValue }
export type FormGroup = Record<string, FormValue>

const MAXIMUM_DEPTH = 8
const MAXIMUM_FIELDS = 2000
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Decodes Stripe's form encoding: `a[b]=1`, `a[0][b]=1` and `a[]=1`. A group whose keys are
 * 0, 1, 2 … becomes a list. A name given twice, or once as text and once as a group, is refused.
 */
export function parseForm(text: string): FormGroup {
  const root: FormGroup = Object.create(null)
  let fields = 0
  for (const [name, value] of new URLSearchParams(text)) {
    fields += 1
    if (fields > MAXIMUM_FIELDS) throw invalidRequest('The request has too many parameters.')
    insert(root, pathOf(name), value, name)
  }
  return listify(root) as FormGroup
}

function pathOf(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name)
  if (!match) throw invalidRequest(`Invalid parameter name: ${name}`, 'parameter_unknown', name)
  const rest = [...(match[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1] ?? '')
  const path = [match[1] ?? '', ...rest]
  if (path.length > MAXIMUM_DEPTH || path.some((key) => FORBIDDEN.has(key))) {
    throw invalidRequest(`Invalid parameter name: ${name}`, 'parameter_unknown', name)
  }
  return path
}

function insert(root: FormGroup, path: string[], value: string, name: string): void {
  let group: FormGroup = root
  for (const [index, rawKey] of path.entries()) {
    const key = rawKey === '' ? String(Object.keys(group).length) : rawKey
    const existing = group[key]
    if (index === path.length - 1) {
      if (existing !== undefined) throw invalidRequest(`Parameter given twice: ${name}`)
      group[key] = value
      return
    }
    if (existing === undefined) {
      const created: FormGroup = Object.create(null)
      group[key] = created
      group = created
    } else if (typeof existing === 'object' && !Array.isArray(existing)) {
      group = existing
    } else {
      throw invalidRequest(`Parameter given both as a value and as a group: ${name}`)
    }
  }
}

function listify(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const keys = Object.keys(value)
  const isList = keys.length > 0 && keys.every((_key, index) => String(index) in value)
  if (isList) return keys.map((_key, index) => listify(value[String(index)] ?? ''))
  return Object.fromEntries(keys.map((key) => [key, listify(value[key] ?? '')]))
}
