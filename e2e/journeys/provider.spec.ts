import { randomUUID } from 'node:crypto'
import { signInAs } from '../support/people'
import { expect, test } from '../support/test'

test('a provider writes a draft of their own and hands it in; the rest is not theirs', async ({
  page,
  staff,
}) => {
  test.setTimeout(90_000)
  const title = `Provided ${randomUUID().slice(0, 8)}`
  await signInAs(page, 'provider', '/account')
  await page.goto('/admin')
  await expect(page).toHaveURL('/admin/offerings')
  await expect(page.getByRole('link', { name: 'AI Architect Path' })).toBeVisible()
  await expect(page.getByRole('table').getByText('Archway Academy').first()).toBeVisible()
  await expect(page.getByRole('table').getByText('Google Cloud')).toHaveCount(0)

  await page.getByRole('link', { name: 'New offering' }).click()
  await page.getByLabel('Title', { exact: true }).fill(title)
  await page.getByRole('combobox', { name: 'Provider' }).click()
  const search = page.getByRole('dialog', { name: 'Search' })
  await expect(search.getByRole('option')).toHaveText(['Archway Academy'])
  await search.getByRole('option').click()
  await page.getByRole('button', { name: 'Create the draft' }).click()
  await page.waitForURL(/\/admin\/offerings\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('button', { name: 'Publish' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Hand in for review' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Hand in for review' }).click()
  await expect(page.getByText('In review').first()).toBeVisible()

  const desk = await staff('editor', '/admin/offerings?origin=external')
  const foreign = desk
    .locator('td a[href^="/admin/offerings/"], li a[href^="/admin/offerings/"]')
    .first()
  const answer = await page.goto((await foreign.getAttribute('href')) ?? '')
  expect(answer?.status()).toBe(404)
})
