import { linkIn, waitForMail } from '../support/mailbox'
import { cards, goToPayment, payWith } from '../support/pay'
import { expect, test } from '../support/test'

test('a guest pays with an address alone, and the mailed link makes the account that opens it', async ({
  page,
  newcomer,
}) => {
  await page.goto('/courses/designing-llm-systems')
  await page.getByRole('button', { name: 'Add to cart' }).first().click()
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await page.getByLabel('Your e-mail address').fill(newcomer.email)
  await goToPayment(page)
  await payWith(page, cards.success)
  await expect(page.getByRole('heading', { name: 'Thank you. Look into your mail.' })).toBeVisible()
  await expect(page.getByText(newcomer.email)).toBeVisible()
  await page.goto('/cart')
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible()

  const receipt = await waitForMail(newcomer.email, 'Receipt of order')
  await page.goto(linkIn(receipt, '/claim?token='))
  await expect(page.getByText(/^Full refund until /)).toBeVisible()
  await page.getByLabel('Your name').fill(newcomer.name)
  await page.getByLabel('Password').fill(newcomer.password)
  await page.getByRole('button', { name: 'Make the account and start' }).click()
  await expect(page.getByRole('heading', { name: 'It is yours' })).toBeVisible()
  await page.getByRole('link', { name: 'See the order' }).click()
  await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible()
  await page.goto('/learn/designing-llm-systems/chunking')
  await expect(page.getByRole('button', { name: /^Mark as done/ })).toBeVisible()
})
