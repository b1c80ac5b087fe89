import { adminEventInput } from '@archway/api/payments/schema'
import { can } from '@archway/api/shared/permissions'
import { Alert } from '@archway/ui/alert'
import { Badge } from '@archway/ui/badge'
import { CodeBlock } from '@archway/ui/code-block'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { Id } from '@/features/admin/id'
import { ResyncButton } from '@/features/admin/orders/resync-button'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { eventNote } from '@/features/admin/webhooks/event-note'
import { EventStateBadge } from '@/features/admin/webhooks/event-state'
import { TargetLink } from '@/features/admin/webhooks/target-link'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.webhooks'))('one') }
}

type Props = { params: Promise<{ eventId: string }> }

export default async function EventPage({ params }: Props) {
  const { eventId } = await params
  const member = await requireStaff('webhook.read', `/admin/webhooks/${eventId}`)
  const input = adminEventInput.safeParse({ id: eventId })
  if (!input.success) notFound()
  const event = await orNotFound((await api()).payments.adminEvent(input.data))
  const t = await getTranslations('adminOperations.webhooks')
  const nav = await getTranslations('admin.nav')
  const formats = formatsFor(member)
  const { target } = event
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/webhooks', label: nav('webhooks') }]}
            current={event.type}
          />
        }
        title={<span className="break-all">{event.type}</span>}
        description={<Id value={event.id} />}
        meta={
          <>
            <EventStateBadge state={event.state} />
            {event.livemode ? null : <Badge variant="outline">{t('testMode')}</Badge>}
          </>
        }
        actions={
          event.targetKey && can(member, 'order.resync') ? (
            <ResyncButton kind="event" id={event.id} />
          ) : undefined
        }
        className="mb-6"
      />
      {event.note ? (
        <Alert
          variant={event.state === 'dead' ? 'danger' : 'info'}
          title={t('note')}
          className="mb-5"
        >
          {eventNote(t, event.note)}
        </Alert>
      ) : null}
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Panel title={t('payload')} description={t('payloadHint')} className="xl:order-first">
          <CodeBlock
            label={t('payload')}
            code={event.payload}
            copyLabels={{ copy: t('copy'), copied: t('copied') }}
          />
        </Panel>
        <div className="grid min-w-0 content-start gap-5 max-xl:order-first">
          <Panel title={t('delivery')}>
            <DataList layout="columns" className="sm:[&>div]:grid-cols-[8rem_1fr]">
              <DataListItem term={t('occurred')}>{formats.dateTime(event.occurredAt)}</DataListItem>
              <DataListItem term={t('received')}>{formats.dateTime(event.receivedAt)}</DataListItem>
              <DataListItem term={t('deliveries')}>{event.deliveries}</DataListItem>
              <DataListItem term={t('apiVersion')}>{event.apiVersion ?? '–'}</DataListItem>
            </DataList>
          </Panel>
          <Panel title={t('target')}>
            {event.targetKey ? (
              <DataList layout="columns" className="sm:[&>div]:grid-cols-[8rem_1fr]">
                <DataListItem term={t('target')}>
                  <TargetLink targetKey={event.targetKey} number={event.orderNumber} />
                </DataListItem>
                <DataListItem term={t('attempts')}>{target?.attempts ?? 0}</DataListItem>
                <DataListItem term={t('syncedAt')}>
                  {target?.syncedAt ? formats.dateTime(target.syncedAt) : '–'}
                </DataListItem>
                {target?.deadAt ? (
                  <DataListItem term={t('targetStates.dead')}>
                    {formats.dateTime(target.deadAt)}
                  </DataListItem>
                ) : null}
                {target?.lastError ? (
                  <DataListItem term={t('lastError')}>
                    <span className="break-words text-danger">{target.lastError}</span>
                  </DataListItem>
                ) : null}
              </DataList>
            ) : (
              <p className="text-muted-foreground text-sm">{t('noTarget')}</p>
            )}
          </Panel>
        </div>
      </div>
    </AdminProviders>
  )
}
