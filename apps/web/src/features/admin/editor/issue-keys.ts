import type { z } from 'zod'

/** A sentence of `adminCatalog.issues` or, for keys that a schema names itself, of `errors`. */
export type IssueSentence = { key: string; max?: number; min?: number }

/**
 * What is wrong with each field, by its path ("prices.0.amount"), the first issue of each. A schema's
 * own key wins over the general sentence of the kind of issue. Pure.
 */
export function issuesByPath(error: z.ZodError): Record<string, IssueSentence> {
  const found: Record<string, IssueSentence> = {}
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    found[path] ??= sentenceOf(issue)
  }
  return found
}

function sentenceOf(issue: z.core.$ZodIssue): IssueSentence {
  if (/^[a-z]+(-[a-z]+)+$/.test(issue.message) || issue.message === 'duplicates') {
    return { key: issue.message }
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'string'
      ? { key: 'required' }
      : { key: issue.origin === 'array' ? 'too-few' : 'too-small', min: Number(issue.minimum) }
  }
  if (issue.code === 'too_big') {
    const key =
      issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-big'
    return { key, max: Number(issue.maximum) }
  }
  if (issue.code === 'invalid_format') {
    return { key: issue.format === 'url' ? 'url' : issue.format === 'uuid' ? 'required' : 'format' }
  }
  if (issue.code !== 'invalid_type') return { key: 'format' }
  if (issue.expected === 'bigint') return { key: 'amount' }
  return { key: issue.expected === 'number' || issue.expected === 'int' ? 'number' : 'required' }
}
