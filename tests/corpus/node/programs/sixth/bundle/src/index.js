import { show, formatError } from './texts.js';
const text = require('./texts.js');
let plugin;
try {
  plugin = require('./missing-plugin-' + document.title);
} catch (error) {
  plugin = null;
}
document.body.textContent = show(plugin || text) + formatError;
