import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { useRoute } from '../../router.tsx'
import { useTitle } from '../../title.ts'
import { Start } from './start.tsx'
import { Wizard } from './wizard.tsx'
import './registration.css'

/** Daftarkan bidang: the list of unfinished drafts, and the four steps of one. */
export function RegistrationPage() {
  useTitle(say(words.title))
  const { id, step } = useRoute().params
  return id ? <Wizard address={id} step={step} /> : <Start />
}
