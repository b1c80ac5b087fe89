import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

/** What stands in place of a page of the dashboard that is not there, or not for this reader. */
export default async function AdminNotFound() {
  const t = await getTranslations('admin.notFound')
  return (
    <EmptyState
      headingLevel={1}
      title={t('title')}
      description={t('description')}
      actions={
        <LinkButton href="/admin" linkComponent={Link}>
          {t('action')}
        </LinkButton>
      }
    />
  )
}
