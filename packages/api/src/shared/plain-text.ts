import { z } from 'zod'

/**
 * Control characters, marks that turn the direction of writing around, and characters without width: in
 * a name they make one person look like another, and in a mail one sentence like another. The joiners
 * U+200C and U+200D stay, because several scripts need them. Source: Unicode Technical Report 36,
 * section 2.5 (bidirectional text spoofing).
 */
const deceiving = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu
const deceivingExceptBreaks = /(?!\n)[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** A line of text by a person, trimmed and in Unicode's composed form, without characters that deceive. */
export const singleLine = () =>
  z.string().overwrite((text) => text.normalize('NFC').replace(deceiving, '').trim())

/** The same for a text of several lines, whose breaks become "\n". */
export const severalLines = () =>
  z
    .string()
    .overwrite((text) =>
      text.normalize('NFC').replace(/\r\n?/g, '\n').replace(deceivingExceptBreaks, '').trim(),
    )
