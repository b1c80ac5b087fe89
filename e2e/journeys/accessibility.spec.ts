import AxeBuilder from '@axe-core/playwright'
import { signInAs } from '../support/people'
import { expect, type Page, test } from '../support/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Everything axe objects to, as readable lines. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
  )
}

/** A page is clean in both themes (on phones in the light one) and does not scroll sideways. */
async function expectClean(page: Page, path: string, isMobile: boolean): Promise<void> {
  for (const colorScheme of isMobile ? (['light'] as const) : (['light', 'dark'] as const)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(path)
    expect.soft(await findings(page), `${path} in ${colorScheme}`).toEqual([])
  }
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expect.soft(isTooWide, `${path} scrolls sideways`).toBe(false)
}

const publicPages = [
  '/',
  '/catalogue',
  '/catalogue?q=zzzzzz',
  '/courses/ai-architecture-foundations',
  '/programs/ai-architect-path',
  '/certifications/usaii-certified-artificial-intelligence-engineer',
  '/guides',
  '/guides/ai-architect',
  '/providers',
  '/providers/archway-academy',
  '/about',
  '/sign-in',
  '/sign-up',
  '/nowhere',
]

for (const path of publicPages) {
  test(`axe finds nothing on ${path}`, async ({ page, isMobile }) => {
    await expectClean(page, path, isMobile)
  })
}

test('axe finds nothing on the personal pages', async ({ page, isMobile }) => {
  test.setTimeout(120_000)
  await signInAs(page, 'learner', '/learning')
  for (const path of ['/learning', '/account', '/account/security', '/account/orders']) {
    await expectClean(page, path, isMobile)
  }
})

const dashboard = [
  ['/admin', '/admin/offerings', '/admin/providers', '/admin/guides'],
  ['/admin/imports', '/admin/reviews', '/admin/orders', '/admin/people'],
  ['/admin/enrolments', '/admin/webhooks', '/admin/audit'],
]

for (const pages of dashboard) {
  test(`axe finds nothing on ${pages.join(', ')}`, async ({ page, isMobile }) => {
    test.setTimeout(120_000)
    await signInAs(page, 'admin', '/admin')
    for (const path of pages) await expectClean(page, path, isMobile)
  })
}
