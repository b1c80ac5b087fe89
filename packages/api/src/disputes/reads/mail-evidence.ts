import type { DbOrTx } from '@archway/db/client'
import type { MailTemplates } from '../../notifications/schema'
import type { EvidenceFacts } from '../rules/evidence-facts'

/** Mails that say something about a purchase, in words. Others, and what is in them, are nobody's business. */
const told = {
  'verify-email': 'Request to confirm the address',
  'order-receipt': 'Receipt',
  'order-refunded': 'Notice of a refund',
  'enrolment-welcome': 'Welcome to the course',
  'course-completed': 'Notice that the course was completed',
} as const satisfies Partial<Record<keyof MailTemplates, string>>

type Told = keyof typeof told

/** Mails to the buyer: the receipt and the refunds of this order, and others before the dispute; fifty at most. */
export async function listMailsAbout(
  db: DbOrTx,
  order: {
    id: string
    email: string
    refunds: readonly { id: string }[]
  },
  until: Date,
): Promise<EvidenceFacts['mails']> {
  const mails = await db.mailMessage.findMany({
    where: {
      recipient: { equals: order.email, mode: 'insensitive' },
      OR: [
        { key: `order-receipt:${order.id}` },
        { key: { in: order.refunds.map((refund) => `order-refunded:${refund.id}`) } },
        {
          template: { in: ['verify-email', 'enrolment-welcome', 'course-completed'] },
          createdAt: { lte: until },
        },
      ],
    },
    orderBy: { createdAt: 'asc' },
    take: 50,
    select: { template: true, recipient: true, createdAt: true, sentAt: true },
  })
  return mails.map(({ template, recipient, createdAt, sentAt }) => ({
    what: told[template as Told],
    recipient,
    requestedAt: createdAt,
    sentAt,
  }))
}
