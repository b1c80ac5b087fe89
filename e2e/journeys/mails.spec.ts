import { readFile } from 'node:fs/promises'
import { attachmentsOf, waitForMail } from '../support/mailbox'
import { cards, goToPayment, payWith } from '../support/pay'
import { textOfPdf } from '../support/pdf'
import { signUp } from '../support/people'
import { expect, test } from '../support/test'

test('the invoice comes with the receipt, and the order has the same file', async ({
  page,
  newcomer,
}) => {
  await page.goto('/courses/designing-llm-systems')
  await page
    .getByRole('link', { name: /^Buy for/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(page, newcomer)
  await page.getByRole('link', { name: 'Change billing details' }).click()
  await page.getByLabel('Company').fill('Zażółć Sp. z o.o.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Zażółć Sp. z o.o.')).toBeVisible()
  await goToPayment(page)
  await payWith(page, cards.success)
  await page.getByRole('link', { name: 'See the order' }).click()
  const total = await page.getByRole('listitem').filter({ hasText: 'Invoice' }).textContent()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Invoice TEST-ARC-INV-\d+ \(PDF\)$/ }).click(),
  ])
  const bytes = await readFile(await download.path())
  const text = await textOfPdf(bytes)
  expect(text).toContain(download.suggestedFilename().replace('.pdf', ''))
  expect(text).toContain('Zażółć Sp. z o.o.')
  const amount = /[\d,.]+$/.exec(total ?? '')?.[0]
  expect(amount).toBeTruthy()
  expect(text?.replace(/\s/g, '')).toContain(`Total(USD)$${amount}`)

  const receipt = await waitForMail(newcomer.email, 'Receipt of order')
  const [attached] = await attachmentsOf(receipt)
  expect(attached?.equals(bytes)).toBe(true)

  const stranger = await page.context().browser()?.newContext()
  const refused = await stranger?.request.get(download.url())
  expect(refused?.status()).toBe(404)
  await stranger?.close()
})

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
