import { canEditScheme } from '@archway/api/schemes/policy'
import { schemeSlugInput } from '@archway/api/schemes/schema/publish'
import { can } from '@archway/api/shared/permissions'
import { Alert } from '@archway/ui/alert'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { SchemeEditor } from '@/features/admin/schemes/scheme-editor'
import { formatsFor } from '@/lib/formats'
import { offeringPath } from '@/lib/paths'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminSchemes'))('title') }
}

type Props = { params: Promise<{ slug: string }> }

/** The rules of one certification, to be edited by whoever may. */
export default async function SchemePage({ params }: Props) {
  const input = schemeSlugInput.safeParse(await params)
  if (!input.success) notFound()
  const { slug } = input.data
  const member = await requireStaff('scheme.read', `/admin/schemes/${slug}`)
  const scheme = await (await api()).schemes.adminGet({ slug })
  const t = await getTranslations('adminSchemes')
  const errors = await getTranslations('errors')
  const verdict = canEditScheme(member, scheme)
  const formats = formatsFor(member)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={scheme.title}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/schemes' }, { label: scheme.title }]}
          />
        }
        actions={
          <div className="flex flex-wrap gap-3">
            {scheme.origin === 'own' && can(member, 'exam.read') ? (
              <LinkButton
                href={`/admin/schemes/${slug}/evidence`}
                linkComponent={Link}
                size="sm"
                variant="secondary"
              >
                {t('evidence.show')}
              </LinkButton>
            ) : null}
            {scheme.status === 'published' ? (
              <LinkButton
                href={`${offeringPath({ kind: 'certification', slug })}#rules`}
                linkComponent={Link}
                size="sm"
                variant="secondary"
              >
                {t('seePublic')}
              </LinkButton>
            ) : null}
          </div>
        }
      />
      <div className="grid gap-5">
        {verdict.ok ? (
          <SchemeEditor scheme={scheme} />
        ) : (
          <Alert variant="info">{errors(verdict.reason as 'not-allowed')}</Alert>
        )}
        <Panel title={t('versions')} className="max-w-4xl">
          {scheme.versions.length === 0 ? (
            <p className="text-muted-foreground text-sm">{t('noVersions')}</p>
          ) : (
            <ol className="grid gap-1 text-sm">
              {scheme.versions.map(({ number, publishedAt }) => (
                <li key={number}>
                  {t('versionOf', { number, date: formats.dateTime(publishedAt) })}
                </li>
              ))}
            </ol>
          )}
        </Panel>
      </div>
    </AdminProviders>
  )
}
