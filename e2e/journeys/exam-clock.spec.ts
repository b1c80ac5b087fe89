import { buyVoucher, startExam } from '../support/exam'
import { join } from '../support/people'
import { expect, test } from '../support/test'

test.use({ timezoneId: 'Pacific/Auckland' })

test('3 clock-forward-tamper, 4 timer-in-sleeping-laptop and 8 dst-and-timezone-change: the time is the server’s', async ({
  page,
  newcomer,
}) => {
  await join(page, newcomer)
  await buyVoucher(page)
  // Everything in the page that tells a time is two hours ahead from now on.
  await page.clock.install({ time: new Date(Date.now() + 2 * 3_600_000) })
  await startExam(page)
  const timer = page.getByRole('timer')
  await expect(timer).toHaveText(/^1:1[45]:/)
  // As after a sleep: twenty minutes are gone for the page, and none for the server.
  await page.clock.fastForward('20:00')
  await page.clock.resume()
  await expect(timer).toHaveText(/^1:1[45]:/)
  await page.getByLabel('Mark this question to come back to it').check()
  await expect(page.getByText('All answers are saved.')).toBeVisible()
})
