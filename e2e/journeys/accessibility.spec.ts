import { expectClean } from '../support/axe'
import { signInAs } from '../support/people'
import { test } from '../support/test'

const publicPages = [
  '/',
  '/catalogue',
  '/catalogue?q=zzzzzz',
  '/courses/ai-architecture-foundations',
  '/programs/ai-architect-path',
  '/certifications/usaii-certified-artificial-intelligence-engineer',
  '/bundles/design-and-measure',
  '/cart',
  '/verify',
  '/certifications/compare',
  '/claim',
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
  for (const path of [
    '/learning',
    '/account',
    '/account/security',
    '/account/billing',
    '/account/orders',
    '/account/teams',
    '/buy/designing-llm-systems',
  ]) {
    await expectClean(page, path, isMobile)
  }
})

const dashboard = [
  ['/admin', '/admin/offerings', '/admin/providers', '/admin/guides'],
  ['/admin/imports', '/admin/reviews', '/admin/orders', '/admin/people'],
  ['/admin/enrolments', '/admin/money', '/admin/webhooks', '/admin/audit'],
  [
    '/admin/documents',
    '/admin/documents/sellers',
    '/admin/bundles',
    '/admin/bundles/new',
    '/admin/coupons',
    '/admin/coupons/new',
    '/admin/disputes',
    '/admin/ledger',
    '/admin/earnings',
  ],
]

for (const pages of dashboard) {
  test(`axe finds nothing on ${pages.join(', ')}`, async ({ page, isMobile }) => {
    test.setTimeout(180_000)
    await signInAs(page, 'admin', '/admin')
    for (const path of pages) await expectClean(page, path, isMobile)
  })
}
