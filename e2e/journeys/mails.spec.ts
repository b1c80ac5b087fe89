import { waitForMail } from '../support/mailbox'
import { cards, goToPayment, payWith } from '../support/pay'
import { signUp } from '../support/people'
import { expect, test } from '../support/test'

test('every link of a receipt leads where it says', async ({ page, newcomer, baseURL }) => {
  test.setTimeout(120_000)
  await page.goto('/programs/ai-architect-path')
  await page
    .getByRole('link', { name: /^Buy for/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(page, newcomer)
  await goToPayment(page)
  await payWith(page, cards.success)
  await expect(page.getByRole('heading', { name: /You are enrolled/ })).toBeVisible({
    timeout: 30_000,
  })
  const { html } = await waitForMail(newcomer.email, 'Receipt of order')
  const addresses = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => new URL(href))
  const ours = addresses.filter(({ origin }) => origin === new URL(baseURL ?? '').origin)
  expect(ours.map(({ pathname }) => pathname.replace(/[^/]{36}/, 'ID')).sort()).toEqual([
    '/',
    '/account/orders/ID',
    '/learning',
  ])
  for (const address of ours) {
    await page.goto(address.href)
    expect(new URL(page.url()).pathname).toBe(address.pathname)
    await expect(page.locator('main:visible').getByRole('heading', { level: 1 })).not.toHaveText(
      'This page is not here',
    )
  }
})
