/** @jsxRuntime automatic */
import { Column, Row, Section } from '@react-email/components'
import type { DocumentCause } from '../../documents/states'
import type { MailTemplates } from '../schema'
import { Action, Greeting, Paragraph, Small, TextLink } from './layout'

const Sum = ({ label, amount }: { label: string; amount: string }) => (
  <Row>
    <Column style={{ fontSize: '16px' }}>{label}</Column>
    <Column align="right" style={{ fontSize: '16px' }}>
      {amount}
    </Column>
  </Row>
)

/** What gave a discount: codes, and what was paid for courses before. */
const discountLabel = ({
  codes,
  credited = false,
}: NonNullable<MailTemplates['order-receipt']['discount']>): string =>
  codes.length === 0 && credited
    ? 'Paid for before'
    : [['Discount', ...codes].join(' '), ...(credited ? ['and paid for before'] : [])].join(' ')

/** The confirmation on a durable medium that Directive 2011/83/EU, Art. 8(7) asks for. */
const WithdrawalNotice = ({ waivedOn, until }: { waivedOn: string | null; until: string }) =>
  waivedOn === null ? (
    <Paragraph>
      You have the right to withdraw from this purchase until {until}, without giving a reason, and
      get everything back. What you bought opens when that time has ended, or as soon as you ask for
      it on the page of your order.
    </Paragraph>
  ) : (
    <Paragraph>
      On {waivedOn} you asked us to open what you bought at once, before the time for withdrawal
      ended, and acknowledged that you lose your right of withdrawal by this. The refund stated
      beside each item is our own promise and stays.
    </Paragraph>
  )

export const WithdrawalWaived = ({
  name,
  orderNumber,
  orderUrl,
  waivedOn,
}: MailTemplates['withdrawal-waived']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      On {waivedOn} you asked us to open what you bought with order {orderNumber} at once, before
      the time for withdrawal ended, and acknowledged that you lose your right of withdrawal by
      this. It is open now. The refund stated beside each item is our own promise and stays.
    </Paragraph>
    <Action href={orderUrl}>See the order</Action>
  </>
)

/** What a guest does next: nothing is open before it. */
const ClaimAction = ({
  url,
  until,
  orderUrl,
}: {
  url: string
  until: string
  orderUrl: string
}) => (
  <>
    <Paragraph>
      You paid without an account. Open the link below to put what you bought into your account, or
      into a new one: learning starts there. Whoever has this link can do so, so keep this mail to
      yourself.
    </Paragraph>
    <Action href={url}>Start learning</Action>
    <Small>
      The link works until {until}. After that, or if it is lost, a new one can be sent from{' '}
      <TextLink href={orderUrl}>the page of your order</TextLink>. A refund can be asked for by the
      same link.
    </Small>
  </>
)

/** Until when the price of a line is owed back, in the words of what it bought. */
function refundWords({
  purpose,
  until,
  percent,
}: NonNullable<MailTemplates['order-receipt']['lines'][number]['refund']>): string {
  switch (purpose) {
    case 'access':
      return `Full refund until ${until}, as long as less than ${percent}% of it is done.`
    case 'seats':
      return `Until ${until} you can have the price of every seat back that nobody has taken.`
    case 'gift':
      return `Full refund until ${until}, as long as nobody has claimed the gift.`
    case 'exam_attempt':
      return `Full refund until ${until}, as long as you have not sat the exam.`
  }
}

export const OrderReceipt = ({
  name,
  orderNumber,
  orderUrl,
  placedOn,
  hasInvoice,
  claim,
  lines,
  discount,
  withdrawal,
  total,
}: MailTemplates['order-receipt']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      Thank you. This is the receipt of order {orderNumber}, placed on {placedOn}.
    </Paragraph>
    {lines.map((line) => (
      <Section key={line.title} style={{ marginBottom: '12px' }}>
        <Row>
          <Column style={{ fontSize: '16px' }}>
            {line.learnUrl === null ? (
              line.title
            ) : (
              <TextLink href={line.learnUrl}>{line.title}</TextLink>
            )}
          </Column>
          <Column align="right" style={{ fontSize: '16px' }}>
            {line.amount}
          </Column>
        </Row>
        {line.list === null ? null : <Small>List price {line.list}</Small>}
        {line.refund ? <Small>{refundWords(line.refund)}</Small> : null}
      </Section>
    ))}
    {discount ? (
      <>
        <Sum label="Subtotal" amount={discount.subtotal} />
        <Sum label={discountLabel(discount)} amount={discount.amount} />
      </>
    ) : null}
    <Row>
      <Column style={{ fontSize: '16px', fontWeight: 600 }}>Total</Column>
      <Column align="right" style={{ fontSize: '16px', fontWeight: 600 }}>
        {total}
      </Column>
    </Row>
    {withdrawal ? <WithdrawalNotice {...withdrawal} /> : null}
    {hasInvoice ? <Small>The invoice is attached.</Small> : null}
    {claim === null ? (
      <Action href={orderUrl}>See the order</Action>
    ) : (
      <ClaimAction {...claim} orderUrl={orderUrl} />
    )}
  </>
)

export const ClaimLink = ({ orderNumber, titles, url, until }: MailTemplates['claim-link']) => (
  <>
    <Greeting name={null} />
    <Paragraph>
      Here is a new link for order {orderNumber} ({titles.join(', ')}). It puts what you bought into
      your account, or into a new one. Whoever has this link can do so, so keep this mail to
      yourself.
    </Paragraph>
    <Action href={url}>Open the order</Action>
    <Small>The link works until {until}.</Small>
  </>
)

export const OrderRefunded = ({
  name,
  orderNumber,
  orderUrl,
  amount,
  titles,
  endsAccess,
}: MailTemplates['order-refunded']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      {amount} of order {orderNumber} ({titles.join(', ')}) goes back to the card you paid with.
      Banks take up to ten days to show it.
    </Paragraph>
    {endsAccess ? (
      <Paragraph>Access has ended with it. Your notes and progress are kept.</Paragraph>
    ) : null}
    <Action href={orderUrl}>See the order</Action>
  </>
)

/** Why a document comes by itself, in the buyer's words. */
const documentReasons: Record<DocumentCause, string> = {
  sale: 'It is attached to this mail.',
  refund: 'The refund has arrived at your bank. The credit note is attached to this mail.',
  refund_failed:
    'Your bank could not take the refund, so the credit note for it no longer holds. The attached invoice replaces it.',
  dispute_lost:
    'Your bank has given the payment back to you. The credit note is attached to this mail.',
  dispute_reinstated:
    'Your bank has returned the disputed payment to us, so the credit note for it no longer holds. The attached invoice replaces it.',
  correction: 'It takes back the invoice that you had before and is attached to this mail.',
  reissue: 'It carries the corrected details of the buyer and is attached to this mail.',
}

export const DocumentIssued = ({
  name,
  kind,
  cause,
  reference,
  orderNumber,
  orderUrl,
}: MailTemplates['document-issued']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      This is {kind === 'invoice' ? 'invoice' : 'credit note'} {reference} for order {orderNumber}.{' '}
      {documentReasons[cause]}
    </Paragraph>
    <Action href={orderUrl}>See the order</Action>
  </>
)

export const EnrolmentWelcome = ({ name, title, learnUrl }: MailTemplates['enrolment-welcome']) => (
  <>
    <Greeting name={name} />
    <Paragraph>You are enrolled in {title}. Start whenever you like.</Paragraph>
    <Action href={learnUrl}>Start learning</Action>
  </>
)

export const CourseCompleted = ({ name, title, learnUrl }: MailTemplates['course-completed']) => (
  <>
    <Greeting name={name} />
    <Paragraph>You have completed {title}. Well done.</Paragraph>
    <Action href={learnUrl}>Look back at the course</Action>
  </>
)
