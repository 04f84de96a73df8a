export interface Rate {
    currency: string;
    factor: number;
}

export const rates: Rate[] = [
    { currency: "CHF", factor: 0.94 },
    { currency: "SEK", factor: "11.31" },
];
