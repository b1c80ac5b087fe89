'use client'

import type { DecidedState } from '@archway/api/credentials/schema'
import { ProgressBar } from '@archway/ui/progress'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import type { AdminOutput } from '../admin-output'
import { useErrorSentence } from '../editor/use-error-sentence'
import { ReasonDialog } from '../reason-dialog'
import { decisionEffects } from './decision-effects'
import { DecisionFields, firstWords } from './decision-fields'

type Plan = AdminOutput['credentials']['adminPlan']
const namesShown = 5

/**
 * Decides on the selected credentials. What would happen to each is asked of the server first; then each goes
 * through the same guarded step as by itself, so that one which changed meanwhile is told, not forced.
 */
export function DecideSelected({
  ids,
  to,
  onDone,
}: {
  ids: string[]
  to: DecidedState
  onDone: () => void
}) {
  const t = useTranslations('adminCredentials.bulk')
  const decision = useTranslations('adminCredentials.decide')
  const sentence = useErrorSentence()
  const api = useApi()
  const queries = useQueryClient()
  const decide = useMutation(api.credentials.adminDecide.mutationOptions())
  const [plan, setPlan] = useState<Plan | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [words, setWords] = useState(firstWords(to))
  const [done, setDone] = useState<number | null>(null)
  const going = plan?.filter(({ effect }) => effect === 'go') ?? []

  async function look() {
    setPlan(null)
    setFailure(null)
    const input = { ids: ids.slice(0, 200), to }
    const asked = api.credentials.adminPlan.queryOptions(input, { staleTime: 0 })
    await queries.fetchQuery(asked).then(setPlan, (error) => setFailure(sentence(error)))
  }

  async function run(reason: string) {
    const failed: string[] = []
    for (const [index, { id: credentialId, licenseNumber }] of going.entries()) {
      setDone(index)
      try {
        await decide.mutateAsync({ credentialId, to, reason, ...words })
      } catch (error) {
        failed.push(`${licenseNumber} (${sentence(error)})`)
      }
    }
    setDone(null)
    const changed = going.length - failed.length
    if (failed.length > 0) {
      return { failure: t('someFailed', { done: changed, names: failed.join(', ') }) }
    }
    onDone()
    return t('done', { count: changed })
  }

  const effects = plan
    ? [...planLines(t, plan), ...(going.length > 0 ? decisionEffects(decision, to) : [])]
    : [failure ?? t('looking')]
  return (
    <ReasonDialog
      label={decision(to)}
      title={t('title', { step: to, count: ids.length })}
      effects={effects}
      confirmLabel={decision(to)}
      variant={to === 'valid' ? 'primary' : 'danger'}
      isBlocked={going.length === 0}
      onOpenChange={(isOpen) => {
        if (isOpen) look()
      }}
      run={run}
    >
      <DecisionFields to={to} value={words} onChange={setWords} />
      {done === null ? null : (
        <ProgressBar
          label={decision(to)}
          value={(done / going.length) * 100}
          valueText={t('progress', { done, total: going.length })}
          showLabel
        />
      )}
    </ReasonDialog>
  )
}

type Translate = ReturnType<typeof useTranslations<'adminCredentials.bulk'>>

/** What the plan says, a line for each thing that happens or does not. */
function planLines(t: Translate, plan: Plan): string[] {
  const lines = { go: 'go', there: 'there', final: 'final' } as const
  const refused = { 'credential-own': 'own', 'credential-taught': 'taught' } as const
  return Object.entries({ ...lines, ...refused }).flatMap(([effect, key]) => {
    const found = plan.filter((row) => row.effect === effect)
    if (found.length === 0 && key !== 'go') return []
    const shown = found.slice(0, namesShown).map((row) => row.subjectName ?? row.licenseNumber)
    const rest = found.length - shown.length
    const names = rest > 0 ? t('more', { names: shown.join(', '), count: rest }) : shown.join(', ')
    return [t(key, { count: found.length, names })]
  })
}
