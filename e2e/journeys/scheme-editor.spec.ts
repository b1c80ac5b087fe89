import { expectCleanAsItIs } from '../support/axe'
import { expect, test } from '../support/test'

const slug = 'databricks-generative-ai-engineer-associate'

test('an editor changes one rule of a certification, is told what is wrong, and readers see the next version', async ({
  page,
  staff,
  isMobile,
}) => {
  const desk = await staff('editor', '/admin/schemes')
  await desk.getByRole('link', { name: /^Databricks Certified Generative AI Engineer/ }).click()
  const minutes = desk.getByLabel('Minutes')
  await expect(minutes).toHaveValue('90')
  await expectCleanAsItIs(desk, isMobile)
  await minutes.fill('ninety')
  await desk.getByLabel('What has changed, and why').fill('The guide was read again')
  await desk.getByRole('button', { name: 'Publish version 2' }).click()
  await expect(minutes).toHaveAttribute('aria-invalid', 'true')
  await minutes.fill('95')
  await desk.getByRole('button', { name: 'Publish version 2' }).click()
  await expect(desk.getByText('Version 2 is published.')).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Publish version 3' })).toBeVisible()
  await expect(async () => {
    await page.goto(`/certifications/${slug}`)
    await expect(page.getByText('95 minutes')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(page.getByText('Version 2 of these rules here')).toBeVisible()
})
