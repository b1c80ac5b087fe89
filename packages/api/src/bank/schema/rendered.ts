/** `text` is the same without marks, for where HTML cannot go. */
export type RenderedEntry = { id: string; html: string; text: string }

/** A question as a page shows it: `…Html` is sanitised and safe to set. */
export type RenderedQuestion =
  | { kind: 'single'; stemHtml: string; options: RenderedEntry[] }
  | { kind: 'multiple'; stemHtml: string; options: RenderedEntry[]; choose: number }
  | { kind: 'order'; stemHtml: string; options: RenderedEntry[] }
  | { kind: 'match'; stemHtml: string; prompts: RenderedEntry[]; options: RenderedEntry[] }
  | { kind: 'numeric'; stemHtml: string; unit: string | null }
  | { kind: 'text'; stemHtml: string; maxLength: number }
  | {
      kind: 'hotspot'
      stemHtml: string
      image: { alt: string; width: number; height: number }
      areas: { id: string; label: string; coords: [number, number, number, number] }[]
    }

/** An item as a page shows it, made of what was delivered and of nothing else. */
export type RenderedItem =
  | RenderedQuestion
  | { kind: 'case'; stemHtml: string; parts: (RenderedQuestion & { id: string })[] }
