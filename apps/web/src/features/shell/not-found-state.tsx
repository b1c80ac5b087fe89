import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

/** What stands in place of a page that is not there; the frame around it is the layout's. */
export async function NotFoundState() {
  const t = await getTranslations('common')
  return (
    <Container size="content" className="py-24">
      <EmptyState
        headingLevel={1}
        title={t('notFound.title')}
        description={t('notFound.description')}
        actions={
          <LinkButton href="/catalogue" linkComponent={Link}>
            {t('notFound.action')}
          </LinkButton>
        }
      />
    </Container>
  )
}
