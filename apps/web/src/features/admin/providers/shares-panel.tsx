'use client'

import { createShareRuleInput } from '@archway/api/providers/schema'
import { Button } from '@archway/ui/button'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import type { AdminOutput } from '../admin-output'
import { ChoiceLine } from '../editor/choice-line'
import { DayField } from '../editor/day-field'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'
import { useErrorSentence } from '../editor/use-error-sentence'
import { Panel } from '../panel'
import { ShareRuleList } from '../payouts/share-rule-list'
import { EndShare } from './end-share'
import { basisPointsOf } from './percent-text'

type Terms = AdminOutput['providers']['adminShares'][number]

/** A day of a date input as the moment at which it begins, UTC; null when none is given. */
const dayOf = (text: string): Date | null => (text === '' ? null : new Date(`${text}T00:00:00Z`))

const blank = { percent: '', how: 'any' as 'any' | 'own', offeringId: '', from: '', to: '' }

/** What shares of sales were agreed with a provider, and a form to agree another. */
export function SharesPanel({
  terms,
  offerings,
  canEdit,
}: {
  terms: Terms
  offerings: { id: string; title: string }[]
  canEdit: boolean
}) {
  const t = useTranslations('adminPayouts.shares')
  const format = useFormatter()
  const formats = { date: (at: Date) => format.dateTime(at, { dateStyle: 'medium' }) }
  return (
    <Panel title={t('title')} description={t('staffDescription')}>
      <ShareRuleList
        rules={terms.rules}
        formats={formats}
        actionOf={(rule) =>
          canEdit && rule.standing !== 'ended' ? <EndShare ruleId={rule.id} /> : null
        }
      />
      {canEdit ? <AgreeShare providerId={terms.providerId} offerings={offerings} /> : null}
    </Panel>
  )
}

function AgreeShare({
  providerId,
  offerings,
}: {
  providerId: string
  offerings: { id: string; title: string }[]
}) {
  const t = useTranslations('adminPayouts.shares')
  const sentence = useErrorSentence()
  const router = useRouter()
  const create = useMutation(useApi().providers.createShareRule.mutationOptions())
  const { values, set, check, error, discard } = useDraft(blank)
  const save = () => {
    const input = check(createShareRuleInput, {
      providerId,
      offeringId: values.offeringId === '' ? null : values.offeringId,
      isOwnCoupon: values.how === 'own',
      shareBps: basisPointsOf(values.percent),
      validFrom: dayOf(values.from),
      validTo: dayOf(values.to),
    })
    if (!input) return
    create.mutate(input, {
      onSuccess: () => {
        toast.success(t('saved'))
        discard()
        router.refresh()
      },
    })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      className="grid gap-4 border-border border-t pt-4 sm:grid-cols-2"
    >
      <TextLine
        label={t('percentLabel')}
        inputMode="decimal"
        error={error('shareBps') ? t('wrongPercent') : undefined}
        value={values.percent}
        onChange={(percent) => set('percent', percent)}
      />
      <ChoiceLine
        label={t('how')}
        value={values.how}
        options={[
          { value: 'any', label: t('anyhow') },
          { value: 'own', label: t('ownCoupon') },
        ]}
        onChange={(how) => set('how', how)}
      />
      <ChoiceLine
        label={t('offering')}
        className="sm:col-span-2"
        value={values.offeringId}
        options={[
          { value: '', label: t('everything') },
          ...offerings.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onChange={(offeringId) => set('offeringId', offeringId)}
      />
      <DayField
        label={t('validFrom')}
        hint={t('validFromHint')}
        value={values.from}
        onChange={(from) => set('from', from)}
      />
      <DayField
        label={t('validTo')}
        hint={t('validToHint')}
        value={values.to}
        onChange={(to) => set('to', to)}
      />
      <div className="grid gap-2 sm:col-span-2">
        {create.error ? (
          <p role="alert" className="text-danger text-sm">
            {sentence(create.error)}
          </p>
        ) : null}
        <Button
          type="submit"
          variant="secondary"
          loading={create.isPending}
          className="justify-self-start"
        >
          {t('add')}
        </Button>
      </div>
    </form>
  )
}
