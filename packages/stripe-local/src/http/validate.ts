import type { z } from 'zod'
import { type ApiError, invalidRequest } from './api-error'

/** Messages that a schema uses to say which of Stripe's error codes applies. */
export const INVALID_INTEGER = 'This value must be an integer'
export const INVALID_EMAIL = 'This is not a valid e-mail address'
export const INVALID_URL = 'This is not a valid URL: it needs an explicit scheme such as https'

const CODES: Record<string, string> = {
  [INVALID_INTEGER]: 'parameter_invalid_integer',
  [INVALID_EMAIL]: 'email_invalid',
  [INVALID_URL]: 'url_invalid',
}

type Issue = z.core.$ZodIssue

/** Checks parameters; what fails becomes the refusal that Stripe would give, with the parameter's name. */
export function validate<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  const issues = result.error.issues.flatMap((issue) => unfold(issue))
  const first = issues.find((issue) => issue.code === 'unrecognized_keys') ?? issues[0]
  throw first ? refusal(first, raw) : invalidRequest('The parameters are not valid.')
}

/** An issue of a union hides the real one in its branches: take the branch that got furthest. */
function unfold(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const branches = issue.errors.map((branch) =>
    branch.flatMap((inner) => unfold({ ...inner, path: [...issue.path, ...inner.path] } as Issue)),
  )
  const depth = (branch: Issue[]) => Math.max(0, ...branch.map((inner) => inner.path.length))
  return branches.sort((a, b) => depth(b) - depth(a))[0] ?? [issue]
}

function refusal(issue: Issue, raw: unknown): ApiError {
  if (issue.code === 'unrecognized_keys') {
    const param = nameOf([...issue.path, issue.keys[0] ?? ''])
    return invalidRequest(`Received unknown parameter: ${param}`, 'parameter_unknown', param)
  }
  const param = nameOf(issue.path)
  const value = valueAt(raw, issue.path)
  if (value === undefined) {
    return invalidRequest(`Missing required param: ${param}.`, 'parameter_missing', param)
  }
  if (value === '') {
    return invalidRequest(
      `The parameter ${param} was given as empty text. Leave it out or give it a value.`,
      'parameter_invalid_empty',
      param,
    )
  }
  return invalidRequest(`Invalid ${param}: ${issue.message}`, CODES[issue.message], param)
}

function nameOf(path: PropertyKey[]): string {
  return path.map((key, index) => (index === 0 ? String(key) : `[${String(key)}]`)).join('')
}

function valueAt(raw: unknown, path: PropertyKey[]): unknown {
  let value = raw
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}
