import type { CartItem } from '@archway/api/orders/schema/cart-item'
import { accessTo } from '@archway/api/testing/cart'
import type { Random } from '../random'
import { weighted } from './scene'
import type { ChaosShop } from './shop'

type Shelves = Pick<ChaosShop, 'offeringIds' | 'bundleIds'>
type Filling = (shop: Shelves, random: Random) => CartItem[]

const courses: Filling = ({ offeringIds }, random) => {
  const chosen = new Set<string>()
  const size = 1 + random.below(3)
  while (chosen.size < size) chosen.add(random.pick(offeringIds))
  return accessTo(...chosen)
}

const bundle: Filling = ({ bundleIds }, random) => [
  { purpose: 'bundle', bundleId: random.pick(bundleIds) },
]

const seats: Filling = ({ offeringIds }, random) => [
  { purpose: 'seats', offeringId: random.pick(offeringIds), quantity: 2 + random.below(4) },
]

const gift: Filling = ({ offeringIds }, random) => [
  {
    purpose: 'gift',
    offeringId: random.pick(offeringIds),
    gift: {
      recipientEmail: `friend-${random.below(1_000_000)}@example.test`,
      message: 'Enjoy it.',
      deliverOn: null,
    },
  },
]

/** What somebody puts into a cart: mostly courses, sometimes with a bundle, seats or a present. */
export function fillCart(shop: Shelves, random: Random): CartItem[] {
  const first = weighted(random, [
    [70, courses],
    [12, bundle],
    [10, seats],
    [8, gift],
  ] as const)
  const items = first(shop, random)
  return random.below(5) === 0 && first !== courses ? [...items, ...courses(shop, random)] : items
}
