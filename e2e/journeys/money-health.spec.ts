import { buy } from '../support/pay'
import { join } from '../support/people'
import { expect, test } from '../support/test'

test('finance sees whether the money is in order, and compares it with Stripe', async ({
  page,
  newcomer,
  staff,
}) => {
  await join(page, newcomer)
  await buy(page, 'designing-llm-systems')
  const desk = await staff('finance', '/admin/money')
  await expect(desk.getByRole('heading', { level: 1, name: 'Money health' })).toBeVisible()
  const balance = desk.getByRole('region', { name: 'Trial balance' })
  await expect(balance.getByRole('row', { name: /^Stripe balance/ }).first()).toBeVisible()
  await expect(balance.getByRole('row', { name: /^Sum \$0$/ })).toBeVisible()
  const checks = desk.getByRole('region', { name: 'Checks' }).getByRole('listitem')
  for (const name of ['The ledger balances', 'Paid is enrolled', 'Open is paid']) {
    await expect(checks.filter({ hasText: name })).toContainText('In order:')
  }
  await desk.getByRole('button', { name: 'Compare now' }).click()
  // What is younger than a quarter of an hour is left for later, so either sentence may come.
  await expect(
    desk.getByText(/^The ledger agrees with Stripe\.|^There is nothing to compare yet\./),
  ).toBeVisible()
})
