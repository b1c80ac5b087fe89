'use client'

import type { ItemAnswer } from '@archway/api/bank/schema/answer'
import { Button } from '@archway/ui/button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ItemView } from '@/features/exams/item-view/item-view'
import { useApi } from '@/lib/trpc-client'
import type { AdminOutput } from '../admin-output'
import { useErrorSentence } from '../editor/use-error-sentence'
import { Panel } from '../panel'

type Earned = AdminOutput['bank']['tryAnswer']

/** A version as candidates get it, to be answered and scored without being kept. */
export function ItemPreview({
  versionId,
  first,
}: {
  versionId: string
  /** what the page was made with, so that it is there without waiting */
  first: { seed: string; item: AdminOutput['bank']['preview'] }
}) {
  const t = useTranslations('adminItems.page')
  const api = useApi()
  const client = useQueryClient()
  const sentenceOf = useErrorSentence()
  const [seed, setSeed] = useState(first.seed)
  const [answer, setAnswer] = useState<ItemAnswer | null>(null)
  const [outcome, setOutcome] = useState<Earned | { failure: string } | null>(null)
  const preview = useQuery({
    ...api.bank.preview.queryOptions({ versionId, seed }),
    initialData: seed === first.seed ? first.item : undefined,
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const shuffle = () => {
    setAnswer(null)
    setOutcome(null)
    setSeed(crypto.randomUUID())
  }
  const score = async () => {
    const options = api.bank.tryAnswer.queryOptions({ versionId, seed, answer })
    try {
      setOutcome(await client.fetchQuery(options))
    } catch (error) {
      setOutcome({ failure: sentenceOf(error) })
    }
  }
  return (
    <Panel title={t('preview')} description={t('previewHint')}>
      {preview.data ? (
        <ItemView
          key={seed}
          item={preview.data}
          value={answer}
          onChange={(next) => {
            setAnswer(next)
            setOutcome(null)
          }}
          imageHref={`/api/admin/items/${versionId}/image`}
        />
      ) : null}
      <div className="flex flex-wrap items-center gap-4 border-border border-t pt-4">
        <Button variant="secondary" onClick={score}>
          {t('try')}
        </Button>
        <Button variant="ghost" onClick={shuffle}>
          {t('shuffle')}
        </Button>
        <p aria-live="polite" className="font-medium text-sm tabular-nums">
          {outcome === null
            ? null
            : 'failure' in outcome
              ? outcome.failure
              : t('points', { points: outcome.points, max: outcome.maxPoints })}
        </p>
      </div>
    </Panel>
  )
}
