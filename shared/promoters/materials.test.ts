import { isMaterialPicture, materialFolder } from './material-pictures'
import { MATERIAL_SENTENCES } from './material-sentences'
import * as contract from './materials-contract'

it('has a sentence for every refusal, and none for what nobody answers', () => {
  const codes = Object.values(contract).flatMap((one) =>
    typeof one === 'object' && 'refusals' in one ? [...one.refusals] : [],
  )
  expect(Object.keys(MATERIAL_SENTENCES).sort()).toEqual([...new Set<string>(codes)].sort())
})

it.each([
  ['cloud://local.6c6f/materials/mat-00001/a1.jpg', true],
  ['cloud://local.6c6f/materials/mat-00001/a1.PNG', true],
  ['cloud://local.6c6f/materials/mat-00002/a1.jpg', false],
  ['cloud://local.6c6f/materials/mat-00001/../x/a.jpg', false],
  ['cloud://local.6c6f/materials/mat-00001/a1.svg', false],
  ['cloud://local.6c6f/avatars/mat-00001/a1.jpg', false],
  ['https://elsewhere.example/materials/mat-00001/a1.jpg', false],
  ['', false],
])('takes %s for a picture of its own: %s', (fileId, own) => {
  expect(materialFolder('mat-00001')).toBe('materials/mat-00001')
  expect(isMaterialPicture(fileId, 'mat-00001')).toBe(own)
})
