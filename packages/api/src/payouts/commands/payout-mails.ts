import type { Tx } from '@archway/db/client'
import { mailStaff, requestMail } from '../../notifications/commands'
import { adminLink } from '../../notifications/rules'
import type { MailTemplates } from '../../notifications/schema'
import type { Deps } from '../../shared/deps'
import { formatMoney } from '../../shared/money'
import type { AccountState } from '../states'

type MailDeps = Pick<Deps, 'appUrl'>
type Sum = { id: string; number: number; providerId: string; currency: string; amountMinor: bigint }

/** Who reads a mail about a provider's money. */
type Owner = { name: string | null; provider: string }

/** Decides on a mail to everybody who owns a provider, once for each under the key. */
async function mailOwners<Name extends keyof MailTemplates>(
  tx: Tx,
  providerId: string,
  mail: { key: string; template: Name; params: (owner: Owner) => MailTemplates[Name] },
): Promise<void> {
  const { name: provider, members } = await tx.provider.findUniqueOrThrow({
    where: { id: providerId },
    select: {
      name: true,
      members: {
        where: { role: 'owner', user: { suspendedAt: null } },
        select: { user: { select: { id: true, email: true, name: true } } },
      },
    },
  })
  for (const { user } of members) {
    await requestMail(tx, {
      key: `${mail.key}:${user.id}`,
      template: mail.template,
      recipient: user.email,
      params: mail.params({ name: user.name, provider }),
    })
  }
}

const accountPage = (deps: MailDeps, providerId: string) =>
  `${deps.appUrl}/admin/earnings/account?provider=${providerId}`

/** Tells owners that money is on its way to them. */
export const mailPayoutSent = (tx: Tx, deps: MailDeps, payout: Sum): Promise<void> =>
  mailOwners(tx, payout.providerId, {
    key: `payout-sent:${payout.id}`,
    template: 'payout-sent',
    params: (owner) => ({
      ...owner,
      number: payout.number,
      amount: formatMoney(payout),
      url: adminLink(deps.appUrl, `/admin/payouts/${payout.id}`),
    }),
  })

/**
 * Tells owners that money waits because of the account, once for each reason. What Stripe refused, or what
 * the platform's balance is short for, is for staff to settle: they are told as well, or alone.
 */
export async function mailBlockedPayout(
  tx: Tx,
  deps: MailDeps,
  payout: Sum & { reason: string | null },
): Promise<void> {
  const { id, number, providerId, reason } = payout
  const amount = formatMoney(payout)
  if (reason !== 'balance') {
    await mailOwners(tx, providerId, {
      key: `payout-blocked:${id}:${reason}`,
      template: 'payout-blocked',
      params: (owner) => ({
        ...owner,
        amount,
        reason: reason ?? '',
        url: accountPage(deps, providerId),
      }),
    })
  }
  if (reason !== 'refused' && reason !== 'balance') return
  await mailStaff(tx, 'payout.send', {
    key: `payout-refused:${id}:${reason}`,
    template: 'payout-refused',
    params: (name) => ({
      name,
      number,
      amount,
      reason,
      url: adminLink(deps.appUrl, `/admin/payouts/${id}`),
    }),
  })
}

/** Tells owners and staff that the bank has sent money back. */
export async function mailBankRefusal(
  tx: Tx,
  deps: MailDeps,
  payout: Sum,
  bankPayoutId: string,
): Promise<void> {
  await mailOwners(tx, payout.providerId, {
    key: `payout-failed:${payout.id}:${bankPayoutId}`,
    template: 'payout-failed',
    params: (owner) => ({
      ...owner,
      number: payout.number,
      amount: formatMoney(payout),
      url: accountPage(deps, payout.providerId),
    }),
  })
}

/** Tells owners that their account needs them, when it has come to that. */
export async function mailAccount(
  tx: Tx,
  deps: MailDeps,
  account: { id: string; providerId: string; state: AccountState; reason: string | null },
): Promise<void> {
  const { id, providerId, state, reason } = account
  if (state === 'ready' || reason === 'requirements.pending_verification') return
  await mailOwners(tx, providerId, {
    key: `onboarding-needed:${id}:${state}:${reason}`,
    template: 'onboarding-needed',
    params: (owner) => ({ ...owner, state, url: accountPage(deps, providerId) }),
  })
}
