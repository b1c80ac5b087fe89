import type { ReactNode } from 'react'
import type { LinkComponent } from '../link-component'

export type SortDirection = 'asc' | 'desc'
export type DataTableSort = { column: string; direction: SortDirection }

export type DataTableColumn<Row> = {
  id: string
  /** Heading; also the label of the value in the phone's cards. */
  header: string
  cell: (row: Row) => ReactNode
  numeric?: boolean
  sortable?: boolean
  /** Direction of the first sort; `desc` suits dates and amounts. */
  firstDirection?: SortDirection
  /** False keeps it out of the column chooser. */
  hideable?: boolean
  /** The one that heads the phone's card. */
  primary?: boolean
  /** Leaves it out of the phone's card. */
  hideOnPhone?: boolean
  className?: string
}

export type DataTableLabels<Row> = {
  columns: string
  /** Opens the orders to choose from on a phone. */
  sort: string
  selectAll: string
  selectRow: (row: Row) => string
  /** Such as "3 selected". */
  selectedCount: (count: number) => string
  clearSelection: string
  loading: string
}

export type DataTableProps<Row> = {
  /** Names the table. */
  label: string
  columns: DataTableColumn<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  labels: DataTableLabels<Row>

  sort?: DataTableSort | null
  /** Address of a sort, for headings that are links. */
  sortHref?: (sort: DataTableSort) => string
  /** Called instead when there is no `sortHref`. */
  onSortChange?: (sort: DataTableSort) => void

  /** Ids of columns that are not shown. */
  hiddenColumns?: string[]
  /** Shows the column chooser. */
  onHiddenColumnsChange?: (hidden: string[]) => void

  /** Keys of selected rows. */
  selected?: string[]
  /** Shows the boxes. */
  onSelectedChange?: (selected: string[]) => void
  /** Buttons in the bar that appears while rows are selected. */
  bulkActions?: ReactNode

  /** Search and filters, at the leading side over the table. */
  toolbar?: ReactNode
  /** What stands in for the rows when there are none. */
  empty: ReactNode
  /** What stands in for the rows when they could not be read. */
  error?: ReactNode
  /** Keeps the rows under a moving line; without rows it shows placeholders. */
  loading?: boolean
  /** Pager or totals under the table. */
  footer?: ReactNode
  /** Scrolls inside itself, at most 70 % of the screen high, under a fixed heading. */
  stickyHeader?: boolean
  linkComponent?: LinkComponent
  className?: string
}
