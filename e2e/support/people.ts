import { linkIn, waitForMail } from './mailbox'
import { expect, type Newcomer, type Page } from './test'

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

/** Signs one of the demo accounts in. */
export async function signInAs(
  page: Page,
  who: 'learner' | 'provider' | 'support' | 'finance' | 'editor' | 'admin',
  returnTo: string,
): Promise<void> {
  await page.goto(`/sign-in?${new URLSearchParams({ returnTo })}`)
  const form = page.locator('form:visible', { has: page.getByLabel('Password') })
  await form.getByLabel('E-mail address').fill(`${who}@archway.test`)
  await form.getByLabel('Password').fill('archway-demo-1')
  await form.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname + url.search === returnTo)
}
