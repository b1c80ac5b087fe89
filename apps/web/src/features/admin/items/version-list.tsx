import { useFormatter, useTranslations } from 'next-intl'
import { diffEntry } from '../audit/diff-entry'
import { DiffList } from '../audit/diff-list'
import { Panel } from '../panel'
import type { AdminItemVersion } from './item'

/** What of a version is compared with the one before; the key stays sealed. */
const compared = ({ content, objective, level, references }: AdminItemVersion) => ({
  objective,
  level,
  kind: content.kind,
  ...content.content,
  references,
})

/** Every version with who wrote it, what was found about it and what it changed. */
export function VersionList({ versions }: { versions: AdminItemVersion[] }) {
  const t = useTranslations('adminItems.page')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium' })
  return (
    <Panel title={t('versions')}>
      <ol className="grid gap-6">
        {versions.map((version, index) => {
          const before = versions[index + 1]
          return (
            <li
              key={version.id}
              className="grid gap-2 border-border border-t pt-4 first:border-0 first:pt-0"
            >
              <p className="flex flex-wrap gap-x-3 text-sm">
                <span className="font-medium">{t('version', { number: version.number })}</span>
                <span className="text-muted-foreground">
                  {t('versionBy', {
                    name: version.author.name ?? version.author.email,
                    date: day(version.createdAt),
                  })}
                </span>
              </p>
              {version.reviews.length === 0 ? (
                <p className="text-muted-foreground text-sm">{t('noReview')}</p>
              ) : (
                version.reviews.map(({ reviewer, verdict, note, createdAt }) => (
                  <div key={createdAt.getTime()} className="text-sm">
                    <p>
                      {t(verdict === 'approved' ? 'approvedBy' : 'returnedBy', {
                        name: reviewer.name ?? reviewer.email,
                        date: day(createdAt),
                      })}
                    </p>
                    {note ? (
                      <p className="whitespace-pre-wrap text-muted-foreground">{note}</p>
                    ) : null}
                  </div>
                ))
              )}
              {before ? (
                <details className="mt-1">
                  <summary className="w-fit cursor-pointer text-link text-sm">
                    {t('changes', { number: before.number })}
                  </summary>
                  <div className="mt-3">
                    <DiffList rows={diffEntry(compared(before), compared(version))} />
                  </div>
                </details>
              ) : null}
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
