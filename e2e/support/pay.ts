import { expect, type Page } from '@playwright/test'

export const cards = {
  success: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  challenge: '4000 0025 0000 3155',
  disputed: '4000 0000 0000 0259',
} as const

/** Fills the payment page in. */
export async function fillCard(page: Page, card: string): Promise<void> {
  await expect(page.getByText('Total due')).toBeVisible()
  await page.getByLabel('Card number').fill(card)
  await page.getByLabel('Expiry').fill('12 / 34')
  await page.getByLabel('Security code').fill('123')
  await page.getByLabel('Name on the card').fill('Nora Newcomer')
}

/** Fills the payment page in and presses Pay; what comes of it depends on the card. */
export async function payWith(page: Page, card: string): Promise<void> {
  await fillCard(page, card)
  await page.getByRole('button', { name: /^Pay / }).click()
}

/** From the checkout page to Stripe's. */
export async function goToPayment(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Pay / }).click()
  await page.waitForURL(/\/c\/pay\//)
}

/** Buys a course with a card that works; the buyer is signed in. Ends on the page that says so. */
export async function buy(page: Page, course: string): Promise<void> {
  await page.goto(`/courses/${course}`)
  await page
    .getByRole('link', { name: /^Buy for/ })
    .first()
    .click()
  await goToPayment(page)
  await payWith(page, cards.success)
  await expect(page.getByRole('heading', { name: 'Thank you. You are enrolled.' })).toBeVisible()
}

/** Enrols in a free course; the learner is signed in. Ends on the learning pages. */
export async function enrolFree(page: Page, course: string): Promise<void> {
  await page.goto(`/courses/${course}`)
  await page.getByRole('link', { name: /Enrol/ }).first().click()
  await page.getByRole('button', { name: 'Enrol for free' }).click()
  await page.waitForURL(/\/learning/)
}
