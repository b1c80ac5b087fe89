import { credentialInput, decidedStates } from '@archway/api/credentials/schema'
import { can } from '@archway/api/shared/permissions'
import { Alert } from '@archway/ui/alert'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AuditTrail } from '@/features/admin/audit/audit-trail'
import { CasePanels } from '@/features/admin/credentials/case-panel'
import { CredentialHistory } from '@/features/admin/credentials/credential-history'
import { CredentialPanel, VerifyPanel } from '@/features/admin/credentials/credential-panel'
import { DecideCredential } from '@/features/admin/credentials/decide-credential'
import { EraseName } from '@/features/admin/credentials/erase-name'
import { StandingBadge } from '@/features/admin/credentials/standing-badge'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCredentials'))('one') }
}

type Props = { params: Promise<{ credentialId: string }> }

/** One credential: what it says, what became of it, and what may be decided about it. */
export default async function AdminCredentialPage({ params }: Props) {
  const { credentialId } = await params
  const member = await requireStaff('credential.read', `/admin/credentials/${credentialId}`)
  const input = credentialInput.safeParse({ credentialId })
  if (!input.success) notFound()
  const credential = await orNotFound((await api()).credentials.adminGet(input.data))
  const t = await getTranslations('adminCredentials')
  const errors = await getTranslations('errors')
  const formats = formatsFor(member)
  const name = credential.subjectName ?? t('erasedName')
  const mayDecide = credential.refusal === null
  const next = decidedStates.filter((state) => credential.next.some((one) => one === state))
  const canSeeAudit = can(member, 'audit.read')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/credentials', label: t('title') }]}
            current={credential.licenseNumber}
          />
        }
        title={name}
        description={credential.achievement.content.name}
        meta={
          <StandingBadge
            standing={credential.standing}
            isOpen={credential.cases.some(({ decidedAt }) => decidedAt === null)}
          />
        }
        actions={
          mayDecide ? (
            <>
              {next.map((to) => (
                <DecideCredential key={to} credentialId={credentialId} to={to} />
              ))}
              {credential.erasedAt ? null : <EraseName credentialId={credentialId} />}
            </>
          ) : undefined
        }
        className="mb-6"
      />
      {credential.refusal && can(member, 'credential.decide') ? (
        <Alert variant="info" className="mb-5">
          {errors(credential.refusal as never)}
        </Alert>
      ) : null}
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-5">
          <CasePanels
            credential={credential}
            canSeeOrder={can(member, 'order.read')}
            formats={formats}
          />
          <CredentialPanel
            credential={credential}
            canSeePerson={can(member, 'person.read')}
            formats={formats}
          />
          <CredentialHistory credential={credential} formats={formats} />
        </div>
        <div className="grid min-w-0 content-start gap-5">
          <VerifyPanel credential={credential} />
          <AuditTrail entries={credential.audit} formats={formats} canOpen={canSeeAudit} />
        </div>
      </div>
    </AdminProviders>
  )
}
