import AxeBuilder from '@axe-core/playwright'
import { signInAs } from '../support/people'
import { expect, type Page, test } from '../support/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Everything axe objects to, as readable lines. */
async function findings(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle')
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
  )
}

async function expectClean(page: Page, paths: string[]): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const path of paths) {
      await page.goto(path)
      expect.soft(await findings(page), `${path} in ${colorScheme}`).toEqual([])
      const isTooWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
      expect.soft(isTooWide, `${path} scrolls sideways`).toBe(false)
    }
  }
}

test('axe finds nothing on the public pages', async ({ page }) => {
  test.setTimeout(240_000)
  await expectClean(page, [
    '/',
    '/catalogue',
    '/catalogue?q=zzzzzz',
    '/courses/ai-architecture-foundations',
    '/courses/introduction-to-generative-ai',
    '/programs/ai-architect-path',
    '/certifications/usaii-certified-artificial-intelligence-engineer',
    '/guides',
    '/guides/ai-architect',
    '/providers',
    '/providers/archway-academy',
    '/about',
    '/about/refunds',
    '/sign-in',
    '/sign-up',
    '/reset-password',
    '/nowhere',
  ])
})

test('axe finds nothing on the personal pages', async ({ page }) => {
  test.setTimeout(180_000)
  await signInAs(page, 'learner', '/learning')
  await expectClean(page, ['/learning', '/account', '/account/security', '/account/orders'])
})

test('axe finds nothing on the dashboard', async ({ page }) => {
  test.setTimeout(240_000)
  await signInAs(page, 'admin', '/admin')
  await expectClean(page, [
    '/admin',
    '/admin/offerings',
    '/admin/providers',
    '/admin/guides',
    '/admin/imports',
    '/admin/reviews',
    '/admin/orders',
    '/admin/people',
    '/admin/enrolments',
    '/admin/webhooks',
    '/admin/audit',
  ])
})
