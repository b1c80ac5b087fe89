import type { SchemePart } from '@archway/api/schemes/schema/document'

/** One field of the format, as data: what it is called, what it holds, and whether it may be unknown. */
export type FieldSpec =
  | { kind: 'text' | 'number'; name: string; isNullable?: boolean }
  | { kind: 'range'; name: string; isNullable?: boolean; label?: string }
  /** a list of texts, one a line */
  | { kind: 'lines'; name: string }
  | { kind: 'choice'; name: string; options: readonly string[]; isNullable?: boolean }
  | { kind: 'choices'; name: string; options: readonly string[] }
  /** minor units in the currency of the field beside it, typed as a decimal */
  | { kind: 'amount'; name: string }
  | { kind: 'group'; name: string; fields: readonly FieldSpec[]; isNullable?: boolean }
  | { kind: 'list'; name: string; fields: readonly FieldSpec[] }
  /** `{ type, months? }`: months only for the type of that name */
  | { kind: 'afterPass'; name: string }

const money: readonly FieldSpec[] = [
  { kind: 'text', name: 'currency' },
  { kind: 'amount', name: 'amountMinor' },
]
const rules: readonly FieldSpec[] = [{ kind: 'lines', name: 'items' }]

/**
 * The fields of each part of a scheme, in the order in which they are asked for. Beside the format itself
 * (`schemeDocument`), which checks what was typed; a test holds the two together.
 */
export const partSpecs: Record<SchemePart, readonly FieldSpec[]> = {
  prerequisites: [
    {
      kind: 'list',
      name: 'groups',
      fields: [
        { kind: 'choice', name: 'need', options: ['all', 'any'] },
        {
          kind: 'list',
          name: 'items',
          fields: [
            {
              kind: 'choice',
              name: 'kind',
              options: ['certification', 'course', 'experience', 'other'],
            },
            { kind: 'text', name: 'title' },
            { kind: 'text', name: 'slug', isNullable: true },
          ],
        },
      ],
    },
    { kind: 'text', name: 'recommended', isNullable: true },
  ],
  exam: [
    { kind: 'range', name: 'items', label: 'questions', isNullable: true },
    { kind: 'number', name: 'minutes', isNullable: true },
    { kind: 'lines', name: 'languages' },
    {
      kind: 'choice',
      name: 'navigation',
      options: ['free', 'forward_only'],
      isNullable: true,
    },
    {
      kind: 'choices',
      name: 'delivery',
      options: ['test_centre', 'online_proctored', 'online'],
    },
    { kind: 'text', name: 'format', isNullable: true },
  ],
  scoring: [
    {
      kind: 'choice',
      name: 'report',
      options: ['scaled', 'percent', 'points', 'pass_fail'],
    },
    { kind: 'range', name: 'scale', isNullable: true },
    { kind: 'number', name: 'cut', isNullable: true },
    { kind: 'number', name: 'pretestItems', isNullable: true },
  ],
  blueprint: [
    {
      kind: 'list',
      name: 'domains',
      fields: [
        { kind: 'text', name: 'code' },
        { kind: 'text', name: 'title' },
        { kind: 'range', name: 'weight' },
        { kind: 'lines', name: 'objectives' },
      ],
    },
  ],
  attempts: [
    { kind: 'lines', name: 'waitsDays' },
    {
      kind: 'group',
      name: 'limit',
      isNullable: true,
      fields: [
        { kind: 'number', name: 'count' },
        { kind: 'number', name: 'months' },
      ],
    },
    { kind: 'afterPass', name: 'afterPass' },
  ],
  booking: [
    { kind: 'number', name: 'opensAfterDays' },
    { kind: 'number', name: 'withinDays', isNullable: true },
  ],
  fees: [
    {
      kind: 'list',
      name: 'items',
      fields: [
        { kind: 'choice', name: 'for', options: ['attempt', 'retake', 'year'] },
        ...money,
        { kind: 'text', name: 'note', isNullable: true },
      ],
    },
    { kind: 'number', name: 'includedAttempts' },
  ],
  validity: [{ kind: 'number', name: 'months', isNullable: true }],
  renewal: [
    {
      kind: 'list',
      name: 'options',
      fields: [
        {
          kind: 'choice',
          name: 'kind',
          options: ['exam', 'assessment', 'education', 'higher_exam'],
        },
        { kind: 'text', name: 'title' },
        { kind: 'group', name: 'fee', isNullable: true, fields: money },
      ],
    },
    { kind: 'number', name: 'opensDaysBefore', isNullable: true },
    { kind: 'number', name: 'graceDays' },
  ],
  accommodations: rules,
  agreements: rules,
  appeals: rules,
}
