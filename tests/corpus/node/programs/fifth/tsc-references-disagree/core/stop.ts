export interface Stop { name: string; platform?: number; }
export const label = (stop: Stop): string => `${stop.name} (${stop.platform ?? '-'})`;
