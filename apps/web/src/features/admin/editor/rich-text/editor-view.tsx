'use client'

import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { richTextExtensions } from './extensions'
import { FactDialog } from './fact-dialog'
import { ImageDialog } from './image-dialog'
import { LinkDialog } from './link-dialog'
import { tidyHtml } from './tidy-html'
import { type Ask, Toolbar } from './toolbar'
import type { RichTextProps } from './types'

/** The visual editor itself, in a file of its own so that it loads only where a text is edited. */
export default function EditorView({
  labelId,
  describedBy,
  isInvalid,
  value,
  onChange,
  facts,
  hasImages = false,
  onSource,
}: RichTextProps & { onSource: () => void }) {
  const [asked, setAsked] = useState<Ask | null>(null)
  // What the editor holds, so that a value from outside (changes undone) is told from its own.
  const held = useRef(value)
  const factTexts = new Map(facts?.map(({ key, text }) => [key, text]))
  const editor = useEditor({
    // This file loads in the browser only, so the editor is there from the first render on.
    immediatelyRender: true,
    extensions: richTextExtensions(facts ? (key) => factTexts.get(key) ?? key : null),
    content: value,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelId,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(isInvalid ? { 'aria-invalid': 'true' } : {}),
        class: 'prose prose-sm min-h-40 max-w-none rounded-sm px-4 py-3',
      },
    },
    onUpdate: ({ editor: changed }) => {
      held.current = tidyHtml(changed.getHTML())
      onChange(held.current)
    },
  })
  useEffect(() => {
    if (value === held.current) return
    held.current = value
    editor.commands.setContent(value, { emitUpdate: false })
  }, [editor, value])
  const close = () => setAsked(null)
  return (
    <>
      <Toolbar
        editor={editor}
        canAsk={{ image: hasImages, fact: facts !== undefined }}
        onAsk={setAsked}
        onSource={onSource}
      />
      <EditorContent editor={editor} className="max-h-[70vh] overflow-y-auto" />
      {asked === 'link' ? <LinkDialog editor={editor} onClose={close} /> : null}
      {asked === 'image' ? (
        <ImageDialog
          onChoose={(image) => {
            editor.chain().focus().setImage(image).run()
            close()
          }}
          onClose={close}
        />
      ) : null}
      {asked === 'fact' && facts ? (
        <FactDialog
          facts={facts}
          onChoose={(key) => {
            editor.chain().focus().insertContent({ type: 'fact', attrs: { key } }).run()
            close()
          }}
          onClose={close}
        />
      ) : null}
    </>
  )
}
