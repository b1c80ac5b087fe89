import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMember, makePaidLine } from '../testing/seats'
import { createWorld, type World } from '../testing/world'
import { followVoucher } from './commands/follow-voucher'
import { listAdminVouchers } from './reads/admin-vouchers'
import { listVouchers } from './reads/vouchers'
import { voucherEnd, voucherFor } from './rules/voucher'
import { adminVouchersInput } from './schema/vouchers'
import { type VoucherState, voucherStates, voucherTransitions } from './states'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function bought() {
  const owner = await makeMember(world)
  const { line, order } = await makePaidLine(world, owner)
  const follow = (state: 'active' | 'suspended' | 'revoked') =>
    world.db.$transaction((tx) =>
      followVoucher(tx, world.deps, { ownerId: owner.userId, line, state, stateReason: null }),
    )
  const standing = async () =>
    (await listVouchers(world.db, { ownerId: owner.userId }, world.clock.now())).map(
      ({ state, isUsable }) => ({ state, isUsable }),
    )
  return { owner, line, order, follow, standing }
}

describe('an exam voucher', () => {
  it('is made once and follows the money of its line', async () => {
    const { follow, standing } = await bought()
    expect(await follow('revoked')).toBe(false)
    expect(await standing()).toEqual([])
    await Promise.all([1, 2, 3].map(() => follow('active')))
    expect(await standing()).toEqual([{ state: 'available', isUsable: true }])
    expect(await follow('active')).toBe(false)
    await follow('suspended')
    expect(await standing()).toEqual([{ state: 'held', isUsable: false }])
    await follow('active')
    await follow('revoked')
    expect(await standing()).toEqual([{ state: 'void', isUsable: false }])
    await follow('active')
    expect(await standing()).toEqual([{ state: 'available', isUsable: true }])
  })

  it('is found by staff by whose it is, its state and its order', async () => {
    const { follow, owner, order } = await bought()
    await follow('active')
    const listed = async (input: object) =>
      (await listAdminVouchers(world.db, adminVouchersInput.parse(input), world.clock.now())).rows
    for (const search of [owner.email, `#${order.number}`]) {
      expect(await listed({ search })).toMatchObject([
        { owner: { id: owner.userId }, order: { number: order.number }, isUsable: true },
      ])
    }
    expect(await listed({ ownerId: owner.userId, state: 'used' })).toEqual([])
  })

  it('57 stays used, whatever becomes of its money, and the database keeps it so', async () => {
    const { follow, standing, line } = await bought()
    await follow('active')
    const where = { orderLineId: line.id }
    await world.db.examVoucher.update({
      where,
      data: { state: 'used', usedAt: world.clock.now() },
    })
    expect(await follow('revoked')).toBe(false)
    expect(await standing()).toEqual([{ state: 'used', isUsable: false }])
    const undone = world.db.examVoucher.update({
      where,
      data: { state: 'available', usedAt: null },
    })
    await expect(undone).rejects.toThrow(/constraint/)
  })

  it('can be used for a year', async () => {
    const { follow, owner } = await bought()
    await follow('active')
    const [voucher] = await listVouchers(world.db, { ownerId: owner.userId }, world.clock.now())
    const later = await listVouchers(world.db, { ownerId: owner.userId }, voucher!.validUntil)
    expect(later).toMatchObject([{ state: 'available', isUsable: false }])
    expect(voucherEnd(new Date('2028-02-29T10:00:00Z'))).toEqual(new Date('2029-02-28T10:00:00Z'))
  })

  it('keeps a booked exam while nothing is wrong with the payment', () => {
    const next = (wished: 'active' | 'suspended' | 'revoked') =>
      voucherStates.map((state) => voucherFor(state, wished))
    expect(next('active')).toEqual(['available', 'reserved', 'available', 'used', 'available'])
    expect(next('suspended')).toEqual(['held', 'held', 'held', 'used', 'held'])
    expect(next('revoked')).toEqual(['void', 'void', 'void', 'used', 'void'])
  })

  it('moves only as its table of states allows', () => {
    for (const state of voucherStates) {
      const allowed: readonly VoucherState[] = [state, ...voucherTransitions[state]]
      for (const wished of ['active', 'suspended', 'revoked'] as const) {
        expect(allowed).toContain(voucherFor(state, wished))
      }
    }
  })
})
