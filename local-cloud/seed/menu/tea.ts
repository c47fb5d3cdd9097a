import { addedSugar, cups, dishes, HOT_MELTS, icedOnly, milk, sugar, teaExtras, temperature } from './parts'

const HOT_CHEESE = [HOT_MELTS[1]]

export const tea = dishes('tea', [
  {
    id: 'pearl-milk-tea',
    name: '珍珠奶茶',
    intro: '珍珠两小时煮一锅，过时就倒',
    skus: cups('pearl-milk-tea', 1200, 1400),
    options: [temperature('ice'), sugar(), teaExtras()],
    marks: ['热销'],
    impossible: HOT_CHEESE,
  },
  {
    id: 'milk-tea',
    name: '原味奶茶',
    intro: '红茶打底，茶味压得住奶味',
    skus: cups('milk-tea', 1000, 1200),
    options: [temperature(), sugar(), teaExtras()],
    impossible: HOT_CHEESE,
  },
  {
    id: 'brown-sugar-milk',
    name: '黑糖珍珠鲜奶',
    intro: '黑糖挂壁，先看后喝',
    skus: cups('brown-sugar-milk', 1500, 1800),
    options: [temperature('ice'), milk()],
    marks: ['店长推荐'],
  },
  {
    id: 'jasmine-milk-tea',
    name: '茉莉鲜奶茶',
    intro: '茉莉绿茶配鲜奶，清清爽爽',
    skus: cups('jasmine-milk-tea', 1400, 1600),
    options: [temperature('ice'), sugar('half'), teaExtras()],
    impossible: HOT_CHEESE,
  },
  {
    id: 'grass-jelly-tea',
    name: '烧仙草奶茶',
    intro: '红豆花生仙草，半杯都是料',
    skus: cups('grass-jelly-tea', 1400, 1600),
    options: [temperature(), sugar(), teaExtras()],
    impossible: HOT_CHEESE,
  },
  {
    id: 'taro-milk',
    name: '芋泥鲜奶',
    intro: '荔浦芋头蒸熟手捣，有颗粒',
    skus: cups('taro-milk', 1600, 1800),
    options: [temperature(), sugar('half'), milk()],
    marks: ['新品'],
  },
  {
    id: 'matcha-latte',
    name: '抹茶拿铁',
    intro: '抹茶现刷，微苦回甘',
    skus: cups('matcha-latte', 1600, 1900),
    options: [temperature('ice'), sugar('half'), milk()],
  },
  {
    id: 'oolong-cheese',
    name: '芝士乌龙',
    intro: '先喝一口奶盖，再和茶一起喝',
    skus: cups('oolong-cheese', 1500, 1700),
    options: [icedOnly(), addedSugar()],
  },
])
