'use client'

import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { MadeLink } from '@/features/shell/made-link'
import { endFeed, renewFeed } from './actions'

/** The address of the calendar: made, made anew, ended. */
export function FeedForms({ isOn }: { isOn: boolean }) {
  const t = useTranslations('wallet.feed')
  return (
    <div className="grid gap-4">
      <FormFrame
        action={renewFeed}
        submitLabel={t(isOn ? 'again' : 'make')}
        submitVariant="secondary"
      >
        {(state) =>
          state.status === 'done' && state.values.url ? (
            <MadeLink
              url={state.values.url}
              labels={{ link: t('label'), copy: t('copy'), copied: t('copied') }}
            />
          ) : null
        }
      </FormFrame>
      {isOn ? (
        <FormFrame action={endFeed} submitLabel={t('end')} submitVariant="secondary" />
      ) : null}
    </div>
  )
}
