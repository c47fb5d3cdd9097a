import { type TreeNode } from './tree'

const BUBBLING = /^(tap|longpress|touch\w+)$/

/** Dispatches an event with WeChat's bubbling: `bind` bubbles, `catch` stops. Throws when nobody listens. */
export function dispatch(node: TreeNode, type: string, detail: object): void {
  let handled = 0
  for (let at: TreeNode | null = node; at && at.tag !== 'page'; at = BUBBLING.test(type) ? at.parent : null) {
    const caught = at.attrs[`catch${type}`] ?? at.attrs[`catch:${type}`]
    const handler = caught ?? at.attrs[`bind${type}`] ?? at.attrs[`bind:${type}`]
    if (typeof handler !== 'string') continue
    handled++
    const about = { type, timeStamp: 0, detail, touches: [], mark: {} }
    const event = { ...about, target: target(node), currentTarget: target(at) }
    ;(at.owner[handler] as (e: object) => void).call(at.owner, event)
    if (caught) break
  }
  if (handled === 0) throw new Error(`<${node.tag} id=${node.id}> does not listen to ${type}`)
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

function target(node: TreeNode) {
  const data = Object.entries(node.attrs).filter(([name]) => name.startsWith('data-'))
  return {
    id: node.id,
    offsetLeft: 0,
    offsetTop: 0,
    dataset: Object.fromEntries(data.map(([name, value]) => [camel(name.slice(5)), value])),
  }
}
