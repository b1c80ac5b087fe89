import { linkIn, waitForMail } from '../support/mailbox'
import { cards, goToPayment, payWith } from '../support/pay'
import { join } from '../support/people'
import { expect, test } from '../support/test'

const course = 'Designing LLM Systems'
const slug = 'designing-llm-systems'

test('seats for a team are bought, claimed by mail, and progress is shown with consent', async ({
  page,
  newcomer,
  browser,
}) => {
  await join(page, newcomer, `/buy/${slug}`)
  await page.getByLabel('Number of seats').fill('1')
  await page.getByRole('button', { name: 'Buy seats' }).click()
  await expect(page.getByText('Choose a whole number of seats from 2 to 500.')).toBeVisible()
  await page.getByLabel('Number of seats').fill('3')
  const toCart = page.getByRole('button', { name: 'Add to cart' })
  await toCart.first().click()
  await expect(page.getByRole('link', { name: `${course} (3 seats)` })).toBeVisible()
  await page.getByLabel('Seats', { exact: true }).fill('2')
  await page.getByRole('button', { name: 'Change', exact: true }).first().click()
  await expect(page.getByRole('link', { name: `${course} (2 seats)` })).toBeVisible()
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await goToPayment(page)
  await payWith(page, cards.success)
  await page.getByRole('link', { name: 'Go to seats and gifts' }).click()
  await page.getByRole('main').getByRole('link', { name: course }).click()
  const learner = { ...newcomer, name: 'Lea Learner', email: `lea-${newcomer.email}` }
  await page.getByLabel('Addresses').fill(`${learner.email}, nobody`)
  await page.getByRole('button', { name: 'Send invitations' }).click()
  await expect(page.getByText(`${learner.email}: invited nobody: this is no address`)).toBeVisible()

  const mail = await waitForMail(learner.email, `a seat for you`)
  const claim = new URL(linkIn(mail, '/claim/seat'))
  const context = await browser.newContext()
  const other = await context.newPage()
  await join(other, learner, claim.pathname + claim.search)
  await expect(other.getByRole('heading', { name: 'A seat for you' })).toBeVisible()
  await other.getByRole('checkbox').check()
  await other.getByRole('button', { name: 'Take the seat' }).click()
  await other.waitForURL('**/learning')
  await expect(other.getByRole('main').getByText(course).first()).toBeVisible()

  await page.reload()
  await expect(page.getByText('Lea Learner')).toBeVisible()
  await expect(page.getByText('Progress: 0%')).toBeVisible()
  await other.goto('/account/teams')
  await other.getByRole('button', { name: 'Stop sharing' }).click()
  await expect(other.getByRole('button', { name: 'Share my progress' })).toBeVisible()
  await page.reload()
  await expect(page.getByText('Progress: Not shared')).toBeVisible()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Lea Learner' })
    .getByRole('button', { name: 'Take back' })
    .click()
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Give unused seats back' }).click()
  await page.getByRole('button', { name: 'Give one seat back for $79' }).click()
  await expect(page.getByText('Your refund was asked for.')).toBeVisible()
  await context.close()
})

test('a gift is bought with words, mailed, and claimed by a link', async ({
  page,
  newcomer,
  browser,
}) => {
  await join(page, newcomer, `/buy/${slug}`)
  const friend = { ...newcomer, name: 'Fred Friend', email: `fred-${newcomer.email}` }
  await page.getByLabel('Address of the recipient').fill(friend.email)
  await page.getByLabel('Your words').fill('Well <b>done</b>!')
  await page.getByRole('button', { name: 'Buy as a gift' }).click()
  await page.waitForURL(/\/checkout\?item=wish/)
  await goToPayment(page)
  await payWith(page, cards.success)
  await page.getByRole('link', { name: 'Go to seats and gifts' }).click()
  await page.locator('#gifts').getByRole('link', { name: course }).click()
  await page.getByRole('button', { name: /^Mail it/ }).click()
  const mail = await waitForMail(friend.email, 'has a gift for you')
  const claim = new URL(linkIn(mail, '/claim/gift'))
  const context = await browser.newContext()
  const other = await context.newPage()
  await join(other, friend, claim.pathname + claim.search)
  await expect(other.getByText('Well <b>done</b>!')).toBeVisible()
  await other.getByRole('button', { name: 'Take the gift' }).click()
  await other.waitForURL('**/learning')
  await expect(other.getByRole('main').getByText(course).first()).toBeVisible()
  await page.reload()
  await expect(page.getByText(/^Claimed on /)).toBeVisible()
  await context.close()
})
