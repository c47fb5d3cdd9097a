import { leanTemplates } from '../../config/lean-templates'

const words = (...named: string[]) => new Set(named)
const list =
  '<scroll-view scroll-y="{{i.p1}}" refresher-enabled="{{i.p2}}" bindscroll="eh" binddragend="eh" bindtap="eh" catchtouchmove="eh" style="{{i.st}}" class="{{i.cl}}"  id="{{i.uid||i.sid}}" data-sid="{{i.sid}}">'

it('drops the properties and events that no source names', () => {
  const lean = leanTemplates(list, words('scrolly', 'onscroll'))
  expect(lean).toContain('scroll-y="{{i.p1}}"')
  expect(lean).toContain('bindscroll="eh"')
  expect(lean).not.toMatch(/refresher-enabled|binddragend/)
})

it('keeps what Taro itself lives on, named or not', () => {
  const lean = leanTemplates(list, words())
  for (const kept of ['bindtap', 'catchtouchmove', 'style', 'class', 'id', 'data-sid'])
    expect(lean).toContain(` ${kept}="`)
  const loop =
    '<template is="{{xs.a(c, item.nn, l)}}" data="{{i:item,c:c+1}}" wx:for="{{i.cn}}" wx:key="sid" />'
  expect(leanTemplates(loop, words())).toBe(loop)
})
