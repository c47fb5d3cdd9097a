import type { Caller } from './caller'
import { tokenOf } from './caller'

/** The environment's id; part of every file id. */
export const ENV_ID = 'local'
export const APP_ID = 'wxlocal0changke000'
/** Key of the member ids in the demo; a deployment sets its own. */
export const DEMO_MEMBER_KEY = 'changke-demo-member-key'

/** What every instance finds in its environment. `url` is where the SDK's calls go. */
export function instanceEnv(url: string, own: Readonly<Record<string, string>>): Record<string, string> {
  return {
    MEMBER_KEY: DEMO_MEMBER_KEY,
    ...own,
    // The cloud's machine, not this one: nothing of the developer's environment leaks in.
    PATH: '/usr/bin:/bin',
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: ENV_ID,
    TCB_ENV: ENV_ID,
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }),
    WX_CONTEXT_KEYS: 'WX_CLIENTIP,WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN',
    TCB_CONTEXT_KEYS: 'TCB_SOURCE',
    SILENCE: 'true',
  }
}

/** What changes with each invocation. `source` is the chain of callers, e.g. `wx_client,scf`. */
export function invocationEnv(caller: Caller, source: string): Record<string, string | undefined> {
  const token = tokenOf(caller)
  const timer = source === 'wx_trigger'
  return {
    WX_OPENID: caller.openid,
    WX_APPID: APP_ID,
    WX_UNIONID: undefined,
    WX_CLIENTIP: caller.openid === undefined ? undefined : '127.0.0.1',
    WX_API_TOKEN: token,
    TCB_SOURCE: source,
    TRIGGER_SRC: timer ? 'timer' : undefined,
    WX_TRIGGER_API_TOKEN_V0: timer ? token : undefined,
  }
}
