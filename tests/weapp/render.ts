import { type WeappApp } from './app'
import { type VNode } from './compile'
import { clone, type PageInstance } from './page'
import { type Owner, TreeNode } from './tree'

const TARO_COMPONENTS = ['comp', 'custom-wrapper']

/** The page's template output as a tree; Taro's own `comp` and `custom-wrapper` are expanded in place. */
export function renderPage(app: WeappApp, page: PageInstance): TreeNode {
  const root = new TreeNode('page', {}, null, page)
  append(app, page, app.template(page.template)(page.data), root, page)
  return root
}

function append(app: WeappApp, page: PageInstance, node: VNode, parent: TreeNode, owner: Owner): void {
  if (typeof node !== 'object') return void parent.children.push(String(node))
  if (node.tag === 'virtual' || node.tag === 'wx-page')
    return node.children.forEach((child) => append(app, page, child, parent, owner))
  const tag = node.tag.replace(/^wx-/, '')
  const here = new TreeNode(tag, node.attr ?? {}, parent, owner)
  parent.children.push(here)
  if (!TARO_COMPONENTS.includes(tag))
    return node.children.forEach((child) => append(app, page, child, here, owner))
  const self = component(app, page, here)
  append(app, page, app.template(`${tag}.wxml`)(self.data), here, self)
}

/** An instance of Taro's component: `comp` is stateless, a `custom-wrapper` has its own setData and lives on. */
function component(app: WeappApp, page: PageInstance, node: TreeNode): Owner {
  const config = app.component(node.tag)
  const item = node.attrs['i'] as { sid: string }
  const given = { i: item, l: node.attrs['l'] ?? '' }
  if (node.tag === 'comp') return { data: given, ...config.methods }
  const text = JSON.stringify(given)
  const known = page.wrappers.get(item.sid)
  if (known) {
    // its own setData stands until the page gives it something else
    if (known.given !== text) known.self.data = clone(given)
    known.given = text
    return known.self
  }
  const self: Owner = { data: clone(given), ...config.methods }
  page.wrappers.set(item.sid, { self, given: text })
  self['setData'] = app.setDataFor(self, page)
  config.attached?.call(self)
  return self
}
