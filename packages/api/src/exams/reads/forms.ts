import type { DbOrTx } from '@archway/db/client'
import { getExposure } from './drawable-items'

/** A form for staff. Points and the cut score are those of its scored items. */
export type AdminForm = {
  id: string
  number: number
  language: string
  minutes: number
  state: 'draft' | 'approved' | 'retired'
  schemeNumber: number
  items: number
  pretest: number
  maxRaw: number
  cutRaw: number | null
  cutBasis: string
  createdBy: string
  createdById: string
  approvedBy: string | null
  approvedAt: Date | null
  sittings: number
  /** share of the sittings of the last year in which the most widely known item of the form was delivered */
  highestExposure: number | null
  /** the panel that signed its cut score last; a draft has taken that over already */
  panel: { id: string; signedOffAt: Date } | null
}

const person = { select: { name: true, email: true } } as const
const nameOf = ({ name, email }: { name: string | null; email: string }) => name ?? email

const panelOf = ([panel]: { id: string; signedOffAt: Date | null }[]): AdminForm['panel'] =>
  panel?.signedOffAt ? { id: panel.id, signedOffAt: panel.signedOffAt } : null

/** All forms of an exam, newest first. */
export async function listForms(db: DbOrTx, offeringId: string): Promise<AdminForm[]> {
  const [exposure, forms] = await Promise.all([
    getExposure(db, offeringId),
    listRows(db, offeringId),
  ])
  return forms.map(({ items, panels, createdBy, approvedBy, cutRaw, _count, ...form }) => {
    const scored = items.filter(({ isScored }) => isScored)
    const deliveries = items.map(({ version }) => exposure.deliveries[version.itemId] ?? 0)
    return {
      ...form,
      items: items.length,
      pretest: items.length - scored.length,
      maxRaw: scored.reduce((sum, { version }) => sum + version.points, 0),
      cutRaw: cutRaw === null ? null : Number(cutRaw),
      createdBy: nameOf(createdBy),
      approvedBy: approvedBy && nameOf(approvedBy),
      sittings: _count.attempts,
      highestExposure: exposure.sittings > 0 ? Math.max(...deliveries) / exposure.sittings : null,
      panel: panelOf(panels),
    }
  })
}

const listRows = (db: DbOrTx, offeringId: string) =>
  db.examForm.findMany({
    where: { offeringId },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      language: true,
      minutes: true,
      state: true,
      schemeNumber: true,
      cutRaw: true,
      cutBasis: true,
      createdById: true,
      createdBy: person,
      approvedBy: person,
      approvedAt: true,
      items: { select: { isScored: true, version: { select: { points: true, itemId: true } } } },
      panels: {
        where: { state: 'signed_off' },
        orderBy: { signedOffAt: 'desc' },
        take: 1,
        select: { id: true, signedOffAt: true },
      },
      _count: { select: { attempts: true } },
    },
  })

/** The certifications of ours, each with how many of its forms may be sat and what its bank holds. */
export async function listExams(db: DbOrTx) {
  const offerings = await db.offering.findMany({
    where: { kind: 'certification', origin: 'own', schemeVersions: { some: {} } },
    orderBy: { title: 'asc' },
    select: { id: true, title: true, slug: true },
  })
  const forms = await db.examForm.groupBy({
    by: ['offeringId'],
    where: { state: 'approved' },
    _count: true,
  })
  const items = await db.item.groupBy({
    by: ['offeringId'],
    where: { state: { in: ['active', 'pretest'] } },
    _count: true,
  })
  return offerings.map((offering) => ({
    ...offering,
    forms: forms.find(({ offeringId }) => offeringId === offering.id)?._count ?? 0,
    items: items.find(({ offeringId }) => offeringId === offering.id)?._count ?? 0,
  }))
}
