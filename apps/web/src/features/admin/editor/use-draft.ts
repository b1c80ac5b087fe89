'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { z } from 'zod'
import { type IssueSentence, issuesByPath } from './issue-keys'

const asText = (value: unknown) =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part))

/** What a form holds, what of it is new since the last save, and what is wrong with it. */
export type Draft<Values> = {
  values: Values
  set: <Name extends keyof Values>(name: Name, value: Values[Name]) => void
  isDirty: boolean
  /** the names of the fields that differ from what was saved last */
  changed: (keyof Values)[]
  /** the sentence about a field, by its path in the schema */
  error: (path: string) => string | undefined
  hasErrors: boolean
  /** whether something under this path is wrong: a row of a list, or all of it */
  hasErrorIn: (path: string) => boolean
  /** checks against a schema; what it gives, or null with the sentences shown beside the fields */
  check: <Schema extends z.ZodType>(schema: Schema, input: unknown) => z.output<Schema> | null
  /** what stands there now is what the server has */
  markSaved: () => void
  discard: () => void
}

/** The state of a form in the browser. Text fields are text here; the schema reads them on saving. */
export function useDraft<Values extends object>(initial: Values): Draft<Values> {
  const t = useTranslations('adminCatalog.issues')
  const errors = useTranslations('errors')
  const [values, setValues] = useState(initial)
  const [saved, setSaved] = useState(initial)
  const [issues, setIssues] = useState<Record<string, IssueSentence>>({})
  const say = ({ key, ...numbers }: IssueSentence): string =>
    t.has(key as never)
      ? t(key as never, numbers as never)
      : errors.has(key as never)
        ? errors(key as never)
        : errors('field-invalid')
  const names = Object.keys(values) as (keyof Values)[]
  const changed = names.filter((name) => asText(values[name]) !== asText(saved[name]))
  return {
    values,
    set: (name, value) => setValues((before) => ({ ...before, [name]: value })),
    isDirty: changed.length > 0,
    changed,
    error: (path) => (issues[path] ? say(issues[path]) : undefined),
    hasErrors: Object.keys(issues).length > 0,
    hasErrorIn: (path) =>
      Object.keys(issues).some((issue) => issue === path || issue.startsWith(`${path}.`)),
    check: (schema, input) => {
      const parsed = schema.safeParse(input)
      setIssues(parsed.success ? {} : issuesByPath(parsed.error))
      return parsed.success ? parsed.data : null
    },
    markSaved: () => setSaved(values),
    discard: () => {
      setValues(saved)
      setIssues({})
    },
  }
}
