'use client'

import { legalEntityInput } from '@archway/api/documents/schema'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import type { AdminOutput } from '../admin-output'
import { ChoiceLine } from '../editor/choice-line'
import { DraftForm } from '../editor/draft-form'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'

export type Seller = AdminOutput['documents']['adminLegalEntities'][number]

const valuesOf = (seller: Seller) => ({
  name: seller.name,
  address: seller.address,
  country: seller.country ?? '',
  taxNumber: seller.taxNumber ?? '',
  registrationNumber: seller.registrationNumber ?? '',
  email: seller.email ?? '',
  prefix: seller.prefix,
  exclusiveCurrencies: seller.exclusiveCurrencies.join(', '),
})
type Name = Exclude<keyof ReturnType<typeof valuesOf>, 'country'>

/** What invoices say of who sells, from the next one on. */
export function SellerForm({
  seller,
  countries,
}: {
  seller: Seller
  countries: { value: string; label: string }[]
}) {
  const t = useTranslations('adminMoney.sellers')
  const router = useRouter()
  const update = useMutation(useApi().documents.updateLegalEntity.mutationOptions())
  const draft = useDraft(valuesOf(seller))
  const { values, set, error } = draft
  const save = () => {
    const input = draft.check(legalEntityInput, { id: seller.id, ...values })
    if (!input) return
    update.mutate(input, {
      onSuccess: () => {
        draft.markSaved(undefined)
        toast.success(t('saved'))
        router.refresh()
      },
    })
  }
  const line = (
    name: Name,
    rest: { hint?: string; isLong?: boolean; type?: 'email'; required?: boolean } = {},
  ) => (
    <TextLine
      label={t(`field.${name}`)}
      error={error(name)}
      value={values[name]}
      onChange={(text) => set(name, text)}
      {...rest}
    />
  )
  return (
    <DraftForm
      draft={draft}
      isSaving={update.isPending}
      error={update.error}
      saveLabel={t('save')}
      onSave={save}
    >
      {line('name', { required: true })}
      {line('address', { isLong: true, hint: t('field.addressHint') })}
      <div className="grid gap-5 sm:grid-cols-2">
        <ChoiceLine
          label={t('field.country')}
          value={values.country}
          options={[{ value: '', label: t('noCountry') }, ...countries]}
          onChange={(country) => set('country', country)}
        />
        {line('email', { type: 'email' })}
        {line('taxNumber')}
        {line('registrationNumber')}
        {line('prefix', { required: true, hint: t('field.prefixHint') })}
        {line('exclusiveCurrencies', { hint: t('field.exclusiveCurrenciesHint') })}
      </div>
    </DraftForm>
  )
}
