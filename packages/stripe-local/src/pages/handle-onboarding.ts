import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { App } from '../app'
import { readBody } from '../http/read-body'
import { redirect, respondHtml } from '../http/respond'
import { changeAccount } from '../resources/accounts/change'
import { type Requirement, SLOW_TAX_ID } from '../resources/accounts/requirements'
import { bankPayoutsOf } from '../resources/payouts/bank-payout'
import type { AccountLinkRow } from '../state/rows'
import { missingPage, refusedPage } from './notices'
import { accountPage, onboardingPage } from './onboarding-page'

const line = z.string().trim().max(200).default('')
const submission = z.strictObject({
  name: line,
  address: line,
  tax_id: line,
  bank: line,
  terms: z.enum(['yes']).optional(),
  step: z.enum(['finish', 'later']),
})
type Submission = z.output<typeof submission>

/**
 * Serves the onboarding page of an account link. A link that is old or was used leads to its refresh
 * address, as at Stripe; finishing and coming back later both lead to the return address, which proves
 * nothing about what was given.
 */
export async function handleOnboarding(
  app: App,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const body = request.method === 'POST' ? await readBody(request) : null
  app.runDue()
  await app.commit()
  const link = app.db.tables.accountLinks.get(id)
  const account = app.db.tables.accounts.get(link?.account ?? '')
  if (!link || !account) return respondHtml(response, 404, missingPage())
  if (link.isUsed || link.expiresAt < app.clock.now()) return redirect(response, link.refreshUrl)
  const view = { link: id, account, merchantName: app.config.merchantName }
  if (body === null) {
    const values = { name: account.company?.name ?? account.business_profile?.name ?? '' }
    return respondHtml(response, 200, onboardingPage({ ...view, values, errors: {} }))
  }
  const parsed = submission.safeParse(Object.fromEntries(new URLSearchParams(body)))
  if (!parsed.success) {
    return respondHtml(response, 400, refusedPage('The form is incomplete. Load it again.'))
  }
  const errors = parsed.data.step === 'finish' ? problemsOf(parsed.data) : {}
  if (Object.keys(errors).length > 0) {
    const { step: _step, terms = '', ...typed } = parsed.data
    const values = { ...typed, terms }
    return respondHtml(response, 422, onboardingPage({ ...view, values, errors }))
  }
  save(app, link, parsed.data)
  await app.commit()
  redirect(response, link.returnUrl)
}

function save(app: App, link: AccountLinkRow, given: Submission): void {
  const taxId = /^\d{9}$/.test(given.tax_id)
  const met: [Requirement, boolean][] = [
    ['company.name', given.name !== ''],
    ['company.address.line1', given.address !== ''],
    ['company.tax_id', taxId],
    ['external_account', given.bank !== ''],
    ['tos_acceptance.date', given.terms === 'yes'],
  ]
  app.change((scope) => {
    scope.tables.accountLinks.put({ ...link, isUsed: true })
    return changeAccount(
      scope,
      link.account,
      {
        given: met.filter(([, isMet]) => isMet).map(([name]) => name),
        isChecking: given.tax_id === SLOW_TAX_ID,
      },
      { company: { name: given.name || null, tax_id_provided: taxId } },
    )
  })
}

function problemsOf(given: Submission): Record<string, string> {
  return {
    ...(given.name ? {} : { name: 'Enter the name as it is registered.' }),
    ...(given.address ? {} : { address: 'Enter street and number.' }),
    ...(/^\d{9}$/.test(given.tax_id) ? {} : { tax_id: 'Enter nine digits.' }),
    ...(given.bank ? {} : { bank: 'Enter where the money goes.' }),
    ...(given.terms ? {} : { terms: 'Without the terms nothing can be paid.' }),
  }
}

/** Serves what a login link leads to. */
export function handleAccount(app: App, response: ServerResponse, id: string): void {
  const account = app.db.tables.accounts.get(id)
  const payouts = app.change((scope) => bankPayoutsOf(scope, id))
  if (account) respondHtml(response, 200, accountPage(account, payouts))
  else respondHtml(response, 404, missingPage())
}
