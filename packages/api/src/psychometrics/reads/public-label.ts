import type { DbOrTx } from '@archway/db/client'
import { type PublicLabel, publicLabel } from '../rules/quality-label'
import { qualityFigures } from '../schema'

/** What anybody may know of the quality of a certification's exam; null when there is nothing yet. */
export async function getPublicLabel(
  db: DbOrTx,
  offeringId: string,
): Promise<(PublicLabel & { asOf: Date }) | null> {
  const label = await db.qualityLabel.findFirst({
    where: { offeringId },
    orderBy: [{ schemeNumber: 'desc' }, { asOf: 'desc' }],
  })
  return label && { ...publicLabel(qualityFigures.parse(label.figures)), asOf: label.asOf }
}
