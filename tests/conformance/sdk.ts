/** The real SDK in a process that is no function's. */
import { createRequire } from 'node:module'
import type { Cloud } from './cloud'

type Sdk = Cloud & { init(options: { env: string }): void }

/** What a function of the local cloud finds around it; `TCB_CONTEXT_CNFG` says later where the cloud is. */
export const LOCAL_ENVIRONMENT = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'local',
  SCF_NAMESPACE: 'local',
  TCB_ENV: 'local',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  TENCENTCLOUD_SESSIONTOKEN: 'local',
}

/** The SDK reads the environment when it is loaded. */
export function sdkIn(environment: Readonly<Record<string, string>>, env: string): Cloud {
  Object.assign(process.env, environment)
  const cloud = createRequire(__filename)('wx-server-sdk') as Sdk
  cloud.init({ env })
  return cloud
}
