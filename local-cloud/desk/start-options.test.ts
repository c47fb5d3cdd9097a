import { BadOption, startOptions } from './start-options'

const read = (args: string[], env: Record<string, string> = {}) => startOptions(args, env, '/shop')

describe('npm start', () => {
  it('has fixed ports and a data folder of its own', () => {
    expect(read([])).toEqual({
      dataDir: '/shop/data/demo',
      build: true,
      deskPort: 7300,
      phonePorts: [7301, 7302],
      cloudPort: 7310,
    })
  })
  it('moves all its ports together', () => {
    expect(read(['--port', '8000'])).toMatchObject({
      deskPort: 8000,
      phonePorts: [8001, 8002],
      cloudPort: 8010,
    })
  })
  it('takes free ports for 0', () => {
    expect(read(['--port', '0'])).toMatchObject({ deskPort: 0, phonePorts: [0, 0], cloudPort: 0 })
  })
  it('listens to the environment, and to a flag before it', () => {
    const env = { DESK_PORT: '9000', DESK_DATA: 'elsewhere' }
    expect(read(['--no-build'], env)).toMatchObject({
      deskPort: 9000,
      dataDir: '/shop/elsewhere',
      build: false,
    })
    expect(read(['--port', '8000', '--data', '/tmp/x'], env)).toMatchObject({
      deskPort: 8000,
      dataDir: '/tmp/x',
    })
  })
  it.each([
    [['--prot', '1']],
    [['--port']],
    [['--port', 'x']],
    [['--port', '65530']],
    [['--data', '--no-build']],
  ])('refuses %j', (args) => {
    expect(() => read(args)).toThrow(BadOption)
  })
})
