import { Node } from '@tiptap/react'

/**
 * A figure of a career guide in running text: `<span data-fact="key"></span>`. It cannot be typed into;
 * the editor shows its value, the stored HTML its key alone.
 */
export const FactNode = Node.create<{ textOf: (key: string) => string }>({
  name: 'fact',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({ textOf: (key) => key }),
  addAttributes: () => ({
    key: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-fact'),
      renderHTML: ({ key }) => ({ 'data-fact': key }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-fact]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  renderText: ({ node }) => String(node.attrs.key),
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('span')
      dom.dataset.fact = String(node.attrs.key)
      dom.textContent = this.options.textOf(String(node.attrs.key))
      dom.title = String(node.attrs.key)
      dom.className =
        'rounded-sm bg-accent-muted px-1 font-medium text-accent-muted-foreground [.ProseMirror-selectednode&]:outline-2 [.ProseMirror-selectednode&]:outline-ring'
      return { dom }
    }
  },
})
