import { rates } from "./rates";

declare const console: { log(text: string): void };

for (const rate of rates) {
    console.log(rate.currency + " " + rate.factor.toFixed(2));
}
