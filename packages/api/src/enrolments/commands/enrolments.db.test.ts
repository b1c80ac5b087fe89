import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../shared/actor'
import { memberOf, visitor } from '../../testing/actors'
import { makeCourse, makeOffering, makeUser } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { getAccess, hasAccess } from '../reads/access'
import { listAdminEnrolments, listGrantsOf } from '../reads/admin-enrolments'
import { listMyEnrolments } from '../reads/my-enrolments'
import { adminEnrolmentsInput } from '../schema'
import { applyBulkGrant, previewBulkGrant } from './bulk-grant'
import { enrolFree } from './enrol-free'
import { grantByStaff } from './grant-by-staff'
import { restoreGrant, revokeGrant } from './revoke-grant'

let world: World
let staff: Member
beforeAll(async () => {
  world = await createWorld()
  staff = memberOf(await makeUser(world.db), { roles: ['support'] })
})
afterAll(() => world.close())

const now = () => world.clock.now()
const learner = async () => memberOf(await makeUser(world.db))
const free = () => makeCourse(world.db, { prices: [{ currency: 'USD', amountMinor: 0n }] })
const requestId = () => crypto.randomUUID()
const grantsOf = (userId: string) =>
  world.db.accessGrant.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })

async function programOf(count: number) {
  const courses = await Promise.all(Array.from({ length: count }, () => makeCourse(world.db)))
  const program = await makeOffering(world.db, {
    data: { kind: 'program' },
    prices: [{ currency: 'USD', amountMinor: 0n }],
  })
  await world.db.programCourse.createMany({
    data: courses.map(({ offering }, position) => ({
      programId: program.id,
      courseId: offering.id,
      position,
    })),
  })
  return { program, courses: courses.map(({ offering }) => offering) }
}

describe('enrolFree', () => {
  test('once, twice and at once: one grant, one enrolment, one mail', async () => {
    const { offering, revision } = await free()
    const actor = await learner()
    const enrol = () => enrolFree(world.deps, actor, { offeringId: offering.id })
    const results = await Promise.all([enrol(), enrol(), enrol()])
    expect(new Set(results.map((result) => result.enrolmentId)).size).toBe(1)
    expect(await enrol()).toMatchObject({ isNew: false })
    expect(await grantsOf(actor.userId)).toMatchObject([{ sourceType: 'free', state: 'active' }])
    const enrolments = await world.db.enrolment.findMany({ where: { userId: actor.userId } })
    expect(enrolments).toMatchObject([{ revisionId: revision.id }])
    expect(await world.db.mailMessage.count({ where: { recipient: actor.email } })).toBe(1)
    expect(await hasAccess(world.db, actor.userId, offering.id, now())).toBe(true)
  })

  test('a free program opens its courses', async () => {
    const { program, courses } = await programOf(2)
    const actor = await learner()
    await enrolFree(world.deps, actor, { offeringId: program.id })
    for (const course of courses) {
      expect(await hasAccess(world.db, actor.userId, course.id, now())).toBe(true)
    }
    expect(await listMyEnrolments(world.db, actor.userId, now())).toHaveLength(3)
  })

  test('is refused to visitors, without a confirmed address, and for what is not free or ours', async () => {
    const { offering } = await free()
    const actor = await learner()
    const priced = await makeOffering(world.db)
    const external = await makeOffering(world.db, {
      data: { origin: 'external' },
      prices: [{ currency: 'USD', amountMinor: 0n }],
    })
    const draft = await makeOffering(world.db, {
      data: { status: 'draft', publishedAt: null },
      prices: [{ currency: 'USD', amountMinor: 0n }],
    })
    const ask = (who: Parameters<typeof enrolFree>[1], offeringId: string) =>
      refusal(enrolFree(world.deps, who, { offeringId }))
    expect(await ask(visitor, offering.id)).toBe('sign-in-required')
    expect(await ask({ ...actor, isEmailVerified: false }, offering.id)).toBe('email-not-verified')
    expect(await ask(actor, priced.id)).toBe('not-free')
    expect(await ask(actor, external.id)).toBe('not-for-sale')
    expect(await ask(actor, draft.id)).toBe('not-found')
    expect(await ask(actor, requestId())).toBe('not-found')
    expect(await grantsOf(actor.userId)).toEqual([])
  })
})

describe('grantByStaff', () => {
  test('grants with a reason, once for each request, also at once', async () => {
    const { offering } = await makeCourse(world.db)
    const actor = await learner()
    const input = {
      requestId: requestId(),
      email: actor.email.toUpperCase(),
      offeringId: offering.id,
      endsAt: null,
      reason: 'scholarship',
    }
    const results = await Promise.all([
      grantByStaff(world.deps, staff, input),
      grantByStaff(world.deps, staff, input),
    ])
    expect(results.filter((result) => result.isNew)).toHaveLength(1)
    expect(await grantsOf(actor.userId)).toMatchObject([
      { sourceType: 'staff', note: 'scholarship', sourceId: input.requestId },
    ])
    expect(await world.db.auditEntry.findMany({ where: { entityId: actor.userId } })).toMatchObject(
      [{ action: 'enrolment.grant', reason: 'scholarship' }],
    )
  })

  test('ends when it says', async () => {
    const { offering } = await makeCourse(world.db)
    const actor = await learner()
    const endsAt = new Date(now().getTime() + 1000)
    await grantByStaff(world.deps, staff, {
      requestId: requestId(),
      email: actor.email,
      offeringId: offering.id,
      endsAt,
      reason: 'trial day',
    })
    const before = await getAccess(world.db, actor.userId, offering.id, now())
    expect(before).toMatchObject({ hasAccess: true, until: endsAt })
    const after = await getAccess(world.db, actor.userId, offering.id, endsAt)
    expect(after).toMatchObject({ hasAccess: false, reasons: [{ standing: 'ended' }] })
  })

  test('is refused without the role, for nobody, for others’ offerings, for the past', async () => {
    const { offering } = await makeCourse(world.db)
    const external = await makeOffering(world.db, { data: { origin: 'external' } })
    const actor = await learner()
    const finance = memberOf(await makeUser(world.db), { roles: ['finance'] })
    const ask = (who: Member, rest: object) =>
      refusal(
        grantByStaff(world.deps, who, {
          requestId: requestId(),
          email: actor.email,
          offeringId: offering.id,
          endsAt: null,
          reason: 'because',
          ...rest,
        }),
      )
    expect(await ask(actor, {})).toBe('not-allowed')
    expect(await ask(finance, {})).toBe('not-allowed')
    expect(await ask(staff, { email: 'nobody@example.test' })).toBe('no-account')
    expect(await ask(staff, { offeringId: requestId() })).toBe('not-found')
    expect(await ask(staff, { offeringId: external.id })).toBe('offering-not-ours')
    expect(await ask(staff, { endsAt: now() })).toBe('date-past')
    expect(await grantsOf(actor.userId)).toEqual([])
  })
})

describe('revokeGrant and restoreGrant', () => {
  async function granted() {
    const { offering } = await free()
    const actor = await learner()
    await enrolFree(world.deps, actor, { offeringId: offering.id })
    const [grant] = await grantsOf(actor.userId)
    return { offering, actor, grantId: grant!.id }
  }

  test('takes access, keeps the enrolment, says why; of two at once one does it', async () => {
    const { offering, actor, grantId } = await granted()
    const input = { grantId, reason: 'broke the rules' }
    const both = await Promise.all([
      refusal(revokeGrant(world.deps, staff, input)),
      refusal(revokeGrant(world.deps, staff, input)),
    ])
    expect(both.sort()).toEqual(['allowed', 'grant-not-live'])
    const access = await getAccess(world.db, actor.userId, offering.id, now())
    expect(access).toMatchObject({
      hasAccess: false,
      reasons: [{ standing: 'revoked', stateReason: 'revoked-by-staff' }],
    })
    expect(await world.db.enrolment.count({ where: { userId: actor.userId } })).toBe(1)
    expect(await refusal(enrolFree(world.deps, actor, { offeringId: offering.id }))).toBe(
      'access-revoked',
    )
  })

  test('is undone once', async () => {
    const { offering, actor, grantId } = await granted()
    const input = { grantId, reason: 'a mistake' }
    expect(await refusal(restoreGrant(world.deps, staff, input))).toBe('grant-not-revoked')
    await revokeGrant(world.deps, staff, input)
    expect(await restoreGrant(world.deps, staff, input)).toEqual({ bought: null })
    expect(await hasAccess(world.db, actor.userId, offering.id, now())).toBe(true)
    expect(await refusal(restoreGrant(world.deps, staff, input))).toBe('grant-not-revoked')
  })

  test('a program falls with its courses', async () => {
    const { program, courses } = await programOf(2)
    const actor = await learner()
    await enrolFree(world.deps, actor, { offeringId: program.id })
    const grants = await grantsOf(actor.userId)
    await revokeGrant(world.deps, staff, { grantId: grants[0]!.id, reason: 'broke the rules' })
    for (const { id } of [program, ...courses]) {
      expect(await hasAccess(world.db, actor.userId, id, now())).toBe(false)
    }
  })

  test('needs the role and a grant', async () => {
    const { actor, grantId } = await granted()
    const ask = (who: Member, id: string) =>
      refusal(revokeGrant(world.deps, who, { grantId: id, reason: 'because' }))
    expect(await ask(actor, grantId)).toBe('not-allowed')
    expect(await ask(staff, requestId())).toBe('not-found')
    expect(await refusal(restoreGrant(world.deps, actor, { grantId, reason: 'because' }))).toBe(
      'not-allowed',
    )
  })
})

describe('bulk grants', () => {
  async function prepared() {
    const { offering } = await makeCourse(world.db)
    const external = await makeOffering(world.db, { data: { origin: 'external' } })
    const [one, two] = [await learner(), await learner()]
    const csv = [
      'Email, Offering, ends_on',
      `${one.email},${offering.slug},`,
      `${two.email.toUpperCase()},${offering.slug},2026-12-31`,
      `${one.email},${offering.slug},`,
      `nobody@example.test,${offering.slug},`,
      `not an address,${offering.slug},`,
      `${one.email},no-such-offering,`,
      `${one.email},${external.slug},`,
      `${two.email},${offering.slug},31/12/2026`,
      `${two.email},${offering.slug},2020-01-01`,
      `,${offering.slug},`,
      '',
    ].join('\r\n')
    return { offering, one, two, csv: `\uFEFF${csv}` }
  }

  test('the preview says what each line would do and changes nothing', async () => {
    const { csv, one } = await prepared()
    const preview = await previewBulkGrant(world.deps, staff, { csv })
    expect(preview).toMatchObject({ granting: 2, already: 0, rejected: 8 })
    expect(preview.rows.map((row) => [row.line, row.outcome, row.problem])).toEqual([
      [2, 'grant', null],
      [3, 'grant', null],
      [4, 'rejected', 'repeated'],
      [5, 'rejected', 'no-account'],
      [6, 'rejected', 'email-invalid'],
      [7, 'rejected', 'offering-unknown'],
      [8, 'rejected', 'offering-not-ours'],
      [9, 'rejected', 'date-invalid'],
      [10, 'rejected', 'date-past'],
      [11, 'rejected', 'email-missing'],
    ])
    expect(await grantsOf(one.userId)).toEqual([])
  })

  test('applying does what the preview said, once for each request', async () => {
    const { csv, one, two, offering } = await prepared()
    const input = { requestId: requestId(), csv, reason: 'spring cohort' }
    expect(await applyBulkGrant(world.deps, staff, input)).toMatchObject({ granting: 2 })
    expect(await applyBulkGrant(world.deps, staff, input)).toMatchObject({
      granting: 0,
      already: 2,
    })
    expect(await grantsOf(one.userId)).toHaveLength(1)
    const access = await getAccess(world.db, two.userId, offering.id, now())
    expect(access.until).toEqual(new Date('2027-01-01T00:00:00Z'))
  })

  test('a file that cannot be read is refused with the reason', async () => {
    const ask = (csv: string) => refusal(previewBulkGrant(world.deps, staff, { csv }))
    expect(await ask('email,offering\n')).toBe('csv-empty')
    expect(await ask('email,course\na@b.test,c\n')).toBe('csv-column-missing')
    expect(await ask('email,offering\n"a@b.test,c\n')).toBe('csv-unreadable')
    const long = `email,offering\n${'a@b.test,c\n'.repeat(2001)}`
    expect(await ask(long)).toBe('csv-too-long')
    const actor = await learner()
    expect(await refusal(previewBulkGrant(world.deps, actor, { csv: long }))).toBe('not-allowed')
    expect(
      await refusal(
        applyBulkGrant(world.deps, actor, { requestId: requestId(), csv: long, reason: 'because' }),
      ),
    ).toBe('not-allowed')
  })
})

describe('reads for staff', () => {
  test('search, filters and order are the database’s', async () => {
    const { offering } = await free()
    const [one, two] = [await learner(), await learner()]
    for (const actor of [one, two]) {
      await enrolFree(world.deps, actor, { offeringId: offering.id })
    }
    const [grant] = await grantsOf(two.userId)
    await revokeGrant(world.deps, staff, { grantId: grant!.id, reason: 'broke the rules' })
    const list = async (rest: object) => {
      const input = adminEnrolmentsInput.parse({ offeringId: offering.id, ...rest })
      const page = await listAdminEnrolments(world.db, input, now())
      return page.rows.map((row) => row.person.email)
    }
    expect((await list({})).sort()).toEqual([one.email, two.email].sort())
    expect(await list({ access: 'live' })).toEqual([one.email])
    expect(await list({ access: 'none' })).toEqual([two.email])
    expect(await list({ search: one.email.slice(0, 12) })).toContain(one.email)
    expect(await list({ search: '%' })).toEqual([])
    expect(await list({ completion: 'completed' })).toEqual([])
    expect(await list({ sort: 'person', direction: 'desc', pageSize: 1 })).toHaveLength(1)
    expect(await listGrantsOf(world.db, two.userId, now())).toMatchObject([
      { standing: 'revoked', source: 'free', cause: { order: null, program: null }, givenBy: null },
    ])
  })
})
