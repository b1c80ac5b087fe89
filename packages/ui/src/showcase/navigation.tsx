import { Accordion, AccordionItem } from '../accordion'
import { Breadcrumb } from '../breadcrumb'
import { Button } from '../button'
import { LinkButton } from '../link-button'
import { NavTabs } from '../nav-tabs'
import { PageHeader } from '../page-header'
import { Pagination } from '../pagination'
import { Section } from '../section'
import { Stepper } from '../stepper'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '../tabs'
import { Timeline, TimelineItem } from '../timeline'
import { Specimen, SpecimenGroup } from './specimen'

const pagerLabels = {
  navigation: 'Pages',
  previous: 'Previous',
  next: 'Next',
  page: (page: number) => `Page ${page}`,
}

const stateLabels = {
  done: 'done',
  current: 'current',
  upcoming: 'to come',
  error: 'needs attention',
}

const trail = [
  { label: 'Catalogue', href: '#navigation' },
  { label: 'Cloud', href: '#cloud' },
  { label: 'Introduction to Generative AI' },
]

/** Ways around, and through. */
export function Navigation() {
  return (
    <SpecimenGroup id="navigation" title="Navigation and structure">
      <Specimen title="Page header">
        <div className="grid gap-8 rounded-lg border border-border bg-surface p-6 sm:p-8">
          <PageHeader
            headingLevel={3}
            breadcrumb={<Breadcrumb label="Breadcrumb" items={trail} />}
            eyebrow="Career guide"
            title="What is an AI architect?"
            description="What the role is, what it pays, the skills it takes, and the courses and certifications that lead there."
            meta={
              <>
                <span>Updated 12 November 2026</span>
                <span>14 minutes</span>
              </>
            }
            actions={<LinkButton href="#navigation">Plan your path</LinkButton>}
          />
        </div>
        <div className="mt-4 rounded-lg border border-border bg-surface p-6">
          <PageHeader
            headingLevel={3}
            variant="compact"
            title="Orders"
            description="Every order of every provider."
            actions={
              <>
                <Button variant="secondary">Export</Button>
                <Button>New order</Button>
              </>
            }
          />
        </div>
      </Specimen>
      <Specimen title="Section">
        <Section
          headingLevel={3}
          title="Courses that lead there"
          description="In the order that most people take them."
          action={
            <a href="#navigation" className="text-link text-sm">
              All courses
            </a>
          }
        >
          <div className="h-16 rounded-lg border border-border border-dashed" />
        </Section>
      </Specimen>
      <Specimen title="Tabs" note="Panels on one page.">
        <Tabs defaultValue="outline">
          <TabsList aria-label="Course">
            <TabsTrigger value="outline">Outline</TabsTrigger>
            <TabsTrigger value="people">People</TabsTrigger>
            <TabsTrigger value="reviews">Reviews</TabsTrigger>
            <TabsTrigger value="notes" disabled>
              Notes
            </TabsTrigger>
          </TabsList>
          <TabsContent value="outline">Six modules, 31 lessons, two quizzes.</TabsContent>
          <TabsContent value="people">Taught by three engineers.</TabsContent>
          <TabsContent value="reviews">213 people rated it.</TabsContent>
        </Tabs>
      </Specimen>
      <Specimen title="Navigation tabs" note="Links, for pages.">
        <NavTabs
          label="Order sections"
          items={[
            { href: '#all', label: 'All', count: '1,204', current: true },
            { href: '#paid', label: 'Paid', count: '1,150' },
            { href: '#refunded', label: 'Refunded', count: '41' },
            { href: '#disputed', label: 'Disputed', count: '13' },
          ]}
        />
      </Specimen>
      <Specimen title="Pagination" className="grid gap-5">
        {[1, 6, 12].map((page) => (
          <Pagination
            key={page}
            page={page}
            pageCount={12}
            href={(to) => `#page-${to}`}
            labels={{ ...pagerLabels, navigation: `Pages, at ${page}`, position: `${page} of 12` }}
          />
        ))}
      </Specimen>
      <Specimen title="Accordion">
        <Accordion>
          <AccordionItem title="1. What generative models do" meta="5 lessons · 48 min" open>
            Tokens, embeddings and attention, with no formula that is not drawn first.
          </AccordionItem>
          <AccordionItem title="2. Prompting as a design skill" meta="4 lessons · 35 min">
            Instructions, examples, and how to tell whether a change helped.
          </AccordionItem>
          <AccordionItem title="3. Where it goes wrong" meta="6 lessons · 1 h 10 min">
            Evaluation, hallucination and cost.
          </AccordionItem>
        </Accordion>
      </Specimen>
      <Specimen title="Stepper">
        <Stepper
          label="Checkout"
          stateLabels={stateLabels}
          steps={[
            { id: 'a', label: 'Review', hint: 'One course', state: 'done', href: '#navigation' },
            { id: 'b', label: 'Pay', hint: 'By card', state: 'current' },
            { id: 'c', label: 'Start learning', state: 'upcoming' },
          ]}
        />
        <div className="mt-8">
          <Stepper
            label="Import"
            orientation="vertical"
            stateLabels={stateLabels}
            steps={[
              { id: 'a', label: 'Upload', hint: '623 rows', state: 'done' },
              { id: 'b', label: 'Match columns', hint: 'Two are missing', state: 'error' },
              { id: 'c', label: 'Preview', state: 'upcoming' },
            ]}
          />
        </div>
      </Specimen>
      <Specimen title="Timeline">
        <Timeline>
          <TimelineItem title="Order placed" time="10:41">
            Quote of €49.00 frozen for 30 minutes.
          </TimelineItem>
          <TimelineItem title="Payment succeeded" time="10:43" tone="success">
            Visa ending 4242.
          </TimelineItem>
          <TimelineItem title="Refund requested" time="11:02" tone="warning" />
          <TimelineItem title="Access removed" time="11:05" tone="danger" />
        </Timeline>
      </Specimen>
    </SpecimenGroup>
  )
}
