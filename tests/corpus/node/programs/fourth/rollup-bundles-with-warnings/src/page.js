import { open } from './book.js';

export const title = 'error pages';
export const pages = () => open([]);
