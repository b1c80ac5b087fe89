'use client'

import type { MediaDto } from '@archway/api/catalog/schema/content'
import { Button } from '@archway/ui/button'
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@archway/ui/dialog'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { mediaPath } from '@/lib/paths'
import { MediaField } from '../media-field'
import { TextLine } from '../text-line'

/** Uploads a picture and asks what it shows. */
export function ImageDialog({
  onChoose,
  onClose,
}: {
  onChoose: (image: { src: string; alt: string; width?: number; height?: number }) => void
  onClose: () => void
}) {
  const t = useTranslations('adminCatalog.editor')
  const common = useTranslations('common.actions')
  const [media, setMedia] = useState<MediaDto | null>(null)
  const [alt, setAlt] = useState('')
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent closeLabel={common('close')} size="lg" aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{t('imageTitle')}</DialogTitle>
        </DialogHeader>
        <DialogBody className="grid gap-5">
          <MediaField
            family="image"
            label={t('image')}
            mediaKey={media?.key ?? null}
            fileName={media?.fileName}
            onChange={setMedia}
          />
          <TextLine
            label={t('alt')}
            hint={t('altHint')}
            value={alt}
            onChange={setAlt}
            maxLength={300}
          />
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            disabled={media === null}
            onClick={() => {
              if (!media) return
              onChoose({
                src: mediaPath(media.key),
                alt: alt.trim(),
                ...(media.width && media.height
                  ? { width: media.width, height: media.height }
                  : {}),
              })
            }}
          >
            {t('insert')}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
