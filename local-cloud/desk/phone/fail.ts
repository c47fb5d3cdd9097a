/** A refusal as WeChat gives it: a rejected promise that carries `errMsg`. */
export const fail = (errMsg: string): Error & { errMsg: string } =>
  Object.assign(new Error(errMsg), { errMsg })
