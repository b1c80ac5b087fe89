import type { DbOrTx } from '@archway/db/client'

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
}

const person = { select: { name: true, email: true } } as const
const nameOf = ({ name, email }: { name: string | null; email: string }) => name ?? email

/** All forms of an exam, newest first. */
export async function listForms(db: DbOrTx, offeringId: string): Promise<AdminForm[]> {
  const forms = await db.examForm.findMany({
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
      items: { select: { isScored: true, version: { select: { points: true } } } },
      _count: { select: { attempts: true } },
    },
  })
  return forms.map(({ items, createdBy, approvedBy, cutRaw, _count, ...form }) => {
    const scored = items.filter(({ isScored }) => isScored)
    return {
      ...form,
      items: items.length,
      pretest: items.length - scored.length,
      maxRaw: scored.reduce((sum, { version }) => sum + version.points, 0),
      cutRaw: cutRaw === null ? null : Number(cutRaw),
      createdBy: nameOf(createdBy),
      approvedBy: approvedBy && nameOf(approvedBy),
      sittings: _count.attempts,
    }
  })
}

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
