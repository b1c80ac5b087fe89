import type { DbOrTx } from '@archway/db/client'
import { notFound } from '../../shared/errors'
import {
  isListedKind,
  type OfferingKind,
  type OfferingOrigin,
  type OfferingStatus,
} from '../schema/vocabulary'

export type OfferingHead = {
  id: string
  slug: string
  kind: OfferingKind
  origin: OfferingOrigin
  status: OfferingStatus
  providerId: string
  version: number
  currentRevisionId: string | null
}

/** What every command needs to know of an offering first. NOT_FOUND when there is none. */
export async function requireOffering(db: DbOrTx, offeringId: string): Promise<OfferingHead> {
  const row = await db.offering.findUnique({
    where: { id: offeringId },
    select: {
      id: true,
      slug: true,
      kind: true,
      origin: true,
      status: true,
      providerId: true,
      version: true,
      currentRevisionId: true,
    },
  })
  if (row === null || !isListedKind(row.kind)) throw notFound('offering')
  return { ...row, kind: row.kind }
}
