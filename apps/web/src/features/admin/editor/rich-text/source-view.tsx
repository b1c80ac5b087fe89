'use client'

import { Alert } from '@archway/ui/alert'
import { Button } from '@archway/ui/button'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import type { RichTextProps } from './types'
import { unsupportedTags } from './unsupported-tags'

/** The text as HTML: for what the visual editor cannot show, and for those who like it better. */
export function SourceView({
  labelId,
  describedBy,
  isInvalid,
  value,
  onChange,
  onVisual,
}: RichTextProps & { onVisual: () => void }) {
  const t = useTranslations('adminCatalog.editor')
  const lost = unsupportedTags(value)
  return (
    <div className="grid gap-3 p-3">
      {lost.length > 0 ? (
        <Alert variant="info">
          {t('sourceOnly', { tags: lost.map((tag) => `<${tag}>`).join(', ') })}
        </Alert>
      ) : null}
      <Textarea
        aria-labelledby={labelId}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        rows={14}
        spellCheck={false}
        className="max-h-[70vh] overflow-y-auto font-mono"
      />
      <Button
        variant="secondary"
        size="sm"
        disabled={lost.length > 0}
        onClick={onVisual}
        className="justify-self-start"
      >
        {t('visual')}
      </Button>
    </div>
  )
}
