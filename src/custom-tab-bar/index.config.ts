// The icons' styles are the app's, and WeChat keeps those from a component unless it asks for them.
export default { component: true, styleIsolation: 'apply-shared' }
