'use client'

import { couponKinds, couponScopes } from '@archway/api/coupons/schema'
import { Checkbox } from '@archway/ui/checkbox'
import { useTranslations } from 'next-intl'
import { ChoiceLine } from '../editor/choice-line'
import { DayField } from '../editor/day-field'
import { LookupChoice } from '../editor/lookup-choice'
import { LookupPicker } from '../editor/lookup-picker'
import { newRowId, RowList } from '../editor/row-list'
import { TextLine } from '../editor/text-line'
import type { DraftFields } from '../editor/use-draft'
import { Panel } from '../panel'
import type { CouponValues } from './form-values'

type Props = { draft: DraftFields<CouponValues> }

/** What a coupon takes off, on what, and how often. */
export function TermsFields({ draft }: Props) {
  const t = useTranslations('adminCoupons.part')
  return (
    <>
      <Panel title={t('value')}>
        <ValueFields draft={draft} />
      </Panel>
      <Panel title={t('scope')}>
        <ScopeFields draft={draft} />
      </Panel>
      <Panel title={t('limits')}>
        <LimitFields draft={draft} />
      </Panel>
    </>
  )
}

/** A percentage, or an amount per currency, and from which sum on. */
function ValueFields({ draft: { values, set, error } }: Props) {
  const t = useTranslations('adminCoupons')
  const isAmount = values.kind === 'amount'
  const general = error('amounts')
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <ChoiceLine
          label={t('field.kind')}
          value={values.kind}
          options={couponKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kind) => set('kind', kind)}
        />
        {isAmount ? null : (
          <TextLine
            label={t('field.percent')}
            hint={t('field.percentHint')}
            error={error('percentBps')}
            inputMode="decimal"
            value={values.percent}
            onChange={(percent) => set('percent', percent)}
          />
        )}
      </div>
      <p className="text-muted-foreground text-sm">
        {t(isAmount ? 'currencies.rule' : 'currencies.percentRule')}
      </p>
      {general ? (
        <p role="alert" className="text-danger text-sm">
          {general}
        </p>
      ) : null}
      <RowList
        items={values.currencies}
        onChange={(rows) => set('currencies', rows)}
        nameOf={(row, index) => row.currency || t('currencies.row', { number: index + 1 })}
        add={{
          label: t('currencies.add'),
          create: () => ({ id: newRowId(), currency: '', amount: '', minimum: '' }),
          max: 20,
        }}
      >
        {(row, change, index) => (
          <div className="grid gap-4 sm:grid-cols-3">
            <TextLine
              label={t('field.currency')}
              error={error(`amounts.${index}.currency`)}
              maxLength={3}
              value={row.currency}
              onChange={(currency) => change({ currency: currency.toUpperCase() })}
            />
            {isAmount ? (
              <TextLine
                label={t('field.amount')}
                error={error(`amounts.${index}.amountMinor`)}
                inputMode="decimal"
                placeholder="15.00"
                value={row.amount}
                onChange={(amount) => change({ amount })}
              />
            ) : null}
            <TextLine
              label={t('field.minimum')}
              error={error(`amounts.${index}.minimumMinor`)}
              inputMode="decimal"
              value={row.minimum}
              onChange={(minimum) => change({ minimum })}
            />
          </div>
        )}
      </RowList>
    </>
  )
}

/** What the coupon is for. */
function ScopeFields({ draft: { values, set, error } }: Props) {
  const t = useTranslations('adminCoupons')
  const { scope } = values
  return (
    <>
      <ChoiceLine
        label={t('field.scope')}
        value={scope}
        options={couponScopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
        onChange={(next) => set('scope', next)}
      />
      {scope === 'everything' ? null : (
        <LookupPicker
          key={scope}
          of={scope}
          label={t(`field.${scope}`)}
          hint={scope === 'topics' ? t('field.topicsHint') : undefined}
          error={error('scopeIds')}
          selected={values[scope]}
          onChange={(items) => set(scope, items)}
        />
      )}
    </>
  )
}

/** For whom, from when until when, how often, and who gives it. */
function LimitFields({ draft: { values, set, error } }: Props) {
  const t = useTranslations('adminCoupons')
  const box = (name: 'isFirstOrderOnly' | 'isCombinable') => (
    <Checkbox
      label={t(`field.${name}`)}
      checked={values[name]}
      onChange={(event) => set(name, event.target.checked)}
    />
  )
  const number = (name: 'perPersonLimit' | 'totalLimit') => (
    <TextLine
      label={t(`field.${name}`)}
      hint={t('field.limitHint')}
      error={error(name)}
      inputMode="numeric"
      value={values[name]}
      onChange={(text) => set(name, text)}
    />
  )
  const day = (name: 'startsAt' | 'endsAt') => (
    <DayField
      label={t(`field.${name}`)}
      hint={t('field.windowHint')}
      error={error(name)}
      value={values[name]}
      onChange={(text) => set(name, text)}
    />
  )
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        {number('perPersonLimit')}
        {number('totalLimit')}
        {day('startsAt')}
        {day('endsAt')}
      </div>
      <div className="grid gap-2">
        {box('isFirstOrderOnly')}
        {box('isCombinable')}
        <p className="text-muted-foreground text-sm">{t('stacking')}</p>
      </div>
      <LookupChoice
        of="providers"
        label={t('field.owner')}
        hint={t('field.ownerHint')}
        error={error('ownerProviderId')}
        selected={values.owner}
        onChange={(owner) => set('owner', owner)}
      />
    </>
  )
}
