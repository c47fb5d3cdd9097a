/** Why a transfer did not arrive, by WeChat's `fail_reason`, as its recipient reads it. Source: 订单失败原因说明. */
const REASONS: Readonly<Record<string, string>> = {
  ACCOUNT_FROZEN: '微信账户被冻结，收不了款',
  ACCOUNT_NOT_EXIST: '微信账户不存在',
  REAL_NAME_CHECK_FAIL: '微信支付还没有实名认证',
  PAYEE_ACCOUNT_ABNORMAL: '微信支付的身份信息不全，补全后再提',
  REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED: '微信账户的收款额度用完了',
  DAY_RECEIVED_COUNT_EXCEED: '今天收款次数到上限了，明天再提',
  DAY_RECEIVED_QUOTA_EXCEED: '今天收款额度到上限了，明天再提',
  TRANSFER_QUOTA_EXCEED: '超过了单笔收款额度',
  BLOCK_B2C_USERLIMITAMOUNT_MONTH: '这个月收不了更多转账了',
  BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH: '这个月收不了更多转账了',
  PAYER_ACCOUNT_ABNORMAL: '店家的商户号暂时转不了账',
  PRODUCT_AUTH_CHECK_FAIL: '店家的商户号暂时转不了账',
  OTHER_FAIL_REASON_TYPE: '微信没有转成',
}
export const failureNote = (reason: string): string => REASONS[reason] ?? '微信没有转成'
