'use client'

import type { Visibility } from '@archway/api/credentials/schema'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import { claimCredential, setScoreDisplay, setVisibility } from './actions'

/** Asks, once, for the name that stands on certificates; afterwards only whether to make this one. */
export function ClaimForm({
  enrolmentId,
  suggestedName,
  confirmedName,
}: {
  enrolmentId: string
  suggestedName: string
  confirmedName: string | null
}) {
  const t = useTranslations('credentials.claim')
  const isKnown = confirmedName !== null
  return (
    <FormFrame action={claimCredential} submitLabel={t(isKnown ? 'submitAgain' : 'submit')}>
      {(state) => (
        <>
          <input type="hidden" name="enrolmentId" value={enrolmentId} />
          {isKnown ? (
            <input type="hidden" name="name" value={confirmedName} />
          ) : (
            <TextField
              state={state}
              name="name"
              label={t('name')}
              hint={t('hint')}
              autoComplete="name"
              defaultValue={suggestedName}
            />
          )}
        </>
      )}
    </FormFrame>
  )
}

/** One button: the other visibility. */
export function VisibilityForm({
  credentialId,
  visibility,
}: {
  credentialId: string
  visibility: Visibility
}) {
  const t = useTranslations('credentials.mine')
  const isListed = visibility === 'listed'
  return (
    <FormFrame
      action={setVisibility}
      submitLabel={t(isListed ? 'unlist' : 'list')}
      submitVariant="secondary"
    >
      {() => (
        <>
          <input type="hidden" name="credentialId" value={credentialId} />
          <input type="hidden" name="visibility" value={isListed ? 'link' : 'listed'} />
        </>
      )}
    </FormFrame>
  )
}

/** One button: shows the score on the page of the credential, or leaves it out again. */
export function ScoreForm({
  credentialId,
  isScoreShown,
}: {
  credentialId: string
  isScoreShown: boolean
}) {
  const t = useTranslations('credentials.mine')
  return (
    <FormFrame
      action={setScoreDisplay}
      submitLabel={t(isScoreShown ? 'hideScore' : 'showScore')}
      submitVariant="secondary"
    >
      {() => (
        <>
          <input type="hidden" name="credentialId" value={credentialId} />
          <input type="hidden" name="score" value={isScoreShown ? 'hidden' : 'shown'} />
        </>
      )}
    </FormFrame>
  )
}
