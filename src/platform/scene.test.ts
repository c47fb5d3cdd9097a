import { queryOf, tableScene } from './scene'

describe('tableScene', () => {
  it.each([
    ['table:campus:A3', { storeId: 'campus', table: 'A3' }],
    ['table%3Acampus%3AA3', { storeId: 'campus', table: 'A3' }],
    [undefined, null],
    ['', null],
    ['table:campus', null],
    ['invite:m123', null],
    ['table:campus:A3:x', null],
    ['%E0%A4%A', null],
  ])('reads %s', (scene, seat) => {
    expect(tableScene(scene)).toEqual(seat)
  })
})

describe('queryOf', () => {
  it.each([
    ['/a/b', {}],
    ['/a/b?', {}],
    ['/a/b?scene=table%3Acampus%3AA3&x', { scene: 'table:campus:A3', x: '' }],
    ['/a/b?id=o1=2', { id: 'o1=2' }],
  ])('reads %s', (path, query) => {
    expect(queryOf(path)).toEqual(query)
  })
})
