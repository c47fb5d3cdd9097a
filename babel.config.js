// Taro's builds only; jest has its own presets in jest.config.js.
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: process.env.TARO_ENV === 'h5' ? 'usage' : false,
        targets: { ios: '13', chrome: '80' },
      },
    ],
  ],
}
