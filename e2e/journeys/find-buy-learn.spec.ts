import { beginCourse, completeCourse, doLesson } from '../support/learn'
import { waitForMail } from '../support/mailbox'
import { cards, enrolFree, goToPayment, payWith } from '../support/pay'
import { join, signUp } from '../support/people'
import { expect, test } from '../support/test'

const course = 'AI Architecture Foundations'

test('find by search and facet, sign up, buy with a test card, learn, complete, review', async ({
  page,
  newcomer,
  isMobile,
}) => {
  test.setTimeout(180_000)
  await page.goto('/')
  const search = page.getByRole('main').getByRole('searchbox').first()
  await search.fill('architecure')
  await search.press('Enter')
  await page.waitForURL(/\/catalogue\?.*q=/)
  await expect(page.getByRole('link', { name: course })).toBeVisible()

  await expect(page.getByRole('link', { name: /TOGAF/ })).toBeVisible()
  if (isMobile) await page.getByRole('button', { name: /^Filters/ }).click()
  const filters = page.getByRole('complementary', { name: 'Filters' })
  await filters.locator('summary').filter({ hasText: 'Provider' }).click()
  await filters.getByRole('checkbox', { name: 'Archway Academy' }).check()
  await page.waitForURL(/provider=archway-academy/)
  if (isMobile) await filters.getByRole('button', { name: /^Show/ }).click()
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
  await completeCourse(page, 'ai-architecture-foundations')
  await waitForMail(newcomer.email, `Completed: ${course}`)
  await page.goto('/learning')
  await expect(page.getByText(/^Completed on/)).toBeVisible()
  await page.goto('/account/orders')
  await page.getByRole('main').getByRole('link', { name: course }).click()
  await expect(page.getByText('The refund ended when you passed 30% of it')).toBeVisible()

  await page.goto('/courses/ai-architecture-foundations')
  await page.getByRole('link', { name: 'Write a review' }).click()
  await page.locator('label').filter({ hasText: '5 stars' }).click()
  await page.getByLabel('In one line').fill(`Clear from the start, says ${newcomer.email}`)
  await page.getByLabel('Your review').fill('It says how to decide, and what a decision costs.')
  await page.getByRole('button', { name: 'Publish the review' }).click()
  const review = page.getByRole('article').filter({ hasText: newcomer.email })
  await expect(review).toContainText('Completed it')
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

test('a free course: enrol, do a lesson, go on where it was left', async ({ page, newcomer }) => {
  await join(page, newcomer)
  await enrolFree(page, 'what-is-an-ai-architect')
  await beginCourse(page, 'what-is-an-ai-architect')
  await doLesson(page)
  await page.goto('/learning')
  await expect(page.getByText('1 of 7 lessons')).toBeVisible()
  await page.getByRole('link', { name: 'Continue', exact: true }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'One request, five decisions' }),
  ).toBeVisible()
})
