// How dependency-cruiser finds what the site calls @/…: it does not read `paths` without a baseUrl.
const { join } = require('node:path')

module.exports = { resolve: { alias: { '@': join(__dirname, '..', 'apps', 'web', 'src') } } }
