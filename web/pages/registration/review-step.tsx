import { useEffect, useRef } from 'preact/hooks'
import { toHeading } from '../../heading.ts'
import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { review as told } from '../../messages/review.ts'
import { STATE_NAMES } from '../../../functions/domain/state-names.ts'
import { useObservable } from '../../observable.ts'
import { Link } from '../../router.tsx'
import { Faults } from './faults.tsx'
import { useDesk } from './form.tsx'
import { useJudgement } from './judged.ts'
import { Missing } from './missing.tsx'
import { Release } from './release.tsx'
import { Returned } from './returned.tsx'
import { Summary } from './summary.tsx'

/** Fourth step: everything once more, what is missing, and the way on. */
export function ReviewStep({ mayChange, isOpen }: { mayChange: boolean; isOpen: boolean }) {
  const desk = useDesk()
  const { id, key } = useObservable(desk.draft)
  const served = useObservable(desk.served)?.properties
  const judgement = useJudgement()
  const address = id ?? key
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) {
      scrollTo(0, 0) // what became of it stands at the top
      toHeading()
    }
    wasOpen.current = isOpen
  }, [isOpen])

  return (
    <div class="stack review">
      <div>
        <p class="small quiet no-print">{say(words.stepOf(4))}</p>
        <h1>{say(words.step4)}</h1>
        {isOpen && <p class="hint no-print">{say(told.checkLead)}</p>}
      </div>
      {!isOpen && served && (
        <div class="notice success">
          <strong>
            {say(served.state === 'diajukan' ? told.submitted : STATE_NAMES[served.state])}
          </strong>
          {served.state === 'diajukan' && <p>{say(told.submittedText)}</p>}
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
      {isOpen && <Returned mayChange={mayChange} />}
      {isOpen && <Faults />}
      {isOpen && <Missing judgement={judgement} address={address} mayChange={mayChange} />}
      <Summary mayChange={mayChange} />
      {isOpen && <Release missing={judgement.missing} mayChange={mayChange} />}
      <div class="row no-print">
        {isOpen && (
          <Link class="button" href={mayChange ? `/daftarkan/${address}/3` : '/'}>
            {say(words.back)}
          </Link>
        )}
        <button type="button" class="button plain" onClick={() => print()}>
          {say(told.printed)}
        </button>
      </div>
    </div>
  )
}
