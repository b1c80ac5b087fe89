import Image from '@tiptap/extension-image'
import type { Extensions } from '@tiptap/react'
import { Extension } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { FactNode } from './fact-node'
import { Table, TableCell, TableHeader, TableRow } from './table-nodes'

/** Ids of headings stay, so that links to them keep working. */
const HeadingIds = Extension.create({
  name: 'headingIds',
  addGlobalAttributes: () => [{ types: ['heading'], attributes: { id: { default: null } } }],
})

/** Everything that the server's sanitiser lets through and the visual editor can make. */
export const richTextExtensions = (factText: ((key: string) => string) | null): Extensions => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    link: {
      openOnClick: false,
      autolink: false,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  // Within paragraphs, as Markdown writes them.
  Image.configure({ inline: true }),
  HeadingIds,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  ...(factText ? [FactNode.configure({ textOf: factText })] : []),
]
