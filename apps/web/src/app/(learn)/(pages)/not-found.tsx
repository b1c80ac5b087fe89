import { NotFoundState } from '@/features/shell/not-found-state'

export default NotFoundState
