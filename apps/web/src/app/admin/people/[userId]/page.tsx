import { canSuspend } from '@archway/api/accounts/policy'
import { isSessionLive } from '@archway/api/accounts/rules'
import { personInput } from '@archway/api/accounts/schema'
import { can } from '@archway/api/shared/permissions'
import { Alert } from '@archway/ui/alert'
import { Badge } from '@archway/ui/badge'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AuditTrail } from '@/features/admin/audit/audit-trail'
import { EnrolmentPanel } from '@/features/admin/enrolments/enrolment-panel'
import { GrantList } from '@/features/admin/enrolments/grant-list'
import { OrderPanel } from '@/features/admin/orders/order-panel'
import { Panel } from '@/features/admin/panel'
import { AccountActions } from '@/features/admin/people/account-actions'
import { ProfilePanel } from '@/features/admin/people/profile-panel'
import { PurchasesPanel } from '@/features/admin/people/purchases-panel'
import { RolesEditor } from '@/features/admin/people/roles-editor'
import { SessionPanel } from '@/features/admin/people/session-panel'
import { requireStaff } from '@/features/admin/require-staff'
import { deps } from '@/lib/deps'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.people'))('one') }
}

type Props = { params: Promise<{ userId: string }> }

export default async function PersonPage({ params }: Props) {
  const { userId } = await params
  const member = await requireStaff('person.read', `/admin/people/${userId}`)
  const input = personInput.safeParse({ userId })
  if (!input.success) notFound()
  const caller = await api()
  const person = await orNotFound(caller.accounts.adminGet(input.data))
  const canSeeLearning = can(member, 'enrolment.read')
  const few = { pageSize: 5 }
  const [grants, enrolments, orders, subscriptions, pools, gifts, audit] = await Promise.all([
    canSeeLearning ? caller.enrolments.adminGrantsOf({ userId }) : null,
    canSeeLearning ? caller.enrolments.adminList({ userId, pageSize: 10 }) : null,
    can(member, 'order.read') ? caller.orders.adminList({ userId, pageSize: 8 }) : null,
    can(member, 'subscription.read') ? caller.subscriptions.adminList({ userId, ...few }) : null,
    can(member, 'seat.read') ? caller.seats.adminList({ ownerId: userId, ...few }) : null,
    can(member, 'gift.read') ? caller.gifts.adminList({ userId, ...few }) : null,
    can(member, 'audit.read') ? caller.audit.adminList({ entityId: userId, pageSize: 15 }) : null,
  ])
  const t = await getTranslations('adminOperations.people')
  const access = await getTranslations('adminOperations.access')
  const nav = await getTranslations('admin.nav')
  const formats = formatsFor(member)
  const now = deps().clock.now()
  const roles = person.roles.map(({ role }) => role)
  const liveIds = person.sessions
    .filter((session) => isSessionLive({ ...session, user: person }, now))
    .map((session) => session.id)
  const name = person.name ?? person.email
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/people', label: nav('people') }]}
            current={name}
          />
        }
        title={name}
        description={<span className="break-all">{person.email}</span>}
        meta={
          <>
            {person.suspendedAt ? (
              <Badge variant="danger">{t('states.suspended')}</Badge>
            ) : person.emailVerified ? (
              <Badge variant="success">{t('states.active')}</Badge>
            ) : (
              <Badge variant="warning">{t('states.unverified')}</Badge>
            )}
            {roles.map((role) => (
              <Badge key={role} variant="accent">
                {t(`role.${role}`)}
              </Badge>
            ))}
          </>
        }
        actions={
          canSuspend(member, { userId, currentRoles: roles }).ok ? (
            <AccountActions
              userId={userId}
              email={person.email}
              isClosed={person.suspendedAt !== null}
              liveSessions={liveIds.length}
              liveGrants={grants?.filter((grant) => grant.standing === 'live').length ?? null}
            />
          ) : undefined
        }
        className="mb-6"
      />
      {person.suspendedAt ? (
        <Alert variant="warning" className="mb-5" title={t('closedTitle')}>
          {t('closedText', { date: formats.dateTime(person.suspendedAt) })}
        </Alert>
      ) : null}
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid min-w-0 content-start gap-5">
          {grants ? (
            <Panel
              title={access('why')}
              description={access('whyHint')}
              action={
                can(member, 'enrolment.grant') && !person.suspendedAt ? (
                  <LinkButton
                    href={`/admin/enrolments/grant?email=${encodeURIComponent(person.email)}`}
                    linkComponent={Link}
                    variant="secondary"
                    size="sm"
                  >
                    {access('give')}
                  </LinkButton>
                ) : undefined
              }
            >
              <GrantList
                grants={grants}
                all={grants}
                canRevoke={can(member, 'enrolment.revoke')}
                showOffering
                formats={formats}
              />
            </Panel>
          ) : null}
          {enrolments ? (
            <EnrolmentPanel
              enrolments={enrolments}
              allHref={`/admin/enrolments?userId=${userId}`}
            />
          ) : null}
          {orders ? (
            <OrderPanel
              title={nav('orders')}
              orders={orders}
              allHref={`/admin/orders?userId=${userId}`}
              formats={formats}
            />
          ) : null}
          <PurchasesPanel
            userId={userId}
            subscriptions={subscriptions}
            pools={pools}
            gifts={gifts}
            formats={formats}
          />
        </div>
        <div className="grid min-w-0 content-start gap-5">
          <ProfilePanel person={person} formats={formats} />
          {can(member, 'person.roles') ? (
            <Panel title={t('roles')} description={t('rolesHint')}>
              <RolesEditor key={roles.join()} userId={userId} roles={roles} />
            </Panel>
          ) : null}
          <SessionPanel
            userId={userId}
            sessions={person.sessions.slice(0, 8)}
            liveIds={liveIds}
            canEnd={can(member, 'person.sessions')}
            formats={formats}
          />
          {audit ? <AuditTrail entries={audit.rows} formats={formats} canOpen /> : null}
        </div>
      </div>
    </AdminProviders>
  )
}
