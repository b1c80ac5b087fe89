'use client'

import { toast } from '@archway/ui/toast'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'

/** What follows a save: the form is clean, the reader is told, and the page shows the new version. */
export function useSaved({
  markSaved,
}: {
  markSaved: (version: number) => void
}): (result: { version: number }) => void {
  const t = useTranslations('adminCatalog.guides')
  const router = useRouter()
  return ({ version }) => {
    markSaved(version)
    toast.success(t('saved'))
    router.refresh()
  }
}
