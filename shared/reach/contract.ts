import * as v from 'valibot'

/** What a person answered when WeChat asked them: template name → answer. */
export const ConsentAnswers = v.record(
  v.pipe(v.string(), v.maxLength(32)),
  v.picklist(['accept', 'reject', 'ban', 'filter']),
)
/** Delayed call: sees to what is due. It names nobody; everything is read again. */
export const DueTask = v.object({ task: v.literal('reach.due') })

export type ConsentAnswers = v.InferOutput<typeof ConsentAnswers>
