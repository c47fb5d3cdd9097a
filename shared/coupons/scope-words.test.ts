import { daysWords, limitWords, scopeWords, waysWords, type Names } from './scope-words'

const names: Names = {
  categories: { coffee: '咖啡', bread: '面包' },
  products: { latte: '拿铁', bagel: '贝果' },
  skus: { 'latte-l': '拿铁 大杯' },
  stores: { s1: '学府路店', s2: '西湖店' },
}
const scope = (over: Partial<Record<'categoryIds' | 'productIds' | 'skuIds', string[]>>) => ({
  scope: { categoryIds: [], productIds: [], skuIds: [], ...over },
})

it.each([
  [scope({}), '全场通用'],
  [scope({ categoryIds: ['coffee'] }), '限咖啡'],
  [scope({ categoryIds: ['bread'], productIds: ['latte'], skuIds: ['latte-l'] }), '限面包、拿铁、拿铁 大杯'],
  [scope({ categoryIds: ['coffee', 'bread'], productIds: ['latte', 'bagel'] }), '限咖啡、面包、拿铁等 4 种'],
  [scope({ productIds: ['latte', 'gone'] }), '限拿铁等 2 种'],
  [scope({ productIds: ['gone'] }), '限指定商品'],
])('says of %j: %s', (terms, words) => {
  expect(scopeWords(terms, names)).toBe(words)
})

it.each([
  [[1], '周一'],
  [[0, 6], '周六、周日'],
  [[5, 4, 3, 2, 1], '周一至周五'],
  [[1, 2, 4, 5, 6, 0], '周一、周二、周四至周日'],
  [[0, 1], '周一、周日'],
  [[0, 1, 2, 3, 4, 5, 6], '周一至周日'],
])('writes the days %j as %s', (days, words) => {
  expect(daysWords(days)).toBe(words)
})

it('names ways, and every limit that there is', () => {
  expect(waysWords(['pickup', 'dineIn', 'delivery', 'preorder'])).toBe('自取、堂食、外送、预订')
  expect(limitWords({ storeIds: [], ways: [], days: [], hours: [] }, names)).toEqual([])
  const hours = [{ from: 840, to: 1020 }]
  expect(limitWords({ storeIds: ['s1'], ways: ['delivery'], days: [1, 2, 3], hours }, names)).toEqual([
    '限学府路店',
    '限外送',
    '周一至周三',
    '14:00–17:00',
  ])
  expect(limitWords({ storeIds: ['gone'], ways: [], days: [], hours: [] }, names)).toEqual(['限指定门店'])
})
