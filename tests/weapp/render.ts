import { type WeappApp } from './app'
import { type VNode } from './compile'
import { type PageInstance } from './page'
import { type Owner, TreeNode } from './tree'

const TARO_COMPONENTS = ['comp', 'custom-wrapper']

/** The page's template output as a tree; Taro's own `comp` and `custom-wrapper` are expanded in place. */
export function renderPage(app: WeappApp, page: PageInstance): TreeNode {
  const root = new TreeNode('page', {}, null, page)
  append(app, page, app.template(`${page.route}.wxml`)(page.data), root, page)
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
  const self: Owner = { data: { i: item, l: node.attrs['l'] ?? '' }, ...config.methods }
  if (node.tag === 'comp') return self
  const known = page.wrappers.get(item.sid)
  if (known) return known
  page.wrappers.set(item.sid, self)
  self.data = JSON.parse(JSON.stringify(self.data)) as Record<string, unknown>
  self['setData'] = app.setDataFor(self, page)
  config.attached?.call(self)
  return self
}
