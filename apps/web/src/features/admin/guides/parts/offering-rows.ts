import type { GuideParts } from '@archway/api/careers/schema/parts'

export type OfferingRow = Omit<GuideParts['offerings'][number], 'kind' | 'status' | 'provider'> & {
  id: string
  /** what tells it from others of that title */
  provider: string
  /** readers do not see it yet, or not any more */
  isHidden: boolean
}

/** The two lists that readers see: what is taught on the path, and the certifications beside it. */
export const offeringGroups = ['taught', 'certified'] as const
export type OfferingGroup = (typeof offeringGroups)[number]

export const groupOf = ({ section }: Pick<OfferingRow, 'section'>): OfferingGroup =>
  section === 'certifications' ? 'certified' : 'taught'

/** All rows with those of one group replaced; the groups follow each other, each in its order. Pure. */
export const withGroup = (
  rows: readonly OfferingRow[],
  group: OfferingGroup,
  changed: readonly OfferingRow[],
): OfferingRow[] =>
  offeringGroups.flatMap((one) =>
    one === group ? changed : rows.filter((row) => groupOf(row) === one),
  )
