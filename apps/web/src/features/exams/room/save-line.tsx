'use client'

import { Alert } from '@archway/ui/alert'
import { Icon } from '@archway/ui/icon'
import { useTranslations } from 'next-intl'
import type { SaveState } from './use-answers'

/** In one plain sentence what is saved, and where. */
export function SaveLine({ state }: { state: SaveState }) {
  const t = useTranslations('exams.room.save')
  if (state === 'offline' || state === 'signed-out') {
    return (
      <Alert variant="warning" role="status" title={t(`${state}.title`)}>
        {t(`${state}.text`)}
      </Alert>
    )
  }
  return (
    <p role="status" className="flex items-center gap-1.5 text-muted-foreground text-sm">
      <Icon name={state === 'saved' ? 'success' : 'info'} className="size-4" />
      {t(state)}
    </p>
  )
}
