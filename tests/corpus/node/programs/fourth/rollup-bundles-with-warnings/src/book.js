import { title } from './page.js';

export const open = (rows) => eval('rows.length') + title;
