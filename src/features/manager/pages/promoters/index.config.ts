export default definePageConfig({ navigationBarTitleText: '推客', enablePullDownRefresh: true })
