import { dishes, single, warming } from './parts'

export const bakery = dishes('bakery', [
  {
    id: 'croissant',
    name: '手作可颂',
    intro: '前一晚开酥，每天只烤三十个',
    skus: single('croissant', '一个', 1000),
    options: [warming()],
    marks: ['店长推荐'],
  },
  {
    id: 'egg-tart',
    name: '葡式蛋挞',
    intro: '刚出炉烫嘴，等两分钟',
    skus: [
      { id: 'egg-tart-1', name: '一个', priceFen: 500 },
      { id: 'egg-tart-4', name: '四个装', priceFen: 1800 },
    ],
    options: [warming()],
    marks: ['热销'],
  },
  {
    id: 'pineapple-bun',
    name: '冰火菠萝包',
    intro: '热面包夹一片冷黄油',
    skus: single('pineapple-bun', '一个', 800),
    options: [warming()],
  },
  {
    id: 'bagel',
    name: '芝麻贝果',
    intro: '抹奶油奶酪，越嚼越香',
    skus: single('bagel', '一个', 900),
    options: [warming()],
  },
  {
    id: 'oat-cookie',
    name: '燕麦曲奇',
    intro: '燕麦片和葡萄干，配美式',
    skus: [
      { id: 'oat-cookie-1', name: '一块', priceFen: 400 },
      { id: 'oat-cookie-3', name: '三块', priceFen: 1000 },
    ],
  },
  {
    id: 'basque',
    name: '巴斯克芝士蛋糕',
    intro: '表面焦，里面半流心',
    skus: single('basque', '一角', 1800),
  },
  {
    id: 'tiramisu',
    name: '提拉米苏',
    intro: '手指饼蘸的是本店浓缩',
    skus: single('tiramisu', '一盒', 2000),
    marks: ['新品'],
  },
  {
    id: 'matcha-roll',
    name: '抹茶瑞士卷',
    intro: '奶油不腻，一条切八片',
    skus: single('matcha-roll', '一片', 1200),
  },
])
