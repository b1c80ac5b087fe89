'use client'

import type { GuideStatus } from '@archway/api/careers/states'
import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Textarea } from '@archway/ui/textarea'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { useHasUnsaved } from '../editor/unsaved-forms'
import { useErrorSentence } from '../editor/use-error-sentence'

/** Publishing a guide and taking it down, with what that does. */
export function GuideActions({
  slug,
  version,
  status,
  problemCount,
}: {
  slug: string
  version: number
  status: GuideStatus
  problemCount: number
}) {
  const t = useTranslations('adminCatalog.guides')
  const common = useTranslations('common.actions')
  const sentence = useErrorSentence()
  const router = useRouter()
  const api = useApi()
  const hasUnsaved = useHasUnsaved()
  const [asked, setAsked] = useState<'publish' | 'retire' | null>(null)
  const [reason, setReason] = useState('')
  const ask = (step: 'publish' | 'retire') => {
    if (hasUnsaved) toast.warning(t('saveFirst'))
    else setAsked(step)
  }
  const done = (message: string) => {
    setAsked(null)
    setReason('')
    toast.success(message)
    router.refresh()
  }
  const publish = useMutation(
    api.careers.publish.mutationOptions({ onSuccess: () => done(t('published')) }),
  )
  const retire = useMutation(
    api.careers.retire.mutationOptions({ onSuccess: () => done(t('retired')) }),
  )
  const close = () => setAsked(null)
  return (
    <>
      {status === 'published' ? (
        <Button variant="secondary" onClick={() => ask('retire')}>
          {t('retire')}
        </Button>
      ) : (
        <Button onClick={() => ask('publish')}>{t('publish')}</Button>
      )}
      <ConfirmDialog
        open={asked === 'publish'}
        onOpenChange={close}
        title={t('publishTitle')}
        description={problemCount > 0 ? t('publishBlocked', { count: problemCount }) : undefined}
        effectsLabel={t('effects')}
        effects={
          problemCount > 0
            ? []
            : [t('publishEffect', { path: `/guides/${slug}` }), t('publishEffectIndex')]
        }
        confirmLabel={t('publish')}
        cancelLabel={common('cancel')}
        confirmDisabled={problemCount > 0}
        loading={publish.isPending}
        error={publish.error ? sentence(publish.error) : undefined}
        onConfirm={() => publish.mutate({ slug, version })}
      />
      <ConfirmDialog
        open={asked === 'retire'}
        onOpenChange={close}
        title={t('retireTitle')}
        effectsLabel={t('effects')}
        effects={[t('retireEffect', { path: `/guides/${slug}` }), t('retireEffectKept')]}
        confirmLabel={t('retire')}
        cancelLabel={common('cancel')}
        variant="danger"
        confirmDisabled={reason.trim().length < 3}
        loading={retire.isPending}
        error={retire.error ? sentence(retire.error) : undefined}
        onConfirm={() => retire.mutate({ slug, version, reason })}
      >
        <Field label={t('reason')} hint={t('reasonHint')} required>
          <Textarea value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </ConfirmDialog>
    </>
  )
}
