export { total } from './book';
