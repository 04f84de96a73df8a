export function size(x: string | undefined) {
  return x.length;
}
let n: number = size('a') as string;
