'use client'

import { Button } from '@archway/ui/button'
import { Icon } from '@archway/ui/icon'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { isTyping, shortcutsEnabled } from './shortcut-setting'

const ShortcutsDialog = dynamic(() =>
  import('./shortcuts-dialog').then((file) => file.ShortcutsDialog),
)

/** N and P go to the next and the previous lesson, ? lists the keys; so does the button. */
export function LessonShortcuts({
  previousHref,
  nextHref,
  isVideo,
}: {
  previousHref: string | null
  nextHref: string | null
  isVideo: boolean
}) {
  const t = useTranslations('player.keys')
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    document
      .querySelector('#course-outline [aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
      if (!shortcutsEnabled()) return
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
        <Icon name="info" />
      </Button>
      {isOpen ? <ShortcutsDialog isVideo={isVideo} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
