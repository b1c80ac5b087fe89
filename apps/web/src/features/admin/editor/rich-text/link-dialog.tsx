'use client'

import { Button } from '@archway/ui/button'
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@archway/ui/dialog'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import type { Editor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** A web or mail address, or a place on this site. */
const isAddress = (text: string) => /^(https?:\/\/\S+|mailto:\S+|\/(?!\/)\S*|#\S+)$/.test(text)

/** Asks where the selected words lead to. An empty address takes the link away. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useTranslations('adminCatalog.editor')
  const common = useTranslations('common.actions')
  const [address, setAddress] = useState<string>(editor.getAttributes('link').href ?? '')
  const [isWrong, setIsWrong] = useState(false)
  const apply = () => {
    const href = address.trim()
    if (href !== '' && !isAddress(href)) {
      setIsWrong(true)
      return
    }
    const chain = editor.chain().focus().extendMarkRange('link')
    if (href === '') chain.unsetLink().run()
    else if (editor.state.selection.empty && !editor.isActive('link')) {
      chain
        .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
        .run()
    } else chain.setLink({ href }).run()
    onClose()
  }
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent closeLabel={common('close')} size="md" aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{t('linkTitle')}</DialogTitle>
        </DialogHeader>
        <DialogBody>
          <Field
            label={t('address')}
            hint={t('addressHint')}
            error={isWrong ? t('addressWrong') : undefined}
          >
            <Input
              type="url"
              value={address}
              onChange={(event) => setAddress(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                apply()
              }}
            />
          </Field>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button onClick={apply}>{t('apply')}</Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
