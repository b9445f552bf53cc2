import { useMemo } from 'preact/hooks'
import { ErrorSummary } from '../../field.tsx'
import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { stateNames } from '../../messages/terms.ts'
import { useObservable } from '../../observable.ts'
import { Link } from '../../router.tsx'
import { useDocuments } from './documents.ts'
import { useDesk } from './form.tsx'
import { goToField } from './going.ts'
import { judge } from './judged.ts'
import { Missing } from './missing.tsx'
import { Release } from './release.tsx'
import { Summary } from './summary.tsx'

/** Fourth step: everything once more, what is missing, and the way on. */
export function ReviewStep({ mayChange, isOpen }: { mayChange: boolean; isOpen: boolean }) {
  const desk = useDesk()
  const { mine, id, key } = useObservable(desk.draft)
  const served = useObservable(desk.served)?.properties
  const faults = useObservable(desk.faults)
  const documents = useDocuments()
  const judgement = useMemo(() => judge(mine, documents, new Date()), [mine, documents])
  const address = id ?? key

  return (
    <div class="stack review">
      <div>
        <p class="small quiet no-print">{say(words.stepOf(4))}</p>
        <h1>{say(words.step4)}</h1>
        {isOpen && <p class="hint no-print">{say(words.checkLead)}</p>}
      </div>
      {!isOpen && served && (
        <div class="notice success">
          <strong>
            {say(served.state === 'diajukan' ? words.submitted : stateNames[served.state])}
          </strong>
          {served.state === 'diajukan' && <p>{say(words.submittedText)}</p>}
          <div class="row no-print">
            <Link class="button" href={`/bidang/${id}`}>
              {say(words.openParcel)}
            </Link>
            <Link class="button" href="/daftarkan">
              {say(words.toList)}
            </Link>
          </div>
        </div>
      )}
      {isOpen && served?.returned && (
        <div class="notice warning">
          <strong>{say(words.returnedTitle)}</strong>
          <p>{served.returned.reason}</p>
          <ul>
            {served.returned.notes.map(({ pointer, note }) => (
              <li key={pointer + note}>
                <button
                  type="button"
                  class="link-button"
                  onClick={() => goToField(address, pointer)}
                >
                  {note}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isOpen && faults.length > 0 && (
        <FaultsElsewhere address={address} faults={faults.map((f) => [f.pointer, say(f.detail)])} />
      )}
      {isOpen && <Missing judgement={judgement} address={address} mayChange={mayChange} />}
      <Summary mayChange={mayChange} />
      {isOpen && <Release isReady={judgement.missing.length === 0} mayChange={mayChange} />}
      <div class="row no-print">
        {isOpen && (
          <Link class="button" href={`/daftarkan/${address}/3`}>
            {say(words.back)}
          </Link>
        )}
        <button type="button" class="button plain" onClick={() => print()}>
          {say(words.printed)}
        </button>
      </div>
    </div>
  )
}

interface FaultsProps {
  address: string
  faults: readonly (readonly [pointer: string, text: string])[]
}

/** Faults whose fields stand in other steps: the summary leads there. */
function FaultsElsewhere({ address, faults }: FaultsProps) {
  const jump = (event: Event) => {
    const link = (event.target as HTMLElement).closest('a')
    const fault = faults.find(([pointer]) => link?.getAttribute('href') === `#${pointer}`)
    if (!fault) return
    event.preventDefault()
    event.stopPropagation() // the summary itself looks for the field on this step
    goToField(address, fault[0])
  }
  return (
    <div onClickCapture={jump}>
      <ErrorSummary errors={faults.map(([id, text]) => ({ id, text }))} />
    </div>
  )
}
