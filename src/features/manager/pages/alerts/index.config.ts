export default definePageConfig({ navigationBarTitleText: '对账提醒', enablePullDownRefresh: true })
