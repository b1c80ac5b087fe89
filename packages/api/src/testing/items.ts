import type { WrittenVersion } from '../bank/schema/writing'
import type { Member } from '../shared/actor'
import { memberOf } from './actors'
import { makeOffering, makeUser } from './factories'
import type { World } from './world'

/** A member of the exam board. */
export const makeBoardMember = async ({ db }: World, name = 'Berta Board'): Promise<Member> =>
  memberOf(await makeUser(db, { name }), { roles: ['exam_board'] })

const source = 'plan'
const unknown = {
  prerequisites: null,
  booking: null,
  fees: null,
  validity: null,
  renewal: null,
  accommodations: null,
  agreements: null,
  appeals: null,
}

/** A certification of ours with a blueprint of two domains of two objectives each. */
export async function makeCertification({ db, clock }: World, code = 'X') {
  const offering = await makeOffering(db, { data: { kind: 'certification' } })
  await db.schemeVersion.create({
    data: {
      offeringId: offering.id,
      number: 1,
      publishedAt: clock.now(),
      document: {
        ...unknown,
        schemaVersion: 1,
        code,
        status: 'open',
        sources: { plan: { title: 'Plan', url: null, verifiedOn: '2026-01-01' } },
        blueprint: {
          source,
          domains: ['1', '2'].map((domain) => ({
            code: domain,
            title: `Domain ${domain}`,
            weight: { min: 50, max: 50 },
            objectives: ['First', 'Second'],
          })),
        },
        exam: null,
        scoring: null,
        attempts: null,
      },
    },
  })
  return offering
}

/** A single-choice item of objective 1.1 whose key is b. */
export const writtenSingle = (stem = 'Which of these?'): WrittenVersion => ({
  item: {
    kind: 'single',
    content: { stem, options: ['a', 'b', 'c'].map((id) => ({ id, text: `Option ${id}` })) },
  },
  key: { kind: 'single', correct: 'b' },
  rationale: { summary: 'It is b because of the alphabet.', options: { a: 'No.', b: 'Yes.' } },
  objective: '1.1',
  level: 'apply',
  references: [{ title: 'A page', url: 'https://example.org/page' }],
})
