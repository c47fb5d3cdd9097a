export const LEFT_EDIT = '/features/manager/pages/left-edit/index'
