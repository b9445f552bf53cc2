import { Hono } from 'hono'
import type { Env } from '../operation.ts'
import { blocks } from './blocks.ts'
import { photos } from './photos.ts'
import { plans } from './plans.ts'
import { useOfParcel } from './read.ts'
import { reports } from './reports.ts'

/** Routes under `/parcels/:id` that tell how the land is used, and prove it. */
export const use = new Hono<Env>()
  .route('/', useOfParcel)
  .route('/', blocks)
  .route('/', plans)
  .route('/', photos)
  .route('/', reports)
