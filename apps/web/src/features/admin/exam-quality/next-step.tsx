import type { PanelState } from '@archway/api/psychometrics/states'
import { useTranslations } from 'next-intl'
import { Panel } from '../panel'
import { MovePanelForm, SignOffForm } from './panel-forms'

const next = {
  preparing: 'round_1',
  round_1: 'discussion',
  discussion: 'round_2',
  round_2: 'rated',
  rated: null,
  signed_off: null,
  withdrawn: null,
} as const satisfies Record<PanelState, string | null>

/** What can be done with a panel now. */
export function NextStep({ panelId, state }: { panelId: string; state: PanelState }) {
  const t = useTranslations('examQuality.panels')
  const to = next[state]
  const isOver = state === 'signed_off' || state === 'withdrawn'
  return (
    <Panel
      title={t('next')}
      description={isOver ? t('finished') : state === 'rated' ? t('signOffText') : undefined}
    >
      {isOver ? null : (
        <div className="grid gap-3">
          {to ? <MovePanelForm panelId={panelId} to={to} /> : <SignOffForm panelId={panelId} />}
          <MovePanelForm panelId={panelId} to="withdrawn" />
        </div>
      )}
    </Panel>
  )
}
