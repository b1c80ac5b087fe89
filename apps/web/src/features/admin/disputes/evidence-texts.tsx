import { type EvidenceTexts, evidenceFields } from '@archway/api/payments/schema'
import { useTranslations } from 'next-intl'

/** Evidence to be read: the fields that say something, in their order. */
export function EvidenceTextList({ texts }: { texts: EvidenceTexts }) {
  const t = useTranslations('adminDisputes')
  return (
    <dl className="grid gap-5 text-sm">
      {evidenceFields.map((field) =>
        texts[field] ? (
          <div key={field} className="grid gap-1">
            <dt className="font-medium">{t(`field.${field}`)}</dt>
            <dd className="whitespace-pre-wrap break-words text-muted-foreground">
              {texts[field]}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
