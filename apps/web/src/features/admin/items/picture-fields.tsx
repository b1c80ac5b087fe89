'use client'

import { Checkbox } from '@archway/ui/checkbox'
import { useTranslations } from 'next-intl'
import { RowList } from '../editor/row-list'
import { TextLine } from '../editor/text-line'
import { emptyArea } from './form-values'
import type { KindProps } from './kind-props'

/** A picture and its areas, one of which is right. */
export function PictureFields({ values, set, error }: KindProps) {
  const t = useTranslations('adminItems.form')
  const { areas } = values
  return (
    <div className="grid gap-5">
      <div className="grid gap-5 sm:grid-cols-[1fr_7rem_7rem]">
        <TextLine
          label={t('imageKey')}
          hint={t('imageKeyHint')}
          error={error('content.image.key')}
          required
          value={values.imageKey}
          onChange={(imageKey) => set({ imageKey })}
        />
        <TextLine
          label={t('imageWidth')}
          error={error('content.image.width')}
          required
          inputMode="numeric"
          value={values.imageWidth}
          onChange={(imageWidth) => set({ imageWidth })}
        />
        <TextLine
          label={t('imageHeight')}
          error={error('content.image.height')}
          required
          inputMode="numeric"
          value={values.imageHeight}
          onChange={(imageHeight) => set({ imageHeight })}
        />
      </div>
      <TextLine
        label={t('imageAlt')}
        error={error('content.image.alt')}
        required
        isLong
        value={values.imageAlt}
        onChange={(imageAlt) => set({ imageAlt })}
      />
      <fieldset className="grid min-w-0 gap-3">
        <legend className="mb-2 font-medium text-sm">{t('areas')}</legend>
        {error('key.correct') ? <p className="text-danger text-sm">{t('rightMissing')}</p> : null}
        <RowList
          items={areas}
          onChange={(next) => set({ areas: next })}
          nameOf={({ id }) => t('area', { id })}
          isWrong={(index) =>
            error(`content.areas.${index}.label`) !== undefined ||
            [0, 1, 2, 3].some((at) => error(`content.areas.${index}.coords.${at}`) !== undefined)
          }
          add={{ label: t('addArea'), create: () => emptyArea(areas), max: 20 }}
        >
          {(area, change, index) => (
            <div className="grid gap-3">
              <TextLine
                label={t('areaLabel')}
                error={error(`content.areas.${index}.label`)}
                required
                value={area.label}
                onChange={(label) => change({ label })}
              />
              <TextLine
                label={t('coords')}
                hint={t('coordsHint')}
                required
                value={area.coords}
                onChange={(coords) => change({ coords })}
              />
              <Checkbox
                label={t('isRight')}
                checked={area.isRight}
                onChange={({ target }) =>
                  set({
                    areas: areas.map((one) => ({
                      ...one,
                      isRight: one.id === area.id && target.checked,
                    })),
                  })
                }
              />
              <TextLine label={t('why')} value={area.why} onChange={(why) => change({ why })} />
            </div>
          )}
        </RowList>
      </fieldset>
    </div>
  )
}
