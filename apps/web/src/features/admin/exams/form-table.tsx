import { Badge } from '@archway/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { AdminOutput } from '../admin-output'
import { RetireFormForm } from './exam-form-forms'

type Form = AdminOutput['exams']['adminForms'][number]
const tones = { draft: 'warning', approved: 'success', retired: 'neutral' } as const

/** The forms of an exam: what each holds, from where it is passed, and how widely its items are known. */
export async function FormTable({ forms }: { forms: Form[] }) {
  const [t, format] = await Promise.all([getTranslations('adminExams.forms'), getFormatter()])
  const percent = (value: number) =>
    format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <Table label={t('list')}>
      <TableHeader>
        <TableRow>
          <TableHead>{t('form')}</TableHead>
          <TableHead>{t('state')}</TableHead>
          <TableHead numeric>{t('items')}</TableHead>
          <TableHead numeric>{t('cut')}</TableHead>
          <TableHead numeric>{t('sittings')}</TableHead>
          <TableHead numeric>{t('exposure')}</TableHead>
          <TableHead>{t('people')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {forms.map((form) => (
          <TableRow key={form.id}>
            <TableCell className="min-w-44">
              <span className="font-medium">{t('number', { number: form.number })}</span>
              <span className="block text-muted-foreground text-xs">
                {t('minutes', {
                  language: form.language,
                  minutes: form.minutes,
                  scheme: form.schemeNumber,
                })}
              </span>
            </TableCell>
            <TableCell>
              <Badge variant={tones[form.state]}>{t(`states.${form.state}`)}</Badge>
            </TableCell>
            <TableCell numeric className="whitespace-nowrap">
              {t('itemsValue', { items: form.items, pretest: form.pretest })}
            </TableCell>
            <TableCell numeric className="whitespace-nowrap">
              {form.cutRaw === null
                ? t('cutNone', { max: form.maxRaw })
                : t('cutOf', { cut: format.number(form.cutRaw), max: form.maxRaw })}
            </TableCell>
            <TableCell numeric>{format.number(form.sittings)}</TableCell>
            <TableCell numeric>
              {form.highestExposure === null ? t('unknown') : percent(form.highestExposure)}
            </TableCell>
            <TableCell className="min-w-44">
              {form.createdBy}
              {form.approvedBy ? <span className="block">{form.approvedBy}</span> : null}
              {form.state === 'retired' ? null : <RetireFormForm formId={form.id} />}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
