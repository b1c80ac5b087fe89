/** A filter of a list: its name is the parameter of the address that it sets. */
export type ListFilter =
  | { kind: 'select'; name: string; label: string; options: { value: string; label: string }[] }
  | { kind: 'date'; name: string; label: string }

/** A choice among values, each by the words that `wordFor` has for it, or by its own. */
export const choiceFilter = <const Value extends string>(
  name: string,
  label: string,
  values: readonly Value[],
  wordFor: (value: Value) => string = (value) => value,
): ListFilter => ({
  kind: 'select',
  name,
  label,
  options: values.map((value) => ({ value, label: wordFor(value) })),
})
