import { createRandom, type Random, shuffled } from '../../shared/keyed-random'
import { apportion } from './apportion'

/** Of the points of a form at most this share may also be on any one earlier form. */
export const overlapShare = 0.2
/** An item that this share of recent candidates saw is not drawn. */
export const exposureCap = 0.25
/** Fewer deliveries say nothing about how widely an item is known. */
const exposureCountsFrom = 100
const tries = 200

export type DrawableItem = {
  itemId: string
  versionId: string
  domain: string
  /** a case is worth its parts and comes whole */
  points: number
  state: 'active' | 'pretest'
  /** items that may not be on the same form */
  enemies: readonly string[]
}

export type FormWish = {
  blueprint: readonly { domain: string; weight: number }[]
  items: readonly DrawableItem[]
  /** points, those of the items that are tried out included */
  size: number
  /** points of items that are tried out and not scored */
  pretest: number
  seed: string
  /** the items of each form that may still be sat, by `itemId` */
  earlier: readonly (readonly string[])[]
  /** of the recent sittings: how many there were, and how many of them delivered each item */
  exposure: { sittings: number; deliveries: Readonly<Record<string, number>> }
}

export type DrawnItem = Pick<DrawableItem, 'itemId' | 'versionId' | 'domain' | 'points'> & {
  isScored: boolean
}
/** What could not be filled: points of a domain, or of the items to try out (`domain` null). */
export type Shortage = { domain: string | null; wanted: number; found: number }
export type DrawnForm = { ok: true; items: DrawnItem[] } | { ok: false; missing: Shortage[] }

/** The points of each domain on a form, exactly in the shares of the blueprint. Pure. */
export function domainPoints({
  blueprint,
  size,
  pretest,
}: Pick<FormWish, 'blueprint' | 'size' | 'pretest'>): { domain: string; points: number }[] {
  const points = apportion(
    size - pretest,
    blueprint.map(({ weight }) => weight),
  )
  return blueprint.map(({ domain }, index) => ({ domain, points: points[index] ?? 0 }))
}

/** Enemies are so to each other, whichever of the two names the other. */
function enemiesOf(items: readonly DrawableItem[]): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map(items.map(({ itemId, enemies }) => [itemId, new Set(enemies)]))
  for (const { itemId, enemies } of items) {
    for (const enemy of enemies) all.get(enemy)?.add(itemId)
  }
  return all
}

type Place = { domain: string | null; points: number; from: readonly DrawableItem[] }

/** Fills the places in turn, new items first. Returns what it found, complete or not. */
function tryDraw(wish: FormWish, places: readonly Place[], random: Random) {
  const enemies = enemiesOf(wish.items)
  const room = Math.floor(wish.size * overlapShare)
  const budgets = wish.earlier.map((items) => ({ items: new Set(items), left: room }))
  const chosen = new Map<string, DrawnItem>()
  const missing: Shortage[] = []
  for (const place of places) {
    let left = place.points
    const earlierForms = ({ itemId }: DrawableItem) =>
      budgets.filter(({ items }) => items.has(itemId))
    const ranked = shuffled(place.from, random)
      .map((item) => ({ item, known: earlierForms(item).length }))
      .sort((a, b) => a.known - b.known)
    for (const { item } of ranked) {
      const met = earlierForms(item)
      if (
        item.points > left ||
        chosen.has(item.itemId) ||
        [...(enemies.get(item.itemId) ?? [])].some((enemy) => chosen.has(enemy)) ||
        met.some((form) => form.left < item.points)
      ) {
        continue
      }
      for (const form of met) form.left -= item.points
      left -= item.points
      const { itemId, versionId, domain, points } = item
      chosen.set(itemId, { itemId, versionId, domain, points, isScored: place.domain !== null })
    }
    if (left > 0) {
      missing.push({ domain: place.domain, wanted: place.points, found: place.points - left })
    }
  }
  return { items: [...chosen.values()], missing }
}

/**
 * Draws a form: exactly the points of each domain that the blueprint asks for, enemies apart, cases whole, at
 * most `overlapShare` in common with each earlier form, nothing that is known too widely, and the order
 * shuffled. The same wish draws the same form. Refuses with what is missing, of the best of its tries. Pure.
 */
export function drawForm(wish: FormWish): DrawnForm {
  const { sittings, deliveries } = wish.exposure
  const drawable = wish.items.filter(
    ({ itemId }) =>
      sittings < exposureCountsFrom || (deliveries[itemId] ?? 0) <= sittings * exposureCap,
  )
  const places: Place[] = domainPoints(wish).map(({ domain, points }) => ({
    domain,
    points,
    from: drawable.filter((item) => item.state === 'active' && item.domain === domain),
  }))
  const slack = ({ from, points }: Place) =>
    from.reduce((sum, item) => sum + item.points, 0) - points
  places.sort((a, b) => slack(a) - slack(b))
  places.push({
    domain: null,
    points: wish.pretest,
    from: drawable.filter(({ state }) => state === 'pretest'),
  })
  const wanting = (missing: readonly Shortage[]) =>
    missing.reduce((sum, { wanted, found }) => sum + wanted - found, 0)
  let best: Shortage[] | null = null
  for (let number = 0; number < tries; number++) {
    const random = createRandom(`${wish.seed}:${number}`)
    const { items, missing } = tryDraw(wish, places, random)
    if (missing.length === 0) return { ok: true, items: shuffled(items, random) }
    if (best === null || wanting(missing) < wanting(best)) best = missing
  }
  return { ok: false, missing: best ?? [] }
}
