import { adminCredentialsInput } from '@archway/api/credentials/schema'
import { credentialStates } from '@archway/api/credentials/states'
import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { CredentialsTable } from '@/features/admin/credentials/credentials-table'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCredentials'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function AdminCredentialsPage({ searchParams }: Props) {
  const member = await requireStaff('credential.read', '/admin/credentials')
  const { query, input } = await listState(adminCredentialsInput, searchParams)
  const page = await (await api()).credentials.adminList(input)
  const t = await getTranslations('adminCredentials')
  return (
    <ListPage
      table="credentials"
      path="/admin/credentials"
      query={query}
      title={t('title')}
      description={t('description')}
      actions={
        <>
          <LinkButton href="/admin/credentials/issuers" linkComponent={Link} variant="secondary">
            {t('issuers.open')}
          </LinkButton>
          {can(member, 'credential.decide') ? (
            <LinkButton href="/admin/credentials/names" linkComponent={Link} variant="secondary">
              {t('names.open')}
            </LinkButton>
          ) : null}
        </>
      }
      searchLabel={t('search')}
      filters={[
        choiceFilter('show', t('show'), ['to-decide', 'erased'], (one) => t(`shows.${one}`)),
        choiceFilter('state', t('state'), [...credentialStates, 'expired'], (state) =>
          t(`states.${state}`),
        ),
      ]}
    >
      <CredentialsTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
        canDecide={can(member, 'credential.decide')}
      />
    </ListPage>
  )
}
