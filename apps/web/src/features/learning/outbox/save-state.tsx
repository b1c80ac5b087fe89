'use client'

import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'
import { Spinner } from '@archway/ui/spinner'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { QuietLink } from '@/features/shell/quiet-link'
import { useOutbox, useOutboxState } from './outbox-provider'

/**
 * Says whether what was done here is saved. `quiet` shows only what needs attention. When changes that
 * waited have been sent, the page is loaded anew, so that it shows what the server made of them.
 */
export function SaveState({ quiet = false, returnTo }: { quiet?: boolean; returnTo: string }) {
  const { status, changes, refusal } = useOutboxState()
  const outbox = useOutbox()
  const t = useTranslations('player.save')
  const errors = useTranslations('errors')
  const router = useRouter()
  const hasWaited = useRef(false)
  useEffect(() => {
    if (status === 'waiting' || status === 'signed-out') hasWaited.current = true
    if (status === 'saved' && hasWaited.current) {
      hasWaited.current = false
      router.refresh()
    }
  }, [status, router])
  const count = changes.length
  const small = 'flex items-center gap-2 text-muted-foreground text-sm max-md:sr-only'
  const notice =
    'flex flex-wrap items-center gap-2 text-sm max-md:rounded-lg max-md:border max-md:border-border max-md:bg-surface-raised max-md:p-3 max-md:shadow-lg'
  return (
    <div role="status" aria-live="polite" className="min-w-0">
      {refusal ? (
        <p className={cn(notice, 'text-danger')}>
          <Icon name="danger" />
          {t('refused', {
            reason: errors.has(refusal as never) ? errors(refusal as never) : errors('internal'),
          })}
          <button type="button" className="text-link" onClick={() => outbox().dismissRefusal()}>
            {t('dismiss')}
          </button>
        </p>
      ) : status === 'waiting' ? (
        <p className={cn(notice, 'text-warning')}>
          <Icon name="warning" />
          {t('waiting', { count })}
          <button type="button" className="text-link" onClick={() => outbox().retry()}>
            {t('retry')}
          </button>
        </p>
      ) : status === 'signed-out' ? (
        <QuietLink
          href={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}
          className={cn(notice, 'text-warning')}
        >
          <Icon name="warning" />
          {t('signedOut', { count })}
        </QuietLink>
      ) : quiet ? null : status === 'saving' ? (
        <p className={small}>
          <Spinner className="size-4" />
          {t('saving')}
        </p>
      ) : (
        <p className={small}>
          <Icon name="check" className="text-success" />
          {t('saved')}
        </p>
      )}
    </div>
  )
}
