import { Avatar } from '../avatar'
import { Badge } from '../badge'
import {
  Card,
  CardContent,
  CardDescription,
  CardFooter,
  CardHeader,
  CardLink,
  CardTitle,
} from '../card'
import { CodeBlock } from '../code-block'
import { DataList, DataListItem } from '../data-list'
import { Kbd } from '../kbd'
import { Price } from '../price'
import { Rating } from '../rating'
import { Separator } from '../separator'
import { Sparkline } from '../sparkline'
import { Stat } from '../stat'
import { ArticleSpecimen } from './article'
import { Specimen, SpecimenGroup } from './specimen'

/** Cards, facts, figures and long reading. */
export function Content() {
  return (
    <SpecimenGroup id="content" title="Content">
      <Specimen title="Card" className="grid gap-5 sm:grid-cols-2">
        <Card interactive>
          <CardContent className="flex flex-col gap-3">
            <div className="flex items-center gap-2 text-muted-foreground text-sm">
              <Avatar name="Google Cloud" size="xs" shape="square" />
              Google Cloud
            </div>
            <CardTitle className="text-lg">
              <CardLink href="#content">Introduction to Generative AI</CardLink>
            </CardTitle>
            <CardDescription>
              What large models are, what they are for, and how they differ from what came before.
            </CardDescription>
            <Rating
              value={4.6}
              label="Rated 4.6 of 5 by 213 people"
              valueText="4.6"
              countText="(213)"
            />
          </CardContent>
          <CardFooter className="justify-between">
            <Price amount="Free" size="sm" />
            <Badge variant="outline">Beginner</Badge>
          </CardFooter>
        </Card>
        <Card>
          <CardHeader>
            <CardTitle>Order summary</CardTitle>
            <CardDescription>Held for 30 minutes.</CardDescription>
          </CardHeader>
          <CardContent>
            <DataList>
              <DataListItem term="Designing with models">€59.00</DataListItem>
              <DataListItem term="Voucher">−€10.00</DataListItem>
              <DataListItem term="Total">€49.00</DataListItem>
            </DataList>
          </CardContent>
        </Card>
      </Specimen>
      <Specimen title="Price" className="flex flex-wrap gap-x-12 gap-y-5">
        <Price
          amount="€49.00"
          size="lg"
          former="€79.00"
          formerLabel="Before"
          note="One payment, tax included"
        />
        <Price amount="€19.00" note="a month" />
        <Price amount="Free" size="sm" />
      </Specimen>
      <Specimen title="Rating" className="flex flex-wrap gap-6">
        <Rating value={5} label="Rated 5 of 5" valueText="5.0" />
        <Rating
          value={3.4}
          label="Rated 3.4 of 5 by 18 people"
          valueText="3.4"
          countText="18 ratings"
        />
        <Rating value={0} label="Not rated yet" countText="Not rated yet" />
      </Specimen>
      <Specimen title="Avatar" className="flex flex-wrap items-center gap-3">
        <Avatar name="Ada Byron" size="xs" />
        <Avatar name="Grace Murray Hopper" size="sm" />
        <Avatar name="Katherine Johnson" label="Katherine Johnson" />
        <Avatar name="IBM" shape="square" size="lg" />
        <Avatar name="Ada Byron" src="data:image/png,broken" size="xl" />
      </Specimen>
      <Specimen title="Figures" className="grid gap-4 sm:grid-cols-3">
        <Stat
          label="Revenue"
          value="€48,210"
          delta={{ direction: 'up', text: '12%', tone: 'good', label: 'on last month' }}
        >
          <Sparkline values={[12, 14, 13, 18, 17, 21, 24, 22, 27]} />
        </Stat>
        <Stat
          label="Refunds"
          value="14"
          delta={{ direction: 'up', text: '3', tone: 'bad', label: 'on last month' }}
        >
          <Sparkline values={[3, 2, 4, 3, 5, 4, 6, 5, 7]} />
        </Stat>
        <Stat
          label="Completion"
          value="61%"
          delta={{ direction: 'flat', text: 'No change', tone: 'neutral' }}
          hint="Of courses started in spring"
        />
      </Specimen>
      <Specimen title="Facts">
        <DataList layout="grid">
          <DataListItem term="Level">Intermediate</DataListItem>
          <DataListItem term="Workload">4 hours a week</DataListItem>
          <DataListItem term="Length">6 weeks</DataListItem>
          <DataListItem term="Language">English</DataListItem>
        </DataList>
        <Separator className="my-6" />
        <DataList layout="columns">
          <DataListItem term="Issuer">Northfield University</DataListItem>
          <DataListItem term="Valid until">23 November 2029</DataListItem>
        </DataList>
      </Specimen>
      <Specimen title="Code and keys" className="grid gap-4">
        <CodeBlock
          label="Similarity in Python"
          title="similarity.py"
          code={
            'def cosine(a, b):\n    """Similarity of two embeddings, from -1 to 1."""\n    return dot(a, b) / (norm(a) * norm(b))'
          }
          copyLabels={{ copy: 'Copy code', copied: 'Copied' }}
        />
        <p className="flex items-center gap-1.5 text-sm">
          Press <Kbd>Ctrl</Kbd> <Kbd>K</Kbd> to search.
        </p>
      </Specimen>
      <Specimen title="Prose" note="Lessons, guides, policies.">
        <ArticleSpecimen />
      </Specimen>
    </SpecimenGroup>
  )
}
