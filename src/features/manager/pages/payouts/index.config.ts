export default definePageConfig({ navigationBarTitleText: '推客提现', enablePullDownRefresh: true })
