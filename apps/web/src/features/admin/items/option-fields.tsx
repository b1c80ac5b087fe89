'use client'

import { Checkbox } from '@archway/ui/checkbox'
import { useTranslations } from 'next-intl'
import { ChoiceLine } from '../editor/choice-line'
import { RowList } from '../editor/row-list'
import { TextLine } from '../editor/text-line'
import { emptyChoice, emptyPrompt } from './form-values'
import type { KindProps } from './kind-props'

function CreditField({ values, set }: KindProps) {
  const t = useTranslations('adminItems.form')
  return (
    <ChoiceLine
      label={t('credit')}
      value={values.credit}
      options={(['all', 'partial'] as const).map((value) => ({
        value,
        label: t(`creditOf.${value}`),
      }))}
      onChange={(credit) => set({ credit })}
    />
  )
}

/** The options of a question, which of them is right, and why. */
export function OptionFields({ values, set, error }: KindProps) {
  const t = useTranslations('adminItems.form')
  const { kind, options } = values
  const isChoice = kind === 'single' || kind === 'multiple'
  const mark = (id: string, isRight: boolean) =>
    set({
      options: options.map((one) =>
        one.id === id
          ? { ...one, isRight }
          : { ...one, isRight: kind === 'single' && isRight ? false : one.isRight },
      ),
    })
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 font-medium text-sm">
        {t(kind === 'order' ? 'optionsInOrder' : 'options')}
      </legend>
      {error('key.correct') ? <p className="text-danger text-sm">{t('rightMissing')}</p> : null}
      <RowList
        items={options}
        onChange={(next) => set({ options: next })}
        nameOf={({ id }) => t('option', { id })}
        isWrong={(index) => error(`content.options.${index}.text`) !== undefined}
        add={{ label: t('addOption'), create: () => emptyChoice(options), max: 12 }}
      >
        {(option, change, index) => (
          <div className="grid gap-3">
            <TextLine
              label={t('option', { id: option.id })}
              error={error(`content.options.${index}.text`)}
              required
              value={option.text}
              onChange={(text) => change({ text })}
            />
            {isChoice ? (
              <div className="flex flex-wrap gap-x-6">
                <Checkbox
                  label={t('isRight')}
                  checked={option.isRight}
                  onChange={({ target }) => mark(option.id, target.checked)}
                />
                <Checkbox
                  label={t('isLast')}
                  checked={option.isLast}
                  onChange={({ target }) => change({ isLast: target.checked })}
                />
              </div>
            ) : null}
            {kind === 'order' ? null : (
              <TextLine label={t('why')} value={option.why} onChange={(why) => change({ why })} />
            )}
          </div>
        )}
      </RowList>
      {kind === 'multiple' ? <CreditField {...{ values, set, error }} /> : null}
    </fieldset>
  )
}

/** The prompts of a match, each with its partner. */
export function PromptFields(props: KindProps) {
  const { values, set, error } = props
  const t = useTranslations('adminItems.form')
  const { prompts, options } = values
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 font-medium text-sm">{t('prompts')}</legend>
      <RowList
        items={prompts}
        onChange={(next) => set({ prompts: next })}
        nameOf={({ id }) => t('prompt', { id })}
        isWrong={(index) => error(`content.prompts.${index}.text`) !== undefined}
        add={{ label: t('addPrompt'), create: () => emptyPrompt(prompts), max: 12 }}
      >
        {(prompt, change, index) => (
          <div className="grid gap-3">
            <TextLine
              label={t('prompt', { id: prompt.id })}
              error={error(`content.prompts.${index}.text`)}
              required
              value={prompt.text}
              onChange={(text) => change({ text })}
            />
            <ChoiceLine
              label={t('partner')}
              error={error(`key.pairs.${prompt.id}`)}
              value={prompt.partner}
              options={[
                { value: '', label: t('noPartner') },
                ...options.map(({ id, text }) => ({ value: id, label: `${id} – ${text}` })),
              ]}
              onChange={(partner) => change({ partner })}
            />
          </div>
        )}
      </RowList>
      <CreditField {...props} />
    </fieldset>
  )
}
