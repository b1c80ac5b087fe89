/** A fact that can be put into a text: its key, what it is called, and its figure in words. */
export type FactChoice = { key: string; label: string; text: string }

export type RichTextProps = {
  /** the id of the element that names the text */
  labelId: string
  describedBy?: string
  isInvalid?: boolean
  /** HTML as it is stored */
  value: string
  onChange: (html: string) => void
  /** facts that can be put into it; without them the text has none */
  facts?: FactChoice[]
  /** whether pictures can be put into it */
  hasImages?: boolean
}
