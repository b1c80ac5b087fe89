'use client'

import { type BuyerSnapshot, billingDetails } from '@archway/api/documents/schema'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { ChoiceLine } from '../editor/choice-line'
import { TextLine } from '../editor/text-line'
import { ReasonDialog } from '../reason-dialog'

const texts = ['name', 'company', 'address', 'taxNumber'] as const

/** Takes an invoice back by a credit note and writes it anew with other details of the buyer. */
export function ReissueInvoice({
  orderId,
  buyer,
  countries,
}: {
  orderId: string
  /** as the invoice has it now */
  buyer: BuyerSnapshot
  countries: { value: string; label: string }[]
}) {
  const t = useTranslations('adminMoney.reissue')
  const reissue = useMutation(useApi().documents.reissue.mutationOptions())
  const [values, setValues] = useState({
    name: buyer.name ?? '',
    company: buyer.company ?? '',
    address: buyer.address ?? '',
    country: buyer.country ?? '',
    taxNumber: buyer.taxNumber ?? '',
  })
  const billing = billingDetails.safeParse(values)
  return (
    <ReasonDialog
      label={t('open')}
      title={t('title')}
      description={t('description')}
      effects={[t('effectCredit'), t('effectInvoice'), t('effectMail')]}
      confirmLabel={t('confirm')}
      isBlocked={!billing.success}
      run={async (reason) => {
        await reissue.mutateAsync({ orderId, billing: billingDetails.parse(values), reason })
        return t('receipt')
      }}
    >
      {texts.map((name) => (
        <TextLine
          key={name}
          label={t(`field.${name}`)}
          isLong={name === 'address'}
          value={values[name]}
          onChange={(text) => setValues({ ...values, [name]: text })}
        />
      ))}
      <ChoiceLine
        label={t('field.country')}
        value={values.country}
        options={[{ value: '', label: t('field.noCountry') }, ...countries]}
        onChange={(country) => setValues({ ...values, country })}
      />
    </ReasonDialog>
  )
}
