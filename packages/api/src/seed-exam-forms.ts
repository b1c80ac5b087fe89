import type { Db } from '@archway/db/client'
import { approveForm, createForm } from './exams/commands/forms'
import { requireExamPlan } from './exams/reads/exam-scheme'
import { schemeDocument } from './schemes/schema/document'
import type { Member } from './shared/actor'

/** So many sittings of one person never meet the same questions. */
const formsPerExam = 3

/** Two thirds of the scored points, until a panel of judges has rated the items. */
const cutShare = 2 / 3
const cutBasis =
  'Set by the exam board for the first forms: two thirds of the scored points. Judges rate the items before the next ones.'

const memberFrom = (user: { id: string; email: string; name: string | null }): Member => ({
  type: 'member',
  userId: user.id,
  sessionId: user.id,
  email: user.email,
  name: user.name,
  isEmailVerified: true,
  locale: 'en',
  timeZone: 'UTC',
  roles: ['exam_board'],
  providerIds: [],
  ipAddress: null,
})

/**
 * Draws and approves the forms of the demo's exams that are open, by the same commands and under the same rules as
 * staff: one member of the board draws, another approves. Safe to repeat.
 */
export async function seedExamForms(db: Db, now: Date): Promise<void> {
  const board = await db.user.findMany({
    where: { roles: { some: { role: 'exam_board' } } },
    orderBy: { email: 'asc' },
    take: 2,
    select: { id: true, email: true, name: true },
  })
  const [drawer, approver] = board.map(memberFrom)
  if (!drawer || !approver) throw new Error('the exam board has fewer than two members')
  const deps = { db, clock: { now: () => now } }
  const schemes = await db.schemeVersion.findMany({
    where: { offering: { kind: 'certification', origin: 'own', status: 'published' } },
    select: { offeringId: true, document: true },
  })
  for (const { offeringId, document } of schemes) {
    if (schemeDocument.parse(document).status !== 'open') continue
    const { languages, size, pretest } = await requireExamPlan(db, { offeringId })
    for (let number = 1; number <= formsPerExam; number++) {
      const { formId } = await createForm(deps, drawer, {
        offeringId,
        seed: `demo form ${number}`,
        language: languages[0] ?? 'en',
      })
      await approveForm(deps, approver, {
        formId,
        cutRaw: Math.round((size - pretest) * cutShare * 1000) / 1000,
        cutBasis,
      })
    }
  }
}
