import type { Tx } from '@archway/db/client'
import type { Issued } from '../../documents/commands/issue-documents'
import { kindOf } from '../../documents/states'
import { requestMail } from '../../notifications/commands'
import { boughtLink, day, orderLink } from '../../notifications/rules'
import { formatMoney } from '../../shared/money'
import type { AllocatedRefund } from '../rules/allocate-refund'
import { isActiveRefund, type StripeFacts } from '../rules/facts'
import { accessOpensAt, refundDeadline } from '../rules/refund-promise'
import { refundTerms } from '../schema'
import { issueClaimLink } from './claim-link'
import type { LoadedOrder } from './load-order'

/**
 * The receipt: one per order, whatever happens later, with the invoice, and for a guest with the link
 * that claims what was bought. Returns the ids of the documents that go with it.
 */
export async function mailReceipt(
  tx: Tx,
  order: LoadedOrder,
  paidAt: Date,
  issued: readonly Issued[],
  { appUrl, now }: { appUrl: string; now: Date },
): Promise<string[]> {
  const { currency, user } = order
  const timeZone = user?.timeZone ?? 'UTC'
  const money = (amountMinor: bigint) => formatMoney({ amountMinor, currency })
  const documentIds = [...order.documents, ...issued]
    .filter((document) => document.cause === 'sale')
    .map((document) => document.id)
  const claim = order.userId === null ? await issueClaimLink(tx, order, now, appUrl) : null
  await requestMail(tx, {
    documentIds,
    key: `order-receipt:${order.id}`,
    template: 'order-receipt',
    recipient: order.email,
    params: {
      name: user?.name ?? null,
      orderNumber: order.number,
      orderUrl: orderLink(appUrl, order),
      placedOn: day(paidAt, timeZone),
      hasInvoice: documentIds.length > 0,
      claim: claim && { url: claim.url, until: day(claim.expiresAt, timeZone) },
      lines: order.lines.map((line) => {
        const terms = refundTerms.parse(line.refundPromise)
        return {
          title: line.title,
          amount: money(line.amountMinor),
          list: line.discountMinor > 0n ? money(line.listMinor) : null,
          learnUrl: order.userId === null ? null : boughtLink(appUrl, line),
          refund:
            line.amountMinor === 0n
              ? null
              : {
                  until: day(refundDeadline(terms, paidAt), timeZone),
                  percent: terms.belowPercent,
                  purpose: line.purpose,
                },
        }
      }),
      discount:
        order.discountMinor > 0n
          ? {
              subtotal: money(order.subtotalMinor),
              amount: money(-order.discountMinor),
              codes: order.coupons.map(({ code }) => code.code),
              credited: order.upgradeCredits.length > 0,
            }
          : null,
      withdrawal: withdrawalNotice(order, paidAt, timeZone),
      total: money(order.totalMinor),
    },
  })
  return documentIds
}

/**
 * What a consumer in the Union is told of the right of withdrawal, on a durable medium: that it ended with
 * their own request, or until when it lasts. Null for who has none.
 */
function withdrawalNotice(order: LoadedOrder, paidAt: Date, timeZone: string) {
  const opens = order.lines.flatMap((line) => {
    const terms = refundTerms.parse(line.refundPromise)
    const at =
      line.purpose === 'access' ? accessOpensAt(terms, { purpose: 'access' }, { paidAt }) : null
    return at === null || line.amountMinor === 0n ? [] : [at]
  })
  const [until] = opens
  if (!until) return null
  return {
    waivedOn: order.waivedAt && day(order.waivedAt, timeZone),
    until: day(until, timeZone),
  }
}

/**
 * One mail for each refund that was not known before, about the lines that it gave back, with its
 * credit note when it has succeeded by then. Returns the ids of the documents that go with them.
 */
export async function mailRefunds(
  tx: Tx,
  order: LoadedOrder,
  facts: StripeFacts,
  allocated: readonly AllocatedRefund[],
  { closedLineIds, issued }: { closedLineIds: ReadonlySet<string>; issued: readonly Issued[] },
  appUrl: string,
): Promise<string[]> {
  const mailed: string[] = []
  const known = new Set(order.refunds.map((refund) => refund.id))
  for (const refund of facts.refunds) {
    if (known.has(refund.id) || !isActiveRefund(refund)) continue
    const lines = linesOf(order, allocated.find(({ id }) => id === refund.id)?.allocations ?? [])
    const documentIds = issued
      .filter((row) => row.cause === 'refund' && row.externalId.startsWith(`${refund.id}:`))
      .map((row) => row.id)
    mailed.push(...documentIds)
    await requestMail(tx, {
      documentIds,
      key: `order-refunded:${refund.id}`,
      template: 'order-refunded',
      recipient: order.email,
      params: {
        name: order.user?.name ?? null,
        orderNumber: order.number,
        orderUrl: orderLink(appUrl, order),
        amount: formatMoney({ amountMinor: refund.amountMinor, currency: refund.currency }),
        titles: lines.map((line) => line.title),
        endsAccess: order.userId !== null && lines.every((line) => closedLineIds.has(line.id)),
      },
    })
  }
  return mailed
}

/** Documents that no other mail carries: a credit note that came later, or one that is taken back. */
export async function mailDocuments(
  tx: Tx,
  order: Pick<LoadedOrder, 'id' | 'email' | 'number' | 'user' | 'userId'>,
  documents: readonly Issued[],
  appUrl: string,
): Promise<void> {
  for (const { id, reference, cause } of documents) {
    await requestMail(tx, {
      key: `document-issued:${id}`,
      template: 'document-issued',
      recipient: order.email,
      documentIds: [id],
      params: {
        name: order.user?.name ?? null,
        kind: kindOf(cause),
        cause,
        reference,
        orderNumber: order.number,
        orderUrl: orderLink(appUrl, order),
      },
    })
  }
}

/** The lines that a refund names; all of the order when it names none. */
function linesOf(order: LoadedOrder, allocations: AllocatedRefund['allocations']) {
  const named = new Set(allocations.map((part) => part.orderLineId))
  return named.size === 0 ? order.lines : order.lines.filter((line) => named.has(line.id))
}
