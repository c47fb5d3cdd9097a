export default definePageConfig({ navigationBarTitleText: '隐私与条款' })
