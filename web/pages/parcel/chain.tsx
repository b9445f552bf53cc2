import { useState } from 'preact/hooks'
import { type ChainLink, grantChain } from '../../../functions/domain/grant.ts'
import { GLOSSARY } from '../../../functions/domain/glossary.ts'
import type { ParcelProperties } from '../../../functions/domain/parcel.ts'
import { chainStateNames, parcelWords } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { stepNames } from '../../messages/terms.ts'
import { formatDate } from '../../time.ts'

/** Whether a step should be there by now and is not. */
const isGap = ({ state, expected }: ChainLink): boolean =>
  state === 'absent' || (expected && state === 'missing')

const shortName = ({ step, label }: ChainLink): string =>
  say(step === 'sertipikat' ? label : stepNames[step])

/** The grant as a row of dots with its gaps, for a panel: the words stand below each dot. */
export function ChainDots({ properties }: { properties: ParcelProperties }) {
  const links = grantChain(properties).filter(({ state }) => state !== 'not-applicable')
  return (
    <ol class="chain-dots" aria-label={say(parcelWords.chain)}>
      {links.map((link) => (
        <li key={link.step} data-state={link.state} data-gap={isGap(link)}>
          <span class="chain-dot" aria-hidden="true" />
          <span>{shortName(link)}</span>
          {isGap(link) || link.state === 'missing' ? (
            <span class={isGap(link) ? 'chain-gap' : 'visually-hidden'}>
              {say(chainStateNames[link.state])}
            </span>
          ) : (
            <span class="visually-hidden">{say(chainStateNames[link.state])}</span>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The grant as a line of steps: number, date, what proves it, what is missing, what each term means. */
export function ChainLine({ properties }: { properties: ParcelProperties }) {
  const links = grantChain(properties).filter(({ state }) => state !== 'not-applicable')
  const gaps = links.filter(isGap).length
  return (
    <>
      <p class={gaps ? 'needs-look' : 'quiet'}>
        {say(gaps ? parcelWords.chainGaps(gaps) : parcelWords.chainWhole)}
      </p>
      <ol class="chain-line">
        {links.map((link) => (
          <li key={link.step} data-state={link.state} data-gap={isGap(link)}>
            <span class="chain-dot" aria-hidden="true" />
            <ChainStepWords link={link} properties={properties} />
          </li>
        ))}
      </ol>
    </>
  )
}

function ChainStepWords({ link, properties }: { link: ChainLink; properties: ParcelProperties }) {
  const { step, state, label, number, date } = link
  const recorded = step === 'sertipikat' ? undefined : properties.grant?.steps?.[step]
  return (
    <div>
      <strong>{say(label)}</strong> <Explain term={step} name={say(label)} />
      <div class="small">
        {[number, date && formatDate(date)].filter(Boolean).join(' · ')}
        {(number || date) && ' · '}
        <span class={isGap(link) ? 'needs-look' : 'quiet'}>{say(chainStateNames[state])}</span>
      </div>
      {recorded?.parties && <div class="small quiet">{recorded.parties.join(' – ')}</div>}
      {recorded?.note && <div class="small quiet">{recorded.note}</div>}
    </div>
  )
}

/** A "?" that unfolds what a term of law means. */
export function Explain({ term, name }: { term: keyof typeof GLOSSARY; name: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        class="explain no-print"
        aria-expanded={isOpen}
        aria-label={say(parcelWords.whatIsThis(name))}
        onClick={() => setIsOpen(!isOpen)}
      >
        ?
      </button>
      {isOpen && <span class="explanation small">{say(GLOSSARY[term])}</span>}
    </>
  )
}
