import { Button } from '../button'
import { Checkbox } from '../checkbox'
import { Field } from '../field'
import { FilterGroup } from '../filter-group'
import { FormMessage } from '../form-message'
import { Input } from '../input'
import { RadioGroup } from '../radio-group'
import { RatingInput } from '../rating-input'
import { Select } from '../select'
import { Switch } from '../switch'
import { Textarea } from '../textarea'
import { Specimen, SpecimenGroup } from './specimen'

/** Everything that works in a plain form, without JavaScript. */
export function Forms() {
  return (
    <SpecimenGroup id="forms" title="Forms">
      <Specimen title="Field and input" className="grid gap-6 sm:grid-cols-2">
        <Field label="Full name" required>
          <Input name="name" autoComplete="name" placeholder="Ada Byron" />
        </Field>
        <Field label="E-mail" hint="Receipts and certificates go here." note="Optional">
          <Input name="email" type="email" defaultValue="ada@example.org" />
        </Field>
        <Field label="Voucher" error="This voucher ended on 3 May. Try another or leave it empty.">
          <Input name="voucher" defaultValue="SPRING26" />
        </Field>
        <Field label="Organisation" hint="Set by your administrator.">
          <Input name="organisation" disabled defaultValue="Northfield University" />
        </Field>
        <Field label="Account number">
          <Input name="account" readOnly defaultValue="A-20391" />
        </Field>
        <Field label="Transcript">
          <Input name="file" type="file" />
        </Field>
      </Specimen>
      <Specimen title="Select and textarea" className="grid gap-6 sm:grid-cols-2">
        <Field label="Level">
          <Select name="level" defaultValue="intermediate">
            <option value="beginner">Beginner</option>
            <option value="intermediate">Intermediate</option>
            <option value="advanced">Advanced</option>
          </Select>
        </Field>
        <Field label="Language" error="Choose the language of the exam.">
          <Select name="language" defaultValue="">
            <option value="">Choose one</option>
            <option value="en">English</option>
          </Select>
        </Field>
        <Field label="About you" hint="Two or three sentences." className="sm:col-span-2">
          <Textarea name="about" placeholder="What would you like to be able to do?" />
        </Field>
      </Specimen>
      <Specimen title="Checkbox" className="grid gap-1">
        <Checkbox name="c" label="Send me a reminder each week" />
        <Checkbox
          name="c"
          label="Also by text message"
          hint="Your operator may charge."
          defaultChecked
        />
        <Checkbox name="c" label="Not available in your country" disabled />
      </Specimen>
      <Specimen title="Switch" className="grid gap-1">
        <Switch name="s" label="Captions" defaultChecked />
        <Switch name="s" label="Play the next lesson" hint="Starts after five seconds." />
        <Switch name="s" label="Offline copies" disabled />
      </Specimen>
      <Specimen title="Radio group" className="grid gap-8 sm:grid-cols-2">
        <RadioGroup
          legend="Pace"
          name="pace"
          defaultValue="steady"
          options={[
            { value: 'gentle', label: 'Gentle, 2 hours a week' },
            { value: 'steady', label: 'Steady, 4 hours a week' },
            { value: 'full', label: 'Full time', disabled: true },
          ]}
        />
        <RadioGroup
          legend="Plan"
          name="plan"
          variant="cards"
          defaultValue="program"
          options={[
            { value: 'course', label: 'This course', hint: 'One certificate' },
            { value: 'program', label: 'The whole program', hint: 'Five courses and the exam' },
          ]}
        />
        <RadioGroup
          legend="Exam sitting"
          name="sitting"
          error="Choose when to sit the exam."
          options={[
            { value: 'am', label: 'Morning' },
            { value: 'pm', label: 'Afternoon' },
          ]}
        />
        <RatingInput
          legend="Your rating"
          name="rating"
          defaultValue={4}
          options={['1 star', '2 stars', '3 stars', '4 stars', '5 stars']}
        />
      </Specimen>
      <Specimen title="Filter group" note="A facet in a plain GET form." className="max-w-64">
        <FilterGroup
          legend="Skill"
          name="skill"
          visible={4}
          moreLabel={(hidden) => `Show ${hidden} more`}
          lessLabel="Show fewer"
          options={[
            { value: 'python', label: 'Python', count: '214', checked: true },
            { value: 'ml', label: 'Machine learning', count: '187' },
            { value: 'data', label: 'Data engineering', count: '96' },
            { value: 'mlops', label: 'MLOps', count: '61' },
            { value: 'llm', label: 'Large language models', count: '58' },
            { value: 'cloud', label: 'Cloud architecture', count: '44' },
            { value: 'gov', label: 'AI governance', count: '12', checked: true },
          ]}
        />
      </Specimen>
      <Specimen title="Form outcome" className="grid gap-4">
        <FormMessage title="Your changes were not saved">
          Two fields need your attention.
        </FormMessage>
        <FormMessage variant="success">Your profile is up to date.</FormMessage>
        <div className="flex gap-3">
          <Button type="submit">Save</Button>
          <Button variant="ghost">Cancel</Button>
        </div>
      </Specimen>
    </SpecimenGroup>
  )
}
