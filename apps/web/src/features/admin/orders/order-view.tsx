import type { Member } from '@archway/api/shared/actor'
import { can } from '@archway/api/shared/permissions'
import { countryChoices } from '@/lib/country-choices'
import { formatsFor } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { AuditTrail } from '../audit/audit-trail'
import { AccessPanel } from './access-panel'
import type { AdminOrder } from './admin-order'
import { BuyerPanel } from './buyer-panel'
import { CommandsPanel } from './commands-panel'
import { DocumentsPanel } from './documents-panel'
import { EventsPanel } from './events-panel'
import { HistoryPanel } from './history-panel'
import { LedgerPanel } from './ledger-panel'
import { LinesPanel } from './lines-panel'
import { StripePanel } from './stripe-panel'
import { SyncPanel } from './sync-panel'
import { TaxPanel } from './tax-panel'

/** Everything about one order: what was bought and what happened on the left, who and why on the right. */
export function OrderView({
  order,
  documents,
  member,
}: {
  order: AdminOrder
  documents: AdminOutput['documents']['ofOrder']
  member: Member
}) {
  const formats = formatsFor(member)
  return (
    <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 content-start gap-5">
        <LinesPanel order={order} formats={formats} />
        <DocumentsPanel
          orderId={order.id}
          documents={documents}
          countries={countryChoices(member.locale)}
          canCorrect={can(member, 'document.correct')}
          formats={formats}
        />
        <StripePanel order={order} formats={formats} />
        {order.ledger ? <LedgerPanel ledger={order.ledger} formats={formats} /> : null}
        <CommandsPanel commands={order.commands} currency={order.currency} formats={formats} />
        <EventsPanel events={order.events} formats={formats} />
      </div>
      <div className="grid min-w-0 content-start gap-5 md:grid-cols-2 xl:grid-cols-1">
        <BuyerPanel order={order} formats={formats} canSeePerson={can(member, 'person.read')} />
        <TaxPanel order={order} countries={countryChoices(member.locale)} formats={formats} />
        <AccessPanel order={order} formats={formats} />
        <HistoryPanel order={order} formats={formats} />
        <SyncPanel sync={order.sync} formats={formats} />
        <AuditTrail entries={order.audit} formats={formats} canOpen={can(member, 'audit.read')} />
      </div>
    </div>
  )
}
