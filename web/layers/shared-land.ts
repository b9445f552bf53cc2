import { tiledFill } from './tile.ts'

/** Fill for a canvas: crossed lines in one colour, through which both parcels can be seen. */
export const sharedFill = (colour: string): string =>
  tiledFill({
    side: 10,
    colour,
    ground: 0.18,
    lines: {
      path: 'M-2 2 2-2M0 10 10 0M8 12 12 8M-2 8 2 12M0 0 10 10M8-2 12 2',
      ink: colour,
      width: 1.5,
      opacity: 0.9,
    },
  }) as string // Leaflet hands it to the canvas as it is
