import type { TemplateId } from './templates'

const EDIT = '/features/manager/pages/campaign-edit/index'

/** The form of a campaign, or a new one out of a template, or an empty one. */
export function editPath(what: { readonly id: string } | { readonly template: TemplateId } | null): string {
  if (what === null) return EDIT
  return 'id' in what ? `${EDIT}?id=${encodeURIComponent(what.id)}` : `${EDIT}?template=${what.template}`
}
