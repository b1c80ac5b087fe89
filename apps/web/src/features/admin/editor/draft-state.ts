/** What a form holds, what was saved last, and the version of the record that both are based on. */
export type DraftState<Values> = {
  values: Values
  saved: Values
  /** the version to save on top of; `unknown` to this file, compared as text */
  base: unknown
  /** the version that the page brought last */
  seen: unknown
}

/** Content without the keys of rows, which the browser makes up; big integers as text. */
const asText = (value: unknown) =>
  JSON.stringify(value, (name, part) => {
    if (name === 'id') return undefined
    return typeof part === 'bigint' ? `${part}n` : part
  })

const isSame = (one: unknown, other: unknown) => asText(one) === asText(other)

/** A form as it is opened. Pure, as everything here. */
export const openDraft = <Values>(values: Values, version: unknown): DraftState<Values> => ({
  values,
  saved: values,
  base: version,
  seen: version,
})

/** The names of the fields that differ from what was saved last. */
export const changedNames = <Values extends object>({
  values,
  saved,
}: DraftState<Values>): (keyof Values)[] =>
  (Object.keys(values) as (keyof Values)[]).filter((name) => !isSame(values[name], saved[name]))

/**
 * After `submitted`, all fields or some, was saved: what was typed while it was on its way stays unsaved.
 * `version` is what the save made; without one, what the page brings next is taken for it.
 */
export const savedAs = <Values>(
  state: DraftState<Values>,
  submitted: Partial<Values>,
  version: unknown,
): DraftState<Values> => ({ ...state, saved: { ...state.saved, ...submitted }, base: version })

/**
 * The page brought the record anew. After one's own save, or while nothing is unsaved, the form takes it,
 * except for the fields that are being changed. When somebody else has saved under unsaved changes the
 * form stays on its version, so that its own save is refused and overwrites nothing.
 */
export function receive<Values extends object>(
  state: DraftState<Values>,
  fresh: Values,
  version: unknown,
): DraftState<Values> {
  if (isSame(version, state.seen)) return state
  const changed = changedNames(state)
  const isOwn = state.base === undefined || isSame(version, state.base)
  if (changed.length > 0 && !isOwn) return { ...state, seen: version }
  const values = { ...state.values }
  for (const name of Object.keys(fresh) as (keyof Values)[]) {
    // The same content keeps its rows, and with them the place of the keyboard.
    if (!changed.includes(name) && !isSame(values[name], fresh[name])) values[name] = fresh[name]
  }
  return { values, saved: fresh, base: version, seen: version }
}
