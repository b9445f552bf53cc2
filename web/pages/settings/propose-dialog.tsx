import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Dialog } from '../../dialog.tsx'
import { TextField } from '../../field.tsx'
import { announce } from '../../live.tsx'
import { say } from '../../messages/phrase.ts'
import { settingsWords as m } from '../../messages/settings.ts'
import { shell } from '../../messages/shell.ts'
import { Problem } from '../../problem.tsx'
import { useMe } from '../../session.ts'
import { useSubmit } from '../../submit.ts'
import { proposeVersion, type SettingName, type SettingVersion } from './calls.ts'

interface ProposeProps<N extends SettingName> {
  name: N
  /** The values as they were typed; nothing while something in them is wrong. */
  values: () => SettingVersion<N>['values'] | undefined
  /** The fields of the values. */
  children: ComponentChildren
  onClose: () => void
  onDone: () => void
}

/** The day after a plain date. */
const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Proposes a version of a setting: its values, from when, and on which ground. */
export function ProposeDialog<N extends SettingName>(props: ProposeProps<N>) {
  const me = useMe()
  const tomorrow = nextDay(me.today)
  const [validFrom, setValidFrom] = useState('')
  const [source, setSource] = useState('')
  const [checked, setChecked] = useState(false)
  const { isSending, error, submit } = useSubmit()
  const isEarly = validFrom < tomorrow
  const send = () => {
    setChecked(true)
    const values = props.values()
    if (!values || isEarly || !source.trim()) return
    void submit(async () => {
      await proposeVersion(props.name, { validFrom, values, source: source.trim() })
      announce(say(m.sent))
      props.onDone()
    })
  }
  return (
    <Dialog
      title={say(m.propose)}
      onClose={props.onClose}
      wide
      actions={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            {say(shell.cancel)}
          </button>
          <button type="button" class="button primary" aria-busy={isSending} onClick={send}>
            {say(m.send)}
          </button>
        </>
      }
    >
      <p class="quiet">{say(m.formLead)}</p>
      {props.children}
      <TextField
        id="setting-from"
        label={say(m.formFrom)}
        hint={say(m.formFromHint)}
        value={validFrom}
        onInput={setValidFrom}
        error={checked && isEarly ? say(m.formFromWrong) : undefined}
        input={{ type: 'date', min: tomorrow, class: 'short' }}
      />
      <TextField
        id="setting-source"
        label={say(m.formSource)}
        hint={say(m.formSourceHint)}
        value={source}
        onInput={setSource}
        error={checked && !source.trim() ? say(m.formSourceMissing) : undefined}
        input={{ maxLength: 500 }}
      />
      {error !== undefined && <Problem error={error} />}
    </Dialog>
  )
}
