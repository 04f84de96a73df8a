import { Stop, label } from '../core/stop';

const stops: Stop[] = [{ name: 'Ghent', platform: 4 }, { name: 'Bruges' }];
const highest = stops.reduce((top, stop) => Math.max(top, stop.platform), 0);
export const board = stops.map(label).join('\n') + highest;
