import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUnspaced, openWordOf, parseSearchText, wordsOf } from './search-text'

const texts = (text: string) =>
  parseSearchText(text).groups.map((group) => group.map((term) => term.text))

describe('the notation of the search box', () => {
  it('wants every word', () => {
    expect(texts('machine learning')).toEqual([['machine'], ['learning']])
  })
  it('keeps phrases together', () => {
    const { groups } = parseSearchText('"prompt engineering" basics')
    expect(groups).toEqual([
      [{ text: 'prompt engineering', isPhrase: true }],
      [{ text: 'basics', isPhrase: false }],
    ])
  })
  it('excludes words and phrases', () => {
    const { groups, excluded } = parseSearchText('python -java -"deep learning"')
    expect(groups).toHaveLength(1)
    expect(excluded.map(({ text }) => text)).toEqual(['java', 'deep learning'])
  })
  it('takes OR for alternatives, and as nothing where there are none', () => {
    expect(texts('aws OR azure exam')).toEqual([['aws', 'azure'], ['exam']])
    expect(texts('OR azure OR')).toEqual([['azure']])
  })
  it('knows the word that is still being typed', () => {
    expect(openWordOf(parseSearchText('intro gener'))).toBe('gener')
    expect(openWordOf(parseSearchText('intro gener '))).toBeNull()
    expect(openWordOf(parseSearchText('"intro gener"'))).toBeNull()
  })
  it('looks up plain words only', () => {
    expect(wordsOf(parseSearchText('kubernets ai "deep lerning" c++'))).toEqual(['kubernets'])
  })
  it('keeps names with signs', () => {
    expect(texts('c++ ci/cd scikit-learn gpt-4 .net')).toEqual([
      ['c++'],
      ['ci/cd'],
      ['scikit-learn'],
      ['gpt-4'],
      ['net'],
    ])
  })
  it('notices scripts without spaces', () => {
    expect(isUnspaced('データ')).toBe(true)
    expect(isUnspaced('datos')).toBe(false)
  })
  it('has a meaning for every text, without signs that a query language reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { groups, excluded } = parseSearchText(text)
        expect(groups.length + excluded.length).toBeLessThanOrEqual(16)
        for (const { text: term } of [...groups.flat(), ...excluded]) {
          expect(term).not.toMatch(/[&|!<>():*'"\\%_]/)
          expect(term.trim()).not.toBe('')
        }
      }),
    )
  })
})
