'use client'

import type { AdminOffering } from '@archway/api/catalog/reads/admin-get'
import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Textarea } from '@archway/ui/textarea'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { useHasUnsaved } from '../editor/unsaved-forms'
import { useErrorSentence } from '../editor/use-error-sentence'
import { type Step, stepsFor } from './steps'

type Props = {
  offering: Pick<
    AdminOffering,
    'id' | 'version' | 'status' | 'publishBlockers' | 'inPrograms' | 'counts' | 'origin'
  >
  /** where the public page is or will be */
  path: string
  canPublish: boolean
}

/** What can be done with the offering as a whole; each asks first and shows what it does. */
export function StatusActions({ offering, path, canPublish }: Props) {
  const t = useTranslations('adminCatalog.offerings.step')
  const common = useTranslations('common.actions')
  const format = useFormatter()
  const sentence = useErrorSentence()
  const router = useRouter()
  const api = useApi()
  const hasUnsaved = useHasUnsaved()
  const [asked, setAsked] = useState<Step | null>(null)
  const [reason, setReason] = useState('')
  const [moment, setMoment] = useState('')
  const publish = useMutation(api.catalog.publish.mutationOptions())
  const schedule = useMutation(api.catalog.schedule.mutationOptions())
  const submit = useMutation(api.catalog.submit.mutationOptions())
  const returnToDraft = useMutation(api.catalog.returnToDraft.mutationOptions())
  const retire = useMutation(api.catalog.retire.mutationOptions())
  const restore = useMutation(api.catalog.restore.mutationOptions())
  const [error, setError] = useState<string | null>(null)
  const [isRunning, setIsRunning] = useState(false)
  const target = { offeringId: offering.id, version: offering.version }
  const publishAt = moment ? new Date(moment) : null

  const take = (step: Step): Promise<unknown> => {
    switch (step) {
      case 'publish':
        return publish.mutateAsync(target)
      case 'schedule':
        return schedule.mutateAsync({ ...target, publishAt: publishAt ?? new Date(0) })
      case 'submit':
        return submit.mutateAsync(target)
      case 'returnToDraft':
      case 'unschedule':
        return returnToDraft.mutateAsync(target)
      case 'retire':
        return retire.mutateAsync({ ...target, reason })
      case 'restore':
        return restore.mutateAsync(target)
    }
  }
  const close = () => {
    setAsked(null)
    setError(null)
  }
  const run = async (step: Step) => {
    setIsRunning(true)
    setError(null)
    try {
      await take(step)
      toast.success(t(`done.${step}`))
      setReason('')
      setMoment('')
      close()
      router.refresh()
    } catch (failure) {
      setError(sentence(failure))
    }
    setIsRunning(false)
  }
  const needsToBeComplete = asked === 'publish' || asked === 'schedule'
  const isBlocked = needsToBeComplete && offering.publishBlockers.length > 0
  const effectsOf = (step: Step): string[] => {
    if (isBlocked) return offering.publishBlockers.map((blocker) => t(`blocker.${blocker}`))
    switch (step) {
      case 'publish':
        return [
          t('effect.public', { path }),
          t('effect.listed'),
          ...(offering.origin === 'own' ? [t('effect.onSale')] : []),
        ]
      case 'schedule':
        return [
          publishAt
            ? t('effect.scheduled', {
                moment: format.dateTime(publishAt, { dateStyle: 'full', timeStyle: 'short' }),
              })
            : t('effect.choose'),
          t('effect.checkedAgain'),
        ]
      case 'submit':
        return [t('effect.review'), t('effect.locked')]
      case 'returnToDraft':
        return [t('effect.draft')]
      case 'unschedule':
        return [t('effect.notScheduled')]
      case 'retire':
        return [
          t('effect.unlisted'),
          t('effect.learners', { count: offering.counts.enrolments }),
          t('effect.page', { path }),
          ...offering.inPrograms.map(({ title }) => t('effect.program', { title })),
        ]
      case 'restore':
        return [t('effect.restored')]
    }
  }
  return (
    <>
      {stepsFor(offering.status, canPublish).map((step, index) => (
        <Button
          key={step}
          variant={index === 0 && step !== 'retire' ? 'primary' : 'secondary'}
          onClick={() => {
            if (hasUnsaved) toast.warning(t('saveFirst'))
            else setAsked(step)
          }}
        >
          {t(`label.${step}`)}
        </Button>
      ))}
      {asked ? (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={t(`title.${asked}`)}
          effectsLabel={isBlocked ? t('missing') : t('effects')}
          effects={effectsOf(asked)}
          confirmLabel={t(`label.${asked}`)}
          cancelLabel={common('cancel')}
          variant={asked === 'retire' ? 'danger' : 'primary'}
          loading={isRunning}
          confirmDisabled={
            isBlocked ||
            (asked === 'retire' && reason.trim() === '') ||
            (asked === 'schedule' && publishAt === null)
          }
          error={error}
          onConfirm={() => run(asked)}
        >
          {asked === 'schedule' && !isBlocked ? (
            <Field label={t('moment')} hint={t('momentHint')} required>
              <Input
                type="datetime-local"
                value={moment}
                onChange={(event) => setMoment(event.target.value)}
              />
            </Field>
          ) : null}
          {asked === 'retire' ? (
            <Field label={t('reason')} hint={t('reasonHint')} required>
              <Textarea value={reason} onChange={(event) => setReason(event.target.value)} />
            </Field>
          ) : null}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
