import { pad } from "./textt";
import { limit } from "./db";

const rows: number[] = [1, 2];
console.log(pad(rows), limit == -0);
