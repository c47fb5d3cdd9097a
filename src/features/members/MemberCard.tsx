import { Text, View } from '@tarojs/components'
import { shopDateTime } from '@shared/kernel/time'
import type { Member } from '@shared/members/contract'
import { picture } from '@/platform/picture'
import { Icon } from '@/ui/Icon'
import { Picture } from '@/ui/Picture'
import './MemberCard.scss'

type Props = { readonly member: Member; readonly onEdit: () => void }

/** The member's card: who, since when. A tap leads to the profile. */
export function MemberCard({ member, onEdit }: Props) {
  return (
    <View className='member-card' onClick={onEdit}>
      <Picture className='member-avatar' src={picture(member.avatar)} icon='person' />
      <View className='member-card__words'>
        <Text className='member-card__name'>{member.nickname === '' ? '常客' : member.nickname}</Text>
        <Text className='member-card__since'>{shopDateTime(member.joinedAt).slice(0, 10)} 成为会员</Text>
      </View>
      <View className='member-card__edit'>
        <Text>资料</Text>
        <Icon name='right' size='s' />
      </View>
    </View>
  )
}
