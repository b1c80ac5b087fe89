import { randomUUID } from 'node:crypto'
import { expectCleanAsItIs } from '../support/axe'
import { join } from '../support/people'
import { answerOf } from '../support/procedures'
import { expect, test } from '../support/test'

test('a provider sets its payout account up at Stripe, and sees the share that was agreed', async ({
  page,
  newcomer,
  staff,
  isMobile,
}) => {
  test.setTimeout(90_000)
  await join(page, newcomer)
  const name = `Provider ${randomUUID().slice(0, 8)}`
  const desk = await staff('admin', '/admin/providers')
  const { providerId } = await answerOf<{ providerId: string }>(desk, 'providers.create', {
    name,
    kind: 'company',
  })
  const member = { providerId, email: newcomer.email, role: 'owner' }
  await answerOf(desk, 'providers.addMember', member)
  await desk.goto(`/admin/providers/${providerId}`)
  await desk.getByLabel('Share in percent').fill('82.5')
  await desk.getByRole('button', { name: 'Agree a share' }).click()
  await expect(desk.getByText('82.5% · Everything')).toBeVisible()

  await page.goto('/admin/earnings/account')
  await expect(page.getByText('No account yet')).toBeVisible()
  await expect(page.getByText('82.5% · Everything')).toBeVisible()
  await page.getByRole('button', { name: 'Set up at Stripe' }).click()
  await expect(page.getByRole('heading', { name: /^Get paid by/ })).toBeVisible()
  await page.getByLabel('Legal name').fill(name)
  await page.getByRole('button', { name: 'Save for later' }).click()
  await expect(page.getByText('Not finished')).toBeVisible()
  await expect(page.getByText('Bank account', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Go on at Stripe' }).click()
  await page.getByLabel('Legal name').fill(name)
  await page.getByLabel('Street').fill('1 Engine Row')
  await page.getByLabel('Tax number').fill('123456789')
  await page.getByLabel('Bank account').fill('DE89 3704 0044 0532 0130 00')
  await page.getByLabel('I accept').check()
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByText('Payouts go to this account')).toBeVisible()
  await expect(page.getByText('Stripe has it')).toBeVisible()
  await expectCleanAsItIs(page, isMobile)
})
