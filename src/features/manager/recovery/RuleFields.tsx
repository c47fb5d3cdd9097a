import { View } from '@tarojs/components'
import type { RecoveryDraft } from '@shared/recovery/contract'
import { placeId } from '../campaigns/faults'
import type { Edit } from '../settings/edit'
import { FigureField } from '../settings/parts'
import type { Rule } from './rules'

type Props = { readonly rules: readonly Rule[]; readonly edit: Edit<RecoveryDraft> }

/** Figures of the plan, a row each, in the unit that a shop thinks in. */
export function RuleFields({ rules, edit: { draft, put, fault } }: Props) {
  return rules.map(({ name, ms = 1, ...row }) => (
    <View key={name} id={placeId(name)}>
      <FigureField
        {...row}
        value={draft[name] / ms}
        fault={fault(name)}
        onChange={(n) => put({ [name]: n * ms })}
      />
    </View>
  ))
}
