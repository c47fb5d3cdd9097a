/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { currentPage } from '@/platform/shell'
import { TABS } from '@/platform/navigation'
import { Sheet } from '@/ui/Sheet'
import CustomTabBar from './index'

jest.mock('@/platform/shell', () => ({ currentPage: jest.fn() }))

const sheetOver = (page: string, open: boolean) => {
  jest.mocked(Taro.getCurrentPages).mockReturnValue([{ route: page.slice(1) }] as never)
  return (
    <>
      <CustomTabBar />
      <Sheet open={open} onClose={() => undefined}>
        一张表
      </Sheet>
    </>
  )
}

beforeEach(() => jest.mocked(currentPage).mockReturnValue(TABS.menu))

it('makes way while a sheet is open over its page, and comes back', () => {
  const { rerender } = render(sheetOver(TABS.menu, true))
  expect(screen.queryByText('点单')).toBeNull()
  rerender(sheetOver(TABS.menu, false))
  expect(screen.getByText('点单')).toBeTruthy()
})

it('stays on its page while a sheet is open over another', () => {
  render(sheetOver(TABS.home, true))
  expect(screen.getByText('点单')).toBeTruthy()
})
