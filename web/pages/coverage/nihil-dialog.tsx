import { useState } from 'preact/hooks'
import { Dialog } from '../../dialog.tsx'
import { TextAreaField } from '../../field.tsx'
import { announce } from '../../live.tsx'
import { coverageMessages as m } from '../../messages/coverage.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { Problem } from '../../problem.tsx'
import { useSubmit } from '../../submit.ts'
import { stateNihil, withdrawNihil } from '../../units.ts'
import type { Ask } from './unit-table.tsx'

interface NihilDialogProps {
  ask: Ask
  onClose: () => void
  onDone: () => void
}

/** The head of a unit states that it has no granted land, or takes that back. */
export function NihilDialog({ ask: { unit, step }, onClose, onDone }: NihilDialogProps) {
  const [statement, setStatement] = useState('')
  const [isSent, setIsSent] = useState(false)
  const { isSending, error, submit } = useSubmit()
  const isStating = step === 'state'
  const isEmpty = isStating && statement.trim() === ''
  const send = () => {
    setIsSent(true)
    if (isEmpty) {
      document.getElementById('statement')?.focus()
      return
    }
    void submit(async () => {
      await (isStating ? stateNihil(unit.upt, statement.trim()) : withdrawNihil(unit.upt))
      announce(say(isStating ? m.stated(unit.name) : m.withdrawn(unit.name)))
      onDone()
    })
  }
  return (
    <Dialog
      title={say(isStating ? m.nihilTitle(unit.name) : m.withdrawTitle(unit.name))}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button" onClick={onClose}>
            {say(shell.cancel)}
          </button>
          <button type="button" class="button primary" aria-busy={isSending} onClick={send}>
            {say(isSending ? m.sending : isStating ? m.confirmNihil : m.withdraw)}
          </button>
        </>
      }
    >
      <p>{say(isStating ? m.nihilExplained : m.withdrawExplained)}</p>
      {isStating && (
        <TextAreaField
          id="statement"
          label={say(m.statement)}
          hint={say(m.statementHint)}
          error={isSent && isEmpty ? say(m.statementEmpty) : undefined}
          value={statement}
          onInput={setStatement}
        />
      )}
      {error !== undefined && <Problem error={error} />}
    </Dialog>
  )
}
