'use client'

import { type ChainedCommands, type Editor, useEditorState } from '@tiptap/react'
import {
  BadgeCheck,
  Bold,
  Code,
  CodeXml,
  Heading2,
  Heading3,
  Image as ImageIcon,
  Italic,
  Link as LinkIcon,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Redo2,
  SquareCode,
  Strikethrough,
  Table as TableIcon,
  TextQuote,
  Underline,
  Undo2,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { emptyTable } from './table-nodes'
import { TableTools } from './table-tools'
import { ToolbarButton, ToolbarRule } from './toolbar-button'
import { ToolbarFrame } from './toolbar-frame'

/** Something that needs a question first. */
export type Ask = 'link' | 'image' | 'fact'

type Switch = {
  name:
    | 'bold'
    | 'italic'
    | 'underline'
    | 'strike'
    | 'code'
    | 'h2'
    | 'h3'
    | 'bulletList'
    | 'orderedList'
    | 'blockquote'
    | 'codeBlock'
  icon: LucideIcon
  toggle: (chain: ChainedCommands) => ChainedCommands
}
const marks: Switch[] = [
  { name: 'bold', icon: Bold, toggle: (chain) => chain.toggleBold() },
  { name: 'italic', icon: Italic, toggle: (chain) => chain.toggleItalic() },
  { name: 'underline', icon: Underline, toggle: (chain) => chain.toggleUnderline() },
  { name: 'strike', icon: Strikethrough, toggle: (chain) => chain.toggleStrike() },
  { name: 'code', icon: Code, toggle: (chain) => chain.toggleCode() },
]
const blocks: Switch[] = [
  { name: 'h2', icon: Heading2, toggle: (chain) => chain.toggleHeading({ level: 2 }) },
  { name: 'h3', icon: Heading3, toggle: (chain) => chain.toggleHeading({ level: 3 }) },
  { name: 'bulletList', icon: List, toggle: (chain) => chain.toggleBulletList() },
  { name: 'orderedList', icon: ListOrdered, toggle: (chain) => chain.toggleOrderedList() },
  { name: 'blockquote', icon: TextQuote, toggle: (chain) => chain.toggleBlockquote() },
  { name: 'codeBlock', icon: SquareCode, toggle: (chain) => chain.toggleCodeBlock() },
]
const isOn = (editor: Editor, name: Switch['name']) =>
  name === 'h2' || name === 'h3'
    ? editor.isActive('heading', { level: Number(name[1]) })
    : editor.isActive(name)

/** Every tool of the editor; what the cursor stands in is pressed. */
export function Toolbar({
  editor,
  canAsk,
  onAsk,
  onSource,
}: {
  editor: Editor
  canAsk: { image: boolean; fact: boolean }
  onAsk: (what: Ask) => void
  onSource: () => void
}) {
  const t = useTranslations('adminCatalog.editor')
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      on: [...marks, ...blocks].filter(({ name }) => isOn(now, name)).map(({ name }) => name),
      isLink: now.isActive('link'),
      isTable: now.isActive('table'),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  })
  const run = () => editor.chain().focus()
  const switches = (tools: Switch[]) =>
    tools.map(({ name, icon, toggle }) => (
      <ToolbarButton
        key={name}
        icon={icon}
        label={t(name)}
        isActive={state.on.includes(name)}
        onPress={() => toggle(run()).run()}
      />
    ))
  return (
    <ToolbarFrame label={t('toolbar')}>
      {switches(marks)}
      <ToolbarRule />
      {switches(blocks)}
      <ToolbarButton
        icon={Minus}
        label={t('rule')}
        onPress={() => run().setHorizontalRule().run()}
      />
      <ToolbarRule />
      <ToolbarButton
        icon={LinkIcon}
        label={t('link')}
        isActive={state.isLink}
        onPress={() => onAsk('link')}
      />
      {canAsk.image ? (
        <ToolbarButton icon={ImageIcon} label={t('image')} onPress={() => onAsk('image')} />
      ) : null}
      <ToolbarButton
        icon={TableIcon}
        label={t('table')}
        disabled={state.isTable}
        onPress={() => run().insertContent(emptyTable).run()}
      />
      {canAsk.fact ? (
        <ToolbarButton icon={BadgeCheck} label={t('fact')} onPress={() => onAsk('fact')} />
      ) : null}
      <ToolbarRule />
      <ToolbarButton
        icon={Undo2}
        label={t('undo')}
        disabled={!state.canUndo}
        onPress={() => run().undo().run()}
      />
      <ToolbarButton
        icon={Redo2}
        label={t('redo')}
        disabled={!state.canRedo}
        onPress={() => run().redo().run()}
      />
      <ToolbarButton icon={CodeXml} label={t('source')} onPress={onSource} />
      {state.isTable ? <TableTools editor={editor} /> : null}
    </ToolbarFrame>
  )
}
