/** What a handler belongs to: a page or one of Taro's own components. */
export type Owner = { data: Record<string, unknown>; [method: string]: unknown }

/** A node of the rendered page: enough of a DOM to find things by what a person sees and to tap them. */
export class TreeNode {
  readonly children: (TreeNode | string)[] = []
  constructor(
    readonly tag: string,
    readonly attrs: Readonly<Record<string, unknown>>,
    readonly parent: TreeNode | null,
    readonly owner: Owner,
  ) {}

  get id(): string {
    return String(this.attrs['id'] ?? '')
  }
  get classes(): readonly string[] {
    return String(this.attrs['class'] ?? '').split(/\s+/)
  }
  get text(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.text)).join('')
  }
  *walk(): Generator<TreeNode> {
    yield this
    for (const child of this.children) if (typeof child !== 'string') yield* child.walk()
  }

  /** A little CSS: tag, #id, .class, [attr=value], descendants by a space. */
  findAll(selector: string): TreeNode[] {
    let found: TreeNode[] = [this]
    for (const part of selector.trim().split(/\s+/))
      found = [
        ...new Set(found.flatMap((root) => [...root.walk()].filter((n) => n !== root && n.matches(part)))),
      ]
    return found
  }
  find(selector: string): TreeNode {
    const [first] = this.findAll(selector)
    if (!first) throw new Error(`no node ${selector} in: ${this.text.slice(0, 300)}`)
    return first
  }
  /** The innermost node whose text is exactly, or else contains, what a person reads. */
  byText(text: string): TreeNode {
    const nodes = [...this.walk()]
    const found =
      nodes.findLast((n) => n.text.trim() === text) ?? nodes.findLast((n) => n.text.includes(text))
    if (!found) throw new Error(`nothing reads 「${text}」 in: ${this.text.slice(0, 300)}`)
    return found
  }

  private matches(part: string): boolean {
    return (part.match(/[#.]?[\w-]+|\[[^\]]+\]/g) ?? []).every((token) => {
      if (token.startsWith('#')) return this.id === token.slice(1)
      if (token.startsWith('.')) return this.classes.includes(token.slice(1))
      if (!token.startsWith('[')) return this.tag === token
      const [name = '', value] = token.slice(1, -1).split('=')
      return value === undefined ? name in this.attrs : String(this.attrs[name]) === value
    })
  }
}
