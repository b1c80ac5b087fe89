import type { Db } from '../client'
import { loadItems } from './items/load-items'
import { loadAccounts } from './load-accounts'
import { loadBundles } from './load-bundles'
import { loadCatalogue } from './load-catalogue'
import { loadCoupons } from './load-coupons'
import { loadCourses } from './load-courses'
import { loadGuides } from './load-guides'
import { loadMembership } from './load-membership'
import { loadSchemes } from './load-schemes'
import { loadSeller } from './load-seller'
import type { SeedOptions } from './options'
import { publishOwnOfferings } from './publish-own'
import { CONTENT_DIR, readContent } from './read-content'

/**
 * Loads the demo: catalogue, courses, schemes with their items, bundles, a membership, guides, accounts, a little activity of theirs, coupons and who sells. One
 * transaction, so it is there or not at all. Safe to repeat: a database that has the setting `demo`
 * is left alone, and the answer is false; of two at once one waits and then finds it there. Throws,
 * naming file and place, when content is broken.
 */
export async function seedDemo(db: Db, options: SeedOptions): Promise<boolean> {
  if (await db.setting.findUnique({ where: { key: 'demo' }, select: { key: true } })) return false
  const content = await readContent(options.contentDir ?? CONTENT_DIR)
  return await db.$transaction(
    async (tx) => {
      const { count } = await tx.setting.createMany({
        data: [{ key: 'demo', value: { loadedAt: options.now.toISOString() } }],
        skipDuplicates: true,
      })
      if (count === 0) return false
      const catalogue = await loadCatalogue(tx, content, options)
      await loadCourses(tx, content, catalogue, options)
      await publishOwnOfferings(tx, content, catalogue, options)
      await loadSchemes(tx, content, catalogue, options)
      await loadBundles(tx, catalogue, options)
      await loadMembership(tx, catalogue, options)
      await loadGuides(tx, content, catalogue, options)
      await loadAccounts(tx, catalogue, options)
      await loadItems(tx, content, catalogue, options)
      await loadCoupons(tx, options)
      await loadSeller(tx)
      return true
    },
    { timeout: 60_000, maxWait: 10_000 },
  )
}
