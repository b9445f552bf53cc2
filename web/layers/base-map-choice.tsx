import { useState } from 'preact/hooks'
import { Dialog } from '../dialog.tsx'
import { mapWords } from '../messages/map.ts'
import { say } from '../messages/phrase.ts'
import { type BaseMap, hostOf } from './base-map.ts'

interface ChoiceProps {
  baseMaps: readonly BaseMap[]
  chosen: BaseMap | undefined
  onChoose: (next: BaseMap | undefined) => void
}

/** Says which base map is on, and lets a person choose after reading who will learn of the view. */
export function BaseMapChoice({ baseMaps, chosen, onChoose }: ChoiceProps) {
  const [open, setOpen] = useState(false)
  const name = chosen?.name ?? say(mapWords.baseMapOff)
  const choose = (next: BaseMap | undefined) => {
    onChoose(next)
    setOpen(false)
  }
  return (
    <div class="map-base">
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {say(mapWords.baseMap(name))} <span aria-hidden="true">▾</span>
      </button>
      {open && (
        <Dialog title={say(mapWords.baseMapTitle)} onClose={() => setOpen(false)}>
          <Choice
            text={say(mapWords.baseMapNone)}
            checked={!chosen}
            onChoose={() => choose(undefined)}
          />
          {baseMaps.map((each) => (
            <Choice
              key={each.id}
              text={say(mapWords.baseMapTells(each.name, hostOf(each)))}
              checked={chosen?.id === each.id}
              onChoose={() => choose(each)}
            />
          ))}
        </Dialog>
      )}
    </div>
  )
}

function Choice(props: { text: string; checked: boolean; onChoose: () => void }) {
  return (
    <label class="choice">
      <input type="radio" name="base-map" checked={props.checked} onClick={props.onChoose} />
      <span>{props.text}</span>
    </label>
  )
}
