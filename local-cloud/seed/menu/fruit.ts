import { addedSugar, cups, dishes, hotOrCold, icedOnly, oneOf, paid, plain, single, upTo } from './parts'

const fruitExtras = () =>
  upTo(3, 'extra', '加料（至多 3 样）', [
    paid('nata', '椰果', 200),
    paid('crystal', '脆波波', 200),
    paid('aloe', '芦荟粒', 200),
    paid('cheese', '芝士奶盖', 400),
  ])

export const fruit = dishes('fruit', [
  {
    id: 'lemon-tea',
    name: '手打柠檬茶',
    intro: '香水柠檬现捶三十下',
    skus: cups('lemon-tea', 1200, 1400),
    options: [icedOnly(), addedSugar(), fruitExtras()],
    marks: ['热销'],
  },
  {
    id: 'grape-cheese',
    name: '芝士葡萄',
    intro: '葡萄当天手剥，一杯二十来颗',
    skus: cups('grape-cheese', 1800, 2100),
    options: [icedOnly(), addedSugar(), fruitExtras()],
    marks: ['店长推荐'],
  },
  {
    id: 'mango-sago',
    name: '杨枝甘露',
    intro: '芒果西柚西米露，要用勺子',
    skus: single('mango-sago', '一杯', 1800),
    options: [icedOnly(), addedSugar()],
  },
  {
    id: 'strawberry-yogurt',
    name: '草莓酸奶昔',
    intro: '整颗草莓和自制酸奶一起打',
    skus: single('strawberry-yogurt', '一杯', 1800),
    options: [oneOf('temp', '温度', [plain('ice', '冰沙'), plain('ice-none', '不加冰')]), addedSugar()],
    marks: ['新品'],
  },
  {
    id: 'watermelon-coconut',
    name: '西瓜椰椰',
    intro: '西瓜现榨，兑一层厚椰乳',
    skus: cups('watermelon-coconut', 1500, 1800),
    options: [icedOnly(), fruitExtras()],
  },
  {
    id: 'passion-tea',
    name: '百香果青茶',
    intro: '百香果连籽下，嚼着喝',
    skus: cups('passion-tea', 1300, 1500),
    options: [hotOrCold('ice'), addedSugar(), fruitExtras()],
    impossible: [
      ['hot', 'cheese'],
      ['passion-tea-l', 'hot'],
    ],
  },
  {
    id: 'plum-soda',
    name: '话梅气泡水',
    intro: '两颗话梅一片青柠，解腻',
    skus: single('plum-soda', '一杯', 1000),
    options: [oneOf('temp', '温度', [plain('ice', '正常冰'), plain('ice-less', '少冰')])],
  },
])
