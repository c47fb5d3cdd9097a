const transform = {
  '\\.[jt]sx?$': [
    'babel-jest',
    {
      configFile: false,
      presets: [
        ['@babel/preset-env', { targets: { node: 'current' } }],
        ['@babel/preset-react', { runtime: 'automatic' }],
        '@babel/preset-typescript',
      ],
    },
  ],
}

/** One configuration; a file that needs a DOM says `@jest-environment jsdom` at its top. */
module.exports = {
  testEnvironment: 'node',
  // One for each processor: jest leaves one idle, which of two is half.
  maxWorkers: '100%',
  testMatch: ['<rootDir>/{src,shared,cloudfunctions,local-cloud,tests,scripts}/**/*.test.{ts,tsx}'],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@shared/(.*)$': '<rootDir>/shared/$1',
    '^@tarojs/components$': '<rootDir>/tests/builders/taro-components.tsx',
    '^@tarojs/taro$': '<rootDir>/tests/builders/taro.ts',
    '\\.(s?css|png|webp|jpg|svg)$': '<rootDir>/tests/builders/empty.ts',
  },
  transform,
  // mingo ships ES modules only
  transformIgnorePatterns: ['/node_modules/(?!(mingo|croner|hono|@hono)/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
}
