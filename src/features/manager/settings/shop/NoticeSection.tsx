import { Text, Textarea, View } from '@tarojs/components'
import type { ShopDraft } from '@shared/stores/contract'
import type { Edit } from '../edit'
import { Fault } from '../parts'

/** What stands at the top of the menu of every store. */
export function NoticeSection({ draft, put, fault }: Edit<ShopDraft>) {
  return (
    <>
      <Text className='editor__hint'>写在菜单最上面，所有门店都看得到；空着就不显示。</Text>
      <View className='editor__card'>
        <Textarea
          className='editor__text'
          value={draft.notice}
          maxlength={120}
          placeholder='例如：桂花拿铁上新'
          aria-label='公告'
          onInput={(e) => put({ notice: e.detail.value })}
        />
      </View>
      <Fault words={fault('notice')} />
      <Text className='editor__hint'>{draft.notice.length}/100</Text>
    </>
  )
}
