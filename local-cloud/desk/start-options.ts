import path from 'node:path'

/** Where the desk stands when nobody says otherwise. The phones and the cloud stand next to it. */
const DESK_PORT = 7300
const CLOUD_PORT_OFFSET = 10

export type StartOptions = {
  readonly dataDir: string
  readonly build: boolean
  readonly deskPort: number
  readonly phonePorts: readonly [number, number]
  readonly cloudPort: number
}

/** A command line that can't be understood: a "no" with a sentence for whoever typed it. */
export class BadOption extends Error {
  override readonly name = 'BadOption'
}

export const USAGE = `npm start [-- options]
  --port N      the desk's port (7300); phones at N+1 and N+2, the cloud at N+10; 0 takes free ones. Also DESK_PORT
  --data DIR    the data folder (data/demo). Also DESK_DATA
  --no-build    use the builds that are there`

/** Reads `npm start`'s flags, then the environment, then the defaults. Throws BadOption. */
export function startOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): StartOptions {
  const rest = [...args]
  let port = env['DESK_PORT']
  let data = env['DESK_DATA']
  let build = true
  for (let flag = rest.shift(); flag !== undefined; flag = rest.shift()) {
    if (flag === '--no-build') build = false
    else if (flag === '--port') port = valueOf(flag, rest.shift())
    else if (flag === '--data') data = valueOf(flag, rest.shift())
    else throw new BadOption(`unknown option ${flag}`)
  }
  return { dataDir: path.resolve(root, data ?? 'data/demo'), build, ...portsFrom(port) }
}

function valueOf(flag: string, value: string | undefined): string {
  if (value === undefined || value === '' || value.startsWith('--'))
    throw new BadOption(`${flag} needs a value`)
  return value
}

function portsFrom(text: string | undefined): Pick<StartOptions, 'deskPort' | 'phonePorts' | 'cloudPort'> {
  const port = text === undefined ? DESK_PORT : Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535 - CLOUD_PORT_OFFSET)
    throw new BadOption(`not a port: ${String(text)}`)
  if (port === 0) return { deskPort: 0, phonePorts: [0, 0], cloudPort: 0 }
  return { deskPort: port, phonePorts: [port + 1, port + 2], cloudPort: port + CLOUD_PORT_OFFSET }
}
