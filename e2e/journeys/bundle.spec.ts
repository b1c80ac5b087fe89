import { cards, goToPayment, payWith } from '../support/pay'
import { join } from '../support/people'
import { expect, test } from '../support/test'

test('a bundle of two providers with a coupon, in yen, through the cart', async ({
  page,
  newcomer,
}) => {
  await page.goto('/bundles')
  await page.getByRole('link', { name: 'Design and measure' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Design and measure' })).toBeVisible()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByRole('heading', { name: 'Your cart' })).toBeVisible()
  await page.goto('/courses/designing-llm-systems')
  await page.getByRole('button', { name: 'Add to cart' }).first().click()
  await expect(page.getByText('2 things to look over.')).toBeVisible()

  await join(page, newcomer)
  await page.goto('/cart')
  await expect(page.getByText('2 things to look over.')).toBeVisible()
  await page.getByRole('button', { name: 'Remove' }).last().click()
  await expect(page.getByText('One thing to look over.')).toBeVisible()
  await page.getByLabel('Currency').selectOption('JPY')
  await page.getByRole('button', { name: 'Change' }).click()
  await expect(page.getByText('¥10,500').first()).toBeVisible()
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await page.getByLabel('Code', { exact: true }).fill('welcome10')
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByRole('button', { name: 'Pay ¥9,450' })).toBeVisible()
  await goToPayment(page)
  await payWith(page, cards.success)
  await expect(page.getByRole('heading', { name: 'Thank you. You are enrolled.' })).toBeVisible()

  await page.goto('/cart')
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible()
  await page.goto('/bundles/design-and-measure')
  await page.getByRole('link', { name: /^Buy now for/ }).click()
  await expect(page.getByText('You have access to this already.')).toBeVisible()
})
