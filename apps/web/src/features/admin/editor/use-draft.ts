'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { z } from 'zod'
import { changedNames, openDraft, receive, savedAs } from './draft-state'
import { type IssueSentence, issuesByPath } from './issue-keys'

/** What a form holds, what of it is new since the last save, and what is wrong with it. */
export type Draft<Values, Version = undefined> = {
  values: Values
  /** what a save goes on top of */
  version: Version
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
  /** what stood there when this draft was at hand, of some fields or of all, is what the server has, as this version */
  markSaved: (version: Version, names?: readonly (keyof Values)[]) => void
  discard: () => void
}

/** What a part of a form works on. */
export type DraftFields<Values> = Pick<Draft<Values>, 'values' | 'set' | 'error'>

/**
 * The state of a form in the browser. Text fields are text here; the schema reads them on saving. When the
 * page brings another version of the record it is taken in as far as nothing typed is lost by it.
 */
export function useDraft<Values extends object>(initial: Values): Draft<Values>
export function useDraft<Values extends object, Version>(
  initial: Values,
  version: Version,
): Draft<Values, Version>
export function useDraft<Values extends object, Version>(
  initial: Values,
  version?: Version,
): Draft<Values, Version | undefined> {
  const t = useTranslations('adminCatalog.issues')
  const errors = useTranslations('errors')
  const [stored, setState] = useState(() => openDraft(initial, version))
  const [issues, setIssues] = useState<Record<string, IssueSentence>>({})
  const state = receive(stored, initial, version)
  if (state !== stored) setState(state)
  const { values } = state
  const say = ({ key, ...numbers }: IssueSentence): string =>
    t.has(key as never)
      ? t(key as never, numbers as never)
      : errors.has(key as never)
        ? errors(key as never)
        : errors('field-invalid')
  const changed = changedNames(state)
  return {
    values,
    version: state.base as Version | undefined,
    set: (name, value) =>
      setState((before) => ({ ...before, values: { ...before.values, [name]: value } })),
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
    markSaved: (saved, names) => {
      const submitted = names ? pick(values, names) : values
      setState((before) => savedAs(before, submitted, saved))
    },
    discard: () => {
      setState((before) => ({ ...before, values: before.saved }))
      setIssues({})
    },
  }
}

const pick = <Values extends object>(values: Values, names: readonly (keyof Values)[]) =>
  Object.fromEntries(names.map((name) => [name, values[name]])) as Partial<Values>
