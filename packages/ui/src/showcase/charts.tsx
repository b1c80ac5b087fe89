import { BarChart } from '../bar-chart'
import { Card, CardContent } from '../card'
import { DonutChart } from '../donut-chart'
import { FunnelChart } from '../funnel-chart'
import { LineChart } from '../line-chart'
import { Specimen, SpecimenGroup } from './specimen'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const revenue = [410, 438, 520, 495, 610, 640, 588, 602, 731, 790, 842, 905]
const refunds = [22, 18, 31, 25, 40, 36, 28, 33, 35, 41, 38, 44]

const rows = months.map((label, index) => ({
  label,
  values: { revenue: (revenue[index] ?? 0) * 10000, refunds: (refunds[index] ?? 0) * 10000 },
}))

const money = {
  locale: 'en-IE',
  options: { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 },
  exponent: 2,
} as const

const labels = { rows: 'Month', table: 'Show as a table' }

/** Charts with figures, and without. */
export function Charts() {
  return (
    <SpecimenGroup id="charts" title="Charts">
      <Specimen title="Line and area" className="grid gap-5">
        <Card>
          <CardContent>
            <LineChart
              title="Revenue and refunds"
              summary="Revenue rose from €41,000 in January to €90,500 in December; refunds stayed under €5,000."
              rows={rows}
              series={[
                { key: 'revenue', label: 'Revenue' },
                { key: 'refunds', label: 'Refunds', color: 3 },
              ]}
              format={money}
              labels={labels}
              empty="No sales in this period"
            />
          </CardContent>
        </Card>
        <Card>
          <CardContent>
            <LineChart
              variant="area"
              title="Enrolments"
              rows={rows.map((row) => ({
                label: row.label,
                values: { n: row.values.revenue / 10000 },
              }))}
              series={[{ key: 'n', label: 'Enrolments' }]}
              format={{ locale: 'en-IE' }}
              labels={labels}
              empty="No enrolments in this period"
              height={200}
            />
          </CardContent>
        </Card>
      </Specimen>
      <Specimen title="Bars" className="grid gap-5">
        <Card>
          <CardContent>
            <BarChart
              stacked
              title="Sales by kind"
              rows={rows.slice(0, 8).map((row) => ({
                label: row.label,
                values: {
                  courses: row.values.revenue * 0.6,
                  programs: row.values.revenue * 0.3,
                  exams: row.values.revenue * 0.1,
                },
              }))}
              series={[
                { key: 'courses', label: 'Courses' },
                { key: 'programs', label: 'Programs' },
                { key: 'exams', label: 'Exams' },
              ]}
              format={money}
              labels={labels}
              empty="No sales in this period"
            />
          </CardContent>
        </Card>
        <Card>
          <CardContent>
            <BarChart
              title="Payouts"
              rows={[]}
              series={[{ key: 'n', label: 'Payouts' }]}
              format={money}
              labels={labels}
              empty="No payouts in this period"
              height={140}
            />
          </CardContent>
        </Card>
      </Specimen>
      <Specimen title="Funnel and parts" className="grid gap-5 sm:grid-cols-2">
        <Card>
          <CardContent>
            <FunnelChart
              title="From visit to completion"
              empty="No visits in this period"
              stages={[
                { id: 'v', label: 'Course page', value: 8410, valueText: '8,410' },
                { id: 'c', label: 'Checkout', value: 1220, valueText: '1,220', stepText: '15%' },
                { id: 'p', label: 'Paid', value: 964, valueText: '964', stepText: '79%' },
                { id: 'd', label: 'Completed', value: 402, valueText: '402', stepText: '42%' },
              ]}
            />
          </CardContent>
        </Card>
        <Card>
          <CardContent>
            <DonutChart
              title="Learners by level"
              empty="No learners yet"
              slices={[
                { id: 'b', label: 'Beginner', value: 52, valueText: '52%' },
                { id: 'i', label: 'Intermediate', value: 33, valueText: '33%' },
                { id: 'a', label: 'Advanced', value: 15, valueText: '15%' },
              ]}
            >
              <p className="font-semibold text-xl tabular-nums">4,210</p>
              <p className="text-muted-foreground text-xs">learners</p>
            </DonutChart>
          </CardContent>
        </Card>
      </Specimen>
    </SpecimenGroup>
  )
}
