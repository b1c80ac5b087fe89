import type { DbOrTx } from '@archway/db/client'
import { schemeDocument } from '../../schemes/schema/document'
import { DomainError, invalid } from '../../shared/errors'

/** What items are sorted by: the domains and objectives of a certification's newest scheme. */
export type Blueprint = {
  offeringId: string
  title: string
  /** of the scheme; codes of items begin with it */
  code: string
  /** points of a form, and of these the ones that are tried out; null: the scheme does not say */
  form: { size: number; pretest: number } | null
  domains: {
    code: string
    title: string
    /** percent of the exam */
    weight: { min: number; max: number }
    objectives: { code: string; title: string }[]
  }[]
}

const select = {
  document: true,
  offering: { select: { id: true, title: true } },
} as const

function blueprintOf(row: { document: unknown; offering: { id: string; title: string } }) {
  const { code, blueprint, exam, scoring } = schemeDocument.parse(row.document)
  if (code === null || blueprint === null) return null
  return {
    offeringId: row.offering.id,
    title: row.offering.title,
    code,
    form: exam?.items ? { size: exam.items.max, pretest: scoring?.pretestItems ?? 0 } : null,
    domains: blueprint.domains.map(({ code: domain, title, weight, objectives }) => ({
      code: domain,
      title,
      weight,
      objectives: objectives.map((objective, index) => ({
        code: `${domain}.${index + 1}`,
        title: objective,
      })),
    })),
  }
}

/** The certifications of ours that have a blueprint: those whose exams items are written for. */
export async function listBlueprints(db: DbOrTx): Promise<Blueprint[]> {
  const rows = await db.schemeVersion.findMany({
    where: { offering: { kind: 'certification', origin: 'own' } },
    distinct: ['offeringId'],
    orderBy: [{ offeringId: 'asc' }, { number: 'desc' }],
    select,
  })
  return rows
    .flatMap((row) => blueprintOf(row) ?? [])
    .sort((a, b) => a.title.localeCompare(b.title, 'en'))
}

/** The blueprint of one certification. Throws `precondition` (`exam-has-no-blueprint`) when it has none. */
export async function requireBlueprint(db: DbOrTx, offeringId: string): Promise<Blueprint> {
  const row = await db.schemeVersion.findFirst({
    where: { offeringId, offering: { kind: 'certification', origin: 'own' } },
    orderBy: { number: 'desc' },
    select,
  })
  const blueprint = row && blueprintOf(row)
  if (!blueprint) throw new DomainError('precondition', 'exam-has-no-blueprint')
  return blueprint
}

/** The domain of an objective. Throws `invalid` (`objective-unknown`) when the blueprint has no such one. */
export function requireDomain({ domains }: Blueprint, objective: string): string {
  const domain = domains.find(({ objectives }) => objectives.some(({ code }) => code === objective))
  if (!domain) throw invalid('objective-unknown', 'objective')
  return domain.code
}
