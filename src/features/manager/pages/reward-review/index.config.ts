export default definePageConfig({ navigationBarTitleText: '待核对的奖励', enablePullDownRefresh: true })
