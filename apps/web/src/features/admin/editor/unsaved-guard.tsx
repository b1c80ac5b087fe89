'use client'

import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useMarkUnsaved } from './unsaved-forms'

/** The place on this site that a click on a link leads to, or null when it stays or opens elsewhere. */
function destinationOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank') return null
  if (link.hasAttribute('download') || link.origin !== window.location.origin) return null
  if (link.pathname === window.location.pathname && link.hash !== '') return null
  return link.pathname + link.search + link.hash
}

/** Asks before unsaved changes are left: by the browser on closing or reloading, by us on links. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const t = useTranslations('adminCatalog.form')
  const router = useRouter()
  const [destination, setDestination] = useState<string | null>(null)
  useMarkUnsaved(isDirty)
  useEffect(() => {
    if (!isDirty) return
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const onClick = (event: MouseEvent) => {
      const to = destinationOf(event)
      if (to === null) return
      event.preventDefault()
      event.stopPropagation()
      setDestination(to)
    }
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, true)
    }
  }, [isDirty])
  return (
    <ConfirmDialog
      open={destination !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) setDestination(null)
      }}
      title={t('leaveTitle')}
      description={t('leaveText')}
      confirmLabel={t('leave')}
      cancelLabel={t('stay')}
      variant="danger"
      onConfirm={() => {
        const to = destination
        setDestination(null)
        if (to !== null) router.push(to)
      }}
    />
  )
}
