import { createPrivateKey, createPublicKey } from 'node:crypto'
import { answerText, authorization, decrypt, isSignedBy, requestText, signText, unseal } from './apiv3-sign'

/**
 * The example key pair that WeChat Pay publishes to be signed with (pay.weixin.qq.com/doc/v3/merchant/4012365336,
 * "以下只是一个示例密钥，实际上并不可用"): it belongs to nobody.
 */
const PUBLISHED_KEY = createPrivateKey(`-----BEGIN RSA PRIVATE KEY-----
MIIEogIBAAKCAQEAptpm+qvIDCh/9wjU26SQCK26ogYkBhDrYxnAaw2JbbBsp1oD
bHKk+1r381NeBUG2HEFAuU+Fr72u5ot3yKdzoF/FajAzQNKnm569/D3upKoi8mYB
aST15Uig8j8qoUW1U217LL0jEHlSnHV3lcaDTXqDpTRR4Bfz9IqOgJgFZ8/oTfEo
mSrjrLYef81Eyxr7ZIMQXEKKEK7V4UXKS0+/fDsiG/cXidhzt8UbTL9vqXqxM2+I
DImyO+FAc/tkBG55LmzxPto1Nq0WbnZzRM/wTzrd0I/8NlevxtFbphg4evlHjFNI
7+GrqR87ViEwuAJJ9Je5QQjct5YJfFRWiZ5CMQIDAQABAoIBAGBi/GhEgezcHIg1
ltlHaFlLGuxsRbUnYwM9phVxnXk7GJlYe2/TjpERjPkIqOC6hBwwadZjJORP3FCc
Mtc8PKRhjuZ377O7vU0915x2nnyLOGL1IE2AJ3iLi0ZFzTea0FPgg+5lWHM00s9F
YI6qPcGtS41M+xtMWwZiYE3TBBRibHiY8ugGyaNAhiMKehyW05uApjlIF55wwCGx
BkyESJpGRR/6853iHke6Ge+xVcMa9QmQdoH0QqL/8kT28PL568mJJr0Ow/83t4+d
Pe70YPzKAxgUnaDsHJqO+b8qH69AEs8rTI5h2Mon6pH+bJT66KUoiXhn+Kf+4LSs
henRP10CgYEA1QJSfuFOWVRjrg3N/rAIc/Ak84BTZavbyrkqBSuoTs9i/nMI/hOz
VxpDntg7Bx2Tctl6sZO3GioTxKdc/YYaTKci1TKBbeginpsqEQVgwkMCy8HpvUmR
fyAMqLwZC4h9+j+NiZtuoFJDTCgv+WYbasX+kWYEUM21bnSYuO7yEQsCgYEAyIdP
r9uzqPgzN34Tmx+CNTa16VjhBh+zkBtXRLDLhWBeIYxoYNJARD98Pb1XZdvpkZZW
Sk7MfaKo2/DomzyyyB/MbHWwAdFi3yb4y7uMJfyC1MzdUSNN3Vp579hJxHkJ+nN4
Ys76yfcEeVOLnvUT1Z0KKCdIWRdT1Lgi+X1itzMCgYBJUXlPzwGG4fNFj97d0X23
Wmt9nSgXkOYgi0eZbAOMzPmIF9R6kBFk49dur4Lx2g5Ms+r1gKC/0sfnIqxxX11i
EQ1+UNoYGJUB/uql3TIG68XkmKR50P7RwRhaZBRC0gJ6xrFTMjsL2ATuC88niyvY
vrn3FiRaI9RVZrDCxwxvLQKBgEXW4okEAqGBuAzGqztmkOnJoTehDdYdKmOxMgap
cGiGdKJIjX3THDDoz3ONQyglnEZpTqpYoV3MTfU0BT8zt6x9bqwDnQY1D7NalmIW
cqw0Mri8lQQSQKcsQLWo5aA466G/n5kCL1Qx5OwAjesRvhOyuvvbGpZ0ymyWqQ+t
fLkDAoGATcul1L8y5D/wNVP1GXbXMZfBsFP3bbqy8c+Ashm6g8OLm2mGNntd5Z6h
1KkID7Yksh+dZ6t7XaPBtGACXX5Eryr537JVvdX8hAVCp5HVtaN/9VBVP8Ka2e4s
VS/xeNgOMQ7uzhRPBJ8HiTmdI1nHhDnYQpGiBgQn0Z5RAkSvFMk=
-----END RSA PRIVATE KEY-----
`)
const PUBLISHED_PUBLIC_KEY = createPublicKey(PUBLISHED_KEY)
const AT = { timestamp: 1554208460, nonce: '593BEC0C930BF1AFEB40B4A08C8FB242' }

/** 请求参数里带Body参数, the same page. */
const order = {
  ...AT,
  method: 'POST',
  path: '/v3/pay/transactions/jsapi',
  body: '{"appid":"wxd678efh567hg6787","mchid":"1900007291","description":"Image形象店-深圳腾大-QQ公仔","out_trade_no":"1217752501201407033233368018","notify_url":"https://www.weixin.qq.com/wxpay/pay.php","amount":{"total":100,"currency":"CNY"},"payer":{"openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"}}',
} as const
const ORDER_SIGNATURE =
  'jnks4dlrPw3ZX+ozVvSK39oa0t7OMBsg83BHAwd8BRdUFiVaQNTLTvci+wURgP1OQBbKYhFGvt7iqYpDSTQkp7Uq1sltaQKyncCyrA1g88m5bsKERQfPyT0ahSwKTYJ1CAn9QiJuSJRq1QsQs07eehbU/k9BCS51jTyc1Jpsi2H77HF9f/BnjXAOP3/sPObg6V5Ee4EzwLox684hhuMuIwHo7D8KFk3LIHOKDcNI4It1aCXydFWNpNK+SG86VUDe5kwoDpw4Ulqfu9z8OFDGbDs9TCxEv8iqQzbpxOlEVoOe2kalSYM5kApQb3nZcxdUtoE0liJGW3RGUNE0t4v01A=='

/** 请求参数里带Path参数 (pay.weixin.qq.com/doc/v3/merchant/4012365334), with its whole header. */
const refund = { ...AT, method: 'GET', path: '/v3/refund/domestic/refunds/123123123123', body: '' } as const
const REFUND_AUTHORIZATION =
  'WECHATPAY2-SHA256-RSA2048 mchid="1900007291",nonce_str="593BEC0C930BF1AFEB40B4A08C8FB242",signature="Lc9VXxmeonkdV8Xk9tmigQFLhl0vRWTerdmoRu01aAnYwIrD/5nsSwE1WlmZGLRlAFTNQ3QsMa0+VRDlJp1Wp5p0nO8EK68b5sJBbjouxaFciIfq1zfDWWz+jqhcMoKXI1A6dPm1AW7D4d30WsMTNzp6g23OXakIsh9LO3lUmwvTuE0BY8ncf6tNGk4wKmvXwERd/ZpoQY3MAVKz+Nakwc+2XBmzT66KcUehU5kr4IvGa/lEU5RZb/q00zP9VLdBhC/jQSX3X1UcJLCtEc4gTmib4tnmAT+bHF/e17ZAuxDNcx6rqT8gNEXqaJGG+1OflMSTU2tpyG65G4dMKdFcoA==",timestamp="1554208460",serial_no="408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB"'

describe('a request is signed as WeChat Pay’s published examples are', () => {
  it('with a body', () => {
    expect(signText(requestText(order), PUBLISHED_KEY)).toBe(ORDER_SIGNATURE)
  })
  it('without one, in the whole header', () => {
    const who = {
      mchId: '1900007291',
      serial: '408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB',
      privateKey: PUBLISHED_KEY,
    }
    expect(authorization(refund, who)).toBe(REFUND_AUTHORIZATION)
  })
})

describe('an answer is checked', () => {
  /**
   * 如何使用微信支付公钥验签 publishes this answer and the text it makes, but not the key that signed it: the text is checked
   * against the page, the checking of signatures against the examples above.
   */
  it('over the published text', () => {
    const body = '{"code_url":"weixin://wxpay/bizpayurl?pr=JyC91EIz1"}'
    expect(answerText('1722850421', 'd824f2e086d3c1df967785d13fcd22ef', body)).toBe(
      `1722850421\nd824f2e086d3c1df967785d13fcd22ef\n${body}\n`,
    )
    expect(answerText('1', 'n', '')).toBe('1\nn\n\n')
  })
  it('by the key, the text and the signature, each to the bit', () => {
    const text = requestText(order)
    expect(isSignedBy(text, ORDER_SIGNATURE, PUBLISHED_PUBLIC_KEY)).toBe(true)
    expect(isSignedBy(`${text} `, ORDER_SIGNATURE, PUBLISHED_PUBLIC_KEY)).toBe(false)
    expect(isSignedBy(text, ORDER_SIGNATURE.replace('j', 'k'), PUBLISHED_PUBLIC_KEY)).toBe(false)
    for (const none of ['', 'WECHATPAY/SIGNTEST/x', '===='])
      expect(isSignedBy(text, none, PUBLISHED_PUBLIC_KEY)).toBe(false)
  })
})

describe('a callback is unsealed', () => {
  const hex = (text: string) => Buffer.from(text, 'hex')
  /**
   * AES-256-GCM with additional data: test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation", the
   * submission to NIST. WeChat Pay publishes no sealed example together with its key.
   */
  const vector = {
    key: hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
    iv: hex('cafebabefacedbaddecaf888'),
    aad: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
    sealed: hex(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
        '76fc6ece0f4e1768cddf8853bb2d551b',
    ),
  }
  const PLAIN =
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39'

  it('as the standard vector is', () => {
    expect(decrypt(vector)).toBe(hex(PLAIN).toString('utf8'))
  })
  it('and nothing that differs in a bit, is cut short, or was sealed otherwise', () => {
    const sealed = Buffer.from(vector.sealed)
    sealed[0]! ^= 1
    expect(decrypt({ ...vector, sealed })).toBeNull()
    expect(decrypt({ ...vector, aad: hex('00') })).toBeNull()
    expect(decrypt({ ...vector, sealed: vector.sealed.subarray(0, 8) })).toBeNull()
    const key = Buffer.from('0'.repeat(32))
    expect(unseal({ algorithm: 'AES', ciphertext: '', nonce: '' }, key)).toBeNull()
    expect(unseal({ algorithm: 'AEAD_AES_256_GCM', ciphertext: '!', nonce: '' }, key)).toBeNull()
  })
})
