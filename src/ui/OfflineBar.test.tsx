/** @jest-environment jsdom */
import { act, render, screen } from '@testing-library/react'
import { OfflineBar, putOnline } from './OfflineBar'

const WORDS = '网络断开了，内容可能不是最新的'

it('shows while the network is away, also on a page that opens meanwhile', () => {
  const { unmount } = render(<OfflineBar />)
  expect(screen.queryByText(WORDS)).toBeNull()
  act(() => putOnline(false))
  expect(screen.getByText(WORDS)).toBeTruthy()
  unmount()
  render(<OfflineBar />)
  expect(screen.getByText(WORDS)).toBeTruthy()
  act(() => putOnline(true))
  expect(screen.queryByText(WORDS)).toBeNull()
})
