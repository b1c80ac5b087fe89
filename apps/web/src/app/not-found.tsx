import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { SiteFooter } from '@/features/shell/site-footer'
import { SiteHeader } from '@/features/shell/site-header'

export default async function NotFound() {
  const t = await getTranslations('common')
  return (
    <>
      <SiteHeader />
      <main id="main">
        <Container size="content" className="py-24">
          <EmptyState
            title={t('notFound.title')}
            description={t('notFound.description')}
            actions={
              <LinkButton href="/catalogue" linkComponent={Link}>
                {t('notFound.action')}
              </LinkButton>
            }
          />
        </Container>
      </main>
      <SiteFooter />
    </>
  )
}
