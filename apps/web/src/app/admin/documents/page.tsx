import { documentKinds } from '@archway/api/documents/states'
import { Alert } from '@archway/ui/alert'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { documentsQuery } from '@/features/admin/documents/documents-query'
import { DocumentsTable } from '@/features/admin/documents/documents-table'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminMoney.documents'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

/** Invoices and credit notes of all orders. */
export default async function DocumentsPage({ searchParams }: Props) {
  await requireStaff('document.read', '/admin/documents')
  const { query, input } = await listState(documentsQuery, searchParams)
  const { documents } = await api()
  const [page, sellers] = await Promise.all([
    documents.adminList(input),
    documents.adminLegalEntities(),
  ])
  const words = await getTranslations('adminMoney.sellers')
  const t = await getTranslations('adminMoney.documents')
  return (
    <ListPage
      table="documents"
      path="/admin/documents"
      query={query}
      title={t('title')}
      description={t('description')}
      tabs={
        sellers.some((seller) => seller.isDefault && seller.address === '') ? (
          <Alert variant="warning" title={words('incomplete')} className="mb-4">
            {words('incompleteText')}
          </Alert>
        ) : undefined
      }
      searchLabel={t('search')}
      actions={
        <LinkButton
          href="/admin/documents/sellers"
          variant="secondary"
          size="sm"
          linkComponent={Link}
        >
          {t('sellers')}
        </LinkButton>
      }
      filters={[
        choiceFilter('kind', t('kind'), documentKinds, (kind) => t(`kinds.${kind}`)),
        { kind: 'date', name: 'issuedFrom', label: t('from') },
        { kind: 'date', name: 'issuedTo', label: t('to') },
      ]}
    >
      <DocumentsTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
