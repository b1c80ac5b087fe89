import { linkIn, waitForMail } from '../support/mailbox'
import { signUp } from '../support/people'
import { expect, test } from '../support/test'

test('somebody signs up, confirms the address, signs out and in again', async ({
  page,
  newcomer,
}) => {
  await page.goto('/sign-up?returnTo=/account')
  await signUp(page, newcomer)
  await expect(page).toHaveURL(/\/account$/)
  await expect(page.getByLabel('Name')).toHaveValue(newcomer.name)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('/')

  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Faccount/)
  const form = page.locator('form:visible', { has: page.getByLabel('Password') })
  await form.getByLabel('E-mail address').fill(newcomer.email)
  await form.getByLabel('Password').fill('not the password')
  await form.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('do not go together')
  await expect(form.getByLabel('E-mail address')).toHaveValue(newcomer.email)
  await form.getByLabel('Password').fill(newcomer.password)
  await form.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/account$/)
})

test('a forgotten password is replaced by mail, which signs every browser out', async ({
  page,
  newcomer,
  browser,
  baseURL,
}) => {
  await page.goto('/sign-up?returnTo=/account')
  await signUp(page, newcomer)

  const elsewhere = await (await browser.newContext({ baseURL })).newPage()
  await elsewhere.goto('/reset-password')
  await elsewhere.getByLabel('E-mail address').fill(newcomer.email)
  await elsewhere.getByRole('button', { name: 'Send the link' }).click()
  await expect(elsewhere.getByRole('status')).toContainText('a link is on its way')
  const mail = await waitForMail(newcomer.email, 'Set a new password')
  await elsewhere.goto(linkIn(mail, '/reset-password/new'))
  await elsewhere.getByLabel('New password').fill('another long password')
  await elsewhere.getByRole('button', { name: 'Save the password' }).click()
  await expect(elsewhere.getByText('Your new password is set')).toBeVisible()

  await page.goto('/account')
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await elsewhere.context().close()
})

test('a link by mail signs in once', async ({ page, newcomer }) => {
  await page.goto('/sign-in?returnTo=/account')
  const form = page.locator('form:visible', {
    has: page.getByRole('button', { name: 'Send me a link' }),
  })
  await form.getByLabel('E-mail address').fill(newcomer.email)
  await form.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('status')).toContainText('a link is on its way')
  const link = linkIn(await waitForMail(newcomer.email, 'Your link to sign in'), '/sign-in/link')
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in now' }).click()
  await expect(page).toHaveURL(/\/account$/)
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in now' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('used already')
})

test('one sees where one is signed in, and ends the others', async ({
  page,
  newcomer,
  browser,
  baseURL,
}) => {
  await page.goto('/sign-up?returnTo=/account/security')
  await signUp(page, newcomer)
  const elsewhere = await (await browser.newContext({ baseURL })).newPage()
  await elsewhere.goto('/sign-in?returnTo=/account')
  const form = elsewhere.locator('form:visible', { has: elsewhere.getByLabel('Password') })
  await form.getByLabel('E-mail address').fill(newcomer.email)
  await form.getByLabel('Password').fill(newcomer.password)
  await form.getByRole('button', { name: 'Sign in' }).click()
  await elsewhere.waitForURL((url) => url.pathname === '/account')

  await page.reload()
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(page.getByRole('status')).toContainText('Every other browser is signed out')
  await elsewhere.goto('/account')
  await expect(elsewhere.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await elsewhere.context().close()
})

test('the forms work without JavaScript', async ({ browser, baseURL, newcomer }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/sign-up?returnTo=/account')
  await signUp(page, newcomer)
  await page.goto('/account')
  await page.getByLabel('Name').fill('Nora Renamed')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toHaveText('Saved.')
  await expect(page.getByLabel('Name')).toHaveValue('Nora Renamed')
  await page.goto('/account')
  await expect(page.getByLabel('Name')).toHaveValue('Nora Renamed')
  await context.close()
})
