export default definePageConfig({ navigationBarTitleText: '预订', enablePullDownRefresh: true })
