/** Where the demo shop's files lie in the local cloud's storage. */
const FILE_ID_PREFIX = 'cloud://local.6c6f-local/'

/** File id of a storage path: `pictures/latte.webp` → `cloud://local.6c6f-local/pictures/latte.webp`. */
export const fileIdOf = (path: string) => FILE_ID_PREFIX + path

export const picturePath = (name: string) => `pictures/${name}.webp`

/** File id of the picture `name`: a product's id, `banner-welcome`, `logo`, `avatar-default`, `avatar-<person>`. */
export const pictureOf = (name: string) => fileIdOf(picturePath(name))
