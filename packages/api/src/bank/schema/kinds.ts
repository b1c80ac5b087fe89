import type {
  CognitiveLevel,
  ItemKind,
  ItemState,
  ReviewVerdict,
} from '@archway/db/generated/enums'

/** The kinds of a single question. */
export const simpleKinds = [
  'single',
  'multiple',
  'order',
  'match',
  'numeric',
  'text',
  'hotspot',
] as const satisfies readonly ItemKind[]
export type SimpleKind = (typeof simpleKinds)[number]

/** All kinds: a case is a scenario with several questions about it. */
export const itemKinds = [...simpleKinds, 'case'] as const satisfies readonly ItemKind[]

/** What an item asks of the mind, from the least to the most (Anderson and Krathwohl 2001, without `create`). */
export const cognitiveLevels = [
  'remember',
  'understand',
  'apply',
  'analyse',
  'evaluate',
] as const satisfies readonly CognitiveLevel[]

export const itemStates = [
  'draft',
  'review',
  'pretest',
  'active',
  'quarantined',
  'retired',
] as const satisfies readonly ItemState[]

export type { CognitiveLevel, ItemKind, ItemState, ReviewVerdict }
