import { waitForMail } from '../support/mailbox'
import { cards, goToPayment, payWith } from '../support/pay'
import { signUp } from '../support/people'
import { expect, test } from '../support/test'

const course = 'AI Architecture Foundations'

test('find by search and facet, sign up, buy with a test card, begin to learn', async ({
  page,
  newcomer,
}) => {
  test.setTimeout(120_000)
  await page.goto('/')
  const search = page.getByRole('main').getByRole('searchbox').first()
  await search.fill('architecure')
  await search.press('Enter')
  await page.waitForURL(/\/catalogue\?.*q=/)
  await expect(page.getByRole('link', { name: course })).toBeVisible()

  await page.goto('/catalogue?q=architecture&provider=archway-academy')
  await expect(page.getByRole('link', { name: course })).toBeVisible()
  await expect(page.getByRole('link', { name: /TOGAF/ })).toHaveCount(0)
  await page.getByRole('link', { name: course }).click()
  await expect(page.getByRole('heading', { level: 1, name: course })).toBeVisible()

  await page.getByRole('link', { name: 'Buy for $49' }).first().click()
  await page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(page, newcomer)
  await expect(page.getByRole('heading', { name: 'Check and pay' })).toBeVisible()
  await expect(page.getByText('Full refund within 14 days')).toBeVisible()
  await goToPayment(page)
  await payWith(page, cards.success)
  await expect(page.getByRole('heading', { name: 'Thank you. You are enrolled.' })).toBeVisible()
  const receipt = await waitForMail(newcomer.email, 'Receipt of order')
  expect(receipt.text).toContain(course)
  expect(receipt.text).toContain('$49')

  await page.getByRole('link', { name: 'Start learning' }).click()
  await expect(page.getByText(course).first()).toBeVisible()
})

test('a declined card, then another one: paid once', async ({ page, newcomer }) => {
  await page.goto('/courses/designing-llm-systems')
  await page
    .getByRole('link', { name: /^Buy for/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(page, newcomer)
  await goToPayment(page)
  await payWith(page, cards.declined)
  await expect(page.getByText(/declined/i).first()).toBeVisible()
  await payWith(page, cards.success)
  await expect(page.getByRole('heading', { name: 'Thank you. You are enrolled.' })).toBeVisible()
  await page.getByRole('link', { name: 'See the order' }).click()
  await expect(page.getByText('Payment declined')).toBeVisible()
  await page.goto('/account/orders')
  await expect(
    page.getByRole('main').getByRole('link', { name: 'Designing LLM Systems' }),
  ).toHaveCount(1)
})

test('a card that asks for a second step', async ({ page, newcomer }) => {
  await page.goto('/courses/designing-llm-systems')
  await page
    .getByRole('link', { name: /^Buy for/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(page, newcomer)
  await goToPayment(page)
  await payWith(page, cards.challenge)
  await page.getByRole('button', { name: /complete/i }).click()
  await expect(page.getByRole('heading', { name: 'Thank you. You are enrolled.' })).toBeVisible()
})

test('turning back keeps the order open until it is cancelled', async ({ page, newcomer }) => {
  await page.goto('/courses/designing-llm-systems')
  await page
    .getByRole('link', { name: /^Buy for/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(page, newcomer)
  await goToPayment(page)
  await page.getByRole('link', { name: /^Back to/ }).click()
  await expect(page.getByRole('heading', { name: 'Not paid yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel this order' }).click()
  await page.waitForURL(/\/account\/orders\//)
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible()
})

test('a free course: enrol and begin to learn', async ({ page, newcomer }) => {
  test.setTimeout(120_000)
  await page.goto('/courses/what-is-an-ai-architect')
  await page.getByRole('link', { name: /Enrol/ }).first().click()
  await page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(page, newcomer)
  await page.getByRole('button', { name: 'Enrol for free' }).click()
  await page.waitForURL(/\/learning/)
})
