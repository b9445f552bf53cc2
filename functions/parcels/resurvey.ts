import type { ParcelRecord } from '../domain/record.ts'
import type { Fault } from '../domain/refusal.ts'
import { isUnderWay, resurveyFaults, surveyed } from '../domain/resurvey.ts'
import type { ShownParcel } from './feature.ts'

/** What a survey under way lacks before this parcel may be submitted. */
export const surveyFaults = ({ record, areaM2, verifiedAt }: ShownParcel): Fault[] =>
  resurveyFaults({
    resurvey: record.resurvey,
    verifiedAt,
    properties: record.properties,
    boundaryAreaM2: areaM2,
    documents: Object.values(record.documents ?? {}),
  })

/** The record with what a survey under way measured, for its submission. */
export const withSurvey = ({ record, areaM2, verifiedAt }: ShownParcel): ParcelRecord =>
  record.resurvey && isUnderWay(record.resurvey, verifiedAt)
    ? { ...record, resurvey: surveyed(record.resurvey, record.properties, areaM2) }
    : record
