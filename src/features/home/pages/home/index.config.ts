export default definePageConfig({
  navigationBarTitleText: '常客',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
