'use client'

import { Button } from '@archway/ui/button'
import { Kbd } from '@archway/ui/kbd'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { isShortcut } from './shortcut-setting'

const ShortcutsDialog = dynamic(() =>
  import('./shortcuts-dialog').then((file) => file.ShortcutsDialog),
)

/** N and P go to the next and the previous lesson, ? lists the keys; so does the button. */
export function LessonShortcuts({
  previousHref,
  nextHref,
  isVideo,
  outlineId,
}: {
  previousHref: string | null
  nextHref: string | null
  isVideo: boolean
  outlineId: string
}) {
  const t = useTranslations('player.keys')
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    document
      .getElementById(outlineId)
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest' })
  }, [outlineId])
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return
      const href = event.key === 'n' ? nextHref : event.key === 'p' ? previousHref : null
      if (event.key === '?') setIsOpen(true)
      else if (href) router.push(href)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', keys)
    return () => document.removeEventListener('keydown', keys)
  }, [nextHref, previousHref, router])
  return (
    <>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('open')}
        title={t('open')}
        onClick={() => setIsOpen(true)}
        className="hidden md:inline-flex"
      >
        <Kbd>{t('helpKey')}</Kbd>
      </Button>
      {isOpen ? <ShortcutsDialog isVideo={isVideo} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
