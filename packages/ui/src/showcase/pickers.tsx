'use client'

import { useState } from 'react'
import { Combobox, type ComboboxItem } from '../combobox'
import { Field } from '../field'
import { FileDrop } from '../file-drop'
import { MultiCombobox } from '../multi-combobox'
import { SelectMenu } from '../select-menu'
import { ThemeToggle } from '../theme-toggle'
import { Specimen, SpecimenGroup } from './specimen'

const providers: ComboboxItem[] = [
  { value: 'google-cloud', label: 'Google Cloud', hint: '42' },
  { value: 'ibm', label: 'IBM', hint: '31' },
  { value: 'aws', label: 'Amazon Web Services', hint: '28' },
  { value: 'microsoft', label: 'Microsoft', hint: '26' },
  { value: 'stanford', label: 'Stanford University', hint: '9' },
]

const comboLabels = {
  placeholder: 'Any provider',
  search: 'Search providers',
  empty: 'No provider by that name.',
  loading: 'Searching',
}

/** Choices that need JavaScript. */
export function Pickers() {
  const [provider, setProvider] = useState<ComboboxItem | null>(providers[1] ?? null)
  const [several, setSeveral] = useState<ComboboxItem[]>(providers.slice(0, 2))
  const fileDrop = {
    browseLabel: 'or choose one',
    formatSize: (bytes: number) => `${Math.ceil(bytes / 1024)} kB`,
  }
  return (
    <SpecimenGroup id="pickers" title="Pickers">
      <Specimen title="Select menu" className="grid gap-6 sm:grid-cols-2">
        <Field label="Visibility">
          <SelectMenu
            placeholder="Choose"
            defaultValue="public"
            options={[
              { value: 'public', label: 'Public', hint: 'Anyone can find it' },
              { value: 'link', label: 'By link', hint: 'Whoever has the address' },
              { value: 'private', label: 'Private', disabled: true },
            ]}
          />
        </Field>
        <Field label="Reviewer" error="Choose who reviews it.">
          <SelectMenu placeholder="Nobody yet" options={[{ value: 'a', label: 'Amara Obi' }]} />
        </Field>
      </Specimen>
      <Specimen title="Combobox" className="grid items-start gap-6 sm:grid-cols-2">
        <Field label="Provider">
          <Combobox
            items={providers}
            selected={provider}
            onSelect={setProvider}
            labels={comboLabels}
          />
        </Field>
        <Field label="Providers to compare">
          <MultiCombobox
            items={providers}
            selected={several}
            onSelectedChange={setSeveral}
            labels={{
              ...comboLabels,
              placeholder: 'Add a provider',
              remove: (item) => `Remove ${item.label}`,
            }}
          />
        </Field>
      </Specimen>
      <Specimen title="File drop" className="grid gap-6 sm:grid-cols-2">
        <FileDrop
          {...fileDrop}
          name="catalogue"
          label="Drop a CSV file"
          hint="Up to 200 MB, any encoding."
        />
        <FileDrop
          {...fileDrop}
          name="broken"
          label="Drop a CSV file"
          error="This file is a spreadsheet. Save it as CSV and try again."
        />
      </Specimen>
      <Specimen title="Theme toggle">
        <ThemeToggle
          labels={{ group: 'Theme', light: 'Light', dark: 'Dark', system: 'As the device' }}
        />
      </Specimen>
    </SpecimenGroup>
  )
}
