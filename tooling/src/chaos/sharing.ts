import { z } from 'zod'
import type { Random } from '../random'
import { insist } from './insist'
import type { Scene } from './scene'
import type { Buyer } from './shop'

const GROUP = 'sharing'
const linkSchema = z.object({ url: z.string() })

const secretOf = (url: string) => new URL(url).searchParams.get('token') ?? ''

/** Makes a link to something that was bought for others; null when nobody may have it now. */
async function makeLink(
  scene: Scene,
  buyer: Buyer,
  random: Random,
  [procedure, input]: [procedure: string, input: object],
): Promise<string | null> {
  const answer = await insist(scene, buyer.call, random, procedure, input)
  return answer.kind === 'answer' ? secretOf(linkSchema.parse(answer.data).url) : null
}

/** Shares the link to a pack of seats: more people than there are seats take one at the same moment. */
export async function shareSeats(scene: Scene, buyer: Buyer, random: Random): Promise<void> {
  const pools = await scene.shop.deps.db.seatPool.findMany({
    where: { ownerId: buyer.userId },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  if (pools.length === 0) return
  const { id: poolId } = random.pick(pools)
  const token = await makeLink(scene, buyer, random, ['seats.makeLink', { poolId }])
  if (token === null) return
  const people = Array.from({ length: 2 + random.below(5) }, () => random.pick(scene.shop.buyers))
  const answers = await Promise.all(
    people.map(({ call }) =>
      insist(scene, call, random, 'seats.claim', { token, sharesProgress: false }),
    ),
  )
  const taken = answers.filter(({ kind }) => kind === 'answer').length
  scene.tally.count(GROUP, 'seat taken', taken)
}

/** Takes a seat back, which somebody else can have then. */
export async function takeSeatBack(scene: Scene, buyer: Buyer, random: Random): Promise<void> {
  const held = await scene.shop.deps.db.seatAssignment.findMany({
    where: { pool: { ownerId: buyer.userId }, state: { not: 'released' } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  if (held.length === 0) return
  const input = { assignmentId: random.pick(held).id }
  const answer = await insist(scene, buyer.call, random, 'seats.release', input)
  if (answer.kind === 'answer') scene.tally.count(GROUP, 'seat taken back')
}

/** Hands a present over, to one person or to two who claim it at the same moment. */
export async function handGiftOver(scene: Scene, buyer: Buyer, random: Random): Promise<void> {
  const gifts = await scene.shop.deps.db.gift.findMany({
    where: { buyerId: buyer.userId, state: { not: 'claimed' } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  if (gifts.length === 0) return
  const { id: giftId } = random.pick(gifts)
  const token = await makeLink(scene, buyer, random, ['gifts.makeLink', { giftId }])
  if (token === null) return
  const people = Array.from({ length: 1 + random.below(2) }, () => random.pick(scene.shop.buyers))
  const answers = await Promise.all(
    people.map(({ call }) => insist(scene, call, random, 'gifts.claim', { token })),
  )
  const claimed = answers.filter(({ kind }) => kind === 'answer').length
  scene.tally.count(GROUP, 'gift claimed', claimed)
}
