import { SkipLink } from '@archway/ui/skip-link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

/** The player has a header of its own and nothing around it that distracts. */
export default async function PlayerLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('common')
  return (
    <>
      <SkipLink>{t('skipToContent')}</SkipLink>
      {children}
    </>
  )
}
