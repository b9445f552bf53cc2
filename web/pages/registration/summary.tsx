import { areaOf } from '../../../functions/domain/area.ts'
import { cornerCount, partsOf } from '../../../functions/domain/boundary.ts'
import { STEPS } from '../../../functions/domain/parcel.ts'
import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { review as told } from '../../messages/review.ts'
import { useObservable } from '../../observable.ts'
import { useMe } from '../../session.ts'
import { formatArea, formatHectares } from '../../time.ts'
import { fieldLabel, valueWords } from '../parcel/field-words.ts'
import { type Content, valueAt } from './content.ts'
import { useDocuments } from './documents.ts'
import { useDesk } from './form.tsx'
import { membersInFormOrder } from '../form-order.ts'
import { goToField } from './going.ts'
import { type StepNumber, stepOf } from './places.ts'
import { STEP_NAMES } from './step-bar.tsx'

/** One line of the summary. */
interface Line {
  label: string
  value: string
}

/** A part of the record under one heading. */
interface Group {
  pointer: string
  title: string
  lines: Line[]
}

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Everything that the form holds, by step, with a way back to each part. */
export function Summary({ mayChange }: { mayChange: boolean }) {
  const desk = useDesk()
  const { mine } = useObservable(desk.draft)
  const served = useObservable(desk.served)
  const documents = useDocuments()
  const units = useMe().roles.flatMap((held) => held.units)
  const unitName =
    units.find((unit) => unit.id === mine.properties.upt)?.name ?? served?.properties.uptName ?? ''
  const nameOf = (document: string) => documents.get(document)?.name ?? document
  const groups = groupsOf(mine, nameOf, unitName)
  return (
    <>
      {([1, 2, 3] as const).map((step: StepNumber) => (
        <section class="card stack summary" key={step} aria-labelledby={`summary-${step}`}>
          <h2 id={`summary-${step}`}>{say(STEP_NAMES[step])}</h2>
          {groups
            .filter((group) => stepOf(group.pointer) === step && group.lines.length > 0)
            .map(({ pointer, title, lines }) => (
              <div key={pointer}>
                <div class="row spread">
                  <h3>{title}</h3>
                  {mayChange && (
                    <span class="no-print">
                      <GoTo pointer={pointer} label={say(told.changeWhat(title))}>
                        {say(told.change)}
                      </GoTo>
                    </span>
                  )}
                </div>
                <dl class="facts">
                  {lines.map(({ label, value }) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
              </div>
            ))}
          <Empty
            mayChange={mayChange}
            groups={groups.filter((g) => stepOf(g.pointer) === step && g.lines.length === 0)}
          />
        </section>
      ))}
    </>
  )
}

/** The parts that hold nothing yet, in one line. */
function Empty({ groups, mayChange }: { groups: readonly Group[]; mayChange: boolean }) {
  if (groups.length === 0) return null
  return (
    <p class="small quiet">
      {say(words.emptyParts)}{' '}
      {groups.map(({ pointer, title }, at) => (
        <span key={pointer}>
          {at > 0 && ', '}
          {mayChange ? <GoTo pointer={pointer}>{title}</GoTo> : title}
        </span>
      ))}
    </p>
  )
}

interface GoToProps {
  pointer: string
  label?: string
  children: string
}

function GoTo({ pointer, label, children }: GoToProps) {
  const { id, key } = useObservable(useDesk().draft)
  return (
    <button
      type="button"
      class="link-button"
      aria-label={label}
      onClick={() => goToField(id ?? key, pointer)}
    >
      {children}
    </button>
  )
}

function groupsOf(content: Content, nameOf: (id: string) => string, unitName: string): Group[] {
  const { properties } = content
  const rows = (name: 'titles' | 'bmnRecords' | 'legalProblems') =>
    (properties[name] ?? [undefined]).map((_, at, all) =>
      all[0] === undefined ? `/properties/${name}` : `/properties/${name}/${at}`,
    )
  const group = (pointer: string, title = fieldLabel(pointer)): Group => ({
    pointer,
    title,
    lines: linesOf(content, pointer, nameOf),
  })
  const about = ['/properties/name', '/properties/statusPerolehan']
  return [
    {
      pointer: '/properties/name',
      title: say(words.parcel),
      lines: [
        ...(unitName ? [{ label: say(words.unit), value: unitName }] : []),
        ...about.flatMap((pointer) => linesOf(content, pointer, nameOf)),
      ],
    },
    group('/properties/address', say(words.address)),
    group('/properties/neighbours', say(words.neighbours)),
    group('/properties/note'),
    group('/properties/grant/grantor'),
    ...STEPS.map((step) => group(`/properties/grant/steps/${step}`)),
    group('/properties/grant/terms'),
    ...rows('titles').map((pointer) => group(pointer)),
    ...rows('bmnRecords').map((pointer) => group(pointer)),
    group('/properties/value'),
    ...rows('legalProblems').map((pointer) => group(pointer)),
    { pointer: '/geometry', title: say(words.step3), lines: boundaryLines(content, nameOf) },
  ]
}

function boundaryLines(content: Content, nameOf: (id: string) => string): Line[] {
  const { geometry } = content
  if (!geometry) return []
  const m2 = areaOf(geometry)
  const parts = partsOf(geometry)
  const rings = parts.reduce((sum, part) => sum + part.length, 0)
  return [
    ...(m2 === null
      ? []
      : [
          {
            label: fieldLabel('/areaM2'),
            value: `${formatArea(Math.round(m2))} (${formatHectares(m2)})`,
          },
        ]),
    { label: say(told.cornersCount), value: String(cornerCount(geometry) - rings) },
    ...linesOf(content, '/properties/boundarySource', nameOf),
  ]
}

/** Every value under a pointer, labelled from there on. */
function linesOf(content: Content, root: string, nameOf: (id: string) => string): Line[] {
  const walk = (value: unknown, pointer: string): Line[] => {
    if (value === undefined) return []
    if (isMembers(value))
      return membersInFormOrder(value).flatMap(([name, inner]) => walk(inner, `${pointer}/${name}`))
    const label = fieldLabel(
      pointer === root ? (/\/[^/]+$/.exec(root)?.[0] ?? root) : pointer.slice(root.length),
    )
    if (Array.isArray(value)) {
      const isPaper = pointer.endsWith('/documents')
      const names = value.map((one) => (isPaper ? nameOf(String(one)) : valueWords(pointer, one)))
      return value.length ? [{ label, value: names.join(', ') }] : []
    }
    if (pointer.endsWith('/boundarySource/original')) return [] // pages of ordinates
    const isFile = pointer.endsWith('/document')
    return [{ label, value: isFile ? nameOf(String(value)) : valueWords(pointer, value) }]
  }
  return walk(valueAt(content, root), root)
}
