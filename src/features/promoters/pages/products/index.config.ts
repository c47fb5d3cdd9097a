export default definePageConfig({ navigationBarTitleText: '推广商品', enableShareAppMessage: true })
