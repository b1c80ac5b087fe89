import type { SchemeDocument } from '@archway/api/schemes/schema/document'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useTranslations } from 'next-intl'

/** What the exam asks about, with the share of each topic as figure and bar. */
export function Blueprint({ blueprint }: { blueprint: NonNullable<SchemeDocument['blueprint']> }) {
  const t = useTranslations('schemes')
  return (
    <Table label={t('part.blueprint')} className="text-base">
      <TableHeader>
        <TableRow>
          <TableHead className="ps-0">{t('domain')}</TableHead>
          <TableHead className="w-2/5">{t('weightColumn')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {blueprint.domains.map(({ code, title, weight, objectives }) => (
          <TableRow key={code}>
            <TableCell className="ps-0">
              <p className="font-medium">{title}</p>
              {objectives.length > 0 ? (
                <ul className="mt-1 list-disc ps-5 text-muted-foreground text-sm">
                  {objectives.map((objective) => (
                    <li key={objective}>{objective}</li>
                  ))}
                </ul>
              ) : null}
            </TableCell>
            <TableCell>
              <div className="flex items-center gap-3">
                <span className="w-16 shrink-0 tabular-nums">
                  {t(weight.min === weight.max ? 'weight' : 'weightRange', weight)}
                </span>
                <span aria-hidden className="h-2 flex-1 rounded-full bg-muted">
                  <span
                    className="block h-2 rounded-full bg-accent"
                    style={{ width: `${weight.max}%` }}
                  />
                </span>
              </div>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
