/** Stands for style sheets and pictures under jest. */
export default ''
