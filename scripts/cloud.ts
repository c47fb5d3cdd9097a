/** `npm run cloud`: starts the built local cloud, or the sources when the build is missing or older than they are. */
import { LOCAL_CLOUD_MAIN, staleLocalCloud } from './build-cloud'

async function main(): Promise<void> {
  if (staleLocalCloud() === null) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the built bundle is CommonJS
    require(LOCAL_CLOUD_MAIN)
    return
  }
  await import('../local-cloud/main')
}

void main()
