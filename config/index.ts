import { createHash } from 'node:crypto'
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

type Config = Extract<UserConfigExport<'webpack5'>, { mini?: unknown }>

const root = path.resolve(__dirname, '..')

// A cache holds absolute paths. One that came along with a copied folder would be held against files that are elsewhere,
// with a warning for each: it has another name there, and is not looked at.
const cacheName = [
  process.env.NODE_ENV,
  process.env.TARO_ENV,
  createHash('sha256').update(root).digest('hex').slice(0, 8),
].join('-')

const postcss = {
  pxtransform: { enable: true },
  cssModules: { enable: false },
}
// Taro transpiles `src` only; what both sides agree on lives beside it.
const compile = { include: [(file: string) => file.startsWith(path.join(root, 'shared'))] }

const mini: Config['mini'] = {
  postcss,
  compile,
  // What only subpackages use goes into them.
  optimizeMainPackage: { enable: true },
  experimental: { compileMode: true },
  // Each component styles its own names only: the order of files decides nothing.
  miniCssExtractPluginOption: { ignoreOrder: true },
}

const h5: Config['h5'] = {
  publicPath: './',
  staticDirectory: 'static',
  router: { mode: 'hash' },
  compile,
  postcss: {
    ...postcss,
    // a browser of 320 px scales as a phone of that width does in WeChat
    pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 16 } },
    autoprefixer: { enable: true },
  },
  output: {
    filename: 'js/[name].[contenthash:8].js',
    chunkFilename: 'js/[name].[contenthash:8].js',
  },
  miniCssExtractPluginOption: {
    ignoreOrder: true,
    filename: 'css/[name].[contenthash:8].css',
    chunkFilename: 'css/[name].[contenthash:8].css',
  },
  webpackChain(chain) {
    chain.optimization.splitChunks({
      chunks: 'all',
      maxInitialRequests: 6,
      cacheGroups: {
        default: false,
        taro: {
          name: 'taro',
          test: /node_modules[\\/](@tarojs|@stencil|swiper|hls\.js)/,
          priority: 20,
          enforce: true,
        },
        vendors: { name: 'vendors', test: /node_modules/, priority: 10, enforce: true },
      },
    })
    chain.performance.hints(false)
  },
}

export default defineConfig<'webpack5'>(async () => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'changke',
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    // One folder per target, or the second build wipes the first.
    outputRoot: `dist/${process.env.TARO_ENV}`,
    plugins: [path.join(__dirname, 'lean-templates.ts')],
    alias: { '@': path.join(root, 'src'), '@shared': path.join(root, 'shared') },
    framework: 'react',
    // A phone has no `process`: what is read from the environment is written into the build. '' means the app's first environment.
    defineConstants: {
      'process.env.TARO_APP_CLOUD_ENV': JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
    },
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // Taro forgets the CustomWrapper of modules that come from its cache: base.wxml would lack its template.
    cache: { enable: process.env.TARO_ENV === 'h5', name: cacheName },
    mini,
    h5,
  }
  return base
})
