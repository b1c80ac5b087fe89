import { expect, type Page, test } from '@playwright/test'
import { linkIn, waitForMail } from './mailbox'

/** A person nobody else in the run has. */
export type Newcomer = { name: string; email: string; password: string }

/** Fills the sign-up form in, opens the mailed link and confirms: signed in afterwards. */
export async function signUp(page: Page, newcomer: Newcomer): Promise<void> {
  // The site keeps the page before it in the document, hidden: look at what is visible only.
  const form = page.locator('form:visible', {
    has: page.getByRole('button', { name: 'Create account' }),
  })
  await form.getByLabel('Name', { exact: true }).fill(newcomer.name)
  await form.getByLabel('E-mail address').fill(newcomer.email)
  await form.getByLabel('Password', { exact: true }).fill(newcomer.password)
  await form.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible()
  const mail = await waitForMail(newcomer.email, 'Confirm your address')
  await page.goto(linkIn(mail, '/verify-email'))
  await page.getByRole('button', { name: 'Confirm and go on' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/verify-email'))
}

/**
 * Makes an account and signs in with the mailed link, without the form, which has journeys of its own.
 * Ends on `returnTo`.
 */
export async function join(page: Page, newcomer: Newcomer, returnTo = '/account'): Promise<void> {
  const address = new URL(String(test.info().project.use.baseURL))
  const response = await page.request.post('/api/trpc/accounts.signUp', {
    headers: { origin: address.origin },
    data: { json: { ...newcomer, returnTo } },
  })
  expect(response.ok()).toBe(true)
  const mail = await waitForMail(newcomer.email, 'Confirm your address')
  await page.goto(linkIn(mail, '/verify-email'))
  await page.getByRole('button', { name: 'Confirm and go on' }).click()
  await page.waitForURL((url) => url.pathname + url.search === returnTo)
}

export type StaffRole = 'support' | 'finance' | 'editor' | 'admin'

/** Signs one of the demo accounts in. */
export async function signInAs(
  page: Page,
  who: StaffRole | 'learner' | 'provider',
  returnTo: string,
): Promise<void> {
  await page.goto(`/sign-in?${new URLSearchParams({ returnTo })}`)
  const form = page.locator('form:visible', { has: page.getByLabel('Password') })
  await form.getByLabel('E-mail address').fill(`${who}@archway.test`)
  await form.getByLabel('Password').fill('archway-demo-1')
  await form.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname + url.search === returnTo)
}
