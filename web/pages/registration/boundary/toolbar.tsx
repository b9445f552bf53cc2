import type { ComponentChildren } from 'preact'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { say } from '../../../messages/phrase.ts'
import { walkWords } from '../../../messages/walk.ts'
import { announce } from '../../../live.tsx'
import type { Mode } from './editing.ts'
import type { BoundaryState } from './state.ts'

interface ToolbarProps {
  mode: Mode
  state: BoundaryState
  onTake: (mode: Mode) => void
  /** Told when a tool has nothing to work on. */
  onIdle: (why: string) => void
}

/** The drawing tools. A tool that has nothing to do says why instead of being dead. */
export function Toolbar({ mode, state, onTake, onIdle }: ToolbarProps) {
  const { boundary, canUndo, canRedo } = state
  const unless = (reason: false | string, act: () => void) => () => {
    if (!reason) return act()
    onIdle(reason)
    announce(reason)
  }
  const toggle = (tool: Mode) => () => onTake(mode === tool ? 'look' : tool)
  return (
    <div class="toolbar" role="toolbar" aria-label={say(words.tools)}>
      <Tool isOn={mode === 'draw'} onClick={toggle('draw')}>
        {say(mode === 'draw' ? words.stopDrawing : words.draw)}
      </Tool>
      <Tool
        isOn={mode === 'move'}
        isIdle={!boundary}
        onClick={unless(!boundary && say(words.nothingToMove), toggle('move'))}
      >
        {say(words.move)}
      </Tool>
      <Tool isOn={mode === 'walk'} onClick={toggle('walk')}>
        {say(walkWords.tool)}
      </Tool>
      <Tool
        isIdle={!boundary}
        onClick={unless(!boundary && say(words.nothingToErase), () => {
          onTake('look')
          state.set(null)
          onIdle(say(words.erased))
          announce(say(words.erased))
        })}
      >
        {say(words.erase)}
      </Tool>
      <Tool isIdle={!canUndo} onClick={unless(!canUndo && say(words.nothingToUndo), state.undo)}>
        <span aria-hidden="true">↶ </span>
        <span class="tool-word">{say(words.undo)}</span>
      </Tool>
      <Tool isIdle={!canRedo} onClick={unless(!canRedo && say(words.nothingToRedo), state.redo)}>
        <span aria-hidden="true">↷ </span>
        <span class="tool-word">{say(words.redo)}</span>
      </Tool>
    </div>
  )
}

interface ToolProps {
  isOn?: boolean
  isIdle?: boolean
  onClick: () => void
  children: ComponentChildren
}

const Tool = ({ isOn, isIdle, onClick, children }: ToolProps) => (
  <button
    type="button"
    aria-pressed={isOn}
    aria-disabled={isIdle ? 'true' : undefined}
    onClick={onClick}
  >
    {children}
  </button>
)
