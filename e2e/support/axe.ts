import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Everything axe objects to, by all rules or by some, as readable lines. */
async function findings(page: Page, rules?: string[]): Promise<string[]> {
  // No page has a frame, so there is nothing that would need a second page to put results together.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(tags)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
  )
}

/** What is on the page now is clean in both themes (on phones in the light one) and does not scroll sideways. */
export async function expectCleanAsItIs(page: Page, isMobile: boolean): Promise<void> {
  const path = new URL(page.url()).pathname
  expect.soft(await findings(page), `${path} in light`).toEqual([])
  if (!isMobile) {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    // Nothing but the colours changes with the theme, some of them slowly.
    await page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter((animation) => animation instanceof CSSTransition)
          .map(({ finished }) => finished),
      ),
    )
    expect.soft(await findings(page, ['color-contrast']), `${path} in dark`).toEqual([])
  }
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expect.soft(isTooWide, `${path} scrolls sideways`).toBe(false)
}

/** A page is clean as it is when one comes to it. */
export async function expectClean(page: Page, path: string, isMobile: boolean): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(path)
  await expectCleanAsItIs(page, isMobile)
}
