import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Select } from '@archway/ui/select'
import { useTranslations } from 'next-intl'

/** So many certifications stand beside each other at most. */
export const COMPARED_AT_MOST = 4

/** Chooses what is compared: a plain form whose answer is a page with the choice in its address. */
export function ComparisonForm({
  titles,
  chosen,
}: {
  titles: readonly { slug: string; title: string }[]
  chosen: readonly string[]
}) {
  const t = useTranslations('schemes.comparison')
  const places = Array.from({ length: COMPARED_AT_MOST }, (_, at) => at)
  return (
    <form className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[repeat(4,minmax(0,1fr))_auto]">
      {places.map((at) => (
        <Field key={at} label={t('choose', { number: at + 1 })}>
          <Select name="with" defaultValue={chosen[at] ?? ''}>
            <option value="">{t('nobody')}</option>
            {titles.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}
