'use client'

import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { ProgressBar } from '@archway/ui/progress'
import { Textarea } from '@archway/ui/textarea'
import { toast } from '@archway/ui/toast'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { useErrorSentence } from '../editor/use-error-sentence'
import { type BulkStep, bulkPlan } from './bulk-plan'

const CHUNK = 20

/**
 * Publishes or retires the selected offerings. What will happen is asked of the server first; then each
 * goes through the same guarded step as by itself, so one that changed meanwhile is told, not forced.
 */
export function BulkSteps({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const t = useTranslations('adminCatalog.offerings.bulk')
  const common = useTranslations('common.actions')
  const sentence = useErrorSentence()
  const router = useRouter()
  const api = useApi()
  const queries = useQueryClient()
  const publish = useMutation(api.catalog.publish.mutationOptions())
  const retire = useMutation(api.catalog.retire.mutationOptions())
  const [asked, setAsked] = useState<{ step: BulkStep; plan: ReturnType<typeof bulkPlan> } | null>(
    null,
  )
  const [isLooking, setIsLooking] = useState<BulkStep | null>(null)
  const [reason, setReason] = useState('')
  const [done, setDone] = useState<number | null>(null)
  const [failures, setFailures] = useState<string[]>([])

  const ask = async (step: BulkStep) => {
    setIsLooking(step)
    setFailures([])
    try {
      const found = []
      for (let at = 0; at < ids.length; at += CHUNK) {
        found.push(
          ...(await Promise.all(
            ids
              .slice(at, at + CHUNK)
              .map((offeringId) =>
                queries.fetchQuery(
                  api.catalog.adminGet.queryOptions({ offeringId }, { staleTime: 0 }),
                ),
              ),
          )),
        )
      }
      setAsked({ step, plan: bulkPlan(step, found) })
    } catch (error) {
      toast.error(sentence(error))
    }
    setIsLooking(null)
  }

  const run = async () => {
    if (!asked) return
    const failed: string[] = []
    for (const [index, { id: offeringId, version, title }] of asked.plan.go.entries()) {
      setDone(index)
      try {
        if (asked.step === 'publish') await publish.mutateAsync({ offeringId, version })
        else await retire.mutateAsync({ offeringId, version, reason })
      } catch (error) {
        failed.push(t('failed', { title, reason: sentence(error) }))
      }
    }
    setDone(null)
    router.refresh()
    if (failed.length > 0) {
      setFailures(failed)
      setAsked({ ...asked, plan: { ...asked.plan, go: [] } })
      return
    }
    toast.success(t(`${asked.step}Done`, { count: asked.plan.go.length }))
    setAsked(null)
    setReason('')
    onDone()
  }

  const plan = asked?.plan
  const names = (list: { title: string }[]) => list.map(({ title }) => title).join(', ')
  const effects =
    asked && plan
      ? [
          t(`${asked.step}Effect`, { count: plan.go.length }),
          ...(asked.step === 'retire' && plan.learners > 0
            ? [t('learnersKeep', { count: plan.learners })]
            : []),
          ...(plan.blocked.length > 0
            ? [t('blocked', { count: plan.blocked.length, names: names(plan.blocked) })]
            : []),
          ...(plan.there.length > 0 ? [t('there', { count: plan.there.length })] : []),
          ...(plan.wrongState.length > 0
            ? [t('wrongState', { count: plan.wrongState.length, names: names(plan.wrongState) })]
            : []),
        ]
      : []
  return (
    <>
      {(['publish', 'retire'] as const).map((step) => (
        <Button
          key={step}
          variant="secondary"
          size="sm"
          loading={isLooking === step}
          onClick={() => ask(step)}
        >
          {t(step)}
        </Button>
      ))}
      {asked && plan ? (
        <ConfirmDialog
          open
          onOpenChange={() => setAsked(null)}
          title={t(`${asked.step}Title`, { count: ids.length })}
          effectsLabel={t('effects')}
          effects={failures.length > 0 ? failures : effects}
          confirmLabel={t(asked.step)}
          cancelLabel={common('cancel')}
          variant={asked.step === 'retire' ? 'danger' : 'primary'}
          loading={done !== null}
          confirmDisabled={
            plan.go.length === 0 || (asked.step === 'retire' && reason.trim() === '')
          }
          error={failures.length > 0 ? t('someFailed', { count: failures.length }) : undefined}
          onConfirm={run}
        >
          {asked.step === 'retire' && failures.length === 0 ? (
            <Field label={t('reason')} hint={t('reasonHint')} required>
              <Textarea value={reason} onChange={(event) => setReason(event.target.value)} />
            </Field>
          ) : null}
          {done !== null ? (
            <ProgressBar
              label={t('running')}
              value={(done / plan.go.length) * 100}
              valueText={t('progress', { done, total: plan.go.length })}
              showLabel
            />
          ) : null}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
