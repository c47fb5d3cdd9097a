import {
  cheaperForMembers,
  dishes,
  hotOrCold,
  oneOf,
  paid,
  plain,
  single,
  sugar,
  upTo,
  warming,
} from './parts'

const spice = () =>
  oneOf('spice', '辣度', [
    plain('spice-no', '不辣'),
    plain('spice-some', '微辣'),
    plain('spice-more', '中辣'),
  ])

export const breakfast = dishes('breakfast', [
  {
    id: 'soy-milk',
    name: '现磨豆浆',
    intro: '黄豆泡一夜，早上五点开磨',
    skus: [
      { id: 'soy-milk-bowl', name: '碗装', priceFen: 350 },
      { id: 'soy-milk-cup', name: '杯装', priceFen: 400 },
    ],
    options: [hotOrCold(), sugar('half')],
    marks: ['热销'],
    impossible: [['soy-milk-bowl', 'ice']],
  },
  {
    id: 'youtiao',
    name: '油条',
    intro: '现炸现卖，一天换一锅油',
    skus: [
      { id: 'youtiao-1', name: '一根', priceFen: 250 },
      { id: 'youtiao-2', name: '两根', priceFen: 450 },
    ],
    options: [oneOf('cut', '剪段', [plain('whole', '整根'), plain('cut', '剪成段')])],
  },
  {
    id: 'pork-bun',
    name: '鲜肉包',
    intro: '前腿肉手剁，皮薄汤多',
    skus: [
      { id: 'pork-bun-1', name: '一个', priceFen: 300 },
      { id: 'pork-bun-3', name: '三个', priceFen: 850 },
    ],
  },
  {
    id: 'veg-bun',
    name: '香菇青菜包',
    intro: '青菜当天切，香菇提鲜',
    skus: [
      { id: 'veg-bun-1', name: '一个', priceFen: 250 },
      { id: 'veg-bun-3', name: '三个', priceFen: 700 },
    ],
  },
  {
    id: 'xiaolongbao',
    name: '小笼包',
    intro: '一笼八个，趁热先咬小口',
    skus: cheaperForMembers(single('xiaolongbao', '一笼', 1000), 100),
    options: [
      oneOf('dip', '蘸料', [
        plain('vinegar', '香醋'),
        plain('vinegar-chili', '醋加辣油'),
        plain('dip-no', '不要'),
      ]),
    ],
  },
  {
    id: 'jianbing',
    name: '煎饼果子',
    intro: '绿豆面摊的，一面焦一面软',
    skus: single('jianbing', '一套', 900),
    options: [
      oneOf('crisp', '夹什么', [plain('crisp', '薄脆'), plain('crisp-youtiao', '油条')]),
      spice(),
      oneOf('greens', '葱和香菜', [
        plain('greens', '都要'),
        plain('greens-scallion', '只要葱'),
        plain('greens-no', '都不要'),
      ]),
      upTo(3, 'extra', '加料（至多 3 样）', [
        paid('egg', '加个蛋', 150),
        paid('sausage', '火腿肠', 200),
        paid('tenderloin', '里脊肉', 350),
        paid('lettuce', '生菜', 100),
      ]),
    ],
    marks: ['店长推荐'],
  },
  {
    id: 'sandwich',
    name: '鸡蛋火腿三明治',
    intro: '吐司四边切掉，夹两层',
    skus: single('sandwich', '一份', 1200),
    options: [
      warming(),
      upTo(2, 'extra', '加料（至多 2 样）', [paid('cheese', '芝士片', 200), paid('lettuce', '生菜', 100)]),
    ],
    // lettuce goes limp on the hotplate
    impossible: [['warm', 'lettuce']],
  },
  {
    id: 'rice-ball',
    name: '粢饭团',
    intro: '糯米裹油条，捏得紧，走路能吃',
    skus: single('rice-ball', '一个', 900),
    options: [
      oneOf('taste', '口味', [plain('salty', '咸口'), plain('sweet', '甜口')]),
      spice(),
      upTo(2, 'extra', '加料（至多 2 样）', [paid('yolk', '咸蛋黄', 200), paid('floss', '肉松', 200)]),
    ],
    impossible: [
      ['sweet', 'spice-some'],
      ['sweet', 'spice-more'],
      ['sweet', 'yolk'],
    ],
  },
  {
    id: 'pork-congee',
    name: '皮蛋瘦肉粥',
    intro: '慢火熬四十分钟，米都开花',
    skus: single('pork-congee', '一碗', 800),
    options: [oneOf('scallion', '葱花', [plain('scallion', '要葱花'), plain('scallion-no', '不要葱花')])],
  },
  {
    id: 'pumpkin-congee',
    name: '小米南瓜粥',
    intro: '南瓜熬化了，不放糖也甜',
    skus: single('pumpkin-congee', '一碗', 600),
    options: [oneOf('sugar', '糖', [plain('sugar-none', '不加糖'), plain('sugar-some', '加一勺糖')])],
  },
  {
    id: 'wonton',
    name: '鲜肉小馄饨',
    intro: '皮像纱，汤里有紫菜虾皮',
    skus: [
      { id: 'wonton-s', name: '小碗', priceFen: 900 },
      { id: 'wonton-l', name: '大碗', priceFen: 1200 },
    ],
    options: [
      spice(),
      oneOf('scallion', '葱花', [plain('scallion', '要葱花'), plain('scallion-no', '不要葱花')]),
    ],
  },
  {
    id: 'tea-egg',
    name: '茶叶蛋',
    intro: '焖过夜，蛋黄边上一圈茶色',
    skus: single('tea-egg', '一个', 200),
  },
])
