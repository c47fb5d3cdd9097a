import type { StoryOf } from './stage/world'

export const memberPages: StoryOf = {
  name: '会员卡、等级权益、会员码、积分明细和生日：熟客阿May 看得到自己的一切',
  async play(world) {
    const may = await world.phoneOf('may')
    await may.see(/阿May，欢迎回来/)
    await may.keep('home-member')
    await may.tab('我的')
    await may.see('熟客')
    await may.see(/再消费 ¥\d+(\.\d+)? 升级常客/)
    await may.keep('me-member')
    await may.tap('等级权益')
    await may.see('近 90 天满 ¥600')
    await may.keep('tier-sheet')
    await may.find('[aria-label="关闭"]').click()
    await may.tap('会员码')
    await may.see(/给店员扫一下/)
    await may.keep('member-code')
    await may.back()
    await may.tap('积分')
    await may.see('下单赚取')
    await may.see('门店赠送')
    await may.see('没有更早的明细了')
    await may.keep('points')
    await may.back()
    await may.find('.member-card__who').click()
    await may.tap('同意并继续')
    await may.wechat.getByRole('button', { name: '同意', exact: true }).click()
    await may.see('生日')
    await may.keep('profile-birthday')
  },
}
