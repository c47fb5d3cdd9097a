import { lotOf } from '@shared/experiments/arm'

/** What a question about a person on a day draws under a seed: the same whatever the shop does, so that policies are compared on the same town. */
export type Draw = (person: string, day: number, question: string, shareBp: number) => boolean

export const drawsOf =
  (seed: number): Draw =>
  (person, day, question, shareBp) =>
    lotOf(`${seed}:${question}`, `${person}:${day}`) < shareBp
