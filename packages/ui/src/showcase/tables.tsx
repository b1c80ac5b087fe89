'use client'

import { useState } from 'react'
import { Badge } from '../badge'
import { Button } from '../button'
import { DataTable, type DataTableColumn, type DataTableSort } from '../data-table'
import { EmptyState } from '../empty-state'
import { ErrorState } from '../error-state'
import { Input } from '../input'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../table'
import { Specimen, SpecimenGroup } from './specimen'

type Order = { id: string; buyer: string; item: string; cents: number; state: 'paid' | 'refunded' }

const orders: Order[] = [
  { id: '1042', buyer: 'Ada Byron', item: 'Designing with models', cents: 4900, state: 'paid' },
  { id: '1041', buyer: 'Luís Prado', item: 'Applied AI certificate', cents: 31900, state: 'paid' },
  {
    id: '1040',
    buyer: 'Mei Tanaka',
    item: 'Evaluation in practice',
    cents: 2900,
    state: 'refunded',
  },
]

const columns: DataTableColumn<Order>[] = [
  {
    id: 'buyer',
    header: 'Buyer',
    cell: (row) => row.buyer,
    sortable: true,
    primary: true,
    hideable: false,
  },
  { id: 'item', header: 'Item', cell: (row) => row.item },
  {
    id: 'state',
    header: 'Status',
    cell: (row) => (
      <Badge variant={row.state === 'paid' ? 'success' : 'neutral'}>
        {row.state === 'paid' ? 'Paid' : 'Refunded'}
      </Badge>
    ),
  },
  {
    id: 'amount',
    header: 'Amount',
    numeric: true,
    sortable: true,
    firstDirection: 'desc',
    cell: (row) =>
      new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' }).format(
        row.cents / 100,
      ),
  },
]

const labels = {
  columns: 'Columns',
  sort: 'Sort',
  selectAll: 'Select all orders on this page',
  selectRow: (row: Order) => `Select order ${row.id}`,
  selectedCount: (count: number) => `${count} selected`,
  clearSelection: 'Clear',
  loading: 'Loading orders',
}

function sorted(sort: DataTableSort): Order[] {
  const sign = sort.direction === 'asc' ? 1 : -1
  return [...orders].sort((a, b) =>
    sort.column === 'amount' ? sign * (a.cents - b.cents) : sign * a.buyer.localeCompare(b.buyer),
  )
}

/** Tables: plain, working, loading, empty and failed. */
export function Tables() {
  const [sort, setSort] = useState<DataTableSort>({ column: 'amount', direction: 'desc' })
  const [hidden, setHidden] = useState<string[]>([])
  const [selected, setSelected] = useState<string[]>(['1041'])
  const shared = { columns, rowKey: (row: Order) => row.id, labels }
  return (
    <SpecimenGroup id="tables" title="Tables">
      <Specimen title="Table">
        <Table label="Fees">
          <TableHeader>
            <TableRow>
              <TableHead>Certification</TableHead>
              <TableHead>Valid</TableHead>
              <TableHead numeric>Fee</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            <TableRow>
              <TableCell>Azure AI Fundamentals</TableCell>
              <TableCell>For life</TableCell>
              <TableCell numeric>$99</TableCell>
            </TableRow>
            <TableRow>
              <TableCell>Machine Learning, Specialty</TableCell>
              <TableCell>3 years</TableCell>
              <TableCell numeric>$300</TableCell>
            </TableRow>
          </TableBody>
        </Table>
      </Specimen>
      <Specimen title="Data table" note="Sort, columns, selection; cards on phones.">
        <DataTable
          {...shared}
          label="Orders"
          rows={sorted(sort)}
          sort={sort}
          onSortChange={setSort}
          hiddenColumns={hidden}
          onHiddenColumnsChange={setHidden}
          selected={selected}
          onSelectedChange={setSelected}
          bulkActions={
            <Button size="sm" variant="secondary">
              Export
            </Button>
          }
          toolbar={
            <Input aria-label="Search orders" placeholder="Search orders" className="max-w-60" />
          }
          empty={null}
          footer={<span className="text-muted-foreground text-sm">1–3 of 1,204</span>}
        />
      </Specimen>
      <Specimen title="Loading">
        <DataTable {...shared} label="Orders, loading" rows={[]} loading empty={null} />
      </Specimen>
      <Specimen title="Empty and failed" className="grid gap-5 sm:grid-cols-2">
        <DataTable
          {...shared}
          label="Orders, none"
          rows={[]}
          empty={
            <EmptyState
              headingLevel={3}
              className="border-0"
              title="No orders yet"
              description="They appear here as soon as somebody buys."
            />
          }
        />
        <DataTable
          {...shared}
          label="Orders, failed"
          rows={[]}
          empty={null}
          error={
            <ErrorState
              headingLevel={3}
              title="Orders could not be read"
              description="Nothing was changed."
              actions={<Button variant="secondary">Try again</Button>}
            />
          }
        />
      </Specimen>
    </SpecimenGroup>
  )
}
