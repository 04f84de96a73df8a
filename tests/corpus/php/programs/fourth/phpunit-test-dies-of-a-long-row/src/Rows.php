<?php
final class Rows
{
    public static function parse(string $text): array
    {
        $rows = [];
        foreach (explode("\n", trim($text)) as $i => $line) {
            $fields = explode(';', $line);
            if (count($fields) !== 3) {
                throw new LengthException('row ' . ($i + 1) . ' has ' . count($fields) . ' fields'); // RAISES
            }
            $rows[] = $fields;
        }
        return $rows;
    }
}
