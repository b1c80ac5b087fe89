import { SkipLink } from '@archway/ui/skip-link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SiteFooter } from '@/features/shell/site-footer'
import { SiteHeader } from '@/features/shell/site-header'

export default async function LearnLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('common')
  return (
    <>
      <SkipLink>{t('skipToContent')}</SkipLink>
      <SiteHeader />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <SiteFooter />
    </>
  )
}
