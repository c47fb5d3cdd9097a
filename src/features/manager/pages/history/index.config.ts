export default definePageConfig({ navigationBarTitleText: '查订单', enablePullDownRefresh: true })
