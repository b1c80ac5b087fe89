import type { DbOrTx } from '@archway/db/client'
import { type SchemeDocument, schemeDocument } from '../../schemes/schema/document'
import { DomainError, notFound } from '../../shared/errors'

/** What the exam of a certification of ours is made of, by the newest version of its scheme. */
export type ExamPlan = {
  offering: { id: string; slug: string; title: string; providerId: string }
  schemeNumber: number
  scheme: SchemeDocument
  /** items of the blueprint and the share of each domain, in percent */
  blueprint: { domain: string; title: string; weight: number }[]
  /** points of a form, those tried out included */
  size: number
  pretest: number
  minutes: number
  languages: readonly string[]
  scale: { min: number; max: number; cut: number }
}

const select = {
  number: true,
  document: true,
  offering: { select: { id: true, slug: true, title: true, providerId: true } },
} as const

type Row = {
  number: number
  document: unknown
  offering: { id: string; slug: string; title: string; providerId: string }
}

function planOf({ number, document, offering }: Row): ExamPlan {
  const scheme = schemeDocument.parse(document)
  const { blueprint, exam, scoring } = scheme
  const [size, minutes, scale, cut] = [
    exam?.items?.max ?? null,
    exam?.minutes ?? null,
    scoring?.scale ?? null,
    scoring?.cut ?? null,
  ]
  if (!blueprint || size === null || minutes === null || scale === null || cut === null) {
    throw new DomainError('precondition', 'exam-plan-incomplete')
  }
  return {
    offering,
    schemeNumber: number,
    scheme,
    blueprint: blueprint.domains.map(({ code, title, weight }) => ({
      domain: code,
      title,
      weight: (weight.min + weight.max) / 2,
    })),
    size,
    pretest: scoring?.pretestItems ?? 0,
    minutes,
    languages: exam?.languages.length ? exam.languages : ['en'],
    scale: { ...scale, cut },
  }
}

/**
 * The plan of the exam of a certification of ours. Throws `not_found` for anything else, and `precondition`
 * (`exam-plan-incomplete`) while its scheme leaves blueprint, items, minutes, scale or cut open.
 */
export async function requireExamPlan(
  db: DbOrTx,
  by: { offeringId: string } | { slug: string },
): Promise<ExamPlan> {
  const row = await db.schemeVersion.findFirst({
    where: {
      offering: {
        kind: 'certification',
        origin: 'own',
        ...('slug' in by ? { slug: by.slug, status: 'published' as const } : { id: by.offeringId }),
      },
    },
    orderBy: { number: 'desc' },
    select,
  })
  if (!row) throw notFound('exam')
  return planOf(row)
}
