import { randomUUID } from 'node:crypto'
import { buy, goToPayment } from '../support/pay'
import { join, signInAs } from '../support/people'
import { mutate } from '../support/procedures'
import { expect, type Page, test } from '../support/test'

const course = 'designing-llm-systems'

/** The page says so, and its status does. */
async function expectNotFound(page: Page, path: string): Promise<void> {
  expect((await page.goto(path))?.status(), path).toBe(404)
  await expect(
    page.getByRole('heading', { name: /^This (page )?is not here$/ }),
    path,
  ).toBeVisible()
}

/** The same by status alone, for many addresses. */
async function expectAbsent(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    expect((await page.request.get(path)).status(), path).toBe(404)
  }
}

test('orders and lessons of somebody else are not there', async ({
  page,
  newcomer,
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000)
  await join(page, newcomer)
  await buy(page, course)
  const returned = new URL(page.url())
  const [, orderId = ''] = returned.pathname.match(/orders\/([^/]+)/) ?? []

  const stranger = await (await browser.newContext({ baseURL })).newPage()
  await join(stranger, { ...newcomer, email: `sam-${randomUUID().slice(0, 8)}@example.test` })
  await expectNotFound(stranger, `/account/orders/${orderId}`)
  await expectNotFound(stranger, returned.pathname + returned.search)
  await expectNotFound(stranger, `/orders/${orderId}/cancelled`)
  await expectNotFound(stranger, `/account/orders/${orderId}/refund/${randomUUID()}`)
  await expectNotFound(stranger, `/account/orders/${randomUUID()}`)
  await expectNotFound(stranger, '/account/orders/1')
  expect((await mutate(stranger, 'orders.cancel', { orderId })).status()).toBe(404)

  // Without a grant: the public page instead of the course, and no lesson but the previews.
  await stranger.goto(`/learn/${course}`)
  await expect(stranger).toHaveURL(`/courses/${course}`)
  await expectNotFound(stranger, `/learn/${course}/chunking`)

  // With an address that names another session the buyer learns nothing either.
  await expectNotFound(page, `${returned.pathname}?session_id=cs_test_of_somebody_else`)
  await page.goto(`/account/orders/${orderId}`)
  await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible()
  await stranger.context().close()
})

test('an order that is not paid opens nothing, whatever the address says', async ({
  page,
  newcomer,
}) => {
  await join(page, newcomer)
  await page.goto(`/courses/${course}`)
  await page
    .getByRole('link', { name: /^Buy for/ })
    .first()
    .click()
  await goToPayment(page)
  const session = page.url().match(/cs_test_\w+/)?.[0] ?? ''
  await page.getByRole('link', { name: /^Back to/ }).click()
  const { pathname } = new URL(page.url())
  await page.goto(`${pathname.replace('cancelled', 'return')}?session_id=${session}`)
  await expect(page.getByRole('heading', { name: 'Your payment is on its way' })).toBeVisible()
  await page.goto(`/learn/${course}`)
  await expect(page).toHaveURL(`/courses/${course}`)
})

const desks = ['offerings', 'providers', 'guides', 'imports', 'reviews', 'orders', 'people']
const allDesks = [
  ...desks,
  'documents',
  'disputes',
  'enrolments',
  'money',
  'ledger',
  'webhooks',
  'audit',
].map((desk) => `/admin/${desk}`)

/** What the dashboard has for members of providers, too. */
const providerDesks = ['/admin/offerings', '/admin/earnings']

test('the dashboard is not there for visitors, and but for their own offerings for providers', async ({
  page,
}) => {
  test.setTimeout(90_000)
  await page.goto('/admin/orders')
  await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Fadmin%2Forders$/)
  for (const who of ['learner', 'provider'] as const) {
    await page.context().clearCookies()
    await signInAs(page, who, '/account')
    await expectNotFound(page, who === 'learner' ? '/admin' : '/admin/orders')
    await expectAbsent(page, [
      ...(who === 'learner'
        ? [...allDesks, ...providerDesks]
        : allDesks.filter((path) => !providerDesks.includes(path))),
      `/admin/offerings/${randomUUID()}`,
      `/admin/orders/${randomUUID()}`,
      '/api/admin/export/orders',
      '/api/admin/export/people',
      '/api/admin/export/documents',
      '/api/admin/ledger/csv',
    ])
    const refund = await mutate(page, 'orders.refund', {
      orderId: randomUUID(),
      reason: 'I would like to',
      requestId: randomUUID(),
    })
    expect(refund.status()).toBe(403)
  }
})

const closedTo = {
  support: [
    '/admin/imports',
    '/admin/guides',
    '/admin/money',
    '/admin/ledger',
    '/admin/audit',
    '/admin/offerings/new',
    '/admin/coupons/new',
  ],
  finance: ['/admin/imports', '/admin/guides', '/admin/reviews', '/admin/enrolments/grant'],
  editor: [
    '/admin/orders',
    '/admin/documents',
    '/admin/disputes',
    '/admin/coupons',
    '/admin/people',
    '/admin/enrolments',
    '/admin/webhooks',
    '/admin/audit',
  ],
} as const

test('staff sees the part of the dashboard that is theirs', async ({ page }) => {
  test.setTimeout(90_000)
  for (const who of ['support', 'finance', 'editor'] as const) {
    await page.context().clearCookies()
    await signInAs(page, who, '/admin')
    for (const path of closedTo[who]) {
      await expect(page.locator(`a[href="${path}"]`), `${path} for ${who}`).toHaveCount(0)
    }
    await expectNotFound(page, closedTo[who][0])
    await expectAbsent(page, closedTo[who])
  }
})
