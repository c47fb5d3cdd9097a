import { MARKETING_TEMPLATES, type Kind } from './kinds'

/** Template name → WeChat's id, of those that the shop has. */
type Templates = Readonly<Record<string, string>>

/** What is asked for an order's own notices. */
export const serviceTemplates = (templates: Templates): Templates =>
  Object.fromEntries(Object.entries(templates).filter(([name]) => !MARKETING_TEMPLATES.includes(name)))

/** What is asked for one kind of marketing; nothing where the shop has no template for it. */
export function templatesOf({ template }: Kind, templates: Templates): Templates {
  const id = templates[template]
  return id === undefined ? {} : { [template]: id }
}
